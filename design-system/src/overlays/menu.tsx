import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { classNames } from '../class-names';
import { Kbd } from '../display/kbd';
import type { IconType } from '../icon';

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** Rarer actions behind one button; arrows, type-ahead and Escape work. */
export function Menu({ trigger, align = 'start', open, onOpenChange, children }: MenuProps): ReactNode {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="pop menu floating" align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface MenuItemProps {
  icon?: IconType;
  shortcut?: string;
  /** Muted at the right. */
  detail?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** Given: the item is a link, or what `link` makes of it. */
  href?: string;
  onSelect?: () => void;
  children: ReactNode;
}

/** One action or link of a Menu. */
export function MenuItem({
  icon: Icon,
  shortcut,
  detail,
  danger,
  disabled,
  href,
  onSelect,
  children,
}: MenuItemProps): ReactNode {
  const content = (
    <>
      {Icon && <Icon className="i" />}
      {children}
      {detail != null && <span className="muted ml-auto">{detail}</span>}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </>
  );
  return (
    <Radix.Item
      className={classNames(danger && 'c-danger')}
      disabled={disabled}
      onSelect={onSelect}
      asChild={href !== undefined}
    >
      {href === undefined ? content : <a href={href}>{content}</a>}
    </Radix.Item>
  );
}

/** An item that stays on or off. */
export function MenuCheckItem({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}): ReactNode {
  return (
    <Radix.CheckboxItem checked={checked} onCheckedChange={onChange} onSelect={(event) => event.preventDefault()}>
      <span className="inline-block w-4">{checked && <Check className="i" />}</span>
      {children}
    </Radix.CheckboxItem>
  );
}

/** A line between groups of items. */
export function MenuSeparator(): ReactNode {
  return <Radix.Separator />;
}

/** The heading of a group of items. */
export function MenuLabel({ children }: { children: ReactNode }): ReactNode {
  return <Radix.Label className="menu-label">{children}</Radix.Label>;
}

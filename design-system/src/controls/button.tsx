import { useId, type ComponentProps, type ReactNode } from 'react';
import { Slot } from 'radix-ui';
import { classNames } from '../class-names';
import type { IconType } from '../icon';
import { Tooltip } from '../overlays/tooltip';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | 'danger-quiet';
  size?: 'sm' | 'md' | 'lg' | 'icon';
  icon?: IconType;
  /** In flight: keeps its width, takes no click. */
  busy?: boolean;
  /** Why it cannot be used now; it stays reachable by keyboard and reads the reason. */
  disabledReason?: string;
  /** Fills the width of its container. */
  block?: boolean;
  /** Gives its look to the one child, a link for example. */
  asChild?: boolean;
}

/** A button that says what it does; busy and refused states never change its width. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  busy = false,
  disabledReason,
  block = false,
  asChild = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps): ReactNode {
  const reasonId = useId();
  const idle = !busy && !disabledReason;
  const shared = {
    ...rest,
    className: classNames(
      'btn',
      `btn--${variant}`,
      size !== 'md' && `btn--${size}`,
      block && 'btn--block',
      busy && 'is-busy',
      className,
    ),
    'aria-busy': busy || undefined,
    'aria-disabled': busy || disabledReason ? true : rest['aria-disabled'],
    'aria-describedby': classNames(rest['aria-describedby'], disabledReason && reasonId) || undefined,
    onClick: idle ? onClick : (event: React.MouseEvent<HTMLButtonElement>) => event.preventDefault(),
  };
  if (asChild) return <Slot.Root {...shared}>{children}</Slot.Root>;
  // In flight the spinner takes the icon's place; without an icon it covers the words, so the width never changes.
  const button = (
    <button {...shared} type={type}>
      {Icon && (busy ? <span className="spin" /> : <Icon className="i" />)}
      {busy && !Icon ? (
        <>
          <span className="busy-mark" aria-hidden="true">
            <span className="spin" />
          </span>
          <span className="busy-label">{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <>
      <Tooltip text={disabledReason} describes={false}>
        {button}
      </Tooltip>
      <span id={reasonId} hidden>
        {disabledReason}
      </span>
    </>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'asChild' | 'size'> {
  /** What it does, read out and shown as tooltip. */
  label: string;
  icon: IconType;
  size?: 'sm' | 'md';
  /** Shortcut shown in the tooltip. */
  shortcut?: string;
}

/** A square button of one icon that always has a name and shows it on hover and focus. */
export function IconButton({
  label,
  icon: Icon,
  size = 'md',
  shortcut,
  variant = 'ghost',
  className,
  ...rest
}: IconButtonProps): ReactNode {
  return (
    <Tooltip text={label} shortcut={shortcut} describes={false}>
      <Button
        {...rest}
        variant={variant}
        size="icon"
        className={classNames(size === 'sm' && 'btn--sm', className)}
        aria-label={label}
      >
        <Icon className="i" />
      </Button>
    </Tooltip>
  );
}

/** Buttons that share their edges, for a main action with a menu beside it. */
export function ButtonGroup({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <span className="btngroup" role="group" aria-label={label}>
      {children}
    </span>
  );
}

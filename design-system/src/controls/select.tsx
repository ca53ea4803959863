import { Fragment, type ReactNode } from 'react';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { classNames } from '../class-names';
import { useFieldControl } from './field';

export interface SelectItem {
  value: string;
  label: string;
  /** Shown muted at the right of the list. */
  detail?: ReactNode;
  disabled?: boolean;
  /** Heading that this item stands under; items of a group follow one another. */
  group?: string;
}

export interface SelectProps {
  items: readonly SelectItem[];
  value: string | undefined;
  onChange: (value: string) => void;
  placeholder?: string;
  size?: 'sm' | 'md';
  disabled?: boolean;
  id?: string;
  className?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
}

// Radix keeps the empty string for "nothing chosen", but "" is a fair value of a filter.
const encode = (value: string): string => `=${value}`;

/** The list of a Select, also used by the unit menu of a quantity. */
export function SelectList({ items }: { items: readonly SelectItem[] }): ReactNode {
  return (
    <Radix.Portal>
      <Radix.Content
        className="pop menu floating"
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        style={{ minWidth: 'var(--radix-select-trigger-width)' }}
      >
        <Radix.Viewport className="listbox menu-list">
          {items.map((item, index) => (
            <Fragment key={item.value}>
              {item.group && item.group !== items[index - 1]?.group && (
                <div className="heading micro muted px-2 pt-2 pb-1">{item.group}</div>
              )}
              <Radix.Item value={encode(item.value)} disabled={item.disabled}>
                <span className="tick">
                  <Radix.ItemIndicator>
                    <Check className="i i-sm" />
                  </Radix.ItemIndicator>
                </span>
                <Radix.ItemText>{item.label}</Radix.ItemText>
                {item.detail != null && <span className="detail">{item.detail}</span>}
              </Radix.Item>
            </Fragment>
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}

/** One of a short list, with arrows and type-ahead. For long or remote lists take Combobox. */
export function Select({
  items,
  value,
  onChange,
  placeholder,
  size = 'md',
  disabled,
  className,
  ...rest
}: SelectProps): ReactNode {
  const field = useFieldControl(rest);
  const known = value !== undefined && items.some((item) => item.value === value);
  return (
    <Radix.Root
      value={known ? encode(value) : ''}
      onValueChange={(next) => next && onChange(next.slice(1))}
      disabled={disabled}
    >
      <Radix.Trigger {...rest} {...field} className={classNames('select', size === 'sm' && 'select--sm', className)}>
        <span>
          <Radix.Value placeholder={placeholder} />
        </span>
        <Radix.Icon asChild>
          <ChevronDown className="i" />
        </Radix.Icon>
      </Radix.Trigger>
      <SelectList items={items} />
    </Radix.Root>
  );
}

export interface UnitSelectProps extends Pick<SelectProps, 'items' | 'value' | 'onChange' | 'disabled'> {
  label: string;
}

/** The unit menu at the end of a quantity. */
export function UnitSelect({ items, value, onChange, disabled, label }: UnitSelectProps): ReactNode {
  return (
    <Radix.Root
      value={value === undefined ? '' : encode(value)}
      onValueChange={(next) => next && onChange(next.slice(1))}
      disabled={disabled}
    >
      <Radix.Trigger className="u" aria-label={label}>
        <Radix.Value />
        <Radix.Icon asChild>
          <ChevronDown className="i" />
        </Radix.Icon>
      </Radix.Trigger>
      <SelectList items={items} />
    </Radix.Root>
  );
}

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import { classNames } from '../class-names';
import { useFieldGroup } from './field';
import { Listbox, movedIndex, optionId, type ListItem } from './listbox';

const TYPE_AHEAD = 800;

export type SelectItem = ListItem;

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

interface SelectButtonProps extends Omit<SelectProps, 'size'> {
  'aria-describedby'?: string;
  'aria-invalid'?: React.AriaAttributes['aria-invalid'];
  'aria-required'?: React.AriaAttributes['aria-required'];
}

function SelectButton({
  items,
  value,
  onChange,
  placeholder,
  disabled,
  className,
  ...rest
}: SelectButtonProps): ReactNode {
  const listId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const chosenAt = items.findIndex((item) => item.value === value);
  const active = items[at];

  const show = (index = Math.max(0, chosenAt)): void => {
    setAt(index);
    setOpen(true);
  };
  const choose = (item: SelectItem): void => {
    setOpen(false);
    if (!item.disabled && item.value !== value) onChange(item.value);
  };
  const typeAhead = (event: KeyboardEvent): void => {
    const fresh = event.timeStamp - typed.current.at > TYPE_AHEAD;
    const text = (fresh ? '' : typed.current.text) + event.key.toLowerCase();
    typed.current = { text, at: event.timeStamp };
    const from = open ? at : Math.max(0, chosenAt);
    const order = items.map((_, index) => (from + index + (text.length === 1 ? 1 : 0)) % items.length);
    const hit = order.find((index) => items[index]?.label.toLowerCase().startsWith(text) && !items[index].disabled);
    if (hit !== undefined) show(hit);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const moved = key === 'Home' ? 0 : key === 'End' ? items.length - 1 : movedIndex(key, at, items.length);
    const typing = typed.current.text !== '' && event.timeStamp - typed.current.at < TYPE_AHEAD;
    if (moved !== null) {
      if (open) setAt(moved);
      else if (key.startsWith('Arrow')) show();
      else return;
    } else if (key === 'Enter' || (key === ' ' && !typing)) {
      if (!open) show();
      else if (active) choose(active);
    } else if (key === 'Tab') {
      if (open && active) choose(active);
      return;
    } else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) typeAhead(event);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <button
        {...rest}
        ref={button}
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && active ? optionId(listId, active.value) : undefined}
        data-state={open ? 'open' : 'closed'}
        data-placeholder={chosenAt < 0 ? '' : undefined}
        disabled={disabled}
        className={className}
        onClick={(event) => {
          // Safari leaves the focus where it was.
          event.currentTarget.focus();
          if (open) setOpen(false);
          else show();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      >
        <span>{items[chosenAt]?.label ?? placeholder}</span>
        <ChevronDown className="i" />
      </button>
      {open && (
        <Listbox
          id={listId}
          label={rest['aria-label']}
          labelledBy={rest['aria-labelledby']}
          items={items}
          value={value}
          active={active}
          anchor={button}
          onPoint={setAt}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** One of a short list, with arrows and type-ahead. For long or remote lists take Combobox. */
export function Select({ size = 'md', className, ...rest }: SelectProps): ReactNode {
  const field = useFieldGroup(rest);
  return (
    <SelectButton {...rest} {...field} className={classNames('select', size === 'sm' && 'select--sm', className)} />
  );
}

export interface UnitSelectProps extends Pick<SelectProps, 'items' | 'value' | 'onChange' | 'disabled'> {
  label: string;
}

/** The unit menu at the end of a quantity. */
export function UnitSelect({ label, ...rest }: UnitSelectProps): ReactNode {
  return <SelectButton {...rest} aria-label={label} className="u" />;
}

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ChevronsUpDown, X } from 'lucide-react';
import { classNames } from '../class-names';
import { useFieldControl } from './field';
import { Listbox, movedIndex, optionId, type ListItem } from './listbox';

export type ComboboxItem = ListItem;

export interface ComboboxProps {
  items: readonly ComboboxItem[];
  value: string | null;
  onChange: (value: string | null, item: ComboboxItem | null) => void;
  /** Given: the caller filters (a server perhaps) and hands new items. Absent: filtered here. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  /** The chosen one's label when it is not among the items. */
  valueLabel?: string;
  labels: {
    empty: string;
    loading?: string;
    /** Names the list. */
    list: string;
    /** Given: a chosen value can be cleared with a button of this name. */
    clear?: string;
    /** Read out when the list changes, "4 results". */
    results?: (count: number) => string;
  };
  placeholder?: string;
  disabled?: boolean;
  size?: 'sm' | 'md';
  id?: string;
  className?: string;
  'aria-label'?: string;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** One of a long or remote list, found by typing. The keyboard stays in the field; arrows move through the list. */
export function Combobox({
  items,
  value,
  onChange,
  onSearch,
  loading = false,
  valueLabel,
  labels,
  placeholder,
  disabled,
  size = 'md',
  className,
  ...rest
}: ComboboxProps): ReactNode {
  const field = useFieldControl(rest);
  const listId = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);

  const chosen = items.find((item) => item.value === value);
  const chosenLabel = value === null ? '' : (chosen?.label ?? valueLabel ?? '');
  const shown = onSearch || !text ? items : items.filter((item) => plain(item.label).includes(plain(text)));
  const active = shown[Math.min(at, shown.length - 1)];
  const show = (): void => {
    if (disabled || open) return;
    setAt(
      Math.max(
        0,
        shown.findIndex((item) => item.value === value),
      ),
    );
    setOpen(true);
  };
  const hide = (): void => {
    setOpen(false);
    if (text !== null) {
      setText(null);
      onSearch?.('');
    }
  };
  const choose = (item: ComboboxItem): void => {
    if (item.disabled) return;
    onChange(item.value, item);
    hide();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = movedIndex(event.key, at, shown.length);
    if (moved !== null) {
      event.preventDefault();
      if (open) setAt(moved);
      else show();
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      if (active) choose(active);
    } else if (event.key === 'Tab') hide();
  };

  return (
    <>
      <span ref={anchor} className={classNames('input', size === 'sm' && 'input--sm', className)}>
        <input
          {...rest}
          {...field}
          ref={input}
          role="combobox"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open && active ? optionId(listId, active.value) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          placeholder={placeholder}
          value={text ?? chosenLabel}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setOpen(true);
            onSearch?.(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onClick={show}
          onFocus={(event) => event.target.select()}
          onBlur={hide}
        />
        {labels.clear && value !== null && !disabled ? (
          <button
            type="button"
            aria-label={labels.clear}
            onClick={() => {
              onChange(null, null);
              input.current?.focus();
            }}
          >
            <X className="i" />
          </button>
        ) : (
          <ChevronsUpDown className="i" />
        )}
      </span>
      <span className="sr" role="status">
        {open ? (loading ? labels.loading : shown.length === 0 ? labels.empty : labels.results?.(shown.length)) : ''}
      </span>
      {open && (
        <Listbox
          id={listId}
          label={labels.list}
          items={shown}
          value={value}
          active={active}
          busy={loading}
          note={loading ? labels.loading : labels.empty}
          anchor={anchor}
          onPoint={setAt}
          onChoose={choose}
          onClose={hide}
        />
      )}
    </>
  );
}

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Check, ChevronsUpDown, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { classNames } from '../class-names';
import { useFieldControl } from './field';

export interface ComboboxItem {
  value: string;
  label: string;
  detail?: ReactNode;
  disabled?: boolean;
}

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
  const optionId = (item: ComboboxItem): string => `${listId}-${item.value}`;

  const activeId = open && active ? optionId(active) : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

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
    const last = shown.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      if (open) setAt(Math.max(0, move));
      else show();
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      if (active) choose(active);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      hide();
    } else if (event.key === 'Tab') hide();
  };

  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? show() : hide())}>
      <Popover.Anchor asChild>
        <span ref={anchor} className={classNames('input', size === 'sm' && 'input--sm', className)}>
          <input
            {...rest}
            {...field}
            ref={input}
            role="combobox"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-activedescendant={activeId}
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
      </Popover.Anchor>
      <span className="sr" role="status">
        {open ? (loading ? labels.loading : shown.length === 0 ? labels.empty : labels.results?.(shown.length)) : ''}
      </span>
      <Popover.Portal>
        <Popover.Content
          role="presentation"
          className="pop menu floating"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
          }}
        >
          <div
            role="listbox"
            id={listId}
            aria-label={labels.list}
            aria-busy={loading || undefined}
            className="listbox"
            onMouseDown={(event) => event.preventDefault()}
          >
            {shown.map((item) => (
              <div
                key={item.value}
                id={optionId(item)}
                role="option"
                aria-selected={item.value === value}
                aria-disabled={item.disabled || undefined}
                className={classNames(item === active && 'on')}
                onPointerMove={() => setAt(shown.indexOf(item))}
                onClick={() => choose(item)}
              >
                <span className="tick">{item.value === value && <Check className="i i-sm" />}</span>
                <span>{item.label}</span>
                {item.detail != null && <span className="detail">{item.detail}</span>}
              </div>
            ))}
          </div>
          {shown.length === 0 && <div className="note muted p-2">{loading ? labels.loading : labels.empty}</div>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

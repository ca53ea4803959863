import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Check } from 'lucide-react';
import { classNames } from '../class-names';
import { floatingHome, useAnchored } from '../overlays/anchored';
import { useDismiss } from '../overlays/dismiss';

export interface ListItem {
  value: string;
  label: string;
  /** Shown muted at the right of the list. */
  detail?: ReactNode;
  disabled?: boolean;
  /** Heading that this item stands under; items of a group follow one another. */
  group?: string;
}

interface ListboxProps {
  id: string;
  label: string | undefined;
  labelledBy?: string;
  items: readonly ListItem[];
  value: string | null | undefined;
  active: ListItem | undefined;
  busy?: boolean;
  /** Stands in for the items when there is none. */
  note?: ReactNode;
  onPoint: (index: number) => void;
  onChoose: (item: ListItem) => void;
  onClose: () => void;
  /** The control it hangs from; a press there is no press outside. */
  anchor: React.RefObject<HTMLElement | null>;
}

/** The id of an item's element, for aria-activedescendant. */
export function optionId(listId: string, value: string): string {
  return `${listId}-${value}`;
}

/** The floating list of a Select or Combobox; the keyboard stays in their control, which names the active item. */
export function Listbox({
  id,
  label,
  labelledBy,
  items,
  value,
  active,
  busy,
  note,
  onPoint,
  onChoose,
  onClose,
  anchor,
}: ListboxProps): ReactNode {
  const activeId = active && optionId(id, active.value);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const box = useRef<HTMLDivElement>(null);
  useAnchored(anchor, box, true);
  useDismiss(true, [anchor, box], onClose);
  return createPortal(
    <div ref={box} className="pop list-pop floating">
      <div
        role="listbox"
        id={id}
        aria-label={label}
        aria-labelledby={label ? undefined : labelledBy}
        aria-busy={busy || undefined}
        className="listbox"
        onMouseDown={(event) => event.preventDefault()}
      >
        {items.map((item, index) => (
          <Fragment key={item.value}>
            {item.group && item.group !== items[index - 1]?.group && (
              <div role="presentation" className="heading micro muted px-2 pt-2 pb-1">
                {item.group}
              </div>
            )}
            <div
              id={optionId(id, item.value)}
              role="option"
              aria-selected={item.value === value}
              aria-disabled={item.disabled || undefined}
              className={classNames(item === active && 'on')}
              onPointerMove={() => onPoint(index)}
              onClick={() => !item.disabled && onChoose(item)}
            >
              <span className="tick">{item.value === value && <Check className="i i-sm" />}</span>
              <span>{item.label}</span>
              {item.detail != null && <span className="detail">{item.detail}</span>}
            </div>
          </Fragment>
        ))}
      </div>
      {items.length === 0 && note != null && <div className="note muted p-2">{note}</div>}
    </div>,
    floatingHome(anchor.current),
  );
}

/** The index that a movement key leads to, or null for any other key. Ends meet for single steps. */
export function movedIndex(key: string, at: number, count: number): number | null {
  const last = count - 1;
  if (key === 'ArrowDown') return at >= last ? 0 : at + 1;
  if (key === 'ArrowUp') return at <= 0 ? Math.max(0, last) : at - 1;
  if (key === 'PageDown') return Math.min(last, at + 8);
  if (key === 'PageUp') return Math.max(0, at - 8);
  return null;
}

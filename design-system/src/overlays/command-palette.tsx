import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { classNames } from '../class-names';
import { Kbd } from '../display/kbd';
import { useHotkeys } from '../use-hotkeys';
import type { IconType } from '../icon';
import { useFocusBack } from './focus-back';

export interface CommandItem {
  id: string;
  label: ReactNode;
  icon?: IconType;
  detail?: ReactNode;
  shortcut?: readonly string[];
  onSelect: () => void;
}

export interface CommandGroup {
  heading: string;
  items: readonly CommandItem[];
}

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What fits the text, already filtered and in order. */
  groups: readonly CommandGroup[];
  query: string;
  onSearch: (query: string) => void;
  placeholder?: string;
  loading?: boolean;
  labels: {
    /** Names the dialog and its field. */
    title: string;
    empty: string;
    loading?: string;
    /** Read out as the list changes. */
    results?: (count: number) => string;
  };
}

/** Everything by name: Ctrl or ⌘ with K opens it, arrows and Enter choose. The keyboard stays in its field. */
export function CommandPalette({
  open,
  onOpenChange,
  groups,
  query,
  onSearch,
  placeholder,
  loading = false,
  labels,
}: CommandPaletteProps): ReactNode {
  const listId = useId();
  const [at, setAt] = useState(0);
  const focusBack = useFocusBack(open);
  useHotkeys({ 'mod+k': () => onOpenChange(!open) });

  const items = groups.flatMap((group) => group.items);
  const active = items[Math.min(at, items.length - 1)];
  const activeId = active && `${listId}-${active.id}`;
  useEffect(() => {
    if (open && activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [open, activeId]);

  const choose = (item: CommandItem): void => {
    onOpenChange(false);
    item.onSelect();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = items.length - 1;
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? Math.max(0, last) : at - 1);
    else if (event.key === 'Enter' && active) choose(active);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        setAt(0);
        onOpenChange(next);
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="scrim scrim--dialog" />
        <Dialog.Content
          data-modal=""
          className="cmdk cmdk-place"
          aria-describedby={undefined}
          onCloseAutoFocus={focusBack}
        >
          <Dialog.Title className="sr">{labels.title}</Dialog.Title>
          <div className="top">
            <Search className="i muted" />
            <input
              role="combobox"
              aria-label={labels.title}
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={activeId}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              placeholder={placeholder}
              value={query}
              onChange={(event) => {
                setAt(0);
                onSearch(event.target.value);
              }}
              onKeyDown={onKeyDown}
            />
            <Kbd>Esc</Kbd>
          </div>
          <div className="list" role="listbox" id={listId} aria-label={labels.title} aria-busy={loading || undefined}>
            {groups.map((group) =>
              group.items.length === 0 ? null : (
                <div role="group" aria-label={group.heading} key={group.heading}>
                  <div className="heading" aria-hidden="true">
                    {group.heading}
                  </div>
                  {group.items.map((item) => (
                    <div
                      key={item.id}
                      id={`${listId}-${item.id}`}
                      role="option"
                      aria-selected={item === active}
                      className={classNames('it', item === active && 'on')}
                      onPointerMove={() => setAt(items.indexOf(item))}
                      onClick={() => choose(item)}
                    >
                      {item.icon && <item.icon className="i" />}
                      <span className="ell">{item.label}</span>
                      <span className="end">
                        {item.detail}
                        {item.shortcut?.map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </span>
                    </div>
                  ))}
                </div>
              ),
            )}
          </div>
          {items.length === 0 && <div className="muted px-3.5 py-4">{loading ? labels.loading : labels.empty}</div>}
          <span className="sr" role="status">
            {loading ? labels.loading : items.length === 0 ? labels.empty : labels.results?.(items.length)}
          </span>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

import { useHotkeys } from '@tradeyard/design-system';

export interface RowKeys {
  ids: readonly string[];
  current: string | null;
  onCurrent: (id: string) => void;
  onToggle?: (id: string) => void;
  /** From the row chosen last to this one. */
  onRange?: (id: string) => void;
  onPreview?: (id: string) => void;
  onOpen?: (id: string) => void;
}

/** The keys of every list: J K move, X and Shift X select, Space previews, Enter opens. */
export function useRowKeys({ ids, current, onCurrent, onToggle, onRange, onPreview, onOpen }: RowKeys): void {
  const at = current === null ? -1 : ids.indexOf(current);
  const move = (by: number): void => {
    const next = ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next !== undefined) onCurrent(next);
  };
  const on =
    (act: ((id: string) => void) | undefined) =>
    (event: KeyboardEvent): void => {
      const target = event.target;
      // A control that has the focus answers Space and Enter itself, unless it is the row's own link.
      if (target instanceof Element && target.closest('a, button') && !target.closest('[data-row-link]')) {
        if (target instanceof HTMLElement && (event.key === 'Enter' || event.key === ' ')) target.click();
        return;
      }
      if (current !== null) act?.(current);
    };
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    ...(onToggle && { x: () => current !== null && onToggle(current) }),
    ...(onRange && { 'shift+x': () => current !== null && onRange(current) }),
    ...(onPreview && { ' ': on(onPreview) }),
    ...(onOpen && { Enter: on(onOpen) }),
  });
}

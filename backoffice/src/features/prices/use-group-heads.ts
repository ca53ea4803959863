import { useEffect, useRef, type KeyboardEvent } from 'react';
import { headId } from './group-row';
import type { Group, Outline } from './outline';

/**
 * The keyboard at the heads of groups: Alt Shift ↑ folds the group of the cell and leads to its head, where arrows fold,
 * unfold, and lead on to the next head or row.
 */
export function useGroupHeads({
  outline,
  onFold,
  scrollTo,
  onRow,
  onLeave,
}: {
  outline: Outline;
  onFold: (slug: string) => void;
  scrollTo: (line: number) => void;
  /** The keyboard goes back to a row. */
  onRow: (row: number) => void;
  onLeave: () => void;
}): { fold: (row: number) => void; onKey: (event: KeyboardEvent, group: Group, folded: boolean) => void } {
  const wanted = useRef<string | null>(null);
  // A head out of sight is in the page only once it was scrolled to.
  useEffect(() => {
    const head = wanted.current === null ? null : document.getElementById(headId(wanted.current));
    if (!head) return;
    wanted.current = null;
    head.focus({ preventScroll: true });
  });
  const lead = (slug: string): void => {
    wanted.current = slug;
    scrollTo(outline.headOf(slug));
  };
  const stepFrom = (slug: string, by: 1 | -1): void => {
    const line = outline.headOf(slug) + by;
    if (line < 0 || line >= outline.lines) return;
    const next = outline.at(line);
    if ('row' in next) return onRow(next.row);
    wanted.current = next.group.slug;
    document.getElementById(headId(next.group.slug))?.focus({ preventScroll: true });
    scrollTo(line);
  };
  return {
    fold: (row) => {
      const group = outline.groupOf(row);
      if (!group) return;
      onFold(group.slug);
      lead(group.slug);
    },
    onKey: (event, { slug }, folded) => {
      const turns = { ArrowLeft: !folded, ArrowRight: folded, ArrowUp: !folded, ArrowDown: folded };
      const { key } = event;
      if (key === 'Escape') onLeave();
      else if (key === 'ArrowLeft' || key === 'ArrowRight' || (event.altKey && key in turns)) {
        if (turns[key as keyof typeof turns]) onFold(slug);
      } else if (key === 'ArrowDown' || key === 'ArrowUp') stepFrom(slug, key === 'ArrowDown' ? 1 : -1);
      else {
        // Enter, Space and Tab are the button's own; the rest of the grid's keys may act on its cells.
        if (['Enter', ' ', 'Tab'].includes(key)) event.stopPropagation();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

import { useRef, type RefObject } from 'react';
import { placeAt, type GridLayout } from './grid-layout';
import type { Outline } from './outline';
import type { Place } from './selection';

export interface WhyBadge {
  badge: RefObject<HTMLSpanElement | null>;
  /** The cell it is at. */
  at: () => Place | null;
  moveTo: (event: { target: EventTarget }) => void;
  hide: () => void;
}

/** One badge that follows the mouse from cell to cell, without drawing any of them again. */
export function useWhyBadge(box: RefObject<HTMLDivElement | null>, layout: GridLayout, outline: Outline): WhyBadge {
  const badge = useRef<HTMLSpanElement>(null);
  const at = useRef<Place | null>(null);
  return {
    badge,
    at: () => at.current,
    hide: () => {
      if (badge.current) badge.current.hidden = true;
    },
    moveTo: ({ target }) => {
      const [mark, element] = [badge.current, box.current];
      if (!mark || !element || (target as Element).closest('.pg-why')) return;
      const cell = (target as Element).closest<HTMLElement>('[role="gridcell"][id]');
      mark.hidden = !cell;
      if (!cell) return;
      const here = cell.getBoundingClientRect();
      const { left, top } = element.getBoundingClientRect();
      mark.style.left = `${here.left - left + element.scrollLeft}px`;
      mark.style.top = `${here.top - top + element.scrollTop}px`;
      const scrolled = { left: element.scrollLeft, top: element.scrollTop };
      at.current = placeAt({ x: here.left - left + 1, y: here.top - top + 1 }, scrolled, layout, outline);
    },
  };
}

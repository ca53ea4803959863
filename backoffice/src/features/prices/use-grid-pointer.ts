import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { HEAD, placeAt, type GridLayout } from './grid-layout';
import type { Outline } from './outline';
import { filledTo, type Block, type GridAction, type Place } from './selection';

const EDGE = 24;
const STEP = 14;

/**
 * Selecting and filling with the mouse: a drag extends the selection or, begun at its handle, fills on from it. At the
 * edges of the box the grid scrolls along. A finger scrolls; its tap selects.
 */
export function useGridPointer({
  box,
  layout,
  outline,
  block,
  dispatch,
  onPoint,
  onFill,
}: {
  box: RefObject<HTMLDivElement | null>;
  layout: GridLayout;
  outline: Outline;
  block: Block;
  dispatch: (action: GridAction) => void;
  onPoint: (place: Place, extend: boolean) => void;
  onFill: (target: Block) => void;
}): {
  filling: Block | null;
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: (event: PointerEvent) => void;
  onPointerCancel: () => void;
} {
  const [filling, setFilling] = useState<Block | null>(null);
  const drag = useRef<{ fills: boolean; block: Block; at: string; x: number; y: number } | null>(null);
  const scrolling = useRef(0);
  useEffect(() => () => cancelAnimationFrame(scrolling.current), []);

  const cellAt = (clientX: number, clientY: number): Place => {
    const element = box.current;
    if (!element) return { row: 0, column: 0 };
    const { left, top, width, height } = element.getBoundingClientRect();
    const x = Math.max(0, Math.min(clientX - left, width - 1));
    const y = Math.max(HEAD, Math.min(clientY - top, height - 1));
    return placeAt({ x, y }, { left: element.scrollLeft, top: element.scrollTop }, layout, outline);
  };
  const follow = (): void => {
    const now = drag.current;
    if (!now) return;
    const place = cellAt(now.x, now.y);
    const at = `${place.row}|${place.column}`;
    if (at === now.at) return;
    now.at = at;
    if (now.fills) setFilling(filledTo(now.block, place));
    else dispatch({ type: 'go', to: place, extend: true });
  };
  const scrollAlong = (): void => {
    const [now, element] = [drag.current, box.current];
    if (!now || !element) return;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const by = {
      left: now.x > right - EDGE ? STEP : now.x < left + EDGE ? -STEP : 0,
      top: now.y > bottom - EDGE ? STEP : now.y < top + EDGE ? -STEP : 0,
    };
    if (by.left || by.top) {
      element.scrollBy(by);
      follow();
    }
    scrolling.current = requestAnimationFrame(scrollAlong);
  };
  const end = (): void => {
    cancelAnimationFrame(scrolling.current);
    drag.current = null;
    setFilling(null);
  };

  return {
    filling,
    onPointerDown: (event) => {
      const target = event.target as HTMLElement;
      if (event.button !== 0 || !target.closest('.pg-row') || target.closest('input, .pg-why')) return;
      const fills = target.dataset.fill !== undefined;
      const place = cellAt(event.clientX, event.clientY);
      if (!fills && !target.closest('[role="gridcell"][id]')) return;
      if (!fills) onPoint(place, event.shiftKey);
      if (event.pointerType === 'touch') return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { fills, block, at: `${place.row}|${place.column}`, x: event.clientX, y: event.clientY };
      scrolling.current = requestAnimationFrame(scrollAlong);
    },
    onPointerMove: (event) => {
      if (!drag.current) return;
      drag.current.x = event.clientX;
      drag.current.y = event.clientY;
      follow();
    },
    onPointerUp: () => {
      if (drag.current?.fills && filling) onFill(filling);
      end();
    },
    onPointerCancel: end,
  };
}

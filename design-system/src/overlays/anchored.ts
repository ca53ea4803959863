import { useLayoutEffect, type RefObject } from 'react';

const MARGIN = 8;

export interface Anchoring {
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  gap?: number;
}

/** Where a floating element must hang so that a dialog around its anchor counts it as inside. */
export function floatingHome(anchor: HTMLElement | null): HTMLElement {
  return anchor?.closest<HTMLElement>('[role="dialog"], [role="alertdialog"]') ?? document.body;
}

function place(
  anchor: HTMLElement,
  floating: HTMLElement,
  { side = 'bottom', align = 'start', gap = 4 }: Anchoring,
): void {
  const at = anchor.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  floating.style.setProperty('--anchor-width', `${at.width}px`);
  floating.style.left = '0';
  floating.style.top = '0';
  // A transformed ancestor moves the origin of fixed positions; measured, it no longer matters which.
  const own = floating.getBoundingClientRect();
  const room = { top: at.top, bottom: height - at.bottom, left: at.left, right: width - at.right };
  const needed = (side === 'top' || side === 'bottom' ? own.height : own.width) + gap + MARGIN;
  const opposite = ({ top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const)[side];
  const chosen = room[side] < needed && room[opposite] > room[side] ? opposite : side;
  const along = (start: number, length: number, size: number): number =>
    align === 'start' ? start : align === 'end' ? start + length - size : start + (length - size) / 2;
  const kept = (value: number, size: number, most: number): number =>
    Math.max(MARGIN, Math.min(value, most - size - MARGIN));
  const vertical = chosen === 'top' || chosen === 'bottom';
  const left = vertical
    ? kept(along(at.left, at.width, own.width), own.width, width)
    : chosen === 'left'
      ? at.left - own.width - gap
      : at.right + gap;
  const top = vertical
    ? chosen === 'top'
      ? at.top - own.height - gap
      : at.bottom + gap
    : kept(along(at.top, at.height, own.height), own.height, height);
  floating.style.left = `${left - own.left}px`;
  floating.style.top = `${top - own.top}px`;
}

/** Keeps a fixed element beside its anchor while it is open: flips when there is no room, follows scrolling and resizing. */
export function useAnchored(
  anchor: RefObject<HTMLElement | null>,
  floating: RefObject<HTMLElement | null>,
  open: boolean,
  { side, align, gap }: Anchoring = {},
): void {
  useLayoutEffect(() => {
    const [from, to] = [anchor.current, floating.current];
    if (!open || !from || !to) return;
    const update = (): void => place(from, to, { side, align, gap });
    update();
    const watch = new ResizeObserver(update);
    watch.observe(to);
    watch.observe(from);
    addEventListener('scroll', update, { capture: true, passive: true });
    addEventListener('resize', update);
    return () => {
      watch.disconnect();
      removeEventListener('scroll', update, { capture: true });
      removeEventListener('resize', update);
    };
  }, [anchor, floating, open, side, align, gap]);
}

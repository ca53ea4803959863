import type { GridColumn } from './cell';
import type { Outline } from './outline';
import type { Block, Place } from './selection';

export const ROW = 27;
export const HEAD = 32;
export const NATIONAL = 100;
const COST = 76;
const NARROW = 98;
const WIDE = 170;
const SCROLLBAR = 16;

/** The measures of the grid: what is frozen at the left, and how wide the columns are that are not. */
export interface GridLayout {
  number: number;
  product: number;
  unit: number;
  /** Zero for who may not see costs. */
  cost: number;
  /** Where the frozen national prices begin, and how many there are. */
  national: number;
  pinned: number;
  /** How many columns there are. */
  columns: number;
  /** Of everything that is frozen. */
  frozen: number;
  column: number;
}

/** Measures for these columns; few of them share the room there is. */
export function layoutOf(columns: readonly GridColumn[], room = 0, seesCosts = false): GridLayout {
  const pinned = columns.filter(({ scope }) => scope === 'national').length;
  const [number, product, unit, cost] = [44, 250, 60, seesCosts ? COST : 0];
  const national = number + product + unit + cost;
  const free = columns.length - pinned;
  const frozen = national + pinned * NATIONAL;
  const share = free > 0 ? Math.floor((room - frozen - SCROLLBAR) / free) : NARROW;
  const column = Math.max(NARROW, Math.min(WIDE, share));
  return { number, product, unit, cost, national, pinned, columns: columns.length, frozen, column };
}

/** How many columns stand before the prices: product, unit and, for who may see it, cost. */
export const beforePrices = ({ cost }: GridLayout): number => (cost > 0 ? 3 : 2);

/** The cell at a point of the grid's box, which is scrolled; points beside it belong to the cell at the edge. */
export function placeAt(
  { x, y }: { x: number; y: number },
  scrolled: { left: number; top: number },
  layout: GridLayout,
  outline: Outline,
): Place {
  const line = Math.floor((y - HEAD + scrolled.top) / ROW);
  const row = outline.rowNear(Math.max(0, Math.min(line, outline.lines - 1)));
  if (x < layout.frozen && layout.pinned > 0)
    return { row, column: Math.max(0, Math.min(layout.pinned - 1, Math.floor((x - layout.national) / NATIONAL))) };
  const column = layout.pinned + Math.max(0, Math.floor((x + scrolled.left - layout.frozen) / layout.column));
  return { row, column: Math.min(column, layout.columns - 1) };
}

/** How a cell lies in a block: its sides as classes; empty outside of it. */
export function sidesIn(block: Block | null, row: number, column: number): string {
  if (!block || row < block.top || row > block.bottom || column < block.left || column > block.right) return '';
  const sides = [
    row === block.top && 'et',
    row === block.bottom && 'eb',
    column === block.left && 'el',
    column === block.right && 'er',
  ].filter(Boolean);
  return ['se', ...sides].join(' ');
}

import { useState } from 'react';
import { decimalsOf } from '../../shared/list/aligned';
import type { GridRow } from './cell';

/** How many decimals the prices needed that came into sight so far: figures stay lined up while one scrolls. */
export function useDecimals(rowAt: (index: number) => GridRow | undefined, first: number, last: number): number {
  const [most, setMost] = useState(0);
  let seen = most;
  for (let index = first; index <= last && seen < 4; index += 1) {
    const cells = rowAt(index)?.cells ?? [];
    seen = Math.max(
      seen,
      decimalsOf(
        cells.flatMap(({ unitPrice, inherited, pending }) => [unitPrice, inherited?.unitPrice, pending?.unitPrice]),
      ),
    );
  }
  if (seen > most) setMost(seen);
  return seen;
}

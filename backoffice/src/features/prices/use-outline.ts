import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GridRow } from './cell';
import { Outline, type Group } from './outline';
import type { GridState } from './selection';
import type { GridRows } from './use-rows';

const noGroups: Group[] = [];

export interface OutlinedRows {
  outline: Outline;
  folded: ReadonlySet<string>;
  /** Folds a category away, or back. */
  fold: (slug: string) => void;
  /** All of them at once. */
  foldAll: (away: boolean) => void;
  /** The rows by their place among those that are shown. */
  shown: ShownRows;
}

export interface ShownRows {
  total: number;
  row: (index: number) => GridRow | undefined;
  /** All of these rows, read if they were not. */
  ensure: (first: number, last: number) => Promise<GridRow[]>;
  see: (first: number, last: number) => void;
}

/** The rows under the heads of their categories; what is folded away stays so whatever else is asked for. */
export function useOutline(rows: GridRows): OutlinedRows {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set());
  const groups = rows.facets?.groups ?? noGroups;
  const total = rows.total ?? 0;
  const outline = useMemo(() => new Outline(total, groups, folded), [total, groups, folded]);
  const shown = useMemo(() => shownRows(rows, outline), [rows, outline]);
  const fold = useCallback(
    (slug: string) =>
      setFolded((now) => new Set(now.has(slug) ? [...now].filter((each) => each !== slug) : [...now, slug])),
    [],
  );
  return {
    outline,
    folded,
    fold,
    foldAll: (away) => setFolded(new Set(away ? groups.map(({ slug }) => slug) : [])),
    shown,
  };
}

/** Leads the keyboard on when rows are folded away, to the same row by its new place; other rows begin at the first. */
export function useOutlinedPlace(
  { outline }: Pick<OutlinedRows, 'outline'>,
  rows: GridRows,
  { at, from, end }: GridState,
  go: (row: number) => void,
): void {
  const before = useRef({ rows, outline });
  useEffect(() => {
    const last = before.current;
    before.current = { rows, outline };
    if (last.rows !== rows) {
      if (at.row !== 0 || from.row !== end.row) go(0);
    } else if (last.outline !== outline) {
      const row = outline.shownAt(Math.max(0, last.outline.placeOf(at.row)));
      if (row !== at.row || from.row !== end.row) go(row);
    }
  });
}

const shownRows = (rows: GridRows, outline: Outline): ShownRows => ({
  total: outline.rows,
  row: (index) => rows.row(outline.placeOf(index)),
  ensure: async (first, last) => {
    const found: GridRow[] = [];
    for (const [from, to] of runsOf(outline, first, last)) found.push(...(await rows.ensure(from, to)));
    return found;
  },
  see: (first, last) => {
    const places: number[] = [];
    for (let row = first; row <= last; row += 1) places.push(outline.placeOf(row));
    rows.seeAll(places);
  },
});

/** Shown rows as runs of places that follow one another. */
function runsOf(outline: Outline, first: number, last: number): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (let row = first; row <= last; row += 1) {
    const place = outline.placeOf(row);
    const run = runs.at(-1);
    if (run && run[1] + 1 === place) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ApiError } from '@tradeyard/api-client';
import type { GridRow } from './cell';
import { readGridPage, type GridQuestion } from './grid-requests';
import type { GridFacets } from './prices.queries';
import { RowCache, type RowPage } from './row-cache';

export type GridRows = RowCache<GridRow, GridFacets>;

const PAGE = 100;

/** Changes whenever prices are asked for again: the rows are no query themselves, but are as old as the others. */
const freshQuery = queryOptions({
  queryKey: ['prices', 'fresh'],
  queryFn: (): Promise<number> => Promise.resolve(performance.now()),
  staleTime: 0,
});

/**
 * The rows of the grid by their place, read as they come into sight. While another question is on its way the rows of
 * the last one stay.
 */
export function useRows(
  question: GridQuestion,
  drafts: readonly string[],
  ready: boolean,
): { rows: GridRows; waiting: boolean } {
  const key = JSON.stringify(question);
  const ids = drafts.join();
  const asked = useMemo((): GridRows => new RowCache(readerOf(key, ''), { pageSize: PAGE, mayCome }), [key]);
  const [shown, setShown] = useState(asked);
  const version = useSyncExternalStore(asked.subscribe, asked.snapshot);
  useSyncExternalStore(shown.subscribe, shown.snapshot);
  if (asked !== shown && version > 0) setShown(asked);

  const { data: fresh } = useQuery(freshQuery);
  const before = useRef<{ asked: GridRows; ids: string; fresh: number | undefined } | null>(null);
  useEffect(() => {
    if (!ready) return;
    asked.readBy(readerOf(key, ids));
    const last = before.current;
    before.current = { asked, ids, fresh };
    if (last?.asked !== asked) asked.see(0, 1);
    else if (last.ids !== ids || (last.fresh !== undefined && last.fresh !== fresh)) asked.refresh();
  }, [asked, key, ids, fresh, ready]);
  useEffect(
    () => () => {
      asked.close();
      before.current = null;
    },
    [asked],
  );

  return { rows: shown, waiting: asked !== shown };
}

/** No line, or a server that is down: all else is an answer, and would be the same again. */
const mayCome = (error: unknown): boolean => error instanceof ApiError && (error.status === 0 || error.status >= 500);

const readerOf = (question: string, drafts: string) => {
  const asked = JSON.parse(question) as GridQuestion;
  const ids = drafts ? drafts.split(',') : [];
  return (page: number, signal: AbortSignal): Promise<RowPage<GridRow, GridFacets>> =>
    readGridPage(asked, ids, { page, pageSize: PAGE }, signal);
};

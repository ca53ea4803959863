import { useMemo } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { useUrlState } from '../../shared/list/use-url-state';
import { useStaff } from '../../shared/session';
import type { Revision } from './prices.queries';

const OFTEN = 4_000;
const MOST = 200;

/** Every draft there is, the newest first; looked at again and again while the page is in sight. */
export const openDraftsQuery = queryOptions({
  queryKey: ['prices', 'open-drafts'],
  queryFn: (): Promise<Revision[]> =>
    api.data(
      api.http.GET('/api/v1/backoffice/price-revisions', {
        params: { query: { status: ['draft'], sort: '-createdAt', page: 1, pageSize: MOST } },
      }),
    ),
  refetchInterval: OFTEN,
});

export interface ChosenDrafts {
  /** Every draft of each table, the newest first. */
  byTable: ReadonlyMap<string, readonly Revision[]>;
  /** The one of a table that is shown and written into: the one that was chosen, else the newest. */
  chosen: ReadonlyMap<string, Revision>;
  list: readonly Revision[];
  choose: (draft: Revision) => void;
}

const none: Revision[] = [];

/** Which draft of each table one works in: one's own newest, or what was chosen, which the address remembers. */
export function useDrafts(
  tableIds: readonly string[],
  enabled: boolean,
): ChosenDrafts & { ready: boolean; error: unknown } {
  const url = useUrlState();
  const { data, error } = useQuery({ ...openDraftsQuery, enabled });
  const me = useStaff()?.id;
  const wanted = url.all('draft').join();
  const drafts = useMemo(
    () => chosenAmong(enabled ? (data ?? none) : none, tableIds, wanted.split(','), me),
    [data, tableIds, wanted, me, enabled],
  );
  const choose = (draft: Revision): void => {
    const others = new Set(drafts.byTable.get(draft.tableId)?.map(({ id }) => id));
    const kept = url.all('draft').filter((id) => !others.has(id));
    url.set({ draft: [...kept, draft.id] }, { replace: true });
  };
  return { ...drafts, choose, ready: !enabled || data !== undefined, error: data ? null : error };
}

/** The drafts of these tables, and of each the one to work in; what others have begun is nobody else's until chosen. */
export function chosenAmong(
  drafts: readonly Revision[],
  tableIds: readonly string[],
  wanted: readonly string[],
  me: string | undefined,
): Omit<ChosenDrafts, 'choose'> {
  const byTable = new Map<string, Revision[]>();
  const shown = new Set(tableIds);
  for (const draft of drafts) {
    if (shown.has(draft.tableId)) byTable.set(draft.tableId, [...(byTable.get(draft.tableId) ?? []), draft]);
  }
  const chosen = new Map<string, Revision>();
  for (const [tableId, all] of byTable) {
    all.sort((one, other) => other.number - one.number);
    const draft = all.find(({ id }) => wanted.includes(id)) ?? all.find(({ author }) => author?.id === me);
    if (draft) chosen.set(tableId, draft);
  }
  return { byTable, chosen, list: tableIds.flatMap((id) => chosen.get(id) ?? []) };
}

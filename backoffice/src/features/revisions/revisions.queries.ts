import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';
import type {
  DiffLine,
  DiffTotals,
  Impact,
  Revision,
  RevisionEvent,
  RevisionPlace,
  RevisionStatus,
} from './revision-views';

export type ListFacets = components['schemas']['RevisionFacetsView'];

export const onlyNames = ['outliers', 'below_floor', 'raised', 'lowered', 'added', 'removed', 'conflicts'] as const;
export type Only = (typeof onlyNames)[number];
export const sortNames = ['outliers', 'impact', '-percent', 'percent', 'sku'] as const;
export type DiffSort = (typeof sortNames)[number];

export interface ListFilter {
  status?: RevisionStatus;
  waitingForMe?: boolean;
  search: string;
  sort: 'goesLiveAt' | '-goesLiveAt' | 'createdAt' | '-createdAt';
}

export interface DiffFilter {
  only?: Only;
  search: string;
  sort: DiffSort;
}

/** Revisions of every table. */
export const revisionListQuery = ({ status, waitingForMe, search, sort }: ListFilter) =>
  listQuery<Revision, ListFacets>(['prices', 'documents', 'list', status, waitingForMe, search, sort], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/price-revisions', {
        params: {
          query: {
            ...(status && { status: [status] }),
            ...(waitingForMe && { waitingForMe }),
            ...(search && { search }),
            sort,
            page,
            pageSize: 50,
          },
        },
      }),
    ),
  );

const MOST_OF_A_MONTH = 200;

/** What went or goes live between two instants. */
export const calendarQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['prices', 'documents', 'calendar', from, to],
    queryFn: async (): Promise<Revision[]> => {
      const found: Revision[] = [];
      for (let page = 1; ; page += 1) {
        const { data, meta } = await api.answer(
          api.http.GET('/api/v1/backoffice/price-revisions', {
            params: { query: { from, to, sort: 'goesLiveAt', page, pageSize: MOST_OF_A_MONTH } },
          }),
        );
        found.push(...data);
        if (data.length === 0 || found.length >= (meta.page?.total ?? 0)) return found;
      }
    },
    placeholderData: keepPreviousData,
  });

const MINUTE = 60_000;

/** One revision as it stands now; asked again as its moment comes, and now and then besides. */
export const revisionQuery = ({ tableId, id }: RevisionPlace) =>
  queryOptions({
    queryKey: ['prices', 'documents', 'one', id],
    queryFn: (): Promise<Revision> =>
      api.data(
        api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}', {
          params: { path: { id: tableId, revisionId: id } },
        }),
      ),
    refetchInterval: ({ state: { data } }) => {
      if (data?.status !== 'scheduled') return MINUTE;
      const left = new Date(data.liveAt ?? data.goesLiveAt ?? 0).getTime() - Date.now();
      return Math.min(Math.max(left + 300, 1000), MINUTE);
    },
  });

/** What became of a revision and what was said about it, oldest first. */
export const eventsQuery = ({ tableId, id }: RevisionPlace) =>
  queryOptions({
    queryKey: ['prices', 'documents', 'events', id],
    queryFn: (): Promise<RevisionEvent[]> =>
      api.data(
        api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/events', {
          params: { path: { id: tableId, revisionId: id } },
        }),
      ),
  });

/** The lines of a revision, narrowed and sorted by the server. */
export const diffQuery = ({ tableId, id }: RevisionPlace, { only, search, sort }: DiffFilter) =>
  listQuery<DiffLine>(['prices', 'documents', 'diff', id, only, search, sort], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/diff', {
        params: {
          path: { id: tableId, revisionId: id },
          query: { ...(only && { only }), ...(search && { search }), sort, page, pageSize: 100 },
        },
      }),
    ),
  );

/** Where the same lines are had as a file that can be imported again. */
export function exportOf({ tableId, id }: RevisionPlace, { only, search, sort }: DiffFilter): string {
  const query = new URLSearchParams({ sort, ...(only && { only }), ...(search && { search }) });
  return `/api/v1/backoffice/price-tables/${tableId}/revisions/${id}/diff/export?${query.toString()}`;
}

const MOST_ON_A_PAGE = 200;

/** Every line of a revision, if there are no more than `most`; null when there are. */
export async function everyLine(
  { tableId, id }: RevisionPlace,
  most: number,
  only?: Only,
): Promise<readonly DiffLine[] | null> {
  const lines: DiffLine[] = [];
  for (let page = 1; ; page += 1) {
    const { data, meta } = await api.answer(
      api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/diff', {
        params: {
          path: { id: tableId, revisionId: id },
          query: { sort: 'sku', page, pageSize: MOST_ON_A_PAGE, ...(only && { only }) },
        },
      }),
    );
    const total = meta.page?.total ?? 0;
    if (total > most) return null;
    lines.push(...data);
    if (data.length === 0 || lines.length >= total) return lines;
  }
}

/** What all lines of a revision come to. */
export const totalsQuery = ({ tableId, id }: RevisionPlace) =>
  queryOptions({
    queryKey: ['prices', 'documents', 'diff', id, 'totals'],
    queryFn: async (): Promise<DiffTotals> => {
      const call = api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/diff', {
        params: { path: { id: tableId, revisionId: id }, query: { page: 1, pageSize: 1 } },
      });
      return (await api.answer(call)).meta.facets.totals;
    },
  });

/** Whom and how much a revision touches. */
export const impactQuery = ({ tableId, id }: RevisionPlace) =>
  queryOptions({
    queryKey: ['prices', 'documents', 'diff', id, 'impact'],
    queryFn: (): Promise<Impact> =>
      api.data(
        api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/impact', {
          params: { path: { id: tableId, revisionId: id } },
        }),
      ),
  });

/** Price tables by part of their name, for choosing one. */
export const tableChoiceQuery = (search: string) =>
  queryOptions({
    queryKey: ['prices', 'table-choice', search],
    queryFn: () =>
      api.data(
        api.http.GET('/api/v1/backoffice/price-tables', {
          params: { query: { ...(search && { search }), page: 1, pageSize: 30 } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Products by SKU or part of their name, for choosing one. */
export const productChoiceQuery = (search: string) =>
  queryOptions({
    queryKey: ['products', 'choice', search],
    queryFn: () =>
      api.data(
        api.http.GET('/api/v1/backoffice/products', {
          params: { query: { ...(search && { search }), page: 1, pageSize: 12 } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** A product with its units. */
export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', 'units', id],
    queryFn: () => api.data(api.http.GET('/api/v1/backoffice/products/{id}', { params: { path: { id } } })),
    staleTime: MINUTE,
  });

/** Asks again for everything that hangs on prices and their revisions. */
export const pricesChanged = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ['prices'] });

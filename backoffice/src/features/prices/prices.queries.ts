import { keepPreviousData, queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';

export type PriceTable = components['schemas']['PriceTableView'];
export type Revision = components['schemas']['RevisionView'];
export type DiffTotals = components['schemas']['DiffTotalsView'];
export type GridFacets = components['schemas']['GridFacetsView'];
type NewPriceTable = components['schemas']['NewPriceTable'];

/** Which tables stand side by side: the national ones with all states, one company's, or one table's. */
export type GridPlace = { of: 'states' } | { of: 'company'; id: string } | { of: 'table'; id: string };

const FULL_PAGE = 200;
const NEWEST = { page: 1, pageSize: 1 };

type TableFilter = { scope?: PriceTable['scope']; companyId?: string; search?: string };

const tablesOf = (filter: TableFilter): Promise<PriceTable[]> =>
  api.data(
    api.http.GET('/api/v1/backoffice/price-tables', {
      params: { query: { ...filter, page: 1, pageSize: FULL_PAGE } },
    }),
  );

const tableOf = (id: string): Promise<PriceTable> =>
  api.data(api.http.GET('/api/v1/backoffice/price-tables/{id}', { params: { path: { id } } }));

/** The tables of a place, national ones first. */
export const placeTablesQuery = (place: GridPlace) =>
  queryOptions({
    queryKey: ['prices', 'tables', place],
    queryFn: async (): Promise<PriceTable[]> => {
      const [national, own] = await Promise.all([
        tablesOf({ scope: 'national' }),
        place.of === 'states'
          ? tablesOf({ scope: 'state' })
          : place.of === 'company'
            ? tablesOf({ companyId: place.id })
            : tableOf(place.id).then((table) => [table]),
      ]);
      return [...national, ...own.filter(({ id }) => national.every((table) => table.id !== id))];
    },
  });

/** Price tables, page by page. */
export const tableListQuery = (filter: TableFilter) =>
  listQuery<PriceTable>(['prices', 'table-list', filter], (page) => {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as TableFilter;
    return api.answer(
      api.http.GET('/api/v1/backoffice/price-tables', { params: { query: { ...given, page, pageSize: 50 } } }),
    );
  });

/** One price table. */
export const tableQuery = (id: string) =>
  queryOptions({ queryKey: ['prices', 'table', id], queryFn: () => tableOf(id) });

/** The brands there are, by name. */
export const brandsQuery = queryOptions({
  queryKey: ['brands'],
  queryFn: async (): Promise<string[]> => {
    const { meta } = await api.answer(
      api.http.GET('/api/v1/catalog/products', { params: { query: { page: 1, pageSize: 1 } } }),
    );
    return meta.facets.brand.map(({ value }) => value).sort((one, other) => one.localeCompare(other));
  },
  staleTime: 300_000,
});

/** A revision as it stands now. */
export const revisionQuery = ({ tableId, id }: Pick<Revision, 'tableId' | 'id'>) =>
  queryOptions({
    queryKey: ['prices', 'revision', id],
    queryFn: (): Promise<Revision> =>
      api.data(
        api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}', {
          params: { path: { id: tableId, revisionId: id } },
        }),
      ),
  });

/** What a revision comes to, without its lines. */
export const totalsQuery = ({ tableId, id }: Pick<Revision, 'tableId' | 'id'>) =>
  queryOptions({
    queryKey: ['prices', 'diff', id, 'totals'],
    queryFn: async (): Promise<DiffTotals> => {
      const call = api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/diff', {
        params: { path: { id: tableId, revisionId: id }, query: NEWEST },
      });
      return (await api.answer(call)).meta.facets.totals;
    },
  });

/** Whom a revision touches as it stood in some version. */
export const impactQuery = ({ tableId, id, version }: Pick<Revision, 'tableId' | 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['prices', 'impact', id, version],
    queryFn: (): Promise<components['schemas']['ImpactView']> =>
      api.data(
        api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/impact', {
          params: { path: { id: tableId, revisionId: id } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Everything that was ever done to a table's prices, newest first. */
export const revisionsQuery = (tableId: string) =>
  listQuery<Revision>(['prices', 'revisions', tableId], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions', {
        params: { path: { id: tableId }, query: { page, pageSize: 30 } },
      }),
    ),
  );

/** Asks again for everything that depends on what is live. */
export const pricesChanged = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ['prices'] });

/**
 * Asks again for what drafts come to. A first answer that is still on its way may not know the change, and would not be
 * asked for anew while it is.
 */
export async function draftsChanged(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: ['prices', 'diff'] });
  await client.invalidateQueries({ queryKey: ['prices', 'diff'] });
}

/** Publishes a revision as it was looked at: refused when it changed since. */
export const publish = ({ tableId, id, version }: Revision) =>
  api.data(
    api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/publish', {
      params: { path: { id: tableId, revisionId: id } },
      body: { version },
    }),
  );

/** Makes price tables. */
export function useTableChanges() {
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (body: NewPriceTable) => api.data(api.http.POST('/api/v1/backoffice/price-tables', { body })),
    onSuccess: () => pricesChanged(client),
  });
  return { create };
}

/** The address of a table's prices. */
export const pricesOf = ({ id, scope }: PriceTable): string =>
  scope === 'company' ? `/prices?table=${id}` : '/prices';

/** The address of a revision's own page. */
export const revisionPath = ({ tableId, id }: Pick<Revision, 'tableId' | 'id'>): string =>
  `/prices/revisions/${tableId}/${id}`;

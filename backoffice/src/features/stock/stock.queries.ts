import { useMutation, useQueryClient, type InfiniteData, type UseMutationResult } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { listQuery, type ListPage } from '../../shared/list/use-list';

export type StockItem = components['schemas']['StockView'];
export type BranchLevel = components['schemas']['BranchStockView'];
export type Movement = components['schemas']['MovementView'];

export interface StockFilter {
  search: string;
  branch: string;
  status: 'low' | 'out' | '';
}

const LEVELS = 'levels';

/** Products with their stock, page after page; with a branch, figures and status are that branch's. */
export const stockQuery = ({ search, branch, status }: StockFilter) => {
  const query = { ...(search && { search }), ...(branch && { branch }), ...(status && { status }) };
  return listQuery<StockItem>(['stock', LEVELS, query], (page) =>
    api.answer(api.http.GET('/api/v1/backoffice/stock', { params: { query: { ...query, page, pageSize: 100 } } })),
  );
};

/** How a product's levels came to be, the newest first. */
export const movementsQuery = (productId: string) =>
  listQuery<Movement>(['stock', 'movements', productId], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/stock/{productId}/movements', {
        params: { path: { productId }, query: { page, pageSize: 50 } },
      }),
    ),
  );

export interface Count {
  productId: string;
  sku: string;
  branch: string;
  onHand: string;
  safety?: string;
  reason: string;
}

type Pages = InfiniteData<ListPage<StockItem>>;

/** Writes a counted level. Lists show it at once and step back when it is refused. */
export function useCount(): UseMutationResult<
  StockItem[],
  Error,
  Count,
  { before: [readonly unknown[], Pages | undefined][] }
> {
  const client = useQueryClient();
  const levels = { queryKey: ['stock', LEVELS] };
  return useMutation({
    mutationFn: ({ sku, branch, onHand, safety, reason }: Count): Promise<StockItem[]> =>
      api.data(
        api.http.PUT('/api/v1/backoffice/stock', { body: { lines: [{ sku, branch, onHand, safety, reason }] } }),
      ),
    onMutate: async ({ productId, branch, onHand, safety }) => {
      await client.cancelQueries(levels);
      const before = client.getQueriesData<Pages>(levels);
      const level = (at: BranchLevel): BranchLevel =>
        at.code === branch ? { ...at, onHand, safety: safety ?? at.safety } : at;
      client.setQueriesData<Pages>(
        levels,
        (pages) => pages && withItem(pages, productId, (item) => ({ ...item, branches: item.branches.map(level) })),
      );
      return { before };
    },
    onError: (_error, _count, context) => {
      for (const [key, pages] of context?.before ?? []) client.setQueryData(key, pages);
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['stock'] }),
        client.invalidateQueries({ queryKey: ['dashboard'] }),
        client.invalidateQueries({ queryKey: ['product'] }),
      ]),
  });
}

const withItem = (pages: Pages, productId: string, change: (item: StockItem) => StockItem): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({
    ...page,
    data: page.data.map((item) => (item.productId === productId ? change(item) : item)),
  })),
});

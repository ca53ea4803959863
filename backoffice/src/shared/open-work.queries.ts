import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api';
import { useMay } from './session';

export interface OpenWork {
  today: { orders: number; revenue: string };
  toConfirm: number;
  toShip: number;
  outOfStock: number;
  revenueByWeek: { weekStart: string; total: string; orders: number }[];
}

/** How much waits for somebody: what the dashboard counts. */
export const openWorkQuery = queryOptions({
  queryKey: ['dashboard'],
  queryFn: (): Promise<OpenWork> => api.data(api.http.GET('/api/v1/backoffice/dashboard')),
  refetchInterval: 60_000,
});

/** Counts beside the screens' names; none for whoever may not see orders. */
export function useOpenWork(): OpenWork | undefined {
  const may = useMay();
  return useQuery({ ...openWorkQuery, enabled: may('order.read') }).data;
}

/** How many price revisions wait for this person's approval. */
export const waitingRevisionsQuery = queryOptions({
  queryKey: ['prices', 'documents', 'waiting'],
  queryFn: async (): Promise<number> => {
    const call = api.http.GET('/api/v1/backoffice/price-revisions', {
      params: { query: { waitingForMe: true, page: 1, pageSize: 1 } },
    });
    return (await api.answer(call)).meta.facets.waitingForMe;
  },
  refetchInterval: 60_000,
});

/** What the side bar counts; nothing for whoever may not see or decide it. */
export function useOpenCounts(): Partial<Record<'toConfirm' | 'toShip' | 'outOfStock' | 'waitingForMe', number>> {
  const may = useMay();
  const work = useOpenWork();
  const waiting = useQuery({ ...waitingRevisionsQuery, enabled: may('price.publish') && may('price.read') }).data;
  return { toConfirm: work?.toConfirm, toShip: work?.toShip, outOfStock: work?.outOfStock, waitingForMe: waiting };
}

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

import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api';
import { useMay } from './session';

/** How much waits for somebody: what the dashboard counts. */
export const openWorkQuery = queryOptions({
  queryKey: ['dashboard'],
  queryFn: () => api.data(api.http.GET('/api/v1/backoffice/dashboard')),
  refetchInterval: 60_000,
});

/** Counts beside the screens' names; none for whoever may not see orders. */
export function useOpenWork(): { toConfirm: number; lowStock: number } | undefined {
  const may = useMay();
  return useQuery({ ...openWorkQuery, enabled: may('order.read') }).data;
}

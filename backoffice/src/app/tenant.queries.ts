import { queryOptions } from '@tanstack/react-query';
import type { Tenant } from '@tradeyard/app-kit';
import { api } from '../shared/api';

/** The store at this address. */
export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: async () => (await api.data(api.http.GET('/api/v1/tenant'))) as Tenant,
  staleTime: 'static',
  gcTime: Infinity,
});

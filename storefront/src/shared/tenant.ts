import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import type { Tenant } from '@tradeyard/app-kit';

/** The store at this address: its name, brand, currency and place. */
export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: async (): Promise<Tenant> => (await api.data(api.http.GET('/api/v1/tenant'))) as unknown as Tenant,
  staleTime: Infinity,
  gcTime: Infinity,
});

import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import type { Tenant } from '@tradeyard/app-kit';

/** The store at this address: its name, brand, currency and place. */
export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: (): Promise<Tenant> => api.data(api.http.GET('/api/v1/tenant')),
  staleTime: Infinity,
  gcTime: Infinity,
});

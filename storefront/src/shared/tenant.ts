import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api';
import type { Tenant } from './views';

/** The store at this address: its name, brand, currency and place. */
export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: async (): Promise<Tenant> => (await api.data(api.http.GET('/api/v1/tenant'))) as unknown as Tenant,
  staleTime: Infinity,
  gcTime: Infinity,
});

/** The store; known before the first screen is drawn. */
export function useTenant(): Tenant {
  return useSuspenseQuery(tenantQuery).data;
}

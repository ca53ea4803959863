import { queryOptions } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from './api';

/** How careful the store is with prices: whose leave a change needs, and what is looked at twice. */
export const pricingSettingsQuery = queryOptions({
  queryKey: ['pricing-settings'],
  queryFn: (): Promise<components['schemas']['PricingSettingsView']> =>
    api.data(api.http.GET('/api/v1/backoffice/pricing-settings')),
  staleTime: 60_000,
});

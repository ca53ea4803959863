import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../api';
import { bodyOf, type Ask } from './ask';

export type Explanation = components['schemas']['ExplanationView'];

/** The price of one product, and why. */
export const explanationQuery = (ask: Ask) =>
  queryOptions({
    queryKey: ['prices', 'explanation', ask],
    queryFn: (): Promise<Explanation> =>
      api.data(api.http.POST('/api/v1/backoffice/prices/resolve', { body: bodyOf(ask) })),
    enabled: ask.product !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export interface Choice {
  id: string;
  sku: string;
  name: string;
}

/** A few products by SKU or name, for choosing one. */
export const productChoiceQuery = (search: string) =>
  queryOptions({
    queryKey: ['products', 'choice', search],
    queryFn: async (): Promise<Choice[]> => {
      const call = api.http.GET('/api/v1/backoffice/products', {
        params: { query: { ...(search && { search }), page: 1, pageSize: 12 } },
      });
      return (await api.data(call)).map(({ id, sku, name }) => ({ id, sku, name }));
    },
    placeholderData: keepPreviousData,
  });

/** A product with the units it is sold in. */
export const askedProductQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', 'asked', id],
    queryFn: async () => {
      const call = api.http.GET('/api/v1/backoffice/products/{id}', { params: { path: { id } } });
      const { sku, name, baseUnit, units } = await api.data(call);
      return { id, sku, name, baseUnit, units };
    },
    enabled: id !== '',
  });

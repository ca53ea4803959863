import { queryOptions } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';

type Schemas = components['schemas'];
export type CartSummary = Schemas['StaffCartSummaryView'];
export type StaffCart = Schemas['StaffCartView'];
export type StaffCartLine = Schemas['StaffCartLineView'];

/** Carts buyers have open, of one company or of all. */
export const cartsQuery = (company: string) =>
  listQuery<CartSummary>(['carts', 'list', company], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/carts', {
        params: { query: { ...(company && { companyId: company }), page, pageSize: 50 } },
      }),
    ),
  );

/** One open cart at today's prices, each with its trace. */
export const staffCartQuery = (id: string) =>
  queryOptions({
    queryKey: ['carts', 'one', id],
    queryFn: (): Promise<StaffCart> =>
      api.data(api.http.GET('/api/v1/backoffice/carts/{id}', { params: { path: { id } } })),
    refetchOnWindowFocus: 'always',
  });

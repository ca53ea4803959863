import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';

type Schemas = components['schemas'];
export type BuyerTier = Schemas['BuyerTierView'];
export type TradeCode = Schemas['TradeCodeView'];
export type TradeCodeUse = Schemas['TradeCodeUseView'];
export type NewBuyerTier = Schemas['NewBuyerTier'];
export type NewTradeCode = Schemas['NewTradeCode'];

/** The standings companies can have. */
export const tiersQuery = queryOptions({
  queryKey: ['buyer-tiers'],
  queryFn: (): Promise<BuyerTier[]> => api.data(api.http.GET('/api/v1/backoffice/buyer-tiers')),
});

/** Every trade code. */
export const codesQuery = queryOptions({
  queryKey: ['trade-codes'],
  queryFn: (): Promise<TradeCode[]> => api.data(api.http.GET('/api/v1/backoffice/trade-codes')),
});

/** Who used a code, the newest first. */
export const usesQuery = (id: string) =>
  listQuery<TradeCodeUse>(['trade-codes', 'uses', id], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/trade-codes/{id}/uses', {
        params: { path: { id }, query: { page, pageSize: 30 } },
      }),
    ),
  );

/** A new tier, or a changed one; prices follow. */
export function useKeepTier() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ tier, body }: { tier: BuyerTier | null; body: NewBuyerTier }): Promise<BuyerTier> =>
      tier
        ? api.data(
            api.http.PATCH('/api/v1/backoffice/buyer-tiers/{id}', {
              params: { path: { id: tier.id } },
              body: { ...body, version: tier.version },
            }),
          )
        : api.data(api.http.POST('/api/v1/backoffice/buyer-tiers', { body })),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['buyer-tiers'] }),
        client.invalidateQueries({ queryKey: ['prices'] }),
      ]),
  });
}

/** A new code, or a changed one. */
export function useKeepCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, body }: { code: TradeCode | null; body: NewTradeCode }): Promise<TradeCode> =>
      code
        ? api.data(
            api.http.PATCH('/api/v1/backoffice/trade-codes/{id}', {
              params: { path: { id: code.id } },
              body: { ...body, version: code.version },
            }),
          )
        : api.data(api.http.POST('/api/v1/backoffice/trade-codes', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['trade-codes'] }),
  });
}

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { noonOf } from '../../shared/explain/ask';
import { listQuery } from '../../shared/list/use-list';
import { pricingSettingsQuery } from '../../shared/pricing-settings.queries';

type Schemas = components['schemas'];
export type Cost = Schemas['CostView'];
export type CostFacets = Schemas['CostFacetsView'];
export type PastCost = Schemas['CostHistoryView'];
export type PricingSettings = Schemas['PricingSettingsView'];
export type MarginFloor = Schemas['MarginFloorView'];
export type CostChange = Schemas['CostBody'];

export interface CostFilter {
  search: string;
  /** A category's slug. */
  category: string;
  missing: boolean;
  /** A day; empty is now. */
  date: string;
}

/** What products cost, page by page. */
export const costsQuery = ({ search, category, missing, date }: CostFilter) =>
  listQuery<Cost, CostFacets>(['costs', 'list', search, category, missing, date], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/costs', {
        params: {
          query: {
            ...(search && { search }),
            ...(category && { category }),
            ...(missing && { missing }),
            ...(date && { at: noonOf(date) }),
            page,
            pageSize: 100,
          },
        },
      }),
    ),
  );

/** What a product ever cost, newest first. */
export const costHistoryQuery = (productId: string) =>
  queryOptions({
    queryKey: ['costs', 'history', productId],
    queryFn: (): Promise<PastCost[]> =>
      api.data(api.http.GET('/api/v1/backoffice/costs/{productId}/history', { params: { path: { productId } } })),
  });

/** Enters costs; margins everywhere follow them. */
export function useCostChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['CostsBody']) => api.data(api.http.PUT('/api/v1/backoffice/costs', { body })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['costs'] }),
        client.invalidateQueries({ queryKey: ['prices'] }),
      ]),
  });
}

/** Takes one entry of a product's cost back; margins everywhere follow. */
export function useCostRemoval(productId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ validFrom }: PastCost) =>
      api.data(
        api.http.DELETE('/api/v1/backoffice/costs/{productId}/history', {
          params: { path: { productId }, query: { ...(validFrom && { validFrom }) } },
        }),
      ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['costs'] }),
        client.invalidateQueries({ queryKey: ['prices'] }),
      ]),
  });
}

/** Changes the settings; the answer is what is shown from then on. */
export function useSettingsChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['PricingSettingsBody']) =>
      api.data(api.http.PUT('/api/v1/backoffice/pricing-settings', { body })),
    onSuccess: (settings) => {
      client.setQueryData(pricingSettingsQuery.queryKey, settings);
      void client.invalidateQueries({ queryKey: ['margin-floors'] });
      void client.invalidateQueries({ queryKey: ['costs'] });
      void client.invalidateQueries({ queryKey: ['prices'] });
    },
    onError: () => client.invalidateQueries({ queryKey: pricingSettingsQuery.queryKey }),
  });
}

/** The least margin of every category. */
export const floorsQuery = queryOptions({
  queryKey: ['margin-floors'],
  queryFn: (): Promise<MarginFloor[]> => api.data(api.http.GET('/api/v1/backoffice/margin-floors')),
});

/** Sets floors; null takes one away. */
export function useFloorsChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (floors: Schemas['MarginFloorBody'][]) =>
      api.data(api.http.PUT('/api/v1/backoffice/margin-floors', { body: { floors } })),
    onSuccess: (floors) => {
      client.setQueryData(floorsQuery.queryKey, floors);
      void client.invalidateQueries({ queryKey: ['costs'] });
      void client.invalidateQueries({ queryKey: ['prices'] });
    },
  });
}

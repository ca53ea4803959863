import { queryOptions } from '@tanstack/react-query';
import type { StockState } from '@tradeyard/design-system';
import { api } from '../../shared/api';

interface WaitingOrder {
  id: string;
  number: string;
  company: { name: string };
  placedAt: string;
  total: string;
}

/** The orders to confirm that were placed first. Under the orders' key, so that a step refreshes it. */
export const waitingOrdersQuery = queryOptions({
  queryKey: ['orders', 'longest'],
  queryFn: (): Promise<WaitingOrder[]> =>
    api.data(
      api.http.GET('/api/v1/backoffice/orders', {
        params: { query: { status: ['placed'], sort: 'placedAt', page: 1, pageSize: 6 } },
      }),
    ),
  refetchInterval: 60_000,
});

interface ShortProduct {
  productId: string;
  sku: string;
  name: string;
  baseUnitName: string;
  available: string;
  status: StockState;
}

/** The products that run low. */
export const shortStockQuery = queryOptions({
  queryKey: ['stock', 'short'],
  queryFn: (): Promise<ShortProduct[]> =>
    api.data(api.http.GET('/api/v1/backoffice/stock', { params: { query: { status: 'low', page: 1, pageSize: 6 } } })),
});

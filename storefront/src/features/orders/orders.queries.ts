import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, queryClient } from '../../shared/api';
import { cartQuery } from '../../shared/cart/cart.queries';
import type { FilledCart, Order, OrderSummary, Page } from '../../shared/views';
import { ORDERS_PAGE, type OrdersFilter } from './orders-url';

/** One page of the company's orders, newest first. */
export const ordersQuery = ({ status, search, from, to, page }: OrdersFilter) =>
  queryOptions({
    queryKey: ['orders', 'list', { status, search, from, to, page }],
    queryFn: async (): Promise<{ orders: OrderSummary[]; page: Page }> => {
      const query = {
        status: status ? [status] : undefined,
        search: search || undefined,
        from: from || undefined,
        to: to || undefined,
        page,
        pageSize: ORDERS_PAGE,
      };
      const { data, meta } = await api.answer(api.http.GET('/api/v1/orders', { params: { query } }));
      return { orders: data, page: meta.page };
    },
    placeholderData: keepPreviousData,
  });

/** One order; looked at again now and then while it is under way. */
export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: (): Promise<Order> => api.data(api.http.GET('/api/v1/orders/{id}', { params: { path: { id } } })),
    staleTime: 10_000,
    refetchInterval: 60_000,
  });

/** Takes an order back, with a reason. */
export const cancelOrder = (id: string) =>
  mutationOptions({
    mutationFn: (reason: string): Promise<Order> =>
      api.data(api.http.POST('/api/v1/orders/{id}/cancel', { params: { path: { id } }, body: { reason } })),
    onSuccess: (order) => {
      queryClient.setQueryData(orderQuery(id).queryKey, order);
      void queryClient.invalidateQueries({ queryKey: ['orders', 'list'] });
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: orderQuery(id).queryKey }),
  });

/** Puts everything of an order into the cart again, at today's prices. */
export const reorder = (id: string) =>
  mutationOptions({
    mutationFn: (): Promise<FilledCart> =>
      api.data(api.http.POST('/api/v1/orders/{id}/reorder', { params: { path: { id } } })),
    onSuccess: (cart) => queryClient.setQueryData(cartQuery.queryKey, cart),
  });

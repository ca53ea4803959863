import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';
import { serverQuery, type QueueView } from './queue-url';
import type { FrozenTrace, Order, OrderSummary } from './order-views';

export interface QueueFacets {
  status: { value: string; count: number }[];
}

/** The queue as filtered, page after page. */
export const ordersQuery = (view: QueueView) => {
  const query = serverQuery(view);
  return listQuery<OrderSummary, QueueFacets>(['orders', query], (page) =>
    api.answer(api.http.GET('/api/v1/backoffice/orders', { params: { query: { ...query, page, pageSize: 100 } } })),
  );
};

/** One order with everything that happened to it. */
export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['order', id],
    queryFn: () => asOrder(api.data(api.http.GET('/api/v1/backoffice/orders/{id}', { params: { path: { id } } }))),
  });

/** Why a line of an order cost what it cost. */
export const frozenTraceQuery = (id: string, lineNo: number) =>
  queryOptions({
    queryKey: ['order', id, 'trace', lineNo],
    queryFn: async () =>
      (await api.data(
        api.http.GET('/api/v1/backoffice/orders/{id}/lines/{lineNo}/trace', { params: { path: { id, lineNo } } }),
      )) as object as FrozenTrace,
    staleTime: Infinity,
  });

export type StepRequest =
  | { step: 'confirm'; note?: string }
  | { step: 'reject' | 'cancel'; reason: string }
  | { step: 'ship'; lines: { lineNo: number; quantity: string }[]; branchId?: string; note?: string }
  | { step: 'deliver'; shipmentId?: string; note?: string }
  | { step: 'record_payment'; amount: string; reference?: string; key: string };

/** An order and what its caller saw of it. */
type Seen = Pick<Order, 'id' | 'version'>;

// The description of the API knows sources as text.
const asOrder = (answer: Promise<unknown>): Promise<Order> => answer as Promise<Order>;

function send({ id, version }: Seen, request: StepRequest): Promise<Order> {
  const params = { path: { id } };
  switch (request.step) {
    case 'confirm':
      return asOrder(
        api.data(
          api.http.POST('/api/v1/backoffice/orders/{id}/confirm', { params, body: { version, note: request.note } }),
        ),
      );
    case 'reject':
      return asOrder(
        api.data(
          api.http.POST('/api/v1/backoffice/orders/{id}/reject', { params, body: { version, reason: request.reason } }),
        ),
      );
    case 'cancel':
      return asOrder(
        api.data(
          api.http.POST('/api/v1/backoffice/orders/{id}/cancel', { params, body: { version, reason: request.reason } }),
        ),
      );
    case 'ship': {
      const { lines, branchId, note } = request;
      const body = { version, lines, branchId, note };
      return asOrder(api.data(api.http.POST('/api/v1/backoffice/orders/{id}/ship', { params, body })));
    }
    case 'deliver': {
      const { shipmentId, note } = request;
      const body = { version, shipmentId, note };
      return asOrder(api.data(api.http.POST('/api/v1/backoffice/orders/{id}/deliver', { params, body })));
    }
    case 'record_payment': {
      const { amount, reference, key } = request;
      const body = { version, amount, reference };
      return asOrder(
        api.data(
          api.http.POST('/api/v1/backoffice/orders/{id}/payments', {
            params,
            headers: { 'idempotency-key': key },
            body,
          }),
        ),
      );
    }
  }
}

/** One step of one order; the answered order is what the screens show from then on. */
export function useOrderStep(): UseMutationResult<Order, Error, { order: Seen; request: StepRequest }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ order, request }: { order: Seen; request: StepRequest }) => send(order, request),
    onSuccess: (order) => client.setQueryData(orderQuery(order.id).queryKey, order),
    onSettled: async (_answer, error, { order }) => {
      // Somebody else's change is what the person has to see next.
      if (error) await client.invalidateQueries({ queryKey: orderQuery(order.id).queryKey, exact: true });
      await Promise.all([
        client.invalidateQueries({ queryKey: ['orders'] }),
        client.invalidateQueries({ queryKey: ['dashboard'] }),
      ]);
    },
  });
}

export interface BulkOutcome {
  confirmed: OrderSummary[];
  refused: { order: OrderSummary; error: unknown }[];
}

/** Confirms several orders one after the other; what is refused does not stop the others. */
export function useConfirmMany(): UseMutationResult<BulkOutcome, Error, OrderSummary[]> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (orders: OrderSummary[]) => {
      const outcome: BulkOutcome = { confirmed: [], refused: [] };
      for (const order of orders) {
        try {
          const confirmed = await send(order, { step: 'confirm' });
          client.setQueryData(orderQuery(order.id).queryKey, confirmed);
          outcome.confirmed.push(order);
        } catch (error) {
          outcome.refused.push({ order, error });
        }
      }
      return outcome;
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['orders'] }),
        client.invalidateQueries({ queryKey: ['dashboard'] }),
      ]),
  });
}

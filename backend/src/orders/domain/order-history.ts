import type { Side } from '../../shared/permissions.js';
import type { OrderState } from './order.js';

export type OrderEventName =
  'placed' | 'confirmed' | 'rejected' | 'cancelled' | 'shipped' | 'delivered' | 'payment_recorded' | 'completed';

/** One thing that happened to an order: who, when, why; `facts` is plain JSON. */
export interface HistoryEntry {
  readonly id: string;
  readonly event: OrderEventName;
  readonly actor: { readonly id: string; readonly name: string; readonly kind: Side };
  readonly at: Date;
  readonly note: string | null;
  readonly facts: object | null;
}

/** What others hear of an order; types read `orders.order_placed`, `orders.order_shipped` and so on. */
export interface OrderAnnouncement {
  readonly type: `orders.order_${OrderEventName}`;
  readonly payload: {
    readonly orderId: string;
    readonly number: string;
    readonly companyId: string;
    readonly buyerId: string;
    readonly actorId: string;
    readonly note: string | null;
    readonly facts: object | null;
  };
}

/** Tells the outside what happened, one announcement per entry. */
export const announcementsOf = (
  { id, number, company, buyer }: OrderState,
  news: readonly HistoryEntry[],
): OrderAnnouncement[] =>
  news.map(({ event, actor, note, facts }) => ({
    type: `orders.order_${event}`,
    payload: { orderId: id, number, companyId: company.id, buyerId: buyer.id, actorId: actor.id, note, facts },
  }));

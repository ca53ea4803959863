import type { OrderLine, OrderSummary } from '../../shared/views';

/** How far a line got, in shares of its quantity that follow one another. */
export interface Progress {
  delivered: number;
  onTheWay: number;
  backordered: number;
}

const share = (part: number, whole: number): number => (whole > 0 ? Math.max(0, Math.min(1, part / whole)) : 0);

/** What of a line has arrived, is under way, or waits for stock. */
export function progressOf(line: Pick<OrderLine, 'quantity' | 'shipped' | 'delivered' | 'backordered'>): Progress {
  const [whole, shipped, delivered] = [Number(line.quantity), Number(line.shipped), Number(line.delivered)];
  return {
    delivered: share(delivered, whole),
    onTheWay: share(shipped - delivered, whole),
    backordered: line.backordered ? share(whole - shipped, whole) : 0,
  };
}

/** A quantity less another; both have at most three decimals. */
export const lessThan = (whole: string, part: string): string =>
  String(Math.round(Number(whole) * 1000 - Number(part) * 1000) / 1000);

/** Where an order stands in one word, and what that word means. */
export function standingOf({ status, fulfilmentStatus }: Pick<OrderSummary, 'status' | 'fulfilmentStatus'>): {
  word: OrderSummary['status'] | OrderSummary['fulfilmentStatus'];
  meaning: 'info' | 'brand' | 'success' | 'warning' | 'danger' | 'neutral';
} {
  if (status === 'pending_approval') return { word: status, meaning: 'warning' };
  if (status === 'placed') return { word: status, meaning: 'info' };
  if (status === 'completed') return { word: status, meaning: 'success' };
  if (status === 'rejected') return { word: status, meaning: 'danger' };
  if (status === 'cancelled') return { word: status, meaning: 'neutral' };
  if (fulfilmentStatus === 'unfulfilled') return { word: 'confirmed', meaning: 'brand' };
  return { word: fulfilmentStatus, meaning: fulfilmentStatus === 'delivered' ? 'success' : 'brand' };
}

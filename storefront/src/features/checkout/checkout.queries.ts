import { api } from '../../shared/api';

/** What the buyer decides when ordering. */
export interface OrderWish {
  cartVersion: number;
  jobSiteId?: string;
  poNumber?: string;
  requestedDate?: string;
  note?: string;
  payment: { method: PaymentMethod };
}

export type PaymentMethod = 'credit' | 'bank_transfer';

/** Orders the cart as it was shown, once per key. */
export function placeOrder(wish: OrderWish, key: string): Promise<{ id: string; number: string }> {
  return api.data(api.http.POST('/api/v1/orders', { body: wish, headers: { 'Idempotency-Key': key } }));
}

/** The days of terms like `net30`; null for a company that pays in advance. */
export function creditDays(terms: string | undefined): number | null {
  const days = /^net(\d{1,3})$/.exec(terms ?? '')?.[1];
  return days === undefined ? null : Number(days);
}

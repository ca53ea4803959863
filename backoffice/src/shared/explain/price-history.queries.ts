import type { components } from '@tradeyard/api-client';
import { api } from '../api';
import { listQuery } from '../list/use-list';

/** A price as it stood in a table for a while. */
export type HistoryEntry = components['schemas']['PastPriceView'];

export interface HistoryOf {
  productId: string;
  tableId?: string;
  unit?: string;
}

const PAGE = 100;

/** Every price a product ever had in the tables it stands in, newest first. */
export const priceHistoryQuery = (of: HistoryOf) =>
  listQuery<HistoryEntry>(['prices', 'history', of], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/price-history', { params: { query: { ...of, page, pageSize: PAGE } } }),
    ),
  );

/** From when until when a price was what people paid; null at either end is open. */
export function heldOf(entry: HistoryEntry): { from: string | null; to: string | null } {
  const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
  const sooner = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
  return { from: later(entry.liveFrom, entry.validFrom), to: sooner(entry.liveTo, entry.validTo) };
}

/** Whether a price held at an instant. */
export function heldAt(entry: HistoryEntry, instant: string): boolean {
  const { from, to } = heldOf(entry);
  return (from === null || from <= instant) && (to === null || instant < to);
}

import type { Api } from '@tradeyard/api-client';
import { api } from '../api';
import { listQuery, type ListPage } from '../list/use-list';

/** A price as it stood in a table for a while. */
export interface HistoryEntry {
  tableId: string;
  tableName: string;
  scope: 'company' | 'state' | 'national';
  stateCode: string | null;
  companyId: string | null;
  unit: string;
  minQuantity: string;
  unitPrice: string;
  validFrom: string | null;
  validTo: string | null;
  liveFrom: string;
  liveTo: string | null;
  revision: { id: string; number: number | null; name: string | null; author: string | null; liveAt: string | null };
}

export interface HistoryOf {
  productId: string;
  tableId?: string;
  unit?: string;
}

const PAGE = 100;
type AnyPath = (path: string, init: object) => ReturnType<Api['http']['GET']>;

/** Every price a product ever had in the tables it stands in, newest first. */
export const priceHistoryQuery = (of: HistoryOf) =>
  listQuery<HistoryEntry>(['prices', 'history', of], async (page) => {
    const query = { ...of, page, pageSize: PAGE };
    const call = (api.http.GET as unknown as AnyPath)('/api/v1/backoffice/price-history', { params: { query } });
    return (await api.answer(call as never)) as ListPage<HistoryEntry>;
  });

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

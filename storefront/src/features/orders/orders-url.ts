/** What the list of orders shows, as its address says it. */
export interface OrdersFilter {
  status: string;
  search: string;
  from: string;
  to: string;
  page: number;
}

export const orderViews = ['', 'placed', 'confirmed', 'completed', 'cancelled', 'rejected'] as const;
export const ORDERS_PAGE = 20;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address; what makes no sense counts as not said. */
export function readOrders(query: URLSearchParams): OrdersFilter {
  const day = (name: string): string => (DAY.test(query.get(name) ?? '') ? (query.get(name) ?? '') : '');
  const page = Number(query.get('page') ?? 1);
  return {
    status: orderViews.find((status) => status === query.get('status')) ?? '',
    search: query.get('search')?.trim() ?? '',
    from: day('from'),
    to: day('to'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Writes the address of a filter; what is as usual is left out. */
export function writeOrders({ status, search, from, to, page }: OrdersFilter): string {
  const query = new URLSearchParams();
  if (status) query.set('status', status);
  if (search) query.set('search', search);
  if (from) query.set('from', from);
  if (to) query.set('to', to);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `/orders?${text}` : '/orders';
}

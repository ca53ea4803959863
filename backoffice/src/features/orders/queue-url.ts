/** What the queue shows, as its address says it. */
export interface QueueView {
  view: QueueName;
  search: string;
  company: string;
  payment: string;
  from: string;
  to: string;
  sort: Sort;
}

/** The saved views of the queue, and what the server is asked for each. */
export const queues = {
  open: { status: ['placed', 'confirmed'] },
  toConfirm: { status: ['placed'] },
  toShip: { status: ['confirmed'], fulfilment: ['unfulfilled', 'partially_shipped'] },
  underway: { status: ['confirmed'], fulfilment: ['shipped', 'partially_delivered'] },
  closed: { status: ['completed', 'rejected', 'cancelled'] },
  all: {},
} as const satisfies Record<string, { status?: readonly string[]; fulfilment?: readonly string[] }>;
export type QueueName = keyof typeof queues;

export const queueNames = Object.keys(queues) as QueueName[];
export const payments = ['unpaid', 'authorized', 'partially_paid', 'paid'] as const;
const sorts = ['placedAt', '-placedAt', 'number', '-number', 'company', '-company', 'total', '-total'] as const;
export type Sort = (typeof sorts)[number];
const DEFAULT_SORT = '-placedAt';
const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address; what makes no sense counts as not said. */
export function readQueue(params: URLSearchParams): QueueView {
  const get = (name: string): string => params.get(name)?.trim() ?? '';
  const day = (name: string): string => (PLAIN_DAY.test(get(name)) ? get(name) : '');
  return {
    view: queueNames.find((name) => name === get('view')) ?? 'open',
    search: get('search'),
    company: get('company'),
    payment: payments.find((each) => each === get('payment')) ?? '',
    from: day('from'),
    to: day('to'),
    sort: sorts.find((each) => each === get('sort')) ?? DEFAULT_SORT,
  };
}

/** The address of another view with the same filters. */
export function linkTo(view: QueueView, name: QueueName): string {
  const query = new URLSearchParams();
  if (name !== 'open') query.set('view', name);
  for (const key of ['search', 'company', 'payment', 'from', 'to'] as const) if (view[key]) query.set(key, view[key]);
  if (view.sort !== DEFAULT_SORT) query.set('sort', view.sort);
  const text = query.toString();
  return text ? `/orders?${text}` : '/orders';
}

/** How many filters narrow the view; the search does not count. */
export const filtersOf = ({ company, payment, from, to }: QueueView): number =>
  [company, payment, from, to].filter(Boolean).length;

/** What the server is asked for this view. */
export function serverQuery({ view, search, company, payment, from, to, sort }: QueueView) {
  const { status, fulfilment }: { status?: readonly string[]; fulfilment?: readonly string[] } = queues[view];
  return {
    sort,
    ...(status && { status: [...status] }),
    ...(fulfilment && { fulfilment: [...fulfilment] }),
    ...(search && { search }),
    ...(company && { company }),
    ...(payment && { payment: [payment] }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

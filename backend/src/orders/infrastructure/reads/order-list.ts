import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { Money } from '../../../shared/money.js';
import { Offers } from '../../application/ports.js';
import {
  type FulfilmentStatus,
  type OrderStatus,
  orderStatuses,
  type PaymentStatus,
} from '../../domain/order-states.js';

/** Which orders are asked for; what is left out does not narrow. */
export interface OrderFilter {
  readonly companyId?: string;
  readonly statuses?: readonly string[];
  readonly payments?: readonly string[];
  readonly fulfilments?: readonly string[];
  readonly salesRepId?: string;
  /** Part of a number, PO, company, buyer, SKU or product name. */
  readonly search?: string;
  /** A day of the tenant's calendar, or an instant; both ends are included. */
  readonly from?: string;
  readonly to?: string;
}

export const orderSorts = {
  placedAt: 'o.placed_at, o.id',
  '-placedAt': 'o.placed_at desc, o.id',
  number: 'o.number, o.id',
  '-number': 'o.number desc, o.id',
  company: 'o.company_name, o.placed_at desc, o.id',
  '-company': 'o.company_name desc, o.placed_at desc, o.id',
  total: 'o.total, o.id',
  '-total': 'o.total desc, o.id',
} as const;
export type OrderSort = keyof typeof orderSorts;

/** An order as lists show it. */
export interface OrderSummary {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly placedAt: Date;
  readonly company: { readonly id: string; readonly name: string };
  readonly buyer: { readonly id: string; readonly name: string };
  readonly salesRepId: string | null;
  readonly poNumber: string | null;
  readonly deliverTo: string;
  readonly requestedDate: string | null;
  readonly expectedDate: string | null;
  readonly paymentMethod: string;
  readonly dueAt: Date | null;
  readonly lineCount: number;
  readonly backorderedCount: number;
  readonly currency: string;
  readonly total: Money;
  readonly balance: Money;
}

interface Row extends Omit<
  OrderSummary,
  'company' | 'buyer' | 'total' | 'balance' | 'paymentStatus' | 'fulfilmentStatus'
> {
  paymentStatus: PaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
  companyId: string;
  companyName: string;
  buyerId: string;
  buyerName: string;
  total: string;
  paid: string;
}

/** Reads lists of orders straight from the tables; text is searched through a function that an index serves. */
@Injectable()
export class OrderList {
  constructor(
    private readonly database: Database,
    private readonly offers: Offers,
  ) {}

  async page(
    filter: OrderFilter,
    sort: OrderSort,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<{ orders: OrderSummary[]; total: number }> {
    const { where, values } = await this.conditions(filter);
    const [{ rows }, total] = await Promise.all([
      this.database.query<Row>(
        `select o.id, o.number, o.version, o.status, o.payment_status as "paymentStatus",
                o.fulfilment_status as "fulfilmentStatus", o.placed_at as "placedAt", o.company_id as "companyId",
                o.company_name as "companyName", o.buyer_id as "buyerId", o.buyer_name as "buyerName",
                o.sales_rep_id as "salesRepId", o.po_number as "poNumber",
                coalesce(o.address ->> 'name', concat_ws(', ', o.address ->> 'line1', o.address ->> 'city')) as "deliverTo",
                o.requested_date::text as "requestedDate", l.expected::text as "expectedDate",
                o.payment_method as "paymentMethod", o.due_at as "dueAt", l.lines::int as "lineCount",
                l.backordered::int as "backorderedCount", o.currency, o.total, o.paid
         from (select * from orders.order o where ${where} order by ${orderSorts[sort]}
               limit $${values.length + 1} offset $${values.length + 2}) o
         cross join lateral (
           select count(*) as lines, count(*) filter (where backordered and shipped < quantity) as backordered,
                  max(expected_date) as expected
           from orders.order_line l where l.tenant_id = o.tenant_id and l.order_id = o.id) l
         order by ${orderSorts[sort]}`,
        [...values, pageSize, (page - 1) * pageSize],
      ),
      this.count(filter),
    ]);
    return { orders: rows.map(summaryOf), total };
  }

  /** How many orders stand where, the status filter itself set aside. */
  async countsByStatus(filter: OrderFilter): Promise<{ value: OrderStatus; count: number }[]> {
    const { where, values } = await this.conditions({ ...filter, statuses: undefined });
    const { rows } = await this.database.query<{ status: OrderStatus; count: number }>(
      `select o.status, count(*)::int as count from orders.order o where ${where} group by o.status`,
      values,
    );
    const counts = new Map(rows.map(({ status, count }) => [status, count]));
    return orderStatuses.map((value) => ({ value, count: counts.get(value) ?? 0 }));
  }

  private async count(filter: OrderFilter): Promise<number> {
    const { where, values } = await this.conditions(filter);
    const { rows } = await this.database.query<{ count: number }>(
      `select count(*)::int as count from orders.order o where ${where}`,
      values,
    );
    return rows[0]?.count ?? 0;
  }

  private async conditions(filter: OrderFilter): Promise<{ where: string; values: unknown[] }> {
    const values: unknown[] = [];
    const parts = ['true'];
    const add = (value: unknown, condition: (place: string) => string): void => {
      if (value === undefined) return;
      values.push(value);
      parts.push(condition(`$${values.length}`));
    };
    add(filter.companyId, (place) => `o.company_id = ${place}::uuid`);
    add(filter.salesRepId, (place) => `o.sales_rep_id = ${place}::uuid`);
    add(filter.statuses, (place) => `o.status = any(${place}::text[])`);
    add(filter.payments, (place) => `o.payment_status = any(${place}::text[])`);
    add(filter.fulfilments, (place) => `o.fulfilment_status = any(${place}::text[])`);
    add(
      filter.search && likePattern(filter.search),
      (place) => `o.id in (select orders.matching_orders(public.plain_text(${place})))`,
    );
    const { from, to } = await this.instants(filter);
    add(from, (place) => `o.placed_at >= ${place}::timestamptz`);
    add(to, (place) => `o.placed_at < ${place}::timestamptz`);
    return { where: parts.join(' and '), values };
  }

  /** Days begin and end in the tenant's time zone. */
  private async instants({ from, to }: OrderFilter): Promise<{ from?: Date; to?: Date }> {
    const instant = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));
    if (!isDay(from) && !isDay(to)) return { from: instant(from), to: instant(to) };
    const { timeZone } = await this.offers.store();
    const [day] = await this.database.sql<{ start: Date | null; end: Date | null }>`
      select ${isDay(from) ? from : null}::date::timestamp at time zone ${timeZone} as start,
             (${isDay(to) ? to : null}::date + 1)::timestamp at time zone ${timeZone} as end`;
    return { from: day?.start ?? instant(from), to: day?.end ?? instant(to) };
  }
}

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const summaryOf = ({ companyId, companyName, buyerId, buyerName, total, paid, ...row }: Row): OrderSummary => {
  const amount = Money.stored(total, row.currency);
  return {
    ...row,
    company: { id: companyId, name: companyName },
    buyer: { id: buyerId, name: buyerName },
    total: amount,
    balance: amount.minus(Money.stored(paid, row.currency)),
  };
};

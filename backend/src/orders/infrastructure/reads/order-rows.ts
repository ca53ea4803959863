import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { Money, UnitPrice } from '../../../shared/money.js';
import type { Side } from '../../../shared/permissions.js';
import { Quantity } from '../../../shared/quantity.js';
import type { Address } from '../../domain/customer.js';
import type { OrderState, Payment, Shipment } from '../../domain/order.js';
import type { OrderEventName } from '../../domain/order-history.js';
import type { OrderLine } from '../../domain/order-line.js';
import type { FulfilmentStatus, OrderStatus, PaymentStatus } from '../../domain/order-states.js';
import type { PaymentMethod } from '../../domain/payment-plan.js';

/** Something that happened to an order, as it was written down. */
export interface PastEvent {
  readonly at: Date;
  readonly actor: { readonly id: string | null; readonly name: string; readonly kind: Side };
  readonly event: OrderEventName;
  readonly note: string | null;
  readonly facts: object | null;
}

export interface FoundOrder {
  readonly state: OrderState;
  readonly history: readonly PastEvent[];
}

/** Reads one order with all its parts in one statement; traces stay where they are. */
@Injectable()
export class OrderRows {
  constructor(private readonly database: Database) {}

  /** Null when there is none, or when it is another company's; null asks for any company's. */
  async find(id: string, companyId: string | null): Promise<FoundOrder | null> {
    const [row] = await this.database.sql<Row>`
      select o.id, o.number, o.version, o.company_id, o.company_name, o.buyer_id, o.buyer_name, o.buyer_email,
             o.sales_rep_id, o.status, o.payment_status, o.fulfilment_status, o.placed_at, o.currency, o.job_site_id,
             o.address, o.state_code, o.po_number, o.requested_date::text, o.payment_method, o.payment_terms,
             o.payment_reference, o.due_at, o.trade_code, o.note, o.subtotal, o.tax, o.freight, o.total, o.paid,
             (select jsonb_agg(jsonb_build_object(
                'lineNo', l.line_no, 'productId', l.product_id, 'sku', l.sku, 'name', l.name, 'unit', l.unit,
                'unitName', l.unit_name, 'factor', l.factor::text, 'quantity', l.quantity::text,
                'unitPrice', l.unit_price::text, 'listPrice', l.list_price::text, 'lineTotal', l.line_total::text,
                'source', l.source, 'sourceLabel', l.source_label, 'badge', l.badge, 'derived', l.derived,
                'branchId', l.branch_id, 'branchCode', l.branch_code, 'branchName', l.branch_name,
                'expectedDate', l.expected_date, 'note', l.note, 'shipped', l.shipped::text,
                'delivered', l.delivered::text) order by l.line_no)
              from orders.order_line l where l.tenant_id = o.tenant_id and l.order_id = o.id) as lines,
             (select jsonb_agg(jsonb_build_object(
                'id', s.id, 'number', s.number, 'branchId', s.branch_id, 'branchName', s.branch_name,
                'shippedAt', s.shipped_at, 'deliveredAt', s.delivered_at, 'note', s.note,
                'lines', (select jsonb_agg(jsonb_build_object('lineNo', p.line_no, 'quantity', p.quantity::text)
                                           order by p.line_no)
                          from orders.shipment_line p where p.tenant_id = s.tenant_id and p.shipment_id = s.id))
                order by s.number)
              from orders.shipment s where s.tenant_id = o.tenant_id and s.order_id = o.id) as shipments,
             (select jsonb_agg(jsonb_build_object(
                'id', p.id, 'amount', p.amount::text, 'reference', p.reference, 'recordedBy', p.recorded_by,
                'recordedByName', p.recorded_by_name, 'at', p.at) order by p.at, p.id)
              from orders.payment p where p.tenant_id = o.tenant_id and p.order_id = o.id) as payments,
             (select jsonb_agg(jsonb_build_object(
                'at', e.at, 'actorId', e.actor_id, 'actorName', e.actor_name, 'actorKind', e.actor_kind,
                'event', e.event, 'note', e.note, 'facts', e.facts) order by e.at, e.id)
              from orders.order_event e where e.tenant_id = o.tenant_id and e.order_id = o.id) as events
      from orders.order o
      where o.id = ${id}::uuid and (${companyId}::uuid is null or o.company_id = ${companyId}::uuid)`;
    return row ? { state: stateOf(row), history: (row.events ?? []).map(eventOf) } : null;
  }
}

interface Row {
  id: string;
  number: string;
  version: number;
  company_id: string;
  company_name: string;
  buyer_id: string;
  buyer_name: string;
  buyer_email: string;
  sales_rep_id: string | null;
  status: OrderStatus;
  payment_status: PaymentStatus;
  fulfilment_status: FulfilmentStatus;
  placed_at: Date;
  currency: string;
  job_site_id: string | null;
  address: Partial<Address>;
  state_code: string;
  po_number: string | null;
  requested_date: string | null;
  payment_method: PaymentMethod;
  payment_terms: string;
  payment_reference: string | null;
  due_at: Date | null;
  trade_code: string | null;
  note: string | null;
  subtotal: string;
  tax: string;
  freight: string;
  total: string;
  paid: string;
  lines: LineJson[] | null;
  shipments: ShipmentJson[] | null;
  payments: PaymentJson[] | null;
  events: EventJson[] | null;
}

interface LineJson extends Pick<
  OrderLine,
  | 'lineNo'
  | 'productId'
  | 'sku'
  | 'name'
  | 'unit'
  | 'unitName'
  | 'source'
  | 'sourceLabel'
  | 'badge'
  | 'derived'
  | 'expectedDate'
  | 'note'
> {
  factor: string;
  quantity: string;
  unitPrice: string;
  listPrice: string | null;
  lineTotal: string;
  branchId: string | null;
  branchCode: string | null;
  branchName: string | null;
  shipped: string;
  delivered: string;
}

interface ShipmentJson extends Pick<Shipment, 'id' | 'number' | 'branchId' | 'branchName' | 'note'> {
  shippedAt: string;
  deliveredAt: string | null;
  lines: { lineNo: number; quantity: string }[] | null;
}

interface PaymentJson {
  id: string;
  amount: string;
  reference: string | null;
  recordedBy: string;
  recordedByName: string;
  at: string;
}

interface EventJson extends Pick<PastEvent, 'event' | 'note' | 'facts'> {
  at: string;
  actorId: string | null;
  actorName: string;
  actorKind: Side;
}

function stateOf(row: Row): OrderState {
  const money = (amount: string): Money => Money.stored(amount, row.currency);
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    company: { id: row.company_id, name: row.company_name },
    buyer: { id: row.buyer_id, name: row.buyer_name, email: row.buyer_email },
    salesRepId: row.sales_rep_id,
    status: row.status,
    paymentStatus: row.payment_status,
    fulfilmentStatus: row.fulfilment_status,
    placedAt: row.placed_at,
    currency: row.currency,
    jobSiteId: row.job_site_id,
    address: addressOf(row.address, row.state_code),
    stateCode: row.state_code,
    poNumber: row.po_number,
    requestedDate: row.requested_date,
    payment: {
      method: row.payment_method,
      terms: row.payment_terms,
      reference: row.payment_reference,
      dueAt: row.due_at,
    },
    tradeCode: row.trade_code,
    note: row.note,
    subtotal: money(row.subtotal),
    tax: money(row.tax),
    freight: money(row.freight),
    total: money(row.total),
    paid: money(row.paid),
    lines: (row.lines ?? []).map((line) => lineOf(line, money)),
    shipments: (row.shipments ?? []).map(shipmentOf),
    payments: (row.payments ?? []).map((payment) => paymentOf(payment, money)),
  };
}

const addressOf = (address: Partial<Address>, stateCode: string): Address => ({
  name: address.name ?? null,
  line1: address.line1 ?? '',
  line2: address.line2 ?? null,
  city: address.city ?? '',
  stateCode: address.stateCode ?? stateCode,
  postalCode: address.postalCode ?? '',
  contactName: address.contactName ?? null,
  contactPhone: address.contactPhone ?? null,
  accessNotes: address.accessNotes ?? null,
});

const lineOf = (
  { branchId, branchCode, branchName, ...line }: LineJson,
  money: (amount: string) => Money,
): OrderLine => ({
  ...line,
  factor: Quantity.stored(line.factor),
  quantity: Quantity.stored(line.quantity),
  unitPrice: UnitPrice.stored(line.unitPrice),
  listPrice: line.listPrice === null ? null : UnitPrice.stored(line.listPrice),
  lineTotal: money(line.lineTotal),
  branch: branchId === null ? null : { id: branchId, code: branchCode ?? '', name: branchName ?? '' },
  shipped: Quantity.stored(line.shipped),
  delivered: Quantity.stored(line.delivered),
});

const shipmentOf = ({ shippedAt, deliveredAt, lines, ...shipment }: ShipmentJson): Shipment => ({
  ...shipment,
  shippedAt: new Date(shippedAt),
  deliveredAt: deliveredAt === null ? null : new Date(deliveredAt),
  lines: (lines ?? []).map(({ lineNo, quantity }) => ({ lineNo, quantity: Quantity.stored(quantity) })),
});

const paymentOf = (
  { id, amount, reference, recordedBy, recordedByName, at }: PaymentJson,
  money: (amount: string) => Money,
): Payment => ({
  id,
  amount: money(amount),
  reference,
  recordedBy: { id: recordedBy, name: recordedByName },
  at: new Date(at),
});

const eventOf = ({ at, actorId, actorName, actorKind, ...event }: EventJson): PastEvent => ({
  ...event,
  at: new Date(at),
  actor: { id: actorId, name: actorName, kind: actorKind },
});

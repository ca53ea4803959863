import type { Side } from '../../shared/permissions.js';
import { Quantity } from '../../shared/quantity.js';
import { Order } from '../domain/order.js';
import { openQuantity, type OrderLine } from '../domain/order-line.js';
import {
  allowedSteps,
  type FulfilmentStatus,
  type OrderStatus,
  type OrderStep,
  type PaymentStatus,
} from '../domain/order-states.js';
import type { OrderSummary } from '../infrastructure/reads/order-list.js';
import type { FoundOrder } from '../infrastructure/reads/order-rows.js';

/** A company or a person, as an order froze it. */
export class NamedView {
  id!: string;
  name!: string;
}

/** Who placed an order, and where mail about it goes. */
export class OrderBuyerView extends NamedView {
  email!: string;
}

/** The branch that hands goods out. */
export class OrderBranchView extends NamedView {
  code!: string;
}

/** Where the goods go; `name` is the job site's. */
export class OrderAddressView {
  name!: string | null;
  line1!: string;
  line2!: string | null;
  city!: string;
  stateCode!: string;
  postalCode!: string;
  contactName!: string | null;
  contactPhone!: string | null;
  accessNotes!: string | null;
}

/** A line as it was agreed, with how much of it left and arrived. */
export class OrderLineView {
  lineNo!: number;
  productId!: string;
  sku!: string;
  name!: string;
  unit!: string;
  unitName!: string;
  factor!: string;
  quantity!: string;
  unitPrice!: string;
  listPrice!: string | null;
  lineTotal!: string;
  source!: string;
  sourceLabel!: string;
  badge!: object | null;
  /** Null while backordered. */
  branch!: OrderBranchView | null;
  backordered!: boolean;
  expectedDate!: string | null;
  note!: string | null;
  shipped!: string;
  delivered!: string;
  open!: string;
}

/** So much of a line, in its unit. */
export class ShipmentLineView {
  lineNo!: number;
  quantity!: string;
}

/** Goods that left one branch together. */
export class ShipmentView {
  id!: string;
  number!: number;
  branch!: NamedView;
  shippedAt!: string;
  deliveredAt!: string | null;
  note!: string | null;
  lines!: ShipmentLineView[];
}

/** Money that came in. */
export class PaymentView {
  id!: string;
  amount!: string;
  reference!: string | null;
  recordedBy!: NamedView;
  at!: string;
}

/** Who did something to an order. */
export class OrderActorView {
  id!: string | null;
  name!: string;
  kind!: Side;
}

/** Something that happened, oldest first. */
export class OrderHistoryView {
  at!: string;
  actor!: OrderActorView;
  event!: string;
  note!: string | null;
  facts!: object | null;
}

/** An order in full. */
export class OrderView {
  id!: string;
  number!: string;
  version!: number;
  status!: OrderStatus;
  paymentStatus!: PaymentStatus;
  fulfilmentStatus!: FulfilmentStatus;
  placedAt!: string;
  company!: NamedView;
  buyer!: OrderBuyerView;
  salesRepId!: string | null;
  jobSiteId!: string | null;
  address!: OrderAddressView;
  stateCode!: string;
  poNumber!: string | null;
  note!: string | null;
  tradeCode!: string | null;
  requestedDate!: string | null;
  /** The last day backordered goods are expected, when there are any. */
  expectedDate!: string | null;
  paymentMethod!: string;
  paymentTerms!: string;
  /** What to quote with a bank transfer. */
  paymentReference!: string | null;
  dueAt!: string | null;
  currency!: string;
  subtotal!: string;
  tax!: string;
  freight!: string;
  total!: string;
  paid!: string;
  balance!: string;
  lines!: OrderLineView[];
  shipments!: ShipmentView[];
  payments!: PaymentView[];
  history!: OrderHistoryView[];
  /** The steps its state allows this side; whether a person may take them, their permissions say. */
  allowed!: OrderStep[];
}

/** An order as lists show it. */
export class OrderSummaryView {
  id!: string;
  number!: string;
  version!: number;
  status!: OrderStatus;
  paymentStatus!: PaymentStatus;
  fulfilmentStatus!: FulfilmentStatus;
  placedAt!: string;
  company!: NamedView;
  buyer!: NamedView;
  salesRepId!: string | null;
  poNumber!: string | null;
  deliverTo!: string;
  requestedDate!: string | null;
  expectedDate!: string | null;
  paymentMethod!: string;
  dueAt!: string | null;
  lineCount!: number;
  backorderedCount!: number;
  currency!: string;
  total!: string;
  balance!: string;
}

/** How many orders stand in one status. */
export class StatusCountView {
  value!: OrderStatus;
  count!: number;
}

/** The tabs of the orders queue. */
export class OrderFacetsView {
  status!: StatusCountView[];
}

/** Why a line cost what it cost, as it was frozen when the order was placed. */
export class FrozenTraceView {
  sku!: string;
  name!: string;
  unit!: string;
  quantity!: string;
  unitPrice!: string;
  listPrice!: string | null;
  currency!: string;
  source!: string;
  sourceLabel!: string;
  derived!: boolean;
  trace!: object;
}

export const toOrderSummaryView = ({ placedAt, dueAt, total, balance, ...order }: OrderSummary): OrderSummaryView => ({
  ...order,
  placedAt: placedAt.toISOString(),
  dueAt: dueAt?.toISOString() ?? null,
  total: total.toString(),
  balance: balance.toString(),
});

/** An order for one side: what its state allows differs for buyers and staff. */
export function toOrderView({ state, history }: FoundOrder, side: Side): OrderView {
  return {
    id: state.id,
    number: state.number,
    version: state.version,
    status: state.status,
    paymentStatus: state.paymentStatus,
    fulfilmentStatus: state.fulfilmentStatus,
    placedAt: state.placedAt.toISOString(),
    company: state.company,
    buyer: state.buyer,
    salesRepId: state.salesRepId,
    jobSiteId: state.jobSiteId,
    address: state.address,
    stateCode: state.stateCode,
    poNumber: state.poNumber,
    note: state.note,
    tradeCode: state.tradeCode,
    requestedDate: state.requestedDate,
    expectedDate: lastExpected(state.lines),
    paymentMethod: state.payment.method,
    paymentTerms: state.payment.terms,
    paymentReference: state.payment.reference,
    dueAt: state.payment.dueAt?.toISOString() ?? null,
    currency: state.currency,
    subtotal: state.subtotal.toString(),
    tax: state.tax.toString(),
    freight: state.freight.toString(),
    total: state.total.toString(),
    paid: state.paid.toString(),
    balance: state.total.minus(state.paid).toString(),
    lines: state.lines.map(toLineView),
    shipments: state.shipments.map(({ branchId, branchName, shippedAt, deliveredAt, lines, ...shipment }) => ({
      ...shipment,
      branch: { id: branchId, name: branchName },
      shippedAt: shippedAt.toISOString(),
      deliveredAt: deliveredAt?.toISOString() ?? null,
      lines: lines.map(({ lineNo, quantity }) => ({ lineNo, quantity: quantity.toString() })),
    })),
    payments: state.payments.map(({ amount, at, ...payment }) => ({
      ...payment,
      amount: amount.toString(),
      at: at.toISOString(),
    })),
    history: history.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    allowed: allowedSteps(Order.restore(state).standing, side),
  };
}

const toLineView = (line: OrderLine): OrderLineView => ({
  lineNo: line.lineNo,
  productId: line.productId,
  sku: line.sku,
  name: line.name,
  unit: line.unit,
  unitName: line.unitName,
  factor: line.factor.toString(),
  quantity: line.quantity.toString(),
  unitPrice: line.unitPrice.toString(),
  listPrice: line.listPrice?.toString() ?? null,
  lineTotal: line.lineTotal.toString(),
  source: line.source,
  sourceLabel: line.sourceLabel,
  badge: line.badge,
  branch: line.branch,
  backordered: line.branch === null && !openQuantity(line).equals(Quantity.zero),
  expectedDate: line.expectedDate,
  note: line.note,
  shipped: line.shipped.toString(),
  delivered: line.delivered.toString(),
  open: openQuantity(line).toString(),
});

const lastExpected = (lines: readonly OrderLine[]): string | null =>
  lines.reduce<string | null>(
    (last, { expectedDate }) => (expectedDate && (!last || expectedDate > last) ? expectedDate : last),
    null,
  );

import { newId } from '../../shared/ids.js';
import { Money } from '../../shared/money.js';
import type { Side } from '../../shared/permissions.js';
import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { Address } from './customer.js';
import type { HistoryEntry, OrderEventName } from './order-history.js';
import { type OrderLine, openQuantity, progressOf } from './order-line.js';
import {
  fulfilmentOf,
  type FulfilmentStatus,
  type OrderStatus,
  type OrderStep,
  type PaymentStatus,
  refusalOfStep,
  type Standing,
  type TransitionRefused,
} from './order-states.js';
import type { PaymentPlan } from './payment-plan.js';
import { type Consignment, planShipping, type ShippingError, type ShippingRequest } from './shipping.js';

/** Who does something to an order, when, and why. */
export interface Act {
  readonly actor: { readonly id: string; readonly name: string; readonly kind: Side };
  readonly at: Date;
  readonly note?: string | null;
}

export interface Shipment {
  readonly id: string;
  readonly number: number;
  readonly branchId: string;
  readonly branchName: string;
  readonly shippedAt: Date;
  readonly deliveredAt: Date | null;
  readonly note: string | null;
  readonly lines: readonly { readonly lineNo: number; readonly quantity: Quantity }[];
}

export interface Payment {
  readonly id: string;
  readonly amount: Money;
  readonly reference: string | null;
  readonly recordedBy: { readonly id: string; readonly name: string };
  readonly at: Date;
}

/** Everything an order is made of; what is agreed at placing never changes. */
export interface OrderState {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly company: { readonly id: string; readonly name: string };
  readonly buyer: { readonly id: string; readonly name: string; readonly email: string };
  readonly salesRepId: string | null;
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly placedAt: Date;
  readonly currency: string;
  readonly jobSiteId: string | null;
  readonly address: Address;
  readonly stateCode: string;
  readonly poNumber: string | null;
  readonly requestedDate: string | null;
  readonly payment: PaymentPlan;
  readonly tradeCode: string | null;
  readonly note: string | null;
  readonly subtotal: Money;
  readonly tax: Money;
  readonly freight: Money;
  readonly total: Money;
  readonly paid: Money;
  readonly lines: readonly OrderLine[];
  readonly shipments: readonly Shipment[];
  readonly payments: readonly Payment[];
}

export type ShipmentNotFound = { readonly code: 'shipment.not_found' };
export type PaymentError =
  | { readonly code: 'payment.amount_not_positive' }
  | { readonly code: 'payment.exceeds_balance'; readonly balance: string };

/** A purchase as agreed, with three machines side by side; every step yields the next order or why it is refused. */
export class Order {
  private constructor(
    readonly state: OrderState,
    /** What happened since it was read, not yet written down. */
    readonly news: readonly HistoryEntry[] = [],
  ) {}

  static place(agreed: Omit<OrderState, OpenedByPlacing>, act: Act): Order {
    const nothing = Money.zero(agreed.currency);
    const free = agreed.total.compare(nothing) === 0;
    const order = new Order({
      ...agreed,
      version: 1,
      status: 'placed',
      paymentStatus: free ? 'paid' : 'unpaid',
      fulfilmentStatus: 'unfulfilled',
      placedAt: act.at,
      paid: nothing,
      shipments: [],
      payments: [],
    });
    return order.after('placed', {}, act);
  }

  static restore(state: OrderState): Order {
    return new Order(state);
  }

  get standing(): Standing {
    const { status, paymentStatus, fulfilmentStatus, lines, shipments } = this.state;
    return {
      status,
      paymentStatus,
      fulfilmentStatus,
      hasOpenGoods: lines.some((line) => !openQuantity(line).equals(Quantity.zero)),
      hasGoodsUnderway: shipments.some(({ deliveredAt }) => deliveredAt === null),
    };
  }

  confirm(act: Act): Result<Order, TransitionRefused> {
    return this.refusal('confirm', act) ?? ok(this.after('confirmed', { status: 'confirmed' }, act));
  }

  reject(act: Act): Result<Order, TransitionRefused> {
    return this.refusal('reject', act) ?? ok(this.after('rejected', { status: 'rejected' }, act));
  }

  cancel(act: Act): Result<Order, TransitionRefused> {
    return this.refusal('cancel', act) ?? ok(this.after('cancelled', { status: 'cancelled' }, act));
  }

  /** Sends goods off, one shipment per branch; also says what leaves each branch in base units. */
  ship(
    request: ShippingRequest,
    act: Act,
  ): Result<{ order: Order; consignments: Consignment[] }, TransitionRefused | ShippingError> {
    const refused = this.refusal('ship', act);
    if (refused) return refused;
    const planned = planShipping(this.state.lines, request);
    if (!planned.ok) return planned;
    const order = planned.value.reduce<Order>((sofar, consignment) => sofar.sending(consignment, act), this);
    return ok({ order, consignments: planned.value });
  }

  /** Notes that a shipment arrived, or all that are underway. */
  deliver(shipmentId: string | undefined, act: Act): Result<Order, TransitionRefused | ShipmentNotFound> {
    const { shipments } = this.state;
    if (shipmentId && !shipments.some(({ id }) => id === shipmentId)) return err({ code: 'shipment.not_found' });
    const refused = this.refusal('deliver', act);
    if (refused) return refused;
    const arriving = shipments.filter(({ id, deliveredAt }) => !deliveredAt && (!shipmentId || id === shipmentId));
    if (arriving.length === 0) {
      return err({ code: 'order.transition_not_allowed', from: 'delivered', to: 'delivered' });
    }
    return ok(arriving.reduce<Order>((sofar, shipment) => sofar.receiving(shipment, act), this).completedIfDone(act));
  }

  recordPayment(
    { amount, reference }: { amount: Money; reference: string | null },
    act: Act,
  ): Result<Order, TransitionRefused | PaymentError> {
    const refused = this.refusal('record_payment', act);
    if (refused) return refused;
    const { total, paid, payments, currency } = this.state;
    if (amount.compare(Money.zero(currency)) <= 0) return err({ code: 'payment.amount_not_positive' });
    const balance = total.minus(paid);
    if (amount.compare(balance) > 0) return err({ code: 'payment.exceeds_balance', balance: balance.toString() });

    const recordedBy = { id: act.actor.id, name: act.actor.name };
    const payment: Payment = { id: newId(), amount, reference, recordedBy, at: act.at };
    const paymentStatus = amount.compare(balance) === 0 ? 'paid' : 'partially_paid';
    const change = { paid: paid.plus(amount), payments: [...payments, payment], paymentStatus } as const;
    const facts = { amount: amount.toString(), reference };
    return ok(this.after('payment_recorded', change, act, facts).completedIfDone(act));
  }

  /** The order as it now stands in the store. */
  kept(): Order {
    return new Order({ ...this.state, version: this.state.version + 1 });
  }

  private refusal(step: OrderStep, { actor }: Act): Result<never, TransitionRefused> | null {
    const refusal = refusalOfStep(step, this.standing, actor.kind);
    return refusal && err(refusal);
  }

  private sending({ branch, lines: parts }: Consignment, act: Act): Order {
    const sent = new Map(parts.map(({ lineNo, quantity }) => [lineNo, quantity]));
    const lines = this.state.lines.map((line) => {
      const quantity = sent.get(line.lineNo);
      return quantity ? { ...line, branch: line.branch ?? branch, shipped: line.shipped.plus(quantity) } : line;
    });
    const shipment: Shipment = {
      id: newId(),
      number: this.state.shipments.length + 1,
      branchId: branch.id,
      branchName: branch.name,
      shippedAt: act.at,
      deliveredAt: null,
      note: act.note ?? null,
      lines: parts.map(({ lineNo, quantity }) => ({ lineNo, quantity })),
    };
    const fulfilmentStatus = fulfilmentOf(lines.map(progressOf));
    const facts = {
      shipmentId: shipment.id,
      shipment: shipment.number,
      branch: branch.name,
      isLast: lines.every((line) => progressOf(line).isShipped),
      lines: parts.map(({ lineNo, quantity }) => ({ lineNo, quantity: quantity.toString() })),
    };
    return this.after(
      'shipped',
      { lines, shipments: [...this.state.shipments, shipment], fulfilmentStatus },
      act,
      facts,
    );
  }

  private receiving(shipment: Shipment, act: Act): Order {
    const received = new Map(shipment.lines.map(({ lineNo, quantity }) => [lineNo, quantity]));
    const lines = this.state.lines.map((line) => {
      const quantity = received.get(line.lineNo);
      return quantity ? { ...line, delivered: line.delivered.plus(quantity) } : line;
    });
    const shipments = this.state.shipments.map((other) =>
      other.id === shipment.id ? { ...other, deliveredAt: act.at } : other,
    );
    const fulfilmentStatus = fulfilmentOf(lines.map(progressOf));
    const facts = { shipmentId: shipment.id, shipment: shipment.number };
    return this.after('delivered', { lines, shipments, fulfilmentStatus }, act, facts);
  }

  /** Delivered and paid is all there is to do. */
  private completedIfDone(act: Act): Order {
    const { status, paymentStatus, fulfilmentStatus } = this.state;
    if (status !== 'confirmed' || paymentStatus !== 'paid' || fulfilmentStatus !== 'delivered') return this;
    return this.after('completed', { status: 'completed' }, { ...act, note: null });
  }

  private after(event: OrderEventName, change: Partial<OrderState>, act: Act, facts: object | null = null): Order {
    const entry: HistoryEntry = { id: newId(), event, actor: act.actor, at: act.at, note: act.note ?? null, facts };
    return new Order({ ...this.state, ...change }, [...this.news, entry]);
  }
}

type OpenedByPlacing =
  'version' | 'status' | 'paymentStatus' | 'fulfilmentStatus' | 'placedAt' | 'paid' | 'shipments' | 'payments';

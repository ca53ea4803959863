import type { Side } from '../../shared/permissions.js';

export const orderStatuses = ['pending_approval', 'placed', 'confirmed', 'completed', 'rejected', 'cancelled'] as const;
export const paymentStatuses = [
  'unpaid',
  'authorized',
  'partially_paid',
  'paid',
  'partially_refunded',
  'refunded',
] as const;
export const fulfilmentStatuses = [
  'unfulfilled',
  'partially_shipped',
  'shipped',
  'partially_delivered',
  'delivered',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];
export type PaymentStatus = (typeof paymentStatuses)[number];
export type FulfilmentStatus = (typeof fulfilmentStatuses)[number];

type Moves<Status extends string> = Readonly<Record<Status, readonly Status[]>>;

/** Where an order may go from where it stands. */
export const orderMoves: Moves<OrderStatus> = {
  pending_approval: ['placed', 'rejected', 'cancelled'],
  placed: ['confirmed', 'rejected', 'cancelled'],
  confirmed: ['completed', 'cancelled'],
  completed: [],
  rejected: [],
  cancelled: [],
};

/** Where its payment may go; several part payments follow one another. */
export const paymentMoves: Moves<PaymentStatus> = {
  unpaid: ['authorized', 'partially_paid', 'paid'],
  authorized: ['partially_paid', 'paid'],
  partially_paid: ['partially_paid', 'paid', 'partially_refunded', 'refunded'],
  paid: ['partially_refunded', 'refunded'],
  partially_refunded: ['partially_refunded', 'refunded'],
  refunded: [],
};

/** Where its goods may go; several shipments follow one another, and one may arrive before the next leaves. */
export const fulfilmentMoves: Moves<FulfilmentStatus> = {
  unfulfilled: ['partially_shipped', 'shipped'],
  partially_shipped: ['partially_shipped', 'shipped', 'partially_delivered'],
  shipped: ['partially_delivered', 'delivered'],
  partially_delivered: ['partially_delivered', 'delivered'],
  delivered: [],
};

/** Where an order stands in all three machines at once. */
export interface Standing {
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  /** Whether any line has goods that were not shipped yet. */
  readonly hasOpenGoods: boolean;
  /** Whether any shipment has not arrived yet. */
  readonly hasGoodsUnderway: boolean;
}

export const orderSteps = ['confirm', 'reject', 'cancel', 'ship', 'deliver', 'record_payment'] as const;
export type OrderStep = (typeof orderSteps)[number];

export interface TransitionRefused {
  readonly code: 'order.transition_not_allowed';
  readonly from: string;
  readonly to: string;
}

/** Why a side may not take a step from here; null when it may. Buyers may only cancel, and only until it is confirmed. */
export function refusalOfStep(step: OrderStep, standing: Standing, side: Side): TransitionRefused | null {
  const { status, paymentStatus, fulfilmentStatus } = standing;
  const live = status === 'confirmed';
  switch (step) {
    case 'confirm':
      return unless(side === 'staff' && orderMoves[status].includes('confirmed'), status, 'confirmed');
    case 'reject':
      return unless(side === 'staff' && orderMoves[status].includes('rejected'), status, 'rejected');
    case 'cancel': {
      if (side === 'buyer') return unless(status === 'placed' || status === 'pending_approval', status, 'cancelled');
      const dispatched = live && fulfilmentStatus !== 'unfulfilled';
      const allowed = orderMoves[status].includes('cancelled') && !dispatched;
      return unless(allowed, dispatched ? fulfilmentStatus : status, 'cancelled');
    }
    case 'ship':
      return unless(side === 'staff' && live && standing.hasOpenGoods, live ? fulfilmentStatus : status, 'shipped');
    case 'deliver': {
      const allowed = side === 'staff' && live && standing.hasGoodsUnderway;
      return unless(allowed, live ? fulfilmentStatus : status, 'delivered');
    }
    case 'record_payment': {
      const payable = live || status === 'placed';
      const allowed = side === 'staff' && payable && paymentMoves[paymentStatus].includes('paid');
      return unless(allowed, payable ? paymentStatus : status, 'paid');
    }
  }
}

/** The steps a side may take from here, whatever a person's own permissions. */
export const allowedSteps = (standing: Standing, side: Side): OrderStep[] =>
  orderSteps.filter((step) => refusalOfStep(step, standing, side) === null);

const unless = (allowed: boolean, from: string, to: string): TransitionRefused | null =>
  allowed ? null : { code: 'order.transition_not_allowed', from, to };

/** What the lines say about the whole: all, some or none of it shipped and delivered. */
export function fulfilmentOf(
  lines: readonly {
    readonly isShipped: boolean;
    readonly isDelivered: boolean;
    readonly anyShipped: boolean;
    readonly anyDelivered: boolean;
  }[],
): FulfilmentStatus {
  if (lines.every((line) => line.isDelivered)) return 'delivered';
  if (lines.some((line) => line.anyDelivered)) return 'partially_delivered';
  if (lines.every((line) => line.isShipped)) return 'shipped';
  return lines.some((line) => line.anyShipped) ? 'partially_shipped' : 'unfulfilled';
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { Quantity, type QuantityError } from '../../shared/quantity.js';
import { ok, type Result } from '../../shared/result.js';
import type { Order } from '../domain/order.js';
import type { TransitionRefused } from '../domain/order-states.js';
import type { Consignment, ShippingError } from '../domain/shipping.js';
import { type OrderChangeError, OrderChanges, type OrderTarget } from './order-changes.js';
import { type NotReserved, Stock } from './ports.js';

/** Without lines everything open leaves; without a branch each line leaves from where it is reserved, and backordered ones wait. */
export interface ShipRequest extends OrderTarget {
  readonly branchId?: string;
  readonly lines?: readonly { readonly lineNo: number; readonly quantity: string }[];
}

export type ShipOrderError = TransitionRefused | ShippingError | QuantityError | NotReserved | OrderChangeError;

/** Sends goods of an order off, and takes them out of their branches. */
@Injectable()
export class ShipOrder {
  constructor(
    private readonly changes: OrderChanges,
    private readonly stock: Stock,
  ) {}

  async execute(actor: Actor, request: ShipRequest): Promise<Result<Order, ShipOrderError>> {
    const lines = parsed(request.lines);
    if (!lines.ok) return lines;
    const { branchId } = request;
    const from = branchId ? (await this.stock.branches()).find(({ id }) => id === branchId) : undefined;

    let leaving: readonly Consignment[] = [];
    return this.changes.run<ShipOrderError, ShipOrderError>(
      actor,
      request,
      (order, act) => {
        const shipped = order.ship({ branchId, from, lines: lines.value }, act);
        if (!shipped.ok) return shipped;
        leaving = shipped.value.consignments;
        return ok(shipped.value.order);
      },
      ({ state }) => this.dispatch(state.id, leaving),
    );
  }

  private async dispatch(orderId: string, leaving: readonly Consignment[]): Promise<Result<void, NotReserved>> {
    for (const { branch, lines } of leaving) {
      const goods = lines.map(({ lineNo, baseQuantity }) => ({ lineNo, quantity: baseQuantity }));
      const dispatched = await this.stock.dispatch(orderId, branch.id, goods);
      if (!dispatched.ok) return dispatched;
    }
    return ok(undefined);
  }
}

function parsed(
  lines: ShipRequest['lines'],
): Result<{ lineNo: number; quantity: Quantity }[] | undefined, QuantityError> {
  if (!lines) return ok(undefined);
  const result: { lineNo: number; quantity: Quantity }[] = [];
  for (const line of lines) {
    const quantity = Quantity.parse(line.quantity);
    if (!quantity.ok) return quantity;
    result.push({ lineNo: line.lineNo, quantity: quantity.value });
  }
  return ok(result);
}

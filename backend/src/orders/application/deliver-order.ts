import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import type { Result } from '../../shared/result.js';
import type { Order, ShipmentNotFound } from '../domain/order.js';
import type { TransitionRefused } from '../domain/order-states.js';
import { type OrderChangeError, OrderChanges, type OrderTarget } from './order-changes.js';

export type DeliverOrderError = TransitionRefused | ShipmentNotFound | OrderChangeError;

/** Notes that a shipment arrived, or all that are underway; an order that is paid as well is then complete. */
@Injectable()
export class DeliverOrder {
  constructor(private readonly changes: OrderChanges) {}

  execute(actor: Actor, target: OrderTarget & { shipmentId?: string }): Promise<Result<Order, DeliverOrderError>> {
    return this.changes.run(actor, target, (order, act) => order.deliver(target.shipmentId, act));
  }
}

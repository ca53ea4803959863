import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import type { Result } from '../../shared/result.js';
import type { Order } from '../domain/order.js';
import type { TransitionRefused } from '../domain/order-states.js';
import { type OrderChangeError, OrderChanges, type OrderTarget } from './order-changes.js';

/** Takes an order on: from here its buyer cannot call it off any more. */
@Injectable()
export class ConfirmOrder {
  constructor(private readonly changes: OrderChanges) {}

  execute(actor: Actor, target: OrderTarget): Promise<Result<Order, TransitionRefused | OrderChangeError>> {
    return this.changes.run(actor, target, (order, act) => order.confirm(act));
  }
}

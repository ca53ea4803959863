import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { ok, type Result } from '../../shared/result.js';
import type { Order } from '../domain/order.js';
import type { TransitionRefused } from '../domain/order-states.js';
import { type OrderChangeError, OrderChanges, type OrderTarget } from './order-changes.js';
import { Stock, TradeCodes } from './ports.js';

/** Rejects or cancels an order, and gives the goods it held back to the shelf, and the use of its trade code. */
@Injectable()
export class EndOrder {
  constructor(
    private readonly changes: OrderChanges,
    private readonly stock: Stock,
    private readonly tradeCodes: TradeCodes,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    how: 'reject' | 'cancel',
    target: OrderTarget,
  ): Promise<Result<Order, TransitionRefused | OrderChangeError>> {
    return this.changes.run(
      actor,
      target,
      (order, act) => order[how](act),
      async ({ state }) => {
        await this.stock.release(state.id, `${state.number} ${state.status}`);
        if (state.tradeCode) await this.tradeCodes.release(state.id, this.clock.now());
        return ok(undefined);
      },
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { Outbox } from '../../shared/outbox.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { Act, Order } from '../domain/order.js';
import { announcementsOf } from '../domain/order-history.js';
import { Orders, type OrderStale } from './ports.js';

/** Which order, and what its caller knows of it. */
export interface OrderTarget {
  readonly id: string;
  /** The version the caller saw; another one is refused instead of changed. */
  readonly version?: number;
  readonly note?: string | null;
}

export type OrderChangeError = OrderStale | { readonly code: 'order.not_found' };

/** Changes orders: reads, changes, keeps, does what follows from it, and announces it, all of it or nothing. */
@Injectable()
export class OrderChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: Orders,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A buyer reaches the orders of their own company only. `follow` runs once nobody else can change the order. */
  run<E, F = never>(
    actor: Actor,
    { id, version, note }: OrderTarget,
    change: (order: Order, act: Act) => Result<Order, E>,
    follow?: (order: Order) => Promise<Result<void, F>>,
  ): Promise<Result<Order, E | F | OrderChangeError>> {
    return this.unitOfWork.run<Order, E | F | OrderChangeError>(async () => {
      const order = await this.orders.find(id, actor.companyId);
      if (!order) return err({ code: 'order.not_found' });
      const current = order.state.version;
      if (version !== undefined && version !== current) return err({ code: 'order.stale', version: current });

      const { kind, name } = actor;
      const changed = change(order, { actor: { id: actor.id, name, kind }, at: this.clock.now(), note });
      if (!changed.ok) return changed;
      const kept = await this.orders.save(changed.value);
      if (!kept.ok) return kept;
      const followed = await follow?.(kept.value);
      if (followed && !followed.ok) return followed;

      await this.outbox.announce(...announcementsOf(kept.value.state, changed.value.news));
      return ok(kept.value);
    });
  }
}

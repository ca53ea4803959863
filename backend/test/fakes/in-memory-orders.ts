import { Orders, type OrderStale } from '../../src/orders/application/ports.js';
import { Order } from '../../src/orders/domain/order.js';
import { err, ok, type Result } from '../../src/shared/result.js';

/** Orders without a database; held to the same contract as PostgresOrders. */
export class InMemoryOrders extends Orders {
  readonly traces = new Map<string, readonly object[]>();
  private readonly kept = new Map<string, Order>();
  private next = 1001;

  nextNumber(): Promise<string> {
    return Promise.resolve(`SO-${this.next++}`);
  }

  add(order: Order, traces: readonly object[]): Promise<void> {
    this.kept.set(order.state.id, Order.restore(order.state));
    this.traces.set(order.state.id, traces);
    return Promise.resolve();
  }

  find(id: string, companyId: string | null): Promise<Order | null> {
    const order = this.kept.get(id);
    return Promise.resolve(order && (!companyId || order.state.company.id === companyId) ? order : null);
  }

  save(order: Order): Promise<Result<Order, OrderStale>> {
    const version = this.kept.get(order.state.id)?.state.version ?? 0;
    if (version !== order.state.version) return Promise.resolve(err({ code: 'order.stale', version }));
    this.kept.set(order.state.id, order.kept());
    return Promise.resolve(ok(order.kept()));
  }
}

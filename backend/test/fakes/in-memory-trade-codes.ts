import { TradeCodes } from '../../src/orders/application/ports.js';
import type { OrderState } from '../../src/orders/domain/order.js';
import type { TradeCodeProblem } from '../../src/orders/domain/trade-code.js';
import type { Money } from '../../src/shared/money.js';
import { err, ok, type Result } from '../../src/shared/result.js';

/** Each code may be used as often as `limit` says. */
export class InMemoryTradeCodes extends TradeCodes {
  limit = 1;
  /** Discount by order. */
  readonly uses = new Map<string, string>();

  claim(_code: string, { id }: OrderState, discount: Money): Promise<Result<void, TradeCodeProblem>> {
    if (this.uses.size >= this.limit) {
      return Promise.resolve(err({ code: 'trade_code.used_up', limit: this.limit } as const));
    }
    this.uses.set(id, discount.toString());
    return Promise.resolve(ok(undefined));
  }

  release(orderId: string): Promise<void> {
    this.uses.delete(orderId);
    return Promise.resolve();
  }
}

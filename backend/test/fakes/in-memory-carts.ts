import { Carts, type CartStale } from '../../src/orders/application/ports.js';
import { Cart } from '../../src/orders/domain/cart.js';
import { err, ok, type Result } from '../../src/shared/result.js';

/** Carts without a database; held to the same contract as PostgresCarts. */
export class InMemoryCarts extends Carts {
  private readonly kept = new Map<string, Cart>();

  openCartOf(buyerId: string, companyId: string): Promise<Cart> {
    return Promise.resolve(this.kept.get(`${buyerId} ${companyId}`) ?? Cart.openFor(buyerId, companyId));
  }

  save(cart: Cart): Promise<Result<Cart, CartStale>> {
    const key = `${cart.buyerId} ${cart.companyId}`;
    const version = this.kept.get(key)?.version ?? 0;
    if (cart.version !== version) return Promise.resolve(err({ code: 'cart.stale', version }));
    const next = cart.kept();
    this.kept.set(key, next);
    return Promise.resolve(ok(next));
  }
}

import {
  type NotReserved,
  type ReservedLine,
  Stock,
  type StockInsufficient,
  type StockLine,
} from '../../src/orders/application/ports.js';
import type { BranchRef } from '../../src/orders/domain/order-line.js';
import { Quantity } from '../../src/shared/quantity.js';
import { err, ok, type Result } from '../../src/shared/result.js';

/** One branch, and so much of each product as the test puts there. */
export class InMemoryStock extends Stock {
  readonly branch = { id: 'austin', code: 'AUS', name: 'Austin' };
  readonly available = new Map<string, Quantity>();
  readonly open = new Map<string, readonly StockLine[]>();

  reserve(
    orderId: string,
    _state: string,
    lines: readonly StockLine[],
  ): Promise<Result<ReservedLine[], StockInsufficient>> {
    const short = lines.filter(({ productId, quantity }) => !this.left(productId).atLeast(quantity));
    if (short.length > 0) {
      const named = short.map(({ productId, quantity }) => ({
        productId,
        sku: productId,
        name: productId,
        requested: quantity.toString(),
        available: this.left(productId).toString(),
        unit: 'bag',
      }));
      return Promise.resolve(err({ code: 'stock.insufficient', lines: named }));
    }
    for (const { productId, quantity } of lines) this.available.set(productId, this.left(productId).minus(quantity));
    this.open.set(orderId, lines);
    return Promise.resolve(ok(lines.map(({ lineNo }) => ({ lineNo, branch: this.branch, expectedDate: null }))));
  }

  release(orderId: string): Promise<void> {
    for (const { productId, quantity } of this.open.get(orderId) ?? []) {
      this.available.set(productId, this.left(productId).plus(quantity));
    }
    this.open.delete(orderId);
    return Promise.resolve();
  }

  branches(): Promise<readonly BranchRef[]> {
    return Promise.resolve([this.branch]);
  }

  dispatch(
    orderId: string,
    branchId: string,
    lines: readonly { lineNo: number; quantity: Quantity }[],
  ): Promise<Result<void, NotReserved>> {
    const open = this.open.get(orderId) ?? [];
    const isOpen = ({ lineNo, quantity }: { lineNo: number; quantity: Quantity }) =>
      branchId === this.branch.id && open.some((line) => line.lineNo === lineNo && line.quantity.atLeast(quantity));
    const refused = lines.find((line) => !isOpen(line));
    if (refused) return Promise.resolve(err({ code: 'stock.not_reserved', lineNo: refused.lineNo }));
    const sent = new Map(lines.map(({ lineNo, quantity }) => [lineNo, quantity]));
    this.open.set(
      orderId,
      open.map((line) => ({ ...line, quantity: line.quantity.minus(sent.get(line.lineNo) ?? Quantity.zero) })),
    );
    return Promise.resolve(ok(undefined));
  }

  private left(productId: string): Quantity {
    return this.available.get(productId) ?? Quantity.zero;
  }
}

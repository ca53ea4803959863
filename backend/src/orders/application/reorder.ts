import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { err, type Result } from '../../shared/result.js';
import { AddManyToCart, type FilledCart } from './add-many-to-cart.js';
import type { CartEditError } from './cart-editing.js';
import { Orders } from './ports.js';

export type ReorderError = CartEditError | { readonly code: 'order.not_found' };

/** Puts what an order held into the cart again, at today's prices; what cannot be bought any more is named. */
@Injectable()
export class Reorder {
  constructor(
    private readonly orders: Orders,
    private readonly addMany: AddManyToCart,
  ) {}

  async execute(buyer: Buyer, orderId: string): Promise<Result<FilledCart, ReorderError>> {
    const order = await this.orders.find(orderId, buyer.companyId);
    if (!order) return err({ code: 'order.not_found' });
    const lines = order.state.lines.map(({ productId, unit, quantity, note }) => ({
      productId,
      unit,
      quantity: quantity.toString(),
      note,
    }));
    return this.addMany.execute(buyer, lines);
  }
}

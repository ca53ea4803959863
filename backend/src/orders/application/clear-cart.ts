import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { ok, type Result } from '../../shared/result.js';
import type { CartError } from '../domain/cart.js';
import type { QuotedCart } from '../domain/quoted-cart.js';
import { CartEditing, type CartEditError } from './cart-editing.js';

export type ClearCartError = CartError | CartEditError;

/** Takes one line out of the cart, or all of them. */
@Injectable()
export class ClearCart {
  constructor(private readonly carts: CartEditing) {}

  async execute(buyer: Buyer, lineId: string | null, version?: number): Promise<Result<QuotedCart, ClearCartError>> {
    const edited = await this.carts.edit<CartError>(buyer, {
      version,
      change: ({ cart }) => (lineId === null ? ok(cart.emptied()) : cart.removeLine(lineId)),
    });
    return edited.ok ? ok(edited.value.quoted) : edited;
  }
}

import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { Quantity, type QuantityError } from '../../shared/quantity.js';
import { ok, type Result } from '../../shared/result.js';
import type { CartError } from '../domain/cart.js';
import type { QuotedCart } from '../domain/quoted-cart.js';
import { CartEditing, type CartEditError } from './cart-editing.js';

export type ChangeCartLineError = CartError | CartEditError | QuantityError;

/** Changes quantity, unit or note of a line and shows the cart at today's prices. */
@Injectable()
export class ChangeCartLine {
  constructor(private readonly carts: CartEditing) {}

  async execute(
    buyer: Buyer,
    lineId: string,
    change: { readonly quantity?: string; readonly unit?: string; readonly note?: string | null },
    version?: number,
  ): Promise<Result<QuotedCart, ChangeCartLineError>> {
    const quantity = change.quantity === undefined ? undefined : Quantity.parse(change.quantity);
    if (quantity && !quantity.ok) return quantity;

    const edited = await this.carts.edit(buyer, {
      version,
      change: ({ cart, known }) => cart.changeLine(lineId, { ...change, quantity: quantity?.value }, known),
    });
    return edited.ok ? ok(edited.value.quoted) : edited;
  }
}

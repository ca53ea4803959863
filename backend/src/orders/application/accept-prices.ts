import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { ok, type Result } from '../../shared/result.js';
import type { QuotedCart } from '../domain/quoted-cart.js';
import { CartEditing, type CartEditError } from './cart-editing.js';

/** Agrees to today's prices of everything in the cart. */
@Injectable()
export class AcceptPrices {
  constructor(private readonly carts: CartEditing) {}

  async execute(buyer: Buyer, version?: number): Promise<Result<QuotedCart, CartEditError>> {
    const edited = await this.carts.edit<never>(buyer, {
      version,
      agreesToPrices: 'all',
      change: ({ cart }) => ok(cart),
    });
    return edited.ok ? ok(edited.value.quoted) : edited;
  }
}

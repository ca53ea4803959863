import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import type { Result } from '../../shared/result.js';
import type { QuotedCart } from '../domain/quoted-cart.js';
import { CartEditing } from './cart-editing.js';
import { Carts } from './ports.js';

/** Shows the cart at the prices of this very moment. */
@Injectable()
export class ViewCart {
  constructor(
    private readonly carts: Carts,
    private readonly editing: CartEditing,
  ) {}

  async execute(buyer: Buyer): Promise<Result<QuotedCart, { readonly code: 'company.not_found' }>> {
    return this.editing.quote(await this.carts.openCartOf(buyer.id, buyer.companyId));
  }
}

import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { Quantity, type QuantityError } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { CartError } from '../domain/cart.js';
import type { QuotedCart } from '../domain/quoted-cart.js';
import { CartEditing, type CartEditError } from './cart-editing.js';
import { Offers } from './ports.js';

/** Goods by id or by SKU, in a unit or the usual one. */
export interface RequestedLine {
  readonly productId?: string;
  readonly sku?: string;
  readonly unit?: string;
  readonly quantity: string;
  readonly note?: string | null;
}

export type AddToCartError = CartError | CartEditError | QuantityError;

/** Adds goods to the buyer's cart and shows it at today's prices. */
@Injectable()
export class AddToCart {
  constructor(
    private readonly carts: CartEditing,
    private readonly offers: Offers,
  ) {}

  async execute(buyer: Buyer, line: RequestedLine, version?: number): Promise<Result<QuotedCart, AddToCartError>> {
    const quantity = Quantity.parse(line.quantity);
    if (!quantity.ok) return quantity;
    const productId = line.productId ?? (await this.offers.productIdsBySku([line.sku ?? ''])).get(line.sku ?? '');
    if (!productId) return err({ code: 'product.not_found' });

    const wanted = { productId, unit: line.unit, quantity: quantity.value, note: line.note };
    const edited = await this.carts.edit(buyer, {
      version,
      productIds: [productId],
      change: ({ cart, known }) => cart.add(wanted, known),
    });
    return edited.ok ? ok(edited.value.quoted) : edited;
  }
}

import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { Quantity, type QuantityError } from '../../shared/quantity.js';
import { ok, type Result } from '../../shared/result.js';
import type { Cart, CartError, CartLine, WantedLine } from '../domain/cart.js';
import type { GoodsById } from '../domain/goods.js';
import type { QuotedCart } from '../domain/quoted-cart.js';
import type { RequestedLine } from './add-to-cart.js';
import { CartEditing, type CartEditError } from './cart-editing.js';
import { Offers } from './ports.js';

/** Why a line stayed out; `index` counts from zero in the request. */
export interface RefusedLine {
  readonly index: number;
  readonly error: CartError | QuantityError;
}

export interface FilledCart {
  readonly quoted: QuotedCart;
  readonly refused: readonly RefusedLine[];
}

interface Entry {
  readonly index: number;
  readonly wanted: WantedLine;
}

/** Adds many lines at once: good ones go in, each refused one is named with its reason. */
@Injectable()
export class AddManyToCart {
  constructor(
    private readonly carts: CartEditing,
    private readonly offers: Offers,
  ) {}

  async execute(
    buyer: Buyer,
    lines: readonly RequestedLine[],
    version?: number,
  ): Promise<Result<FilledCart, CartEditError>> {
    const { entries, unreadable } = await this.read(lines);
    let refused: RefusedLine[] = [];
    let lineOf = new Map<number, string>();
    const edited = await this.carts.edit<never>(buyer, {
      version,
      productIds: entries.map(({ wanted }) => wanted.productId),
      leavesOutUnoffered: true,
      change: ({ cart, known }) => {
        const filled = fill(cart, entries, known);
        refused = filled.refused;
        lineOf = filled.lineOf;
        return ok(filled.cart);
      },
    });
    if (!edited.ok) return edited;

    const { quoted, leftOut } = edited.value;
    const all = [...unreadable, ...refused, ...notOffered(lineOf, leftOut)];
    return ok({ quoted, refused: all.sort((a, b) => a.index - b.index) });
  }

  private async read(lines: readonly RequestedLine[]): Promise<{ entries: Entry[]; unreadable: RefusedLine[] }> {
    const skus = lines.flatMap(({ productId, sku }) => (productId || !sku ? [] : [sku]));
    const bySku = await this.offers.productIdsBySku([...new Set(skus)]);
    const entries: Entry[] = [];
    const unreadable: RefusedLine[] = [];
    for (const [index, { sku, unit, note, ...line }] of lines.entries()) {
      const quantity = Quantity.parse(line.quantity);
      const productId = line.productId ?? bySku.get(sku ?? '');
      if (!quantity.ok) unreadable.push({ index, error: quantity.error });
      else if (!productId) unreadable.push({ index, error: { code: 'product.not_found' } });
      else entries.push({ index, wanted: { productId, unit, quantity: quantity.value, note } });
    }
    return { entries, unreadable };
  }
}

function fill(empty: Cart, entries: readonly Entry[], known: GoodsById) {
  let cart = empty;
  const refused: RefusedLine[] = [];
  const lineOf = new Map<number, string>();
  for (const { index, wanted } of entries) {
    const added = cart.add(wanted, known);
    if (!added.ok) {
      refused.push({ index, error: added.error });
      continue;
    }
    const touched = added.value.lines.find((line) => !cart.lines.includes(line));
    cart = added.value;
    if (touched) lineOf.set(index, touched.id);
  }
  return { cart, refused, lineOf };
}

function notOffered(lineOf: ReadonlyMap<number, string>, leftOut: readonly CartLine[]): RefusedLine[] {
  const products = new Map(leftOut.map(({ id, productId }) => [id, productId]));
  return [...lineOf].flatMap(([index, lineId]) => {
    const productId = products.get(lineId);
    return productId ? [{ index, error: { code: 'price.not_offered' as const, productId } }] : [];
  });
}

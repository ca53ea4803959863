import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { Quantity, type QuantityError } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { GoodsById } from '../domain/goods.js';
import { type HeldLine, SavedList, type SavedListError } from '../domain/saved-list.js';
import type { RequestedLine } from './add-to-cart.js';
import { editOf, ListEditing, type ListEditError, type ShownList } from './list-editing.js';
import { Carts, Offers, Orders } from './ports.js';

/** What a new list begins with: lines, those of the buyer's cart, or those of an order. */
export type ListBeginning =
  { readonly lines: readonly RequestedLine[] } | { readonly from: 'cart' | { readonly orderId: string } };

export type SaveListError =
  ListEditError | SavedListError | { readonly code: 'order.not_found' } | { readonly code: 'order.cart_empty' };

/** Why a line stayed out; `index` counts from zero in the request. */
export interface LineLeftOut {
  readonly index: number;
  readonly error: SavedListError | QuantityError;
}

export interface KeptList extends ShownList {
  readonly refused: readonly LineLeftOut[];
}

/** Keeps goods under a name for the buyer's company; of lines that are named the good ones go in, each other says why not. */
@Injectable()
export class SaveList {
  constructor(
    private readonly lists: ListEditing,
    private readonly carts: Carts,
    private readonly orders: Orders,
    private readonly offers: Offers,
    private readonly clock: Clock,
  ) {}

  async execute(buyer: Buyer, name: string, beginning: ListBeginning): Promise<Result<KeptList, SaveListError>> {
    const empty = SavedList.begin(buyer.companyId, name, editOf(buyer, this.clock.now()));
    return 'lines' in beginning ? this.of(buyer, empty, beginning.lines) : this.from(buyer, empty, beginning.from);
  }

  private async from(
    buyer: Buyer,
    empty: SavedList,
    source: 'cart' | { readonly orderId: string },
  ): Promise<Result<KeptList, SaveListError>> {
    const held = source === 'cart' ? await this.inCart(buyer) : await this.inOrder(buyer, source.orderId);
    if (!held.ok) return held;
    const filled = empty.taking(held.value);
    if (!filled.ok) return filled;
    return this.keep(buyer, filled.value, await this.offers.goods(filled.value.productIds), []);
  }

  private async of(
    buyer: Buyer,
    empty: SavedList,
    lines: readonly RequestedLine[],
  ): Promise<Result<KeptList, SaveListError>> {
    const skus = lines.flatMap(({ productId, sku }) => (productId || !sku ? [] : [sku]));
    const bySku = await this.offers.productIdsBySku([...new Set(skus)]);
    const idOf = ({ productId, sku }: RequestedLine) => productId ?? bySku.get(sku ?? '');
    const known = await this.offers.goods([...new Set(lines.flatMap((line) => idOf(line) ?? []))]);
    const refused: LineLeftOut[] = [];
    let list = empty;
    for (const [index, line] of lines.entries()) {
      const added = add(list, line, idOf(line), known);
      if (added.ok) list = added.value;
      else refused.push({ index, error: added.error });
    }
    return this.keep(buyer, list, known, refused);
  }

  private async keep(
    buyer: Buyer,
    list: SavedList,
    known: GoodsById,
    refused: readonly LineLeftOut[],
  ): Promise<Result<KeptList, SaveListError>> {
    const kept = await this.lists.keep(buyer, list, known);
    return kept.ok ? ok({ ...kept.value, refused }) : kept;
  }

  private async inCart({ id, companyId }: Buyer): Promise<Result<readonly HeldLine[], SaveListError>> {
    const { lines } = await this.carts.openCartOf(id, companyId);
    return lines.length > 0 ? ok(lines) : err({ code: 'order.cart_empty' });
  }

  private async inOrder({ companyId }: Buyer, orderId: string): Promise<Result<readonly HeldLine[], SaveListError>> {
    const order = await this.orders.find(orderId, companyId);
    return order ? ok(order.state.lines) : err({ code: 'order.not_found' });
  }
}

function add(
  list: SavedList,
  { unit, note, ...line }: RequestedLine,
  productId: string | undefined,
  known: GoodsById,
): Result<SavedList, SavedListError | QuantityError> {
  const quantity = Quantity.parse(line.quantity);
  if (!quantity.ok) return quantity;
  if (!productId) return err({ code: 'product.not_found' });
  return list.add({ productId, unit, quantity: quantity.value, note }, known);
}

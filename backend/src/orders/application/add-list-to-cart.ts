import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { err, ok, type Result } from '../../shared/result.js';
import { AddManyToCart, type FilledCart, type RefusedLine } from './add-many-to-cart.js';
import type { CartEditError } from './cart-editing.js';
import { Lists } from './ports.js';

export type AddListToCartError =
  CartEditError | { readonly code: 'list.not_found' } | { readonly code: 'list.line_not_found' };

export interface CartFilledFromList extends FilledCart {
  readonly refused: readonly (RefusedLine & { readonly lineId: string })[];
}

/** Puts a list, or some of its lines, into the buyer's cart at today's prices; what cannot be bought is named. */
@Injectable()
export class AddListToCart {
  constructor(
    private readonly lists: Lists,
    private readonly addMany: AddManyToCart,
  ) {}

  async execute(
    buyer: Buyer,
    id: string,
    lineIds?: readonly string[],
  ): Promise<Result<CartFilledFromList, AddListToCartError>> {
    const list = await this.lists.find(id, buyer.companyId);
    if (!list) return err({ code: 'list.not_found' });
    const wanted = new Set(lineIds ?? list.lines.map((line) => line.id));
    const chosen = list.lines.filter((line) => wanted.has(line.id));
    if (chosen.length < wanted.size) return err({ code: 'list.line_not_found' });

    const lines = chosen.map(({ quantity, ...line }) => ({ ...line, quantity: quantity.toString() }));
    const filled = await this.addMany.execute(buyer, lines);
    if (!filled.ok) return filled;
    const refused = filled.value.refused.map((line) => ({ ...line, lineId: chosen[line.index]?.id ?? '' }));
    return ok({ ...filled.value, refused });
  }
}

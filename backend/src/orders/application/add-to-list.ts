import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { Quantity, type QuantityError } from '../../shared/quantity.js';
import { err, type Result } from '../../shared/result.js';
import type { SavedListError } from '../domain/saved-list.js';
import type { RequestedLine } from './add-to-cart.js';
import { ListEditing, type ListEditError, type ShownList } from './list-editing.js';
import { Offers } from './ports.js';

export type AddToListError = ListEditError | SavedListError | QuantityError;

/** Adds goods to a list of the buyer's company. */
@Injectable()
export class AddToList {
  constructor(
    private readonly lists: ListEditing,
    private readonly offers: Offers,
  ) {}

  async execute(
    buyer: Buyer,
    id: string,
    line: RequestedLine,
    version?: number,
  ): Promise<Result<ShownList, AddToListError>> {
    const quantity = Quantity.parse(line.quantity);
    if (!quantity.ok) return quantity;
    const productId = line.productId ?? (await this.offers.productIdsBySku([line.sku ?? ''])).get(line.sku ?? '');
    const wanted = productId && { productId, unit: line.unit, quantity: quantity.value, note: line.note };
    return this.lists.edit<SavedListError>(buyer, id, {
      version,
      productIds: productId ? [productId] : [],
      change: ({ list, known }) => (wanted ? list.add(wanted, known) : err({ code: 'product.not_found' })),
    });
  }
}

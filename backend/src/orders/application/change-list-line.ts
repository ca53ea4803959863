import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { Quantity, type QuantityError } from '../../shared/quantity.js';
import type { Result } from '../../shared/result.js';
import type { SavedListError } from '../domain/saved-list.js';
import { ListEditing, type ListEditError, type ShownList } from './list-editing.js';

export type ChangeListLineError = ListEditError | SavedListError | QuantityError;

/** Changes quantity, unit or note of a line of a list. */
@Injectable()
export class ChangeListLine {
  constructor(private readonly lists: ListEditing) {}

  async execute(
    buyer: Buyer,
    id: string,
    lineId: string,
    change: { readonly quantity?: string; readonly unit?: string; readonly note?: string | null },
    version?: number,
  ): Promise<Result<ShownList, ChangeListLineError>> {
    const quantity = change.quantity === undefined ? undefined : Quantity.parse(change.quantity);
    if (quantity && !quantity.ok) return quantity;
    return this.lists.edit<SavedListError>(buyer, id, {
      version,
      change: ({ list, known }) => list.changeLine(lineId, { ...change, quantity: quantity?.value }, known),
    });
  }
}

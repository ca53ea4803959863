import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import type { Result } from '../../shared/result.js';
import type { SavedListError } from '../domain/saved-list.js';
import { ListEditing, type ListEditError, type ShownList } from './list-editing.js';

/** Takes a line out of a list. */
@Injectable()
export class RemoveFromList {
  constructor(private readonly lists: ListEditing) {}

  execute(
    buyer: Buyer,
    id: string,
    lineId: string,
    version?: number,
  ): Promise<Result<ShownList, ListEditError | SavedListError>> {
    return this.lists.edit<SavedListError>(buyer, id, { version, change: ({ list }) => list.removeLine(lineId) });
  }
}

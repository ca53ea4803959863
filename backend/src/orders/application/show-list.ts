import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import type { Result } from '../../shared/result.js';
import { ListEditing, type ListEditError, type ShownList } from './list-editing.js';

/** Shows a list of the buyer's company at the prices of this very moment. */
@Injectable()
export class ShowList {
  constructor(private readonly lists: ListEditing) {}

  execute(buyer: Buyer, id: string): Promise<Result<ShownList, ListEditError>> {
    return this.lists.show(buyer, id);
  }
}

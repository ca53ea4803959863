import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { ok, type Result } from '../../shared/result.js';
import { ListEditing, type ListEditError, type ShownList } from './list-editing.js';

/** Gives a list of the buyer's company another name. */
@Injectable()
export class RenameList {
  constructor(private readonly lists: ListEditing) {}

  execute(
    buyer: Buyer,
    id: string,
    name: string | undefined,
    version?: number,
  ): Promise<Result<ShownList, ListEditError>> {
    return this.lists.edit<never>(buyer, id, {
      version,
      change: ({ list }) => ok(name === undefined ? list : list.renamed(name)),
    });
  }
}

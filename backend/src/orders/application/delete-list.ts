import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { err, type Result } from '../../shared/result.js';
import { Lists, type ListStale } from './ports.js';

export type DeleteListError = ListStale | { readonly code: 'list.not_found' };

const attempts = 12;

/** Deletes a list of the buyer's company; with a version only as it was seen. */
@Injectable()
export class DeleteList {
  constructor(private readonly lists: Lists) {}

  async execute(buyer: Buyer, id: string, version?: number): Promise<Result<void, DeleteListError>> {
    for (let attempt = 1; ; attempt += 1) {
      const list = await this.lists.find(id, buyer.companyId);
      if (!list) return err({ code: 'list.not_found' });
      if (version !== undefined && version !== list.version) return err({ code: 'list.stale', version: list.version });
      const removed = await this.lists.remove(list);
      if (removed.ok || version !== undefined || attempt === attempts) return removed;
    }
  }
}

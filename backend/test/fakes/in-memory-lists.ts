import { type ListRefused, Lists, type ListStale } from '../../src/orders/application/ports.js';
import { SavedList } from '../../src/orders/domain/saved-list.js';
import { err, ok, type Result } from '../../src/shared/result.js';

/** Saved lists without a database; held to the same contract as PostgresLists. */
export class InMemoryLists extends Lists {
  private readonly lists = new Map<string, SavedList>();

  find(id: string, companyId: string): Promise<SavedList | null> {
    const list = this.lists.get(id);
    return Promise.resolve(list?.companyId === companyId ? list : null);
  }

  save(list: SavedList): Promise<Result<SavedList, ListStale | ListRefused>> {
    const version = this.lists.get(list.id)?.version ?? 0;
    if (list.version !== version) return Promise.resolve(err({ code: 'list.stale', version }));
    const others = [...this.lists.values()].filter(
      ({ id, companyId }) => id !== list.id && companyId === list.companyId,
    );
    if (list.version === 0 && others.length >= SavedList.maxPerCompany) {
      return Promise.resolve(err({ code: 'list.too_many', limit: SavedList.maxPerCompany }));
    }
    if (others.some(({ name }) => name.toLowerCase() === list.name.toLowerCase())) {
      return Promise.resolve(err({ code: 'list.name_taken', name: list.name }));
    }
    const kept = list.kept();
    this.lists.set(list.id, kept);
    return Promise.resolve(ok(kept));
  }

  remove({ id, version: seen }: SavedList): Promise<Result<void, ListStale>> {
    const version = this.lists.get(id)?.version ?? 0;
    if (seen !== version) return Promise.resolve(err({ code: 'list.stale', version }));
    this.lists.delete(id);
    return Promise.resolve(ok(undefined));
  }
}

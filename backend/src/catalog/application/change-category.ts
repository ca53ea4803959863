import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { type Category, type CategoryFacts, wouldCircle } from '../domain/category.js';
import { type CategoryRuleError, clashOf } from './create-category.js';
import { Categories, CategoryTree } from './ports.js';

export type ChangeCategoryError =
  | CategoryRuleError
  | { readonly code: 'category.not_found' }
  | { readonly code: 'category.cycle'; readonly parentId: string };

/** Renames or moves a category, never below itself; its products are found under the new name at once. */
@Injectable()
export class ChangeCategory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly categories: Categories,
    private readonly tree: CategoryTree,
    private readonly audit: AuditLog,
  ) {}

  /** `version` is the one the change was made on; without it, whichever is current. */
  async execute(
    id: string,
    change: Partial<CategoryFacts>,
    version?: number,
  ): Promise<Result<Category, ChangeCategoryError>> {
    const changed = await this.unitOfWork.run<Category, ChangeCategoryError>(async () => {
      const before = await this.categories.find(id);
      if (!before) return err({ code: 'category.not_found' });
      if (version !== undefined && version !== before.version) throw new StaleWrite('category', before.version);
      const after = { ...before, ...change };
      const { parentId } = after;
      if (parentId && parentId !== before.parentId) {
        const parents = await this.categories.holdParents();
        if (!parents.has(parentId)) return err({ code: 'category.parent_unknown', parentId });
        if (wouldCircle(id, parentId, parents)) return err({ code: 'category.cycle', parentId });
      }
      const clash = await this.categories.save(after);
      if (clash) return err(clashOf(clash, after));
      await this.audit.record({ action: 'category.changed', entity: 'category', entityId: id, facts: change });
      return ok({ ...after, version: before.version + 1 });
    });
    if (changed.ok) this.tree.forget();
    return changed;
  }
}

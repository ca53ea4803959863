import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { type Category, type CategoryFacts, newCategory } from '../domain/category.js';
import { Categories, type CategoryClash, CategoryTree } from './ports.js';

export type CategoryRuleError =
  | { readonly code: 'category.code_taken'; readonly value: string }
  | { readonly code: 'category.slug_taken'; readonly value: string }
  | { readonly code: 'category.parent_unknown'; readonly parentId: string };

/** The refusal for what another category has already. */
export const clashOf = (clash: CategoryClash, { code, slug }: Category): CategoryRuleError =>
  clash === 'code' ? { code: 'category.code_taken', value: code } : { code: 'category.slug_taken', value: slug };

/** Adds a category below an existing one, or as a root. */
@Injectable()
export class CreateCategory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly categories: Categories,
    private readonly tree: CategoryTree,
    private readonly audit: AuditLog,
  ) {}

  async execute(
    facts: Pick<CategoryFacts, 'code' | 'name'> & Partial<CategoryFacts>,
  ): Promise<Result<Category, CategoryRuleError>> {
    const created = await this.unitOfWork.run<Category, CategoryRuleError>(async () => {
      const category = newCategory(facts);
      const { id, parentId } = category;
      if (parentId && !(await this.categories.find(parentId)))
        return err({ code: 'category.parent_unknown', parentId });
      const clash = await this.categories.add(category);
      if (clash) return err(clashOf(clash, category));
      await this.audit.record({ action: 'category.created', entity: 'category', entityId: id, facts });
      return ok({ ...category, version: 1 });
    });
    if (created.ok) this.tree.forget();
    return created;
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { Categories, CategoryTree } from './ports.js';

export type DeleteCategoryError =
  | { readonly code: 'category.not_found' }
  | { readonly code: 'category.not_empty'; readonly products: number; readonly children: number };

/** Removes a category that holds neither products nor categories. */
@Injectable()
export class DeleteCategory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly categories: Categories,
    private readonly tree: CategoryTree,
    private readonly audit: AuditLog,
  ) {}

  async execute(id: string): Promise<Result<void, DeleteCategoryError>> {
    const deleted = await this.unitOfWork.run<void, DeleteCategoryError>(async () => {
      const category = await this.categories.find(id);
      if (!category) return err({ code: 'category.not_found' });
      const { products, children } = await this.categories.contents(id);
      if (products + children > 0) return err({ code: 'category.not_empty', products, children });
      await this.categories.remove(id);
      const facts = { code: category.code, name: category.name };
      await this.audit.record({ action: 'category.deleted', entity: 'category', entityId: id, facts });
      return ok(undefined);
    });
    if (deleted.ok) this.tree.forget();
    return deleted;
  }
}

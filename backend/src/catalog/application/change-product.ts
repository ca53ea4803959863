import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { ProductFacts } from '../domain/product.js';
import type { CreateProductError } from './create-product.js';
import { Categories, CategoryTree, Products } from './ports.js';

export type ChangeProductError = CreateProductError | { readonly code: 'product.not_found' };

/** Changes what is given and leaves the rest; the slug stays, so that links hold. */
@Injectable()
export class ChangeProduct {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly products: Products,
    private readonly categories: Categories,
    private readonly tree: CategoryTree,
    private readonly audit: AuditLog,
  ) {}

  /** `version` is the one the change was made on; without it, whichever is current. */
  async execute(
    id: string,
    change: Partial<ProductFacts>,
    version?: number,
  ): Promise<Result<void, ChangeProductError>> {
    const changed = await this.unitOfWork.run<void, ChangeProductError>(async () => {
      const before = await this.products.find(id);
      if (!before) return err({ code: 'product.not_found' });
      if (version !== undefined && version !== before.version) throw new StaleWrite('product', before.version);
      const after = before.change(change);
      if (!after.ok) return after;

      const { categoryId, sku } = after.value.facts;
      if (categoryId !== before.facts.categoryId && !(await this.categories.find(categoryId))) {
        return err({ code: 'product.category_unknown', categoryId });
      }
      if (!(await this.products.save(after.value))) return err({ code: 'product.sku_taken', sku });
      await this.audit.record({ action: 'product.changed', entity: 'product', entityId: id, facts: { ...change } });
      return ok(undefined);
    });
    if (changed.ok) this.tree.forget();
    return changed;
  }
}

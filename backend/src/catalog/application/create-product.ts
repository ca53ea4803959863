import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { Product, type ProductFacts, type ProductRuleError, slugsFor } from '../domain/product.js';
import { Categories, CategoryTree, Products } from './ports.js';

export type CreateProductError =
  | ProductRuleError
  | { readonly code: 'product.sku_taken'; readonly sku: string }
  | { readonly code: 'product.category_unknown'; readonly categoryId: string };

/** Adds a product under a slug of its own and answers its id. */
@Injectable()
export class CreateProduct {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly products: Products,
    private readonly categories: Categories,
    private readonly tree: CategoryTree,
    private readonly audit: AuditLog,
  ) {}

  async execute(facts: ProductFacts): Promise<Result<string, CreateProductError>> {
    const created = await this.unitOfWork.run<string, CreateProductError>(async () => {
      const defined = Product.define(facts);
      if (!defined.ok) return defined;
      if (!(await this.categories.find(facts.categoryId))) {
        return err({ code: 'product.category_unknown', categoryId: facts.categoryId });
      }
      const slugs = slugsFor(facts);
      const taken = await this.products.takenSlugs(slugs);
      const product = defined.value.under(slugs.find((slug) => !taken.has(slug)) ?? defined.value.id);
      if (!(await this.products.add(product))) return err({ code: 'product.sku_taken', sku: facts.sku });
      const { id } = product;
      await this.audit.record({
        action: 'product.created',
        entity: 'product',
        entityId: id,
        facts: { sku: facts.sku },
      });
      return ok(id);
    });
    if (created.ok) this.tree.forget();
    return created;
  }
}

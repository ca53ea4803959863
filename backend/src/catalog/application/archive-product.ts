import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { CategoryTree, Products } from './ports.js';

/** Takes a product out of every list; orders that name it keep it. Archiving twice is fine. */
@Injectable()
export class ArchiveProduct {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly products: Products,
    private readonly tree: CategoryTree,
    private readonly audit: AuditLog,
  ) {}

  async execute(id: string): Promise<Result<void, { readonly code: 'product.not_found' }>> {
    const archived = await this.unitOfWork.run<void, { readonly code: 'product.not_found' }>(async () => {
      const product = await this.products.find(id);
      if (!product) return err({ code: 'product.not_found' });
      if (product.facts.status === 'archived') return ok(undefined);
      await this.products.save(product.archived());
      await this.audit.record({ action: 'product.archived', entity: 'product', entityId: id });
      return ok(undefined);
    });
    if (archived.ok) this.tree.forget();
    return archived;
  }
}

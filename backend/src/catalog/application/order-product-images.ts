import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { ProductImages } from './ports.js';

export type OrderProductImagesError =
  | { readonly code: 'product.not_found' }
  | { readonly code: 'image.order_incomplete'; readonly imageIds: readonly string[] };

/** Puts a product's pictures in order, all of them named once; the first stands for the product in lists. */
@Injectable()
export class OrderProductImages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly images: ProductImages,
    private readonly audit: AuditLog,
  ) {}

  execute(productId: string, imageIds: readonly string[]): Promise<Result<void, OrderProductImagesError>> {
    return this.unitOfWork.run<void, OrderProductImagesError>(async () => {
      const existing = await this.images.of(productId);
      if (!existing) return err({ code: 'product.not_found' });
      const ids = existing.map(({ id }) => id);
      if (imageIds.length !== ids.length || !ids.every((id) => imageIds.includes(id))) {
        return err({ code: 'image.order_incomplete', imageIds: ids });
      }
      await this.images.reorder(productId, imageIds);
      const facts = { imageIds };
      await this.audit.record({ action: 'product.images_ordered', entity: 'product', entityId: productId, facts });
      return ok(undefined);
    });
  }
}

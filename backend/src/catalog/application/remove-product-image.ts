import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { ObjectStorage } from '../../shared/object-storage.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { type ProductImage, ProductImages } from './ports.js';

/** Takes a picture from its product, with its thumbnails and files. */
@Injectable()
export class RemoveProductImage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly images: ProductImages,
    private readonly storage: ObjectStorage,
    private readonly audit: AuditLog,
  ) {}

  async execute(productId: string, imageId: string): Promise<Result<void, { readonly code: 'image.not_found' }>> {
    const removed = await this.unitOfWork.run<ProductImage, { readonly code: 'image.not_found' }>(async () => {
      const image = await this.images.find(imageId);
      if (image?.productId !== productId) return err({ code: 'image.not_found' });
      await this.images.remove(image);
      const facts = { imageId };
      await this.audit.record({ action: 'product.image_removed', entity: 'product', entityId: productId, facts });
      return ok(image);
    });
    if (!removed.ok) return removed;
    const { key, thumbnails } = removed.value;
    for (const file of [key, ...Object.values(thumbnails ?? {})]) await this.storage.remove(file);
    return ok(undefined);
  }
}

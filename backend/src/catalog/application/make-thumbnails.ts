import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { ObjectStorage } from '../../shared/object-storage.js';
import { currentContext } from '../../shared/request-context.js';
import { ok } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { thumbnailWidths } from '../domain/image-upload.js';
import { Pictures, type ProductImage, ProductImages } from './ports.js';

/** Makes a picture's thumbnails; a picture that turns out to be broken is removed, and that is recorded. */
@Injectable()
export class MakeThumbnails {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly images: ProductImages,
    private readonly storage: ObjectStorage,
    private readonly pictures: Pictures,
    private readonly audit: AuditLog,
  ) {}

  /** May be asked again for the same picture, and for one that is gone. */
  async execute(imageId: string): Promise<void> {
    const image = await this.images.find(imageId);
    if (!image) return;
    const bytes = await this.storage.firstBytes(image.key, image.size);
    const made = await this.pictures.thumbnails(bytes, thumbnailWidths);
    if (!made) return this.reject(image);

    const thumbnails: Record<string, string> = {};
    for (const [width, picture] of made) {
      const key = `${currentContext()?.tenantId}/thumbnails/${image.id}-${width}.webp`;
      await this.storage.put(key, picture, 'image/webp');
      thumbnails[String(width)] = key;
    }
    await this.unitOfWork.run(async () => ok(await this.images.keepThumbnails(image, thumbnails)));
  }

  private async reject(image: ProductImage): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.images.remove(image);
      const facts = { imageId: image.id, contentType: image.contentType, size: image.size };
      const entry = { action: 'product.image_broken', entity: 'product', entityId: image.productId, facts };
      return ok(await this.audit.record(entry));
    });
    await this.storage.remove(image.key);
  }
}

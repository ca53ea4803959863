import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { newId } from '../../shared/ids.js';
import { Jobs } from '../../shared/jobs.js';
import { ObjectStorage } from '../../shared/object-storage.js';
import { currentContext } from '../../shared/request-context.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import {
  asAnnounced,
  endingOf,
  type ImageError,
  type Upload,
  type UploadError,
  usable,
} from '../domain/image-upload.js';
import { Pictures, ProductImages, Uploads } from './ports.js';

export const thumbnailJob = 'product-image-thumbnails';
export const mostImages = 12;

export type AddProductImageError =
  | UploadError
  | ImageError
  | { readonly code: 'product.not_found' }
  | { readonly code: 'image.too_many'; readonly limit: number };

/**
 * Makes an uploaded file a product's picture, after looking at what really arrived. What is not as announced is
 * removed. The picture moves to a key that was never handed out, so nobody can change it later.
 */
@Injectable()
export class AddProductImage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: Uploads,
    private readonly images: ProductImages,
    private readonly storage: ObjectStorage,
    private readonly pictures: Pictures,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async execute(productId: string, key: string): Promise<Result<string, AddProductImageError>> {
    const existing = await this.images.of(productId);
    if (!existing) return err({ code: 'product.not_found' });
    if (existing.length >= mostImages) return err({ code: 'image.too_many', limit: mostImages });
    const upload = usable(await this.uploads.find(key), this.clock.now());
    if (!upload.ok) return upload;
    if (!(await this.uploads.claim(key))) return err({ code: 'upload.already_used' });

    const bytes = await this.arrived(upload.value);
    if (!bytes.ok) {
      await this.refuse(key, bytes.error);
      return bytes;
    }
    const id = await this.keep(productId, upload.value, bytes.value);
    await this.storage.remove(key);
    return ok(id);
  }

  /** What never arrived may still come; anything else has lost its place. */
  private async refuse(key: string, { code }: ImageError): Promise<void> {
    if (code === 'image.not_uploaded') return this.uploads.reopen(key);
    await this.storage.remove(key);
    await this.uploads.forget(key);
  }

  /** The file itself; nothing larger than announced is ever read. */
  private async arrived(upload: Upload): Promise<Result<Buffer, ImageError>> {
    const head = await this.storage.head(upload.key);
    if (head?.size !== upload.size) {
      const sized = asAnnounced(upload, head && { size: head.size, type: upload.contentType });
      if (!sized.ok) return sized;
    }
    const bytes = await this.storage.firstBytes(upload.key, upload.size);
    const announced = asAnnounced(upload, { size: bytes.length, type: await this.pictures.typeOf(bytes) });
    return announced.ok ? ok(bytes) : announced;
  }

  private async keep(productId: string, { contentType, size }: Upload, bytes: Buffer): Promise<string> {
    const id = newId();
    const key = `${currentContext()?.tenantId}/images/${id}.${endingOf(contentType)}`;
    await this.storage.put(key, bytes, contentType);
    await this.unitOfWork.run(async () => {
      await this.images.add({ id, productId, key, contentType, size, thumbnails: null });
      const facts = { imageId: id, contentType, size };
      await this.audit.record({ action: 'product.image_added', entity: 'product', entityId: productId, facts });
      await this.jobs.send(thumbnailJob, { imageId: id });
      return ok(undefined);
    });
    return id;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { isId } from '../../../shared/ids.js';
import { backgroundContext, currentContext, runInContext } from '../../../shared/request-context.js';

const key = /^([0-9a-f-]{36})\/(?:images|thumbnails)\/([0-9a-f-]{36})(?:-\d+)?\.(jpg|png|webp)$/;
const types = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;

/** Knows which files of the object storage anybody may see: confirmed pictures of products, and their thumbnails. */
@Injectable()
export class PublishedMedia {
  constructor(private readonly database: Database) {}

  /** The file's media type; null when it is no published picture, or another tenant's than the one asked. */
  async typeOf(path: string): Promise<string | null> {
    const [, tenantId, imageId, ending] = key.exec(path) ?? [];
    if (!tenantId || !imageId || !ending || !isId(tenantId) || !isId(imageId)) return null;
    const context = currentContext();
    if (context?.tenantId && context.tenantId !== tenantId) return null;
    const known = await runInContext(backgroundContext(tenantId, context?.requestId ?? 'media'), async () => {
      return await this.database.sql`
        select from catalog.product_image i
        where i.id = ${imageId}
          and (i.key = ${path} or exists (select from jsonb_each_text(i.thumbnails) t where t.value = ${path}))`;
    });
    return known.length > 0 ? types[ending as keyof typeof types] : null;
  }
}

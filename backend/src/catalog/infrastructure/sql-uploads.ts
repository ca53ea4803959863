import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { Uploads } from '../application/ports.js';
import type { Upload } from '../domain/image-upload.js';

/** Remembers every place that was handed out, so that no other key can be confirmed. */
@Injectable()
export class SqlUploads extends Uploads {
  constructor(private readonly database: Database) {
    super();
  }

  async add({ key, contentType, size, expiresAt }: Upload, actorId: string): Promise<void> {
    await this.database.sql`
      insert into catalog.upload (key, content_type, size, created_by, expires_at)
      values (${key}, ${contentType}, ${size}, ${actorId}, ${expiresAt})`;
  }

  async find(key: string): Promise<Upload | null> {
    const [row] = await this.database.sql<Upload>`
      select key, content_type as "contentType", size, expires_at as "expiresAt",
             confirmed_at is not null as confirmed
      from catalog.upload where key = ${key}`;
    return row ?? null;
  }

  async claim(key: string): Promise<boolean> {
    const rows = await this.database.sql`
      update catalog.upload set confirmed_at = now() where key = ${key} and confirmed_at is null returning key`;
    return rows.length > 0;
  }

  async reopen(key: string): Promise<void> {
    await this.database.sql`update catalog.upload set confirmed_at = null where key = ${key}`;
  }

  async forget(key: string): Promise<void> {
    await this.database.sql`delete from catalog.upload where key = ${key}`;
  }

  async expired(before: Date, most: number): Promise<readonly string[]> {
    const rows = await this.database.sql<{ key: string }>`
      select key from catalog.upload where expires_at < ${before} order by expires_at limit ${most}::int`;
    return rows.map(({ key }) => key);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type TenantAddress, TenantDirectory } from '../application/ports.js';

const keptForMs = 30_000;

/** Remembers each answer for 30 seconds, so that a request costs no statement to find its tenant. */
@Injectable()
export class SqlTenantDirectory extends TenantDirectory {
  private readonly known = new Map<string, { until: number; tenant: TenantAddress | null }>();

  constructor(private readonly database: Database) {
    super();
  }

  async find(slug: string | null, domain: string | null): Promise<TenantAddress | null> {
    const key = `${slug ?? ''}|${domain ?? ''}`;
    const kept = this.known.get(key);
    if (kept && kept.until > Date.now()) return kept.tenant;
    const [row] = await this.database.sql<{ id: string; slug: string; is_default: boolean }>`
      select id, slug, is_default from identity.find_tenant(${slug}, ${domain})`;
    const tenant = row ? { id: row.id, slug: row.slug, isDefault: row.is_default } : null;
    if (this.known.size > 10_000) this.known.clear();
    if (tenant) this.known.set(key, { until: Date.now() + keptForMs, tenant });
    return tenant;
  }
}

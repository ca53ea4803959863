import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { Attempts } from '../application/ports.js';
import type { Allowance } from '../domain/throttle.js';

/** Counts in PostgreSQL, so that all processes count together; keys are hashed, they hold addresses and e-mails. */
@Injectable()
export class SqlAttempts extends Attempts {
  constructor(private readonly database: Database) {
    super();
  }

  async take(key: string, { tries, windowSeconds }: Allowance, at: Date): Promise<number | null> {
    const ends = new Date(at.getTime() + windowSeconds * 1000);
    const [row] = await this.database.sql<{ count: number; window_ends_at: Date }>`
      insert into identity.login_attempt as a (key, count, window_ends_at) values (${hashed(key)}, 1, ${ends})
      on conflict (tenant_id, key) do update set
        count = case when a.window_ends_at <= ${at} then 1 else a.count + 1 end,
        window_ends_at = case when a.window_ends_at <= ${at} then ${ends} else a.window_ends_at end
      returning count, window_ends_at`;
    if (!row) throw new Error('a try was not counted');
    if (row.count === 1) await this.sweep(at);
    if (row.count <= tries) return null;
    return Math.max(1, Math.ceil((row.window_ends_at.getTime() - at.getTime()) / 1000));
  }

  async giveBack(key: string): Promise<void> {
    await this.database.sql`
      update identity.login_attempt set count = count - 1 where key = ${hashed(key)} and count > 0`;
  }

  async reset(key: string): Promise<void> {
    await this.database.sql`delete from identity.login_attempt where key = ${hashed(key)}`;
  }

  /** Each new key takes a few old ones away, so the table stays as small as one window. */
  private async sweep(at: Date): Promise<void> {
    await this.database.sql`
      delete from identity.login_attempt where key = any(array(
        select key from identity.login_attempt where window_ends_at <= ${at} limit 20 for update skip locked))`;
  }
}

const hashed = (key: string): string => createHash('sha256').update(key).digest('hex');

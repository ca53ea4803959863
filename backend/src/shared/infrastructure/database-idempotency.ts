import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Idempotency, type IdempotencyError } from '../idempotency.js';
import { currentContext } from '../request-context.js';
import { err, ok, type Result } from '../result.js';
import { UnitOfWork } from '../unit-of-work.js';
import { Database } from './database.js';

/** Keeps keys per person; two requests with one key at once wait for each other on the key's row. */
@Injectable()
export class DatabaseIdempotency extends Idempotency {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  async once<T extends object, E>(
    key: string | undefined,
    request: object,
    work: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | IdempotencyError>> {
    if (!key || key.length > 200) return err({ code: 'idempotency.key_missing' });
    const actorId = currentContext()?.actor?.id;
    if (!actorId) throw new Error('idempotency needs somebody who asks');
    const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('hex');

    return this.unitOfWork.run<T, E | IdempotencyError>(async () => {
      await this.database.sql`
        delete from platform.idempotency_key
        where actor_id = ${actorId} and key = ${key} and created_at < now() - interval '24 hours'`;
      const fresh = await this.database.sql`
        insert into platform.idempotency_key (actor_id, key, fingerprint) values (${actorId}, ${key}, ${fingerprint})
        on conflict do nothing returning key`;
      if (fresh.length === 0) return this.answered<T>(actorId, key, fingerprint);

      const result = await work();
      if (result.ok) {
        await this.database.sql`
          update platform.idempotency_key set answer = ${JSON.stringify(result.value)}
          where actor_id = ${actorId} and key = ${key}`;
      }
      return result;
    });
  }

  private async answered<T>(actorId: string, key: string, fingerprint: string): Promise<Result<T, IdempotencyError>> {
    const [kept] = await this.database.sql<{ fingerprint: string; answer: T }>`
      select fingerprint, answer from platform.idempotency_key where actor_id = ${actorId} and key = ${key}`;
    return kept?.fingerprint === fingerprint ? ok(kept.answer) : err({ code: 'idempotency.key_reused' });
  }
}

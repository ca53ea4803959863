import { Injectable, Logger } from '@nestjs/common';
import { type Chore, Chores } from '../chores.js';
import { backgroundContext, runInContext } from '../request-context.js';
import { Database } from './database.js';
import { PgBossJobs } from './pg-boss-jobs.js';

/** Does every chore in every tenant; one that fails keeps no other from being done. */
@Injectable()
export class Housekeeping extends Chores {
  private readonly logger = new Logger('housekeeping');
  private readonly chores: Chore[] = [];

  constructor(
    private readonly database: Database,
    private readonly jobs: PgBossJobs,
  ) {
    super();
    this.add({ name: 'answered requests', run: () => this.forgetAnswers() });
    this.add({ name: 'delivered events', run: () => this.forgetEvents() });
  }

  add(chore: Chore): void {
    this.chores.push(chore);
  }

  /** Once around the house. */
  async tidy(): Promise<void> {
    await this.watched('jobs', () => this.jobs.maintain());
    const tenants = await this.database.sql<{ id: string }>`select identity.tenant_ids() as id`;
    for (const { id } of tenants) await this.tidyTenant(id);
  }

  /** The same for one tenant. */
  async tidyTenant(tenantId: string): Promise<void> {
    for (const chore of this.chores) {
      await this.watched(chore.name, () =>
        runInContext(backgroundContext(tenantId, 'housekeeping'), () => chore.run()),
      );
    }
  }

  private async watched(chore: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.logger.warn({ message: 'chore failed', chore, failure: (error as Error).message });
    }
  }

  /** Keys are good for a day; a week leaves time to look into what went wrong. */
  private async forgetAnswers(): Promise<void> {
    await this.database.sql`delete from platform.idempotency_key where created_at < now() - interval '7 days'`;
  }

  /** What waits to be delivered stays, however old. */
  private async forgetEvents(): Promise<void> {
    await this.database.sql`
      with gone as (
        delete from platform.outbox_event where processed_at < now() - interval '7 days' returning id
      )
      delete from platform.event_receipt r using gone where r.event_id = gone.id`;
  }
}

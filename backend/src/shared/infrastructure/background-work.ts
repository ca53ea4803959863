import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { backgroundContext, runInContext } from '../request-context.js';
import { Housekeeping } from './housekeeping.js';
import { ImportStore } from './import-store.js';
import { OutboxRelay } from './outbox-relay.js';
import { PgBossJobs } from './pg-boss-jobs.js';
import { importJob } from './run-import.js';
import { settings } from './settings.js';

const sweepEveryMs = 5_000;
const tidyEveryMs = 60 * 60 * 1000;

/** What the worker process does: jobs as they come, and events as soon as they are committed. */
@Injectable()
export class BackgroundWork implements OnModuleDestroy {
  private readonly logger = new Logger('worker');
  private sweep: NodeJS.Timeout | undefined;
  private chores: NodeJS.Timeout | undefined;
  private tidying: Promise<void> | undefined;
  private listening: pg.Client | undefined;
  private draining: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly jobs: PgBossJobs,
    private readonly imports: ImportStore,
    private readonly housekeeping: Housekeeping,
  ) {}

  async start(): Promise<void> {
    await this.jobs.work();
    await this.listen();
    this.sweep = setInterval(() => this.drainSoon(), sweepEveryMs);
    this.chores = setInterval(() => this.tidyUp(), tidyEveryMs);
    this.drainSoon();
    this.tidyUp();
    this.logger.log('ready');
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweep);
    clearInterval(this.chores);
    await Promise.all([this.draining, this.tidying]);
    await this.listening?.end().catch(() => {});
  }

  /** A lost connection is opened again at the next sweep; meanwhile the sweep finds what is due. */
  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: settings().DATABASE_URL, application_name: 'tradeyard-listen' });
    client.on('error', () => (this.listening = undefined));
    client.on('notification', () => this.drainSoon());
    try {
      await client.connect();
      await client.query('listen outbox');
      this.listening = client;
    } catch (error) {
      this.logger.warn({ message: 'cannot listen for events', failure: (error as Error).message });
    }
  }

  /** One drain at a time; what is announced during one starts another. */
  private drainSoon(): void {
    if (this.stopped) return;
    if (this.draining) {
      this.again = true;
      return;
    }
    this.draining = this.drain().finally(() => {
      this.draining = undefined;
      if (!this.again) return;
      this.again = false;
      this.drainSoon();
    });
  }

  private tidyUp(): void {
    this.tidying ??= this.housekeeping
      .tidy()
      .catch((error: Error) => this.logger.warn({ message: 'tidying waits', failure: error.message }))
      .finally(() => (this.tidying = undefined));
  }

  private async drain(): Promise<void> {
    try {
      if (!this.listening) await this.listen();
      await this.relay.drain();
      await this.resumeImports();
    } catch (error) {
      this.logger.warn({ message: 'events wait', failure: (error as Error).message });
    }
  }

  /** An import whose process was killed starts again from its file; nothing of it had been kept. */
  private async resumeImports(): Promise<void> {
    for (const { tenant_id: tenantId, id } of await this.imports.stalled()) {
      await runInContext(backgroundContext(tenantId, 'import'), async () => {
        await this.imports.started(id);
        await this.jobs.send(importJob, { id });
      });
    }
  }
}

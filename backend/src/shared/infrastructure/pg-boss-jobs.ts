import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { Jobs } from '../jobs.js';
import { backgroundContext, currentContext, runInContext } from '../request-context.js';
import { Database } from './database.js';

/** Imports run for minutes, so they wait in a line of their own. */
const queueOf = (kind: string): string => (kind.startsWith('import') ? 'imports' : 'tasks');
export const jobQueues = ['imports', 'tasks'] as const;

interface Envelope {
  readonly kind: string;
  readonly tenantId: string | null;
  readonly requestId: string;
  readonly data: object;
}

/** Keeps jobs in PostgreSQL through pg-boss, on the application's own pool, so that a job joins its transaction. */
@Injectable()
export class PgBossJobs extends Jobs implements OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private readonly handlers = new Map<string, (data: never) => Promise<void>>();
  private readonly boss: PgBoss;
  private started: Promise<unknown> | undefined;

  constructor(private readonly database: Database) {
    super();
    const db = { executeSql: (text: string, values: unknown[]) => database.query(text, values) };
    this.boss = new PgBoss({ db, migrate: false, supervise: false, schedule: false });
    this.boss.on('error', (error) => this.logger.warn({ message: 'job queue', failure: error.message }));
  }

  async send(kind: string, data: object): Promise<void> {
    await this.start();
    const context = currentContext();
    const job: Envelope = { kind, tenantId: context?.tenantId ?? null, requestId: context?.requestId ?? 'none', data };
    await this.boss.send(queueOf(kind), job, {
      retryLimit: 5,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: queueOf(kind) === 'imports' ? 3600 : 300,
    });
  }

  handle(kind: string, work: (data: never) => Promise<void>): void {
    this.handlers.set(kind, work);
  }

  /** Takes up jobs as they come, until `stop`. */
  async work(): Promise<void> {
    await this.start();
    for (const queue of jobQueues) {
      await this.boss.work<Envelope>(queue, { pollingIntervalSeconds: 0.5, batchSize: 1 }, ([job]) =>
        job ? this.perform(job.data) : Promise.resolve(),
      );
    }
  }

  /** Does what is due in one tenant and returns; failures are thrown. For tests: other tenants' jobs stay where they are. */
  async drainOf(tenantId: string): Promise<number> {
    await this.start();
    for (let done = 0; ; done += 1) {
      const [job] = await this.database.sql<{ id: string; name: string; data: Envelope }>`
        update pgboss.job j set state = 'active', started_on = now()
        from (select name, id from pgboss.job
              where name = any(${jobQueues}::text[]) and state < 'active' and start_after <= now()
                and data ->> 'tenantId' = ${tenantId}
              order by created_on, id limit 1 for update skip locked) due
        where j.name = due.name and j.id = due.id
        returning j.id, j.name, j.data`;
      if (!job) return done;
      await this.perform(job.data);
      await this.boss.complete(job.name, job.id);
    }
  }

  /** Makes jobs of killed processes due again, and lets go of those that were done long ago. */
  async maintain(): Promise<void> {
    await this.start();
    await this.boss.maintain();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  /** Once per process, whoever needs the queue first; a failed start is tried again at the next need. */
  private start(): Promise<unknown> {
    const begin = () => runInContext(backgroundContext(null, 'jobs'), () => this.boss.start());
    this.started ??= this.database.apart(begin).catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    return this.started;
  }

  private async perform({ kind, tenantId, requestId, data }: Envelope): Promise<void> {
    const handler = this.handlers.get(kind);
    if (!handler) throw new Error(`nobody handles ${kind}`);
    try {
      await runInContext(backgroundContext(tenantId, requestId), () => handler(data as never));
    } catch (error) {
      this.logger.error({ message: 'job failed', kind, requestId, failure: (error as Error).stack });
      throw error;
    }
  }
}

import { Controller, Get, Header } from '@nestjs/common';
import { ObjectStorage } from '../object-storage.js';
import { Database } from '../infrastructure/database.js';
import { Metrics } from '../infrastructure/metrics.js';
import { Public } from './access.js';
import { PlainAnswer } from './envelope.js';
import { Failure } from './failure.js';

/** What those who run the system ask it; outside /api/v1 and outside any tenant. */
@Controller()
export class OperationsController {
  constructor(
    private readonly database: Database,
    private readonly storage: ObjectStorage,
    private readonly metrics: Metrics,
  ) {}

  @Public()
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'up' };
  }

  /** Ready when the database answers with this release's tables and the object store is there. */
  @Public()
  @Get('readyz')
  async ready(): Promise<{ database: string; objectStore: string }> {
    const [database, objectStore] = await Promise.all([
      stateOf(this.database.sql`select id from platform.import limit 0`),
      stateOf(this.storage.check()),
    ]);
    if (database === 'up' && objectStore === 'up') return { database, objectStore };
    throw new Failure(503, 'unavailable', 'Not ready', { database, objectStore }, 5);
  }

  @Public()
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  async measured(): Promise<PlainAnswer> {
    return new PlainAnswer(await this.metrics.registry.metrics());
  }
}

const stateOf = (check: Promise<unknown>): Promise<'up' | 'down'> =>
  check.then(
    () => 'up',
    () => 'down',
  );

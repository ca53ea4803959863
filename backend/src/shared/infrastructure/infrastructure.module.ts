import { Global, Module } from '@nestjs/common';
import { Chores } from '../chores.js';
import { Clock } from '../clock.js';
import { Idempotency } from '../idempotency.js';
import { Jobs } from '../jobs.js';
import { Mail } from '../mail.js';
import { ObjectStorage } from '../object-storage.js';
import { EventListeners, Outbox } from '../outbox.js';
import { UnitOfWork } from '../unit-of-work.js';
import { BackgroundWork } from './background-work.js';
import { Database } from './database.js';
import { DatabaseIdempotency } from './database-idempotency.js';
import { DatabaseOutbox } from './database-outbox.js';
import { DatabaseUnitOfWork } from './database-unit-of-work.js';
import { AcceptImport } from './accept-import.js';
import { Housekeeping } from './housekeeping.js';
import { ImportKinds } from './import-kinds.js';
import { ImportStore } from './import-store.js';
import { Metrics } from './metrics.js';
import { OutboxRelay } from './outbox-relay.js';
import { PgBossJobs } from './pg-boss-jobs.js';
import { RunImport } from './run-import.js';
import { S3ObjectStorage } from './s3-object-storage.js';
import { SmtpMail } from './smtp-mail.js';

/** What every context stands on: one database, one clock, one outbox, one of each port of the kernel. */
@Global()
@Module({
  providers: [
    BackgroundWork,
    Database,
    Housekeeping,
    Metrics,
    AcceptImport,
    ImportKinds,
    ImportStore,
    RunImport,
    OutboxRelay,
    PgBossJobs,
    { provide: Chores, useExisting: Housekeeping },
    { provide: EventListeners, useExisting: OutboxRelay },
    { provide: Jobs, useExisting: PgBossJobs },
    { provide: UnitOfWork, useClass: DatabaseUnitOfWork },
    { provide: Outbox, useClass: DatabaseOutbox },
    { provide: Idempotency, useClass: DatabaseIdempotency },
    { provide: ObjectStorage, useClass: S3ObjectStorage },
    { provide: Mail, useClass: SmtpMail },
    { provide: Clock, useValue: { now: () => new Date() } satisfies Clock },
  ],
  exports: [
    AcceptImport,
    ImportKinds,
    ImportStore,
    BackgroundWork,
    Database,
    Housekeeping,
    Metrics,
    OutboxRelay,
    PgBossJobs,
    Chores,
    EventListeners,
    Jobs,
    UnitOfWork,
    Outbox,
    Idempotency,
    ObjectStorage,
    Mail,
    Clock,
  ],
})
export class InfrastructureModule {}

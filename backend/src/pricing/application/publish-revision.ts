import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { Outbox } from '../../shared/outbox.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { PriceRevisionLive } from '../domain/price-revision-live.js';
import type { Revision, RevisionError } from '../domain/revision.js';
import { Sellers } from './catalogue-ports.js';
import { type BelowFloor, GuardFloors } from './guard-floors.js';
import {
  type Editor,
  LocalTimes,
  type LocalTimeSkipped,
  type PriceConflict,
  PriceLedger,
  type PublishedCounts,
  Revisions,
} from './revision-ports.js';
import { timeForAMillion } from './time-for-a-million.js';

export type PublishError =
  | RevisionError
  | BelowFloor
  | LocalTimeSkipped
  | { readonly code: 'revision.not_found' }
  | { readonly code: 'revision.conflict'; readonly total: number; readonly lines: readonly PriceConflict[] };

const conflictsShown = 100;
const productsAnnounced = 5_000;

export interface WantedPublication {
  readonly tableId: string;
  readonly revisionId: string;
  readonly version?: number | undefined;
  readonly goesLiveAt?: Date | undefined;
  /** The same by the tenant's clock; counts when there is no `goesLiveAt`. */
  readonly goesLiveLocal?: string | undefined;
  /** Why prices under the margin floor are let through. */
  readonly overrideReason?: string | null | undefined;
}

/** Puts a revision in force as a whole, at once or from an instant ahead on; readers see all of it or none. */
@Injectable()
export class PublishRevision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly ledger: PriceLedger,
    private readonly floors: GuardFloors,
    private readonly sellers: Sellers,
    private readonly times: LocalTimes,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Refused as a whole when a price changed since its change was written down: the author decides anew. */
  async execute(where: WantedPublication, by: Editor | null = null): Promise<Result<PublishedCounts, PublishError>> {
    const { twoPersonApproval, timeZone } = await this.sellers.current();
    const moment = this.momentOf(where, timeZone);
    if (!moment.ok) return moment;
    const work = async (): Promise<Result<PublishedCounts, PublishError>> => {
      const { tableId, revisionId, version } = where;
      await this.ledger.hold(tableId);
      const before = await this.revisions.find(tableId, revisionId);
      if (!before) return err({ code: 'revision.not_found' });
      if (version !== undefined && version !== before.state.version) {
        throw new StaleWrite('revision', before.state.version);
      }
      const now = this.clock.now();
      const published = before.published(now, moment.value, twoPersonApproval, by && { id: by.id, name: by.name });
      if (!published.ok) return published;
      const instant = await this.ledger.takeInstant(published.value, now);
      const conflicts = await this.ledger.conflicts(published.value, instant.present, conflictsShown);
      if (conflicts.total > 0) return err({ code: 'revision.conflict', ...conflicts });
      const guarded = await this.floors.pass(published.value, by, where.overrideReason, moment.value ?? now);
      if (!guarded.ok) return guarded;
      await this.revisions.save(guarded.value);
      const counts = await this.ledger.publish(guarded.value, instant);
      await this.announce(guarded.value, counts, now);
      return ok(counts);
    };
    return this.ledger.inTurn(where.tableId, () =>
      this.unitOfWork.run<PublishedCounts, PublishError>(work, timeForAMillion),
    );
  }

  private momentOf(
    { goesLiveAt, goesLiveLocal }: WantedPublication,
    timeZone: string,
  ): Result<Date | null, LocalTimeSkipped> {
    if (goesLiveAt) return ok(goesLiveAt);
    return goesLiveLocal ? this.times.instantOf(goesLiveLocal, timeZone) : ok(null);
  }

  /** At the moment the prices go live, in parts, so that whoever listens never reads them early. */
  private async announce({ state }: Revision, counts: PublishedCounts, now: Date): Promise<void> {
    const { id, tableId, number, status, goesLiveAt, changeCount } = state;
    const facts = { tableId, number, ...counts, goesLiveAt: goesLiveAt?.toISOString() ?? null };
    await this.audit.record({ action: `revision.${status}`, entity: 'revision', entityId: id, facts });
    const liveAt = (goesLiveAt ?? now).toISOString();
    const products = await this.ledger.productCount(id);
    const parts = Math.ceil(products / productsAnnounced);
    let last: string | null = null;
    for (let part = 1; part <= parts; part += 1) {
      const productIds = await this.ledger.productIds(id, last, productsAnnounced);
      last = productIds.at(-1) ?? null;
      const payload = { tableId, revisionId: id, liveAt, productIds, part, parts, count: changeCount };
      await this.outbox.announceAt(goesLiveAt, { type: 'price.revision_live', payload } satisfies PriceRevisionLive);
    }
  }
}

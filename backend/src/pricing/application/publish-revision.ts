import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { Outbox } from '../../shared/outbox.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { PriceRevisionLive } from '../domain/price-revision-live.js';
import type { Revision, RevisionError } from '../domain/revision.js';
import { type PriceConflict, PriceLedger, type PublishedCounts, Revisions, Sellers } from './ports.js';

export type PublishError =
  | RevisionError
  | { readonly code: 'revision.not_found' }
  | { readonly code: 'revision.conflict'; readonly total: number; readonly lines: readonly PriceConflict[] };

const conflictsShown = 100;
const productsAnnounced = 1_000;

/** Puts a revision in force as a whole, at once or from an instant ahead on; readers see all of it or none. */
@Injectable()
export class PublishRevision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly ledger: PriceLedger,
    private readonly sellers: Sellers,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Refused as a whole when a price changed since its change was written down: the author decides anew. */
  async execute(where: {
    readonly tableId: string;
    readonly revisionId: string;
    readonly version?: number | undefined;
    readonly goesLiveAt?: Date | undefined;
  }): Promise<Result<PublishedCounts, PublishError>> {
    const { twoPersonApproval } = await this.sellers.current();
    return this.unitOfWork.run<PublishedCounts, PublishError>(async () => {
      const { tableId, revisionId, version } = where;
      await this.ledger.hold(tableId);
      const before = await this.revisions.find(tableId, revisionId);
      if (!before) return err({ code: 'revision.not_found' });
      if (version !== undefined && version !== before.state.version) {
        throw new StaleWrite('revision', before.state.version);
      }
      const now = this.clock.now();
      const published = before.published(now, where.goesLiveAt ?? null, twoPersonApproval);
      if (!published.ok) return published;
      const conflicts = await this.ledger.conflicts(published.value, now, conflictsShown);
      if (conflicts.total > 0) return err({ code: 'revision.conflict', ...conflicts });
      await this.revisions.save(published.value);
      const counts = await this.ledger.publish(published.value, now);
      await this.announce(published.value, counts);
      return ok(counts);
    });
  }

  private async announce({ state }: Revision, counts: PublishedCounts): Promise<void> {
    const { id, tableId, number, status, goesLiveAt, changeCount } = state;
    const facts = { tableId, number, ...counts, goesLiveAt: goesLiveAt?.toISOString() ?? null };
    await this.audit.record({ action: `revision.${status}`, entity: 'revision', entityId: id, facts });
    const productIds = await this.ledger.productIds(id, productsAnnounced);
    await this.outbox.announce({
      type: 'price.revision_live',
      payload: { tableId, revisionId: id, liveFrom: goesLiveAt?.toISOString() ?? null, productIds, count: changeCount },
    } satisfies PriceRevisionLive);
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { Revision, type RevisionStatus } from '../domain/revision.js';
import { Sellers } from './catalogue-ports.js';
import { MoveRevision, type MoveRevisionError } from './move-revision.js';
import { type PublishError, PublishRevision } from './publish-revision.js';
import { type Editor, type LineKey, PriceLedger, RevisionChanges, Revisions } from './revision-ports.js';
import { timeForAMillion } from './time-for-a-million.js';

export type RollBackError =
  PublishError | MoveRevisionError | { readonly code: 'revision.never_live'; readonly status: RevisionStatus };

export interface RollBackWish {
  /** Only these lines of what it changed. */
  readonly lines?: readonly LineKey[] | null | undefined;
  /** Leaves the new revision as a draft to look at. */
  readonly draft?: boolean | undefined;
}

/**
 * Makes a new revision that gives every price an earlier one changed back what it was before, and publishes it; where
 * two persons must agree it is handed in instead. Prices that changed again since are conflicts and refuse it all.
 */
@Injectable()
export class RollBack {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly changes: RevisionChanges,
    private readonly ledger: PriceLedger,
    private readonly moving: MoveRevision,
    private readonly publishing: PublishRevision,
    private readonly sellers: Sellers,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The id of the new revision. */
  async execute(
    tableId: string,
    undoneId: string,
    by: Editor,
    { lines = null, draft: staysDraft = false }: RollBackWish = {},
  ): Promise<Result<string, RollBackError>> {
    const { twoPersonApproval } = await this.sellers.current();
    const work = async (): Promise<Result<string, RollBackError>> => {
      // The table's prices, its number, then a revision: whoever needs several takes them in this order.
      await this.ledger.hold(tableId);
      const number = await this.revisions.nextNumber(tableId);
      if (number === null) return err({ code: 'revision.not_found' });
      const undone = await this.revisions.find(tableId, undoneId);
      if (!undone) return err({ code: 'revision.not_found' });
      const now = this.clock.now();
      const status = undone.statusAt(now);
      if (status !== 'live') return err({ code: 'revision.never_live', status });

      const author = { id: by.id, name: by.name };
      const draft = Revision.draft(
        { id: newId(), tableId, number, name: null, source: 'rollback', author },
        now,
        undoneId,
      );
      const revisionId = draft.state.id;
      await this.revisions.add(draft);
      const filled = draft.edited(now, await this.changes.restore(revisionId, undoneId, lines), author);
      if (!filled.ok) return filled;
      if (filled.value.state.changeCount === 0) return err({ code: 'revision.empty' });
      await this.revisions.save(filled.value);
      await this.revisions.tell(undone.telling('rolled_back', author, `#${number}`));
      await this.audit.record({
        action: 'revision.rolled_back',
        entity: 'revision',
        entityId: undoneId,
        facts: { tableId, by: revisionId, number },
      });
      if (staysDraft) return ok(revisionId);
      const where = { tableId, revisionId };
      const moved = twoPersonApproval
        ? await this.moving.execute(where, 'submit', by, { note: null })
        : await this.publishing.execute(where, by);
      return moved.ok ? ok(revisionId) : moved;
    };
    return this.ledger.inTurn(tableId, () => this.unitOfWork.run<string, RollBackError>(work, timeForAMillion));
  }
}

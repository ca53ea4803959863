import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { ChangePricesError } from './change-prices.js';
import { type Editor, type LineKey, RevisionChanges, Revisions } from './revision-ports.js';
import { timeForAMillion } from './time-for-a-million.js';

/** Ends conflicts as their author decides: with the revision's price, or with the one that is live. */
@Injectable()
export class ResolveConflicts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly changes: RevisionChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Of the lines named, else of all; answers how many there were. It edits the revision: an approval is taken back. */
  execute(
    tableId: string,
    revisionId: string,
    take: 'mine' | 'live',
    lines: readonly LineKey[] | null,
    by: Editor,
  ): Promise<Result<number, ChangePricesError>> {
    const work = async (): Promise<Result<number, ChangePricesError>> => {
      const revision = await this.revisions.find(tableId, revisionId);
      if (!revision) return err({ code: 'revision.not_found' });
      const now = this.clock.now();
      const { resolved, dropped } = await this.changes.resolveConflicts(revision, now, take, lines);
      const person = { id: by.id, name: by.name };
      const edited = revision.edited(now, revision.state.changeCount - dropped, person);
      if (!edited.ok) return edited;
      if (resolved === 0) return ok(0);
      await this.revisions.save(edited.value);
      await this.audit.record({
        action: 'revision.conflicts_resolved',
        entity: 'revision',
        entityId: revisionId,
        facts: { tableId, number: revision.state.number, take, resolved },
      });
      return ok(resolved);
    };
    return this.unitOfWork.run<number, ChangePricesError>(work, timeForAMillion);
  }
}

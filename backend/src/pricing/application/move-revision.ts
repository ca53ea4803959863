import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { Revision, RevisionError } from '../domain/revision.js';
import { type Editor, PriceLedger, Revisions, Sellers } from './ports.js';

export type Step = 'submit' | 'approve' | 'reject' | 'withdraw';

export type MoveRevisionError =
  RevisionError | { readonly code: 'revision.not_found' } | { readonly code: 'revision.publishers_only' };

/** Takes a revision one step on its way; withdrawing a scheduled one takes its prices out of the tables again. */
@Injectable()
export class MoveRevision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly ledger: PriceLedger,
    private readonly sellers: Sellers,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** `version` is the one that was looked at; without it, whichever is current. */
  async execute(
    where: { readonly tableId: string; readonly revisionId: string; readonly version?: number | undefined },
    step: Step,
    by: Editor,
    note: string | null,
  ): Promise<Result<Revision, MoveRevisionError>> {
    const { twoPersonApproval } = await this.sellers.current();
    return this.unitOfWork.run<Revision, MoveRevisionError>(async () => {
      const { tableId, revisionId, version } = where;
      if (step === 'withdraw') await this.ledger.hold(tableId);
      const before = await this.revisions.find(tableId, revisionId);
      if (!before) return err({ code: 'revision.not_found' });
      if (version !== undefined && version !== before.state.version) {
        throw new StaleWrite('revision', before.state.version);
      }
      const now = this.clock.now();
      const after = this.step(before, step, by, now, twoPersonApproval, note);
      if (!after.ok) return after;
      if (before.statusAt(now) === 'scheduled') {
        if (!by.mayPublish) return err({ code: 'revision.publishers_only' });
        await this.ledger.takeBack(before);
      }
      await this.revisions.save(after.value);
      await this.audit.record({
        action: `revision.${after.value.state.status}`,
        entity: 'revision',
        entityId: revisionId,
        facts: { tableId, number: before.state.number, note },
      });
      return ok(after.value);
    });
  }

  private step(
    revision: Revision,
    step: Step,
    { id, name }: Editor,
    now: Date,
    twoPersons: boolean,
    note: string | null,
  ): Result<Revision, RevisionError> {
    if (step === 'submit') return revision.submitted({ id, name }, now);
    if (step === 'approve') return revision.approved({ id, name }, now, twoPersons, note);
    if (step === 'reject') return revision.rejected({ id, name }, now, note);
    return revision.withdrawn(now);
  }
}

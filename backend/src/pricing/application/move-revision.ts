import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { Outbox } from '../../shared/outbox.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { PriceRevisionMoved } from '../domain/price-revision-moved.js';
import type { Revision, RevisionError } from '../domain/revision.js';
import { Sellers } from './catalogue-ports.js';
import { type BelowFloor, GuardFloors } from './guard-floors.js';
import { type Editor, type PriceConflict, PriceLedger, Revisions } from './revision-ports.js';
import { timeForAMillion } from './time-for-a-million.js';

export type Step = 'submit' | 'approve' | 'reject' | 'withdraw';

const took = { submit: 'submitted', approve: 'approved', reject: 'rejected' } as const;

export type MoveRevisionError =
  | RevisionError
  | BelowFloor
  | { readonly code: 'revision.not_found' }
  | { readonly code: 'revision.publishers_only' }
  | { readonly code: 'revision.conflict'; readonly total: number; readonly lines: readonly PriceConflict[] };

const conflictsShown = 100;

export interface StepAlong {
  readonly note: string | null;
  /** Why prices under the margin floor are let through; of who hands in. */
  readonly overrideReason?: string | null | undefined;
}

/** Takes a revision one step on its way; withdrawing a scheduled one takes its prices out of the tables again. */
@Injectable()
export class MoveRevision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly ledger: PriceLedger,
    private readonly floors: GuardFloors,
    private readonly sellers: Sellers,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** `version` is the one that was looked at; without it, whichever is current. */
  async execute(
    where: { readonly tableId: string; readonly revisionId: string; readonly version?: number | undefined },
    step: Step,
    by: Editor,
    { note, overrideReason }: StepAlong,
  ): Promise<Result<Revision, MoveRevisionError>> {
    const { twoPersonApproval } = await this.sellers.current();
    const work = async (): Promise<Result<Revision, MoveRevisionError>> => {
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
        await this.outbox.recall('price.revision_live', { revisionId });
      }
      if (step === 'submit') {
        const conflicts = await this.ledger.conflicts(after.value, now, conflictsShown);
        if (conflicts.total > 0) return err({ code: 'revision.conflict', ...conflicts });
      }
      const guarded = step === 'submit' ? await this.floors.pass(after.value, by, overrideReason, now) : after;
      if (!guarded.ok) return guarded;
      await this.revisions.save(guarded.value);
      await this.audit.record({
        action: `revision.${after.value.state.status}`,
        entity: 'revision',
        entityId: revisionId,
        facts: { tableId, number: before.state.number, note },
      });
      if (step !== 'withdraw') await this.announce(step, after.value, by, note);
      return ok(after.value);
    };
    const moving = () => this.unitOfWork.run<Revision, MoveRevisionError>(work, timeForAMillion);
    return step === 'withdraw' ? this.ledger.inTurn(where.tableId, moving) : moving();
  }

  /** Whoever must know gets a mail, once the step is kept. */
  private announce(
    step: Exclude<Step, 'withdraw'>,
    { state: { id: revisionId, tableId } }: Revision,
    { id, name }: Editor,
    note: string | null,
  ): Promise<void> {
    const payload = { tableId, revisionId, step: took[step], by: { id, name }, note };
    return this.outbox.announce({ type: 'price.revision_moved', payload } satisfies PriceRevisionMoved);
  }

  private step(
    revision: Revision,
    step: Step,
    { id, name }: Editor,
    now: Date,
    twoPersons: boolean,
    note: string | null,
  ): Result<Revision, RevisionError> {
    if (step === 'submit') return revision.submitted({ id, name }, now, note);
    if (step === 'approve') return revision.approved({ id, name }, now, twoPersons, note);
    if (step === 'reject') return revision.rejected({ id, name }, now, note);
    return revision.withdrawn(now, { id, name }, note);
  }
}

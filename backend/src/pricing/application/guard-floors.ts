import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { Revision } from '../domain/revision.js';
import { type FloorBreach, FloorCheck } from './cost-ports.js';
import type { Editor } from './revision-ports.js';

/** What a breach says to those who may not see costs: which price, and nothing a cost could be computed from. */
export type ToldBreach = Omit<FloorBreach, 'cost' | 'floor' | 'leastPrice'> & Partial<FloorBreach>;

export interface BelowFloor {
  readonly code: 'price.below_margin_floor';
  readonly total: number;
  /** Whether whoever asked may let them through by saying why. */
  readonly mayOverride: boolean;
  readonly lines: readonly ToldBreach[];
}

const breachesShown = 100;

/** Lets a revision pass when its prices keep their margin floors, or when somebody who may answers for those that do not. */
@Injectable()
export class GuardFloors {
  constructor(
    private readonly check: FloorCheck,
    private readonly audit: AuditLog,
  ) {}

  /** By the costs of `at`. An override holds until the revision is edited, so publishing does not ask for it again. */
  async pass(
    revision: Revision,
    by: Editor | null,
    reason: string | null | undefined,
    at: Date,
  ): Promise<Result<Revision, BelowFloor>> {
    const { id, tableId, number, override } = revision.state;
    const { total, lines } = await this.check.breaches(id, at, breachesShown);
    if (total === 0 || override) return ok(revision);
    if (by?.mayOverrideFloor && reason) {
      const facts = { tableId, number, total, reason };
      await this.audit.record({ action: 'revision.overridden', entity: 'revision', entityId: id, facts });
      return ok(revision.overridden({ id: by.id, name: by.name }, reason));
    }
    return err({
      code: 'price.below_margin_floor',
      total,
      mayOverride: by?.mayOverrideFloor ?? false,
      lines: by?.seesCosts ? lines : lines.map(told),
    });
  }
}

const told = ({ productId, sku, unit, minQuantity, unitPrice }: FloorBreach): ToldBreach => ({
  ...{ productId, sku, unit, minQuantity, unitPrice },
});

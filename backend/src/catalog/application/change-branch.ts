import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { Branch, BranchFacts } from '../domain/branch.js';
import type { BranchRuleError } from './create-branch.js';
import { Branches } from './ports.js';

export type ChangeBranchError = BranchRuleError | { readonly code: 'branch.not_found' };

/** Changes a branch; one that is no longer active keeps its stock and hands out none of it. */
@Injectable()
export class ChangeBranch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly branches: Branches,
    private readonly audit: AuditLog,
  ) {}

  /** `version` is the one the change was made on; without it, whichever is current. */
  async execute(
    id: string,
    change: Partial<BranchFacts>,
    version?: number,
  ): Promise<Result<Branch, ChangeBranchError>> {
    const changed = await this.unitOfWork.run<Branch, ChangeBranchError>(async () => {
      const before = await this.branches.find(id);
      if (!before) return err({ code: 'branch.not_found' });
      if (version !== undefined && version !== before.version) throw new StaleWrite('branch', before.version);
      const after = { ...before, ...change };
      if (!(await this.branches.save(after))) return err({ code: 'branch.code_taken', value: after.code });
      await this.audit.record({ action: 'branch.changed', entity: 'branch', entityId: id, facts: change });
      return ok({ ...after, version: before.version + 1 });
    });
    if (changed.ok) this.branches.forget();
    return changed;
  }
}

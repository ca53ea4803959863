import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { Branch, BranchFacts } from '../domain/branch.js';
import { Branches } from './ports.js';

export type BranchRuleError = { readonly code: 'branch.code_taken'; readonly value: string };

/** Opens a branch; it serves its own state unless it is told which. */
@Injectable()
export class CreateBranch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly branches: Branches,
    private readonly audit: AuditLog,
  ) {}

  async execute(
    facts: Pick<BranchFacts, 'code' | 'name' | 'stateCode'> & Partial<BranchFacts>,
  ): Promise<Result<Branch, BranchRuleError>> {
    const created = await this.unitOfWork.run<Branch, BranchRuleError>(async () => {
      const branch = { serves: [facts.stateCode], position: 0, active: true, ...facts, id: newId(), version: 1 };
      if (!(await this.branches.add(branch))) return err({ code: 'branch.code_taken', value: branch.code });
      await this.audit.record({ action: 'branch.created', entity: 'branch', entityId: branch.id, facts });
      return ok(branch);
    });
    if (created.ok) this.branches.forget();
    return created;
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { Branches } from './ports.js';

export type DeleteBranchError = { readonly code: 'branch.not_found' } | { readonly code: 'branch.in_use' };

/** Removes a branch that never held anything; any other is made inactive instead. */
@Injectable()
export class DeleteBranch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly branches: Branches,
    private readonly audit: AuditLog,
  ) {}

  async execute(id: string): Promise<Result<void, DeleteBranchError>> {
    const deleted = await this.unitOfWork.run<void, DeleteBranchError>(async () => {
      const branch = await this.branches.find(id);
      if (!branch) return err({ code: 'branch.not_found' });
      if (!(await this.branches.remove(id))) return err({ code: 'branch.in_use' });
      const facts = { code: branch.code, name: branch.name };
      await this.audit.record({ action: 'branch.deleted', entity: 'branch', entityId: id, facts });
      return ok(undefined);
    });
    if (deleted.ok) this.branches.forget();
    return deleted;
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { RoleError } from '../domain/role.js';
import { Roles } from './ports.js';

export type DeleteRoleError = RoleError | { readonly code: 'role.not_found' };

/** Removes a role of the tenant's own that nobody holds. */
@Injectable()
export class DeleteRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: Roles,
    private readonly audit: AuditLog,
  ) {}

  execute(id: string): Promise<Result<string, DeleteRoleError>> {
    return this.unitOfWork.run<string, DeleteRoleError>(async () => {
      await this.roles.hold();
      const role = (await this.roles.all()).find((one) => one.id === id);
      if (!role) return err({ code: 'role.not_found' });
      const gone = role.delete((await this.roles.holdersOf(id)).length);
      if (!gone.ok) return gone;

      await this.roles.delete(gone.value);
      const facts = { name: role.name, side: role.side, permissions: [...role.permissions] };
      await this.audit.record({ action: 'role.deleted', entity: 'role', entityId: id, facts });
      return ok(id);
    });
  }
}

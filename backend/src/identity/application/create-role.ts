import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { AuditLog } from '../../shared/audit-log.js';
import type { Side } from '../../shared/permissions.js';
import type { Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { Role, type RoleError } from '../domain/role.js';
import { Roles } from './ports.js';

/** Adds a role of the tenant's own. */
@Injectable()
export class CreateRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: Roles,
    private readonly audit: AuditLog,
  ) {}

  execute(
    actor: Actor,
    wanted: { side: Side; name: string; permissions: readonly string[] },
  ): Promise<Result<string, RoleError>> {
    return this.unitOfWork.run(async () => {
      await this.roles.hold();
      const by = { ...actor, isOwner: await this.roles.isOwner(actor.id) };
      const role = Role.create(wanted, await this.roles.all(), by);
      if (!role.ok) return role;

      const { id, name, side, permissions } = role.value;
      await this.roles.save(role.value);
      const facts = { name, side, permissions: [...permissions] };
      await this.audit.record({ action: 'role.created', entity: 'role', entityId: id, facts });
      return { ok: true, value: id };
    });
  }
}

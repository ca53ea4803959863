import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { Role, RoleError } from '../domain/role.js';
import { Epochs, Members, Roles } from './ports.js';

export type ChangeRoleError = RoleError | { readonly code: 'role.not_found' };

export interface RoleChange {
  readonly name?: string;
  readonly permissions?: readonly string[];
  /** The version the change was made on; without it, whichever is current. */
  readonly version?: number;
}

/** Renames a role or changes what it permits; everybody who holds it feels it with their next call. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: Roles,
    private readonly members: Members,
    private readonly epochs: Epochs,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Actor, id: string, change: RoleChange): Promise<Result<string, ChangeRoleError>> {
    let affected: string[] = [];
    const result = await this.unitOfWork.run<string, ChangeRoleError>(async () => {
      await this.roles.hold();
      const all = await this.roles.all();
      const before = all.find((role) => role.id === id);
      if (!before) return err({ code: 'role.not_found' });
      if (change.version !== undefined && change.version !== before.version) {
        throw new StaleWrite('role', before.version);
      }
      const by = { ...actor, isOwner: await this.roles.isOwner(actor.id) };
      const after = before.change(change, all, by);
      if (!after.ok) return after;

      await this.roles.save(after.value);
      const { granted, withdrawn } = difference(before, after.value);
      if (granted.length + withdrawn.length > 0) {
        affected = await this.roles.holdersOf(id);
        await this.members.raiseEpochs(affected);
      }
      const facts = { name: after.value.name, granted, withdrawn };
      await this.audit.record({ action: 'role.changed', entity: 'role', entityId: id, facts });
      return ok(id);
    });
    if (result.ok) this.epochs.forget(affected);
    return result;
  }
}

const difference = (before: Role, after: Role) => ({
  granted: [...after.permissions].filter((permission) => !before.permissions.has(permission)),
  withdrawn: [...before.permissions].filter((permission) => !after.permissions.has(permission)),
});

import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type Permission, permissions as vocabulary, type Side } from '../../shared/permissions.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { Roles } from '../application/ports.js';
import { ownerCode } from '../domain/default-roles.js';
import { Role } from '../domain/role.js';

interface Row {
  id: string;
  side: Side;
  code: string;
  name: string;
  built_in: boolean;
  permissions: string[];
  version: number;
}

/** Roles in PostgreSQL; an advisory lock per tenant puts changes of rights in a row. */
@Injectable()
export class SqlRoles extends Roles {
  constructor(private readonly database: Database) {
    super();
  }

  async hold(): Promise<void> {
    await this.database
      .sql`select pg_advisory_xact_lock(hashtextextended('identity.rights ' || public.current_tenant()::text, 0))`;
  }

  async all(): Promise<Role[]> {
    const rows = await this.database.sql<Row>`
      select id, side, code, name, built_in, permissions, version from identity.role order by id`;
    return rows.map(toRole);
  }

  async holdersOf(roleId: string): Promise<string[]> {
    const rows = await this.database.sql<{ member_id: string }>`
      select member_id from identity.member_role where role_id = ${roleId}`;
    return rows.map((row) => row.member_id);
  }

  async isOwner(memberId: string): Promise<boolean> {
    const rows = await this.database.sql`
      select 1 from identity.member_role mr join identity.role r on r.id = mr.role_id
      where mr.member_id = ${memberId} and r.code = ${ownerCode} and r.built_in`;
    return rows.length > 0;
  }

  async save(role: Role): Promise<void> {
    const { id, side, code, name, version } = role;
    const permissions = [...role.permissions].sort();
    if (version === 0) {
      await this.database.sql`
        insert into identity.role (id, side, code, name, permissions)
        values (${id}, ${side}, ${code}, ${name}, ${permissions}::text[])`;
      return;
    }
    const saved = await this.database.sql`
      update identity.role set name = ${name}, permissions = ${permissions}::text[], version = version + 1
      where id = ${id} and version = ${version} returning id`;
    if (saved.length === 0) throw new StaleWrite('role');
  }

  async delete({ id }: Role): Promise<void> {
    await this.database.sql`delete from identity.role where id = ${id}`;
  }
}

/** A role as its row says; words that are no permission any more are left out. */
export function toRole({ built_in: builtIn, permissions, ...row }: Row): Role {
  const known = permissions.filter((permission): permission is Permission => Object.hasOwn(vocabulary, permission));
  return Role.restore({ ...row, builtIn, permissions: new Set(known) });
}

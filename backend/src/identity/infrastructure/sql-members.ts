import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import type { Side } from '../../shared/permissions.js';
import { Members, Roles } from '../application/ports.js';
import { ownerCode } from '../domain/default-roles.js';
import { Member, type MemberStatus } from '../domain/member.js';

interface Row {
  id: string;
  kind: Side;
  companyId: string | null;
  name: string;
  email: string;
  locale: string | null;
  status: MemberStatus;
  hasPassword: boolean;
  roleIds: string[];
}

/** People in PostgreSQL, with their roles. */
@Injectable()
export class SqlMembers extends Members {
  constructor(
    private readonly database: Database,
    private readonly roles: Roles,
  ) {
    super();
  }

  async find(id: string, companyId: string | null): Promise<Member | null> {
    const [row] = await this.database.sql<Row>`
      select id, kind, company_id as "companyId", name, email, locale, status,
             password_hash is not null as "hasPassword",
             array(select role_id from identity.member_role where member_id = m.id) as "roleIds"
      from identity.member m
      where id = ${id} and company_id is not distinct from ${companyId}::uuid for update`;
    if (!row) return null;
    const roles = (await this.roles.all()).filter((role) => row.roleIds.includes(role.id));
    return Member.restore({ ...row, roles });
  }

  async idsOfCompany(companyId: string): Promise<string[]> {
    const rows = await this.database.sql<{ id: string }>`
      select id from identity.member where company_id = ${companyId}`;
    return rows.map(({ id }) => id);
  }

  async isActiveStaff(id: string): Promise<boolean> {
    const rows = await this.database.sql`
      select 1 from identity.member where id = ${id} and kind = 'staff' and status = 'active'`;
    return rows.length > 0;
  }

  async hasEmail(email: string, besides: string): Promise<boolean> {
    const rows = await this.database.sql`
      select 1 from identity.member where email = ${email} and id <> ${besides}`;
    return rows.length > 0;
  }

  async otherActiveOwners(besides: string): Promise<number> {
    const [row] = await this.database.sql<{ owners: number }>`
      select count(*)::int as owners
      from identity.role r
      join identity.member_role mr on mr.role_id = r.id
      join identity.member m on m.id = mr.member_id
      where r.code = ${ownerCode} and r.built_in and m.kind = 'staff' and m.status = 'active' and m.id <> ${besides}`;
    return row?.owners ?? 0;
  }

  async add(member: Member, passwordHash: string | null): Promise<void> {
    const { id, kind, companyId, name, email, locale, status } = member;
    await this.database.sql`
      insert into identity.member (id, kind, company_id, name, email, locale, status, password_hash)
      values (${id}, ${kind}, ${companyId}, ${name}, ${email}, ${locale}, ${status}, ${passwordHash})`;
    await this.giveRoles(member);
  }

  async save(member: Member): Promise<void> {
    const { id, name, email, locale, status } = member;
    await this.database.sql`
      update identity.member set name = ${name}, email = ${email}, locale = ${locale}, status = ${status} where id = ${id}`;
    await this.giveRoles(member);
  }

  /** In order of id, so that two of these never wait for each other. */
  async raiseEpochs(ids: readonly string[]): Promise<void> {
    await this.database.sql`
      update identity.member set epoch = epoch + 1 where id in (
        select id from identity.member where id = any(${ids}::uuid[]) order by id for update)`;
  }

  private async giveRoles({ id, roles }: Member): Promise<void> {
    const roleIds = roles.map((role) => role.id);
    await this.database.sql`
      delete from identity.member_role where member_id = ${id} and role_id <> all(${roleIds}::uuid[])`;
    await this.database.sql`
      insert into identity.member_role (member_id, role_id) select ${id}::uuid, unnest(${roleIds}::uuid[])
      on conflict do nothing`;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type Permission, permissionsOf, type Side } from '../../shared/permissions.js';
import { type Account, Accounts } from '../application/ports.js';

interface Row {
  id: string;
  kind: Side;
  name: string;
  email: string;
  locale: string | null;
  status: Account['status'];
  password_hash: string | null;
  epoch: number;
  company_id: string | null;
  company_name: string;
  company_state: string;
  company_status: Account['companyStatus'] | null;
  roles: string[];
  permissions: string[];
}

/** One prepared statement reads a person with company, roles and permissions. */
@Injectable()
export class SqlAccounts extends Accounts {
  constructor(private readonly database: Database) {
    super();
  }

  async byEmail(email: string): Promise<Account | null> {
    const [found] = await this.database.sql<{ id: string }>`select id from identity.member where email = ${email}`;
    return this.byId(found?.id ?? '00000000-0000-0000-0000-000000000000');
  }

  async byId(id: string): Promise<Account | null> {
    const [row] = await this.database.sql<Row>`
      select m.id, m.kind, m.name, m.email, m.locale, m.status, m.password_hash, m.epoch,
             c.id as company_id, c.name as company_name, c.state_code as company_state, c.status as company_status,
             array(select r.code from identity.member_role mr join identity.role r on r.id = mr.role_id
                   where mr.member_id = m.id order by r.code) as roles,
             array(select distinct p from identity.member_role mr join identity.role r on r.id = mr.role_id,
                     unnest(r.permissions) p
                   where mr.member_id = m.id order by p) as permissions
      from identity.member m left join identity.company c on c.id = m.company_id
      where m.id = ${id}`;
    return row ? toAccount(row) : null;
  }

  async setPassword(id: string, hash: string): Promise<void> {
    await this.database.sql`
      update identity.member set password_hash = ${hash}, status = case status when 'invited' then 'active' else status end
      where id = ${id}`;
  }
}

/** Words that are no permission of the person's side any more count for nothing. */
function toAccount(row: Row): Account {
  const known = new Set<string>(permissionsOf(row.kind));
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    email: row.email,
    locale: row.locale,
    status: row.status,
    passwordHash: row.password_hash,
    epoch: row.epoch,
    company: row.company_id ? { id: row.company_id, name: row.company_name, stateCode: row.company_state } : null,
    companyStatus: row.company_status ?? 'active',
    roles: row.roles,
    permissions: row.permissions.filter((permission): permission is Permission => known.has(permission)),
  };
}

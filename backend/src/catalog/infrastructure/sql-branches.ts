import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { type ActiveBranch, Branches } from '../application/ports.js';
import type { Branch } from '../domain/branch.js';
import { ActiveBranches } from './active-branches.js';
import { takenIn } from './unique-violation.js';

/** Keeps branches in PostgreSQL under a version that guards against lost updates. */
@Injectable()
export class SqlBranches extends Branches {
  constructor(
    private readonly database: Database,
    private readonly activeBranches: ActiveBranches,
  ) {
    super();
  }

  active(): Promise<readonly ActiveBranch[]> {
    return this.activeBranches.all();
  }

  async find(id: string): Promise<Branch | null> {
    const [row] = await this.database.sql<Branch>`
      select id, code, name, state_code as "stateCode", coalesce(serves, '{}') as serves, position, active, version
      from catalog.branch where id = ${id}`;
    return row ?? null;
  }

  async add(branch: Branch): Promise<boolean> {
    const rows = await this.database.sql`
      insert into catalog.branch (id, code, name, state_code, serves, position, active)
      values (${branch.id}, ${branch.code}, ${branch.name}, ${branch.stateCode}, ${branch.serves}::text[],
              ${branch.position}, ${branch.active})
      on conflict (tenant_id, code) do nothing returning id`;
    return rows.length > 0;
  }

  async save(branch: Branch): Promise<boolean> {
    try {
      const rows = await this.database.sql`
        update catalog.branch set
          code = ${branch.code}, name = ${branch.name}, state_code = ${branch.stateCode},
          serves = ${branch.serves}::text[], position = ${branch.position}, active = ${branch.active},
          version = version + 1
        where id = ${branch.id} and version = ${branch.version} returning id`;
      if (rows.length === 0) throw new StaleWrite('branch');
      return true;
    } catch (error) {
      if (takenIn(error) !== null) return false;
      throw error;
    }
  }

  async remove(id: string): Promise<boolean> {
    const rows = await this.database.sql`
      delete from catalog.branch b
      where b.id = ${id}
        and not exists (select from catalog.stock_level s where s.branch_id = b.id)
        and not exists (select from catalog.stock_movement m where m.branch_id = b.id)
        and not exists (select from catalog.reservation r where r.branch_id = b.id)
      returning b.id`;
    return rows.length > 0;
  }

  forget(): void {
    this.activeBranches.forget();
  }
}

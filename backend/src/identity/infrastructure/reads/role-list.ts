import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import type { Permission, Side } from '../../../shared/permissions.js';
import { defaultRoles } from '../../domain/default-roles.js';

const defaultCodes = defaultRoles.map(({ code }) => code);

export interface RoleSummary {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly permissions: Permission[];
  readonly builtIn: boolean;
  readonly code: string;
  readonly version: number;
  readonly memberCount: number;
}

/** Reads roles with how many people hold them: staff's first, those a tenant starts with before its own, by name. */
@Injectable()
export class RoleList {
  constructor(private readonly database: Database) {}

  of(side: Side | null, id: string | null = null): Promise<RoleSummary[]> {
    return this.database.sql<RoleSummary & Record<string, unknown>>`
      select id, name, side, permissions, built_in as "builtIn", code, version,
             (select count(*)::int from identity.member_role where role_id = r.id) as "memberCount"
      from identity.role r
      where (${side}::text is null or side = ${side}) and (${id}::uuid is null or id = ${id})
      order by side desc, built_in desc, array_position(${defaultCodes}::text[], code), name, id`;
  }
}

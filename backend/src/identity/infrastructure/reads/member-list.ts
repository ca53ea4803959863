import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import type { MemberStatus } from '../../domain/member.js';

export interface MemberSummary {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly status: MemberStatus;
  readonly locale: string | null;
  /** Codes and ids, in the same order. */
  readonly roles: string[];
  readonly roleIds: string[];
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
}

/** Reads staff, or a company's buyers, by name. */
@Injectable()
export class MemberList {
  constructor(private readonly database: Database) {}

  async page(
    companyId: string | null,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<{ members: MemberSummary[]; total: number }> {
    const members = await this.read(companyId, null, pageSize, (page - 1) * pageSize);
    const [row] = await this.database.sql<{ total: number }>`
      select count(*)::int as total from identity.member
      where company_id = ${companyId} or (${companyId}::uuid is null and company_id is null)`;
    return { members, total: row?.total ?? 0 };
  }

  async one(companyId: string | null, id: string): Promise<MemberSummary | null> {
    return (await this.read(companyId, id, 1, 0))[0] ?? null;
  }

  private read(companyId: string | null, id: string | null, limit: number, offset: number): Promise<MemberSummary[]> {
    return this.database.sql<MemberSummary & Record<string, unknown>>`
      select m.id, m.name, m.email, m.status, m.locale, m.created_at as "createdAt",
             array(select r.code from identity.member_role mr join identity.role r on r.id = mr.role_id
                   where mr.member_id = m.id order by r.code) as roles,
             array(select r.id from identity.member_role mr join identity.role r on r.id = mr.role_id
                   where mr.member_id = m.id order by r.code) as "roleIds",
             (select max(s.created_at) from identity.session s where s.member_id = m.id) as "lastSignInAt"
      from identity.member m
      where (m.company_id = ${companyId} or (${companyId}::uuid is null and m.company_id is null)) and (${id}::uuid is null or m.id = ${id})
      order by m.name, m.id limit ${limit} offset ${offset}`;
  }
}

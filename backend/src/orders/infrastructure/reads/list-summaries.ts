import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';

/** A saved list as lists of them show it. */
export interface ListSummary {
  readonly id: string;
  readonly name: string;
  readonly lineCount: number;
  readonly updatedAt: Date;
  readonly updatedBy: { readonly id: string; readonly name: string };
}

/** The saved lists of a company, the one changed last first. */
@Injectable()
export class ListSummaries {
  constructor(private readonly database: Database) {}

  async page(
    companyId: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<{ lists: ListSummary[]; total: number }> {
    const [lists, [counted]] = await Promise.all([
      this.database.sql<ListSummary>`
        select s.id, s.name, s.updated_at as "updatedAt",
               json_build_object('id', s.updated_by, 'name', s.updated_by_name) as "updatedBy",
               (select count(*)::int from orders.saved_list_line l
                where l.tenant_id = s.tenant_id and l.list_id = s.id) as "lineCount"
        from orders.saved_list s where s.company_id = ${companyId}
        order by s.updated_at desc, s.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
      this.database.sql<{ total: number }>`
        select count(*)::int as total from orders.saved_list where company_id = ${companyId}`,
    ]);
    return { lists, total: counted?.total ?? 0 };
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import type { CompanyFacts } from '../../domain/company.js';

export interface CompanySummary extends CompanyFacts {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
}

export interface CompanyQuery {
  readonly search?: string;
  readonly status?: 'active' | 'blocked';
  readonly sort: 'name' | '-name' | 'newest';
  readonly page: number;
  readonly pageSize: number;
}

const orders = { name: 'name, id', '-name': 'name desc, id desc', newest: 'created_at desc, id desc' } as const;

/** Reads companies; every word of a search is in the name or the tax id, with or without accents and punctuation. */
@Injectable()
export class CompanyList {
  constructor(private readonly database: Database) {}

  async page({
    search,
    status,
    sort,
    page,
    pageSize,
  }: CompanyQuery): Promise<{ companies: CompanySummary[]; total: number }> {
    const words = (search ?? '').split(/\s+/).filter(Boolean);
    const text = `
      select id, name, tax_id as "taxId", state_code as "stateCode", status, tier_id as "tierId",
             sales_rep_id as "salesRepId", email, credit_limit as "creditLimit", payment_terms as "paymentTerms", address,
             version, created_at as "createdAt", count(*) over ()::int as total
      from identity.company
      where ($1::text is null or status = $1)
        ${words.length > 0 ? 'and id in (select identity.matching_companies($4::text[]))' : ''}
      order by ${orders[sort]} limit $2 offset $3`;
    const values = [status ?? null, pageSize, (page - 1) * pageSize, ...(words.length > 0 ? [words] : [])];
    const name = `companies ${sort} ${words.length > 0}`;
    const { rows } = await this.database.query<CompanySummary & { total: number }>(text, values, name);
    return {
      companies: rows.map(({ total: _, ...company }) => company),
      total: await this.totalOf(rows, status, words),
    };
  }

  async one(id: string): Promise<CompanySummary | null> {
    const [row] = await this.database.sql<CompanySummary & Record<string, unknown>>`
      select id, name, tax_id as "taxId", state_code as "stateCode", status, tier_id as "tierId",
             sales_rep_id as "salesRepId", email, credit_limit as "creditLimit", payment_terms as "paymentTerms", address,
             version, created_at as "createdAt"
      from identity.company where id = ${id}`;
    return row ?? null;
  }

  /** A page beyond the end has no row to say how many there are. */
  private async totalOf(rows: { total: number }[], status: string | undefined, words: string[]): Promise<number> {
    if (rows[0]) return rows[0].total;
    const [row] = await this.database.sql<{ total: number }>`
      select count(*)::int as total from identity.company
      where (${status ?? null}::text is null or status = ${status ?? null})
        and (cardinality(${words}::text[]) = 0 or id in (select identity.matching_companies(${words}::text[])))`;
    return row?.total ?? 0;
  }
}

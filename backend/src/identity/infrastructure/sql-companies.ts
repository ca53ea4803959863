import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { Companies } from '../application/ports.js';
import { type Address, Company, type CompanyStatus } from '../domain/company.js';

interface Row {
  id: string;
  name: string;
  tax_id: string;
  state_code: string;
  status: CompanyStatus;
  tier_id: string | null;
  sales_rep_id: string | null;
  email: string | null;
  credit_limit: string;
  payment_terms: string;
  address: Address | null;
  version: number;
  created_at: Date;
}

/** Companies in PostgreSQL, written under a version that guards against lost updates. */
@Injectable()
export class SqlCompanies extends Companies {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<Company | null> {
    const [row] = await this.database.sql<Row>`
      select id, name, tax_id, state_code, status, tier_id, sales_rep_id, email, credit_limit, payment_terms, address,
             version, created_at
      from identity.company where id = ${id} for update`;
    return row ? toCompany(row) : null;
  }

  async add({ id, facts, createdAt }: Company): Promise<boolean> {
    const added = await this.database.sql`
      insert into identity.company (id, name, tax_id, state_code, status, tier_id, sales_rep_id, email, credit_limit,
                                    payment_terms, address, created_at)
      values (${id}, ${facts.name}, ${facts.taxId}, ${facts.stateCode}, ${facts.status}, ${facts.tierId},
              ${facts.salesRepId}, ${facts.email}, ${facts.creditLimit}, ${facts.paymentTerms},
              ${facts.address ? JSON.stringify(facts.address) : null}::jsonb, ${createdAt})
      on conflict (tenant_id, tax_id) do nothing returning id`;
    return added.length > 0;
  }

  async save({ id, facts, version }: Company): Promise<Company | null> {
    try {
      const [row] = await this.database.sql<Row>`
        update identity.company set
          name = ${facts.name}, tax_id = ${facts.taxId}, state_code = ${facts.stateCode}, status = ${facts.status},
          tier_id = ${facts.tierId}, sales_rep_id = ${facts.salesRepId}, email = ${facts.email},
          credit_limit = ${facts.creditLimit}, payment_terms = ${facts.paymentTerms},
          address = ${facts.address ? JSON.stringify(facts.address) : null}::jsonb, version = version + 1
        where id = ${id} and version = ${version}
        returning id, name, tax_id, state_code, status, tier_id, sales_rep_id, email, credit_limit, payment_terms, address,
                  version, created_at`;
      if (!row) throw new StaleWrite('company');
      return toCompany(row);
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'company_tenant_id_tax_id_key') return null;
      throw error;
    }
  }
}

const toCompany = (row: Row): Company =>
  Company.restore({
    id: row.id,
    version: row.version,
    createdAt: row.created_at,
    facts: {
      name: row.name,
      taxId: row.tax_id,
      stateCode: row.state_code,
      status: row.status,
      tierId: row.tier_id,
      salesRepId: row.sales_rep_id,
      email: row.email,
      creditLimit: row.credit_limit,
      paymentTerms: row.payment_terms,
      address: row.address,
    },
  });

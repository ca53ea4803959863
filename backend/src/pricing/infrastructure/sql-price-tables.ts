import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { type PriceTable, PriceTables } from '../application/book-ports.js';

/** One row per table; the unique name is the database's to guard. */
@Injectable()
export class SqlPriceTables extends PriceTables {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<PriceTable | null> {
    const [table] = await this.database.sql<PriceTable>`
      select id, name, scope, state_code as "stateCode", company_id as "companyId", currency, priority,
             nullif(valid_from, '-infinity') as "validFrom", nullif(valid_to, 'infinity') as "validTo", version
      from pricing.price_table where id = ${id} and archived_at is null`;
    return table ?? null;
  }

  async add(table: PriceTable): Promise<boolean> {
    const { id, name, scope, stateCode, companyId, currency, priority, validFrom, validTo } = table;
    const added = await this.database.sql<{ id: string }>`
      insert into pricing.price_table (id, name, scope, state_code, company_id, currency, priority, valid_from, valid_to)
      values (${id}, ${name}, ${scope}, ${stateCode}, ${companyId}, ${currency}, ${priority},
              coalesce(${validFrom}::timestamptz, '-infinity'), coalesce(${validTo}::timestamptz, 'infinity'))
      on conflict (tenant_id, name) do nothing returning id`;
    return added.length === 1;
  }

  /** A table that says nothing yet ends nothing. */
  async takeExpiring(now: Date): Promise<readonly Pick<PriceTable, 'id' | 'companyId' | 'validTo'>[]> {
    return this.database.sql<Pick<PriceTable, 'id' | 'companyId' | 'validTo'>>`
      update pricing.price_table set reminded_at = ${now}
      where archived_at is null and reminded_at is null and valid_to > ${now}
        and valid_to <= ${now}::timestamptz + make_interval(days =>
          coalesce((select expiry_reminder_days from pricing.pricing_settings), 30))
        and exists (select from pricing.price_entry e where e.table_id = price_table.id and e.live_to > ${now})
      returning id, company_id as "companyId", valid_to as "validTo"`;
  }

  /** Another end is a reason to be reminded again. */
  async save({ id, name, priority, validFrom, validTo, version }: PriceTable): Promise<boolean> {
    try {
      const saved = await this.database.sql<{ id: string }>`
        update pricing.price_table
        set name = ${name}, priority = ${priority}, valid_from = coalesce(${validFrom}::timestamptz, '-infinity'),
            valid_to = coalesce(${validTo}::timestamptz, 'infinity'), version = version + 1,
            reminded_at = case when valid_to = coalesce(${validTo}::timestamptz, 'infinity') then reminded_at end
        where id = ${id} and version = ${version} returning id`;
      if (saved.length === 1) return true;
    } catch (error) {
      if ((error as { code?: string }).code === '23505') return false;
      throw error;
    }
    throw new StaleWrite('price_table', (await this.find(id))?.version);
  }
}

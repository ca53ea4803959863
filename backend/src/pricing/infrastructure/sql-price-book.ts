import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import { PriceBook, type Viewpoint } from '../application/book-ports.js';
import type { TierTerms } from '../domain/discounts.js';
import type { Candidate, PriceScope, TableRef } from '../domain/price-resolver.js';
import type { KnownCode } from '../domain/trade-code.js';

interface EntryRow {
  id: string;
  product_id: string;
  revision_id: string;
  unit: string;
  min_quantity: string;
  unit_price: string;
  valid_from: Date | null;
  valid_to: Date | null;
  live_from: Date | null;
  table_id: string;
  name: string;
  scope: PriceScope;
  state_code: string | null;
  priority: number;
  table_from: Date | null;
  table_to: Date | null;
}

interface DiscountRow {
  tier: { name: string; rate: number; byCategory: Record<string, number> | null } | null;
  code: {
    id: string;
    code: string;
    rate: number;
    categoryId: string | null;
    validFrom: string | null;
    validTo: string | null;
    active: boolean;
    maxUses: number | null;
    maxUsesPerCompany: number | null;
    uses: number;
    usesByCompany: number;
    minimumOrder: string | null;
  } | null;
}

/** One prepared statement for the entries of any number of products, one for discounts where there may be any. */
@Injectable()
export class SqlPriceBook extends PriceBook {
  constructor(private readonly database: Database) {
    super();
  }

  async candidates(
    productIds: readonly string[],
    { companyId, stateCode, currency, at }: Viewpoint,
  ): Promise<ReadonlyMap<string, readonly Candidate[]>> {
    // `offset 0` keeps each product of each table one short walk down the key, however old the table's history:
    // replaced entries sort before `live_to > at` and are never visited.
    const rows = await this.database.sql<EntryRow>`
      select e.id, e.product_id, e.revision_id, e.unit, e.min_quantity, e.unit_price,
             nullif(e.valid_from, '-infinity') as valid_from, nullif(e.valid_to, 'infinity') as valid_to,
             case when e.live_from > ${at} then e.live_from end as live_from,
             t.id as table_id, t.name, t.scope, t.state_code, t.priority,
             nullif(t.valid_from, '-infinity') as table_from, nullif(t.valid_to, 'infinity') as table_to
      from pricing.price_table t
      cross join unnest(${productIds}::uuid[]) as wanted(product_id)
      cross join lateral (
        select * from pricing.price_entry
        where table_id = t.id and product_id = wanted.product_id and live_to > ${at}
        offset 0
      ) e
      where t.archived_at is null and t.currency = ${currency}
        and (t.scope = 'national'
          or (t.scope = 'state' and t.state_code = ${stateCode})
          or (t.scope = 'company' and t.company_id = ${companyId}))`;
    return byProduct(rows);
  }

  async discounts(
    tierId: string | null,
    tradeCode: string | null,
    companyId: string | null,
  ): Promise<{ tier: TierTerms | null; code: KnownCode | null }> {
    const [row] = await this.database.sql<DiscountRow>`
      select
        (select json_build_object('name', t.name, 'rate', round(t.default_discount * 10000)::int, 'byCategory',
                  (select json_object_agg(d.category_id, round(d.discount * 10000)::int)
                   from pricing.tier_discount d where d.tier_id = t.id))
         from pricing.buyer_tier t where t.id = ${tierId}) as tier,
        (select json_build_object('id', c.id, 'code', c.code, 'rate', round(c.discount * 10000)::int,
                  'categoryId', c.category_id, 'validFrom', c.valid_from, 'validTo', c.valid_to, 'active', c.active,
                  'maxUses', c.max_uses, 'maxUsesPerCompany', c.max_uses_per_company,
                  'minimumOrder', c.minimum_order::text,
                  'uses', (select count(*) from (
                     select from pricing.trade_code_use u
                     where u.code_id = c.id and u.released_at is null limit c.max_uses) used where c.max_uses is not null),
                  'usesByCompany', (select count(*) from (
                     select from pricing.trade_code_use u
                     where u.code_id = c.id and u.company_id = ${companyId} and u.released_at is null
                     limit c.max_uses_per_company) used where c.max_uses_per_company is not null))
         from pricing.trade_code c where c.code = upper(trim(${tradeCode}::text))) as code`;
    return { tier: row?.tier ? tierOf(row.tier) : null, code: row?.code ? codeOf(row.code) : null };
  }
}

function byProduct(rows: readonly EntryRow[]): ReadonlyMap<string, Candidate[]> {
  const tables = new Map<string, TableRef>();
  const candidates = new Map<string, Candidate[]>();
  for (const row of rows) {
    let table = tables.get(row.table_id);
    if (!table) {
      const { table_id: id, name, scope, state_code: stateCode, priority, table_from: from, table_to: to } = row;
      tables.set(id, (table = { id, name, scope, stateCode, priority, validFrom: from, validTo: to }));
    }
    const candidate: Candidate = {
      entryId: row.id,
      revisionId: row.revision_id,
      table,
      unit: row.unit,
      minimum: Quantity.ofThousandths(unscaled(row.min_quantity)),
      unitPrice: UnitPrice.ofTenThousandths(unscaled(row.unit_price)),
      validFrom: row.valid_from,
      validTo: row.valid_to,
      liveFrom: row.live_from,
    };
    const ofProduct = candidates.get(row.product_id);
    if (ofProduct) ofProduct.push(candidate);
    else candidates.set(row.product_id, [candidate]);
  }
  return candidates;
}

/** PostgreSQL writes a numeric column with all its decimals, so that leaving out the point scales it. */
const unscaled = (text: string): bigint => BigInt(text.replace('.', ''));

const tierOf = ({ name, rate, byCategory }: NonNullable<DiscountRow['tier']>): TierTerms => ({
  name,
  defaultRate: BigInt(rate),
  byCategory: new Map(Object.entries(byCategory ?? {}).map(([category, own]) => [category, BigInt(own)])),
});

const codeOf = (row: NonNullable<DiscountRow['code']>): KnownCode => ({
  ...row,
  rate: BigInt(row.rate),
  validFrom: row.validFrom ? new Date(row.validFrom) : null,
  validTo: row.validTo ? new Date(row.validTo) : null,
});

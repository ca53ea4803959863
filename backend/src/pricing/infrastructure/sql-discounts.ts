import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { PriceBook } from '../application/book-ports.js';
import { BuyerTiers, TradeCodes, type TradeCodeUse, type TradeCodeUsePage } from '../application/discount-ports.js';
import type { BuyerTier, TradeCode } from '../application/keep-discounts.js';
import type { KnownCode } from '../domain/trade-code.js';

/** A tier is one row and one per category; they are written together. */
@Injectable()
export class SqlBuyerTiers extends BuyerTiers {
  constructor(private readonly database: Database) {
    super();
  }

  list(): Promise<BuyerTier[]> {
    return this.read(null);
  }

  async find(id: string): Promise<BuyerTier | null> {
    return (await this.read(id))[0] ?? null;
  }

  async add({ id, code, name, defaultPercent, categories }: BuyerTier): Promise<boolean> {
    const added = await this.database.sql<{ id: string }>`
      insert into pricing.buyer_tier (id, code, name, default_discount)
      values (${id}, ${code}, ${name}, ${defaultPercent}::numeric / 100)
      on conflict (tenant_id, code) do nothing returning id`;
    if (added.length === 1) await this.writeCategories(id, categories);
    return added.length === 1;
  }

  async save({ id, code, name, defaultPercent, categories, version }: BuyerTier): Promise<boolean> {
    const saved = await unlessTaken(
      () => this.database.sql<{ id: string }>`
        update pricing.buyer_tier
        set code = ${code}, name = ${name}, default_discount = ${defaultPercent}::numeric / 100, version = version + 1
        where id = ${id} and version = ${version} returning id`,
    );
    if (!saved) return false;
    if (saved.length === 0) throw new StaleWrite('buyer_tier');
    await this.database.sql`delete from pricing.tier_discount where tier_id = ${id}`;
    await this.writeCategories(id, categories);
    return true;
  }

  private async writeCategories(id: string, categories: BuyerTier['categories']): Promise<void> {
    await this.database.sql`
      insert into pricing.tier_discount (tier_id, category_id, discount)
      select ${id}, c.category_id, c.percent / 100
      from unnest(${categories.map(({ categoryId }) => categoryId)}::uuid[],
                  ${categories.map(({ percent }) => percent)}::numeric[]) as c(category_id, percent)
      on conflict (tenant_id, tier_id, category_id) do update set discount = excluded.discount`;
  }

  private read(id: string | null): Promise<BuyerTier[]> {
    return this.database.sql<BuyerTier>`
      select t.id, t.code, t.name, trim_scale(t.default_discount * 100)::text as "defaultPercent", t.version,
             coalesce((select json_agg(json_build_object('categoryId', d.category_id,
                                'percent', trim_scale(d.discount * 100)::text) order by d.category_id)
                       from pricing.tier_discount d where d.tier_id = t.id), '[]') as categories
      from pricing.buyer_tier t where ${id}::uuid is null or t.id = ${id}
      order by t.default_discount, t.name, t.id`;
  }
}

/** One row per code. */
@Injectable()
export class SqlTradeCodes extends TradeCodes {
  constructor(
    private readonly database: Database,
    private readonly book: PriceBook,
  ) {
    super();
  }

  list(): Promise<TradeCode[]> {
    return this.read(null);
  }

  async find(id: string): Promise<TradeCode | null> {
    return (await this.read(id))[0] ?? null;
  }

  async add({
    id,
    code,
    name,
    percent,
    categoryId,
    validFrom,
    validTo,
    active,
    ...limits
  }: TradeCode): Promise<boolean> {
    const { maxUses, maxUsesPerCompany, minimumOrder } = limits;
    const added = await this.database.sql<{ id: string }>`
      insert into pricing.trade_code (id, code, name, discount, category_id, valid_from, valid_to, active, max_uses,
                                      max_uses_per_company, minimum_order)
      values (${id}, ${code}, ${name}, ${percent}::numeric / 100, ${categoryId}, ${validFrom}, ${validTo}, ${active},
              ${maxUses}, ${maxUsesPerCompany}, ${minimumOrder}::numeric)
      on conflict (tenant_id, code) do nothing returning id`;
    return added.length === 1;
  }

  async save({
    id,
    code,
    name,
    percent,
    categoryId,
    validFrom,
    validTo,
    active,
    maxUses,
    maxUsesPerCompany,
    minimumOrder,
    version,
  }: TradeCode): Promise<boolean> {
    const saved = await unlessTaken(
      () => this.database.sql<{ id: string }>`
        update pricing.trade_code
        set code = ${code}, name = ${name}, discount = ${percent}::numeric / 100, category_id = ${categoryId},
            valid_from = ${validFrom}, valid_to = ${validTo}, active = ${active}, max_uses = ${maxUses},
            max_uses_per_company = ${maxUsesPerCompany}, minimum_order = ${minimumOrder}::numeric, version = version + 1
        where id = ${id} and version = ${version} returning id`,
    );
    if (saved?.length === 0) throw new StaleWrite('trade_code');
    return saved !== null;
  }

  async uses(id: string, { page, pageSize }: { page: number; pageSize: number }): Promise<TradeCodeUsePage> {
    const rows = await this.database.sql<TradeCodeUse & { total: number }>`
      select order_id as "orderId", order_number as "orderNumber", company_id as "companyId",
             company_name as "companyName", buyer_name as "buyerName", order_total as "orderTotal", discount,
             used_at as "usedAt", released_at as "releasedAt", count(*) over ()::int as total
      from pricing.trade_code_use where code_id = ${id}
      order by used_at desc, order_id desc limit ${pageSize} offset ${(page - 1) * pageSize}`;
    return { rows: rows.map(({ total: _total, ...use }) => use), total: rows[0]?.total ?? 0 };
  }

  async hold(code: string, companyId: string): Promise<KnownCode | null> {
    await this.database.sql`
      select id from pricing.trade_code
      where code = upper(trim(${code}::text)) and (max_uses is not null or max_uses_per_company is not null) for update`;
    return (await this.book.discounts(null, code, companyId)).code;
  }

  async addUse(id: string, use: Omit<TradeCodeUse, 'releasedAt'>): Promise<void> {
    await this.database.sql`
      insert into pricing.trade_code_use
        (code_id, order_id, order_number, company_id, company_name, buyer_name, order_total, discount, used_at)
      values (${id}, ${use.orderId}, ${use.orderNumber}, ${use.companyId}, ${use.companyName}, ${use.buyerName},
              ${use.orderTotal}::numeric, ${use.discount}::numeric, ${use.usedAt})`;
  }

  async releaseUses(orderId: string, at: Date): Promise<void> {
    await this.database.sql`
      update pricing.trade_code_use set released_at = ${at} where order_id = ${orderId} and released_at is null`;
  }

  private read(id: string | null): Promise<TradeCode[]> {
    return this.database.sql<TradeCode>`
      select id, code, name, trim_scale(discount * 100)::text as percent, category_id as "categoryId",
             valid_from as "validFrom", valid_to as "validTo", active, max_uses as "maxUses",
             max_uses_per_company as "maxUsesPerCompany", minimum_order as "minimumOrder", version,
             (select count(*)::int from pricing.trade_code_use u where u.code_id = c.id and u.released_at is null) as uses
      from pricing.trade_code c where ${id}::uuid is null or id = ${id}
      order by active desc, code`;
  }
}

/** Null when the write met a code that somebody else has. */
async function unlessTaken<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return null;
    throw error;
  }
}

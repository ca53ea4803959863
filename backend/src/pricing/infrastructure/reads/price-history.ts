import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { Assortment, Sellers, unitNameOf } from '../../application/catalogue-ports.js';
import type { PriceScope } from '../../domain/price-resolver.js';

export interface PastPriceRow {
  readonly tableId: string;
  readonly tableName: string;
  readonly scope: PriceScope;
  readonly stateCode: string | null;
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly unit: string;
  /** As people call it. */
  readonly unitName: string;
  readonly minQuantity: string;
  readonly unitPrice: string;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly liveFrom: Date;
  readonly liveTo: Date | null;
  readonly revision: {
    readonly id: string;
    readonly number: number;
    readonly name: string | null;
    readonly author: string | null;
    readonly liveAt: string | null;
  } | null;
}

export interface PastPriceFilter {
  readonly productId: string;
  readonly tableId?: string | undefined;
  readonly unit?: string | undefined;
  readonly minQuantity?: string | undefined;
}

/** Everything tables ever said of a product, and will say by what is scheduled; nothing is wider than its table. */
@Injectable()
export class PriceHistory {
  constructor(
    private readonly database: Database,
    private readonly sellers: Sellers,
    private readonly assortment: Assortment,
  ) {}

  /** Newest first. Each table is looked into by its own key, so the cost follows the number of tables, not of prices. */
  async page(
    { productId, ...filter }: PastPriceFilter,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<{ rows: PastPriceRow[]; total: number }> {
    const [tableId, unit, minQuantity] = [filter.tableId ?? null, filter.unit ?? null, filter.minQuantity ?? null];
    const rows = await this.database.sql<Omit<PastPriceRow, 'companyName' | 'unitName'> & { total: number }>`
      with said as materialized (
        select e.*, t.name, t.scope, t.state_code, t.company_id, t.valid_from as table_from,
               t.valid_to as table_to, count(*) over ()::int as total
        from pricing.price_table t
        cross join lateral (
          select * from pricing.price_entry where table_id = t.id and product_id = ${productId} offset 0
        ) e
        where (${tableId}::uuid is null or t.id = ${tableId}) and (${unit}::text is null or e.unit = ${unit})
          and (${minQuantity}::numeric is null or e.min_quantity = ${minQuantity}::numeric)
          and e.live_from < e.live_to
        order by e.live_from desc, t.name, e.unit, e.min_quantity, e.valid_from desc
        limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize})
      select s.table_id as "tableId", s.name as "tableName", s.scope, s.state_code as "stateCode",
             s.company_id as "companyId", s.unit, trim_scale(s.min_quantity)::text as "minQuantity",
             s.unit_price as "unitPrice", nullif(greatest(s.valid_from, s.table_from), '-infinity') as "validFrom",
             nullif(least(s.valid_to, s.table_to), 'infinity') as "validTo", s.live_from as "liveFrom",
             nullif(s.live_to, 'infinity') as "liveTo", s.total,
             case when r.id is not null then json_build_object(
               'id', r.id, 'number', r.number, 'name', r.name, 'author', r.author_name, 'liveAt', r.live_at) end as revision
      from said s left join pricing.revision r on r.id = s.revision_id
      order by s.live_from desc, s.name, s.unit, s.min_quantity, s.valid_from desc`;
    const goods = (await this.assortment.byIds([productId])).get(productId);
    const companies = await this.sellers.companiesById(rows.flatMap(({ companyId }) => companyId ?? []));
    return {
      rows: rows.map(({ total: _total, ...row }) => ({
        ...row,
        unitName: unitNameOf(goods, row.unit),
        companyName: companies.get(row.companyId ?? '')?.name ?? null,
      })),
      total: rows[0]?.total ?? 0,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { Assortment, Sellers } from '../../application/catalogue-ports.js';
import type { PriceScope } from '../../domain/price-resolver.js';

export interface PriceTableRow {
  readonly id: string;
  readonly name: string;
  readonly scope: PriceScope;
  readonly stateCode: string | null;
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly currency: string;
  readonly priority: number;
  /** Null: since ever, for ever. */
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly version: number;
  readonly openRevisions: number;
  readonly lastLive: { readonly id: string; readonly number: number; readonly at: string } | null;
}

export interface TableEntryRow {
  readonly id: string;
  readonly productId: string;
  readonly sku: string | null;
  readonly name: string | null;
  readonly unit: string;
  readonly minQuantity: string;
  readonly unitPrice: string;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly liveFrom: Date;
  readonly liveTo: Date | null;
  readonly revisionId: string;
  readonly revisionNumber: number | null;
  readonly revisionAuthor: string | null;
}

export interface TableFilter {
  readonly id?: string | undefined;
  readonly scope?: PriceScope | undefined;
  readonly stateCode?: string | undefined;
  readonly companyId?: string | undefined;
  readonly search?: string | undefined;
  /** Only those that end within the days at which the tenant is reminded. */
  readonly expiring?: boolean | undefined;
}

/** Price tables and what they say at an instant. */
@Injectable()
export class PriceTableList {
  constructor(
    private readonly database: Database,
    private readonly assortment: Assortment,
    private readonly sellers: Sellers,
  ) {}

  /** National first, then states by code, then companies by name. */
  async tables(
    { id, scope, stateCode, companyId, search, expiring = false }: TableFilter,
    now: Date,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<{ rows: PriceTableRow[]; total: number }> {
    const rows = await this.database.sql<Omit<PriceTableRow, 'companyName'> & { total: number }>`
      select t.id, t.name, t.scope, t.state_code as "stateCode", t.company_id as "companyId", t.currency, t.priority,
             nullif(t.valid_from, '-infinity') as "validFrom", nullif(t.valid_to, 'infinity') as "validTo", t.version,
             (select count(*)::int from pricing.revision r
              where r.table_id = t.id and r.status in ('draft', 'submitted', 'approved')) as "openRevisions",
             (select json_build_object('id', r.id, 'number', r.number, 'at', r.live_at) from pricing.revision r
              where r.table_id = t.id and r.status in ('live', 'scheduled') and r.live_at <= ${now}
              order by r.live_at desc limit 1) as "lastLive",
             count(*) over ()::int as total
      from pricing.price_table t
      where t.archived_at is null and (${id ?? null}::uuid is null or t.id = ${id ?? null})
        and (${scope ?? null}::text is null or t.scope = ${scope ?? null})
        and (${stateCode ?? null}::text is null or t.state_code = ${stateCode ?? null})
        and (${companyId ?? null}::uuid is null or t.company_id = ${companyId ?? null})
        and (${search ?? null}::text is null or strpos(public.plain_text(t.name), public.plain_text(${search ?? null})) > 0)
        and (not ${expiring}::boolean or (t.valid_to > ${now} and t.valid_to <= ${now}::timestamptz + make_interval(days =>
          coalesce((select expiry_reminder_days from pricing.pricing_settings), 30))))
      order by array_position(array['national', 'state', 'company'], t.scope), t.state_code, -t.priority, t.name, t.id
      limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize}`;
    const companies = await this.sellers.companiesById(rows.flatMap((row) => row.companyId ?? []));
    return {
      rows: rows.map(({ total: _total, ...row }) => ({
        ...row,
        companyName: companies.get(row.companyId ?? '')?.name ?? null,
      })),
      total: rows[0]?.total ?? 0,
    };
  }

  async one(id: string, now: Date): Promise<PriceTableRow | null> {
    return (await this.tables({ id }, now, { page: 1, pageSize: 1 })).rows[0] ?? null;
  }

  /** What the table says at `at`, of all products or of active ones that match; no entry is wider than its table. */
  async entries(
    tableId: string,
    search: string | undefined,
    at: Date,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<{ rows: TableEntryRow[]; total: number }> {
    const matches = search ? await this.assortment.matches({ search, sort: 'sku' }) : null;
    const productIds = matches?.map(({ id }) => id) ?? null;
    const rows = await this.database.sql<Omit<TableEntryRow, 'sku' | 'name'> & { total: number }>`
      with live as materialized (
        select e.*, count(*) over ()::int as total from pricing.price_entry e
        where e.table_id = ${tableId} and (${productIds}::uuid[] is null or e.product_id = any(${productIds}::uuid[]))
          and e.live_to > ${at} and e.live_from <= ${at}
        order by e.product_id, e.unit, e.min_quantity, e.valid_from
        limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize})
      select e.id, e.product_id as "productId", e.unit, trim_scale(e.min_quantity)::text as "minQuantity",
             e.unit_price as "unitPrice", nullif(greatest(e.valid_from, t.valid_from), '-infinity') as "validFrom",
             nullif(least(e.valid_to, t.valid_to), 'infinity') as "validTo", e.live_from as "liveFrom",
             nullif(e.live_to, 'infinity') as "liveTo", e.revision_id as "revisionId", r.number as "revisionNumber",
             r.author_name as "revisionAuthor", e.total
      from live e
      join pricing.price_table t on t.id = e.table_id
      left join pricing.revision r on r.id = e.revision_id
      order by e.product_id, e.unit, e.min_quantity, e.valid_from`;
    const goods = await this.assortment.byIds([...new Set(rows.map(({ productId }) => productId))]);
    return {
      rows: rows.map(({ total: _total, ...row }) => {
        const { sku = null, name = null } = goods.get(row.productId) ?? {};
        return { ...row, sku, name };
      }),
      total: rows[0]?.total ?? 0,
    };
  }
}

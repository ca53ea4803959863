import { Injectable } from '@nestjs/common';
import { Catalog } from '../../../catalog/index.js';
import { Directory } from '../../../identity/index.js';
import { Database } from '../../../shared/infrastructure/database.js';
import { shortest, type SheetColumn, type SheetRow } from '../../../shared/infrastructure/spreadsheet/sheet.js';
import { LocalTimes } from '../../application/revision-ports.js';
import { sinceEver } from '../costs-import.adapter.js';
import { FileDates } from '../file-dates.js';
import type { PriceScope } from '../../domain/price-resolver.js';

/** A price table as a file names it. */
export interface ExportedTable {
  readonly id: string;
  readonly name: string;
  readonly scope: PriceScope;
  readonly stateCode: string | null;
  readonly companyId: string | null;
}

/** One price as a file says it; null where it holds since ever or without an end. */
export interface ExportedPrice {
  readonly productId: string;
  readonly unit: string;
  readonly minQuantity: string;
  readonly unitPrice: string | null;
  readonly validFrom: Date | string | null;
  readonly validTo: Date | string | null;
}

const text = (name: string): SheetColumn => ({ name, kind: 'text' });
const number = (name: string): SheetColumn => ({ name, kind: 'number' });

/** The columns the import of prices reads, and the product's name for people. */
export const priceColumns: readonly SheetColumn[] = [
  ...['scope', 'state', 'company_tax_id', 'table', 'sku', 'name', 'unit'].map(text),
  ...['min_quantity', 'unit_price'].map(number),
  ...['currency', 'valid_from', 'valid_to'].map(text),
];

/** The same with what is to be done: prices that a draft removes are lines, too. */
export const pendingColumns: readonly SheetColumn[] = [...priceColumns, text('action')];

/** The columns the import of costs reads. */
export const costColumns: readonly SheetColumn[] = [
  text('sku'),
  number('cost'),
  ...['currency', 'valid_from', 'valid_to'].map(text),
];

const productsAtOnce = 1_000;
const skusAtOnce = 5_000;

interface Labels {
  readonly sku: string | null;
  readonly name: string | null;
}

/**
 * What files say of prices and costs, read a thousand products at a time by SKU. Only the list of products is held; no
 * connection is, while a slow reader drains the file. What was live at an instant stays so, whatever happens meanwhile.
 */
@Injectable()
export class PriceExports {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly directory: Directory,
    private readonly times: LocalTimes,
  ) {}

  /** The store's day at an instant, for the names of files. */
  async dayOf(at: Date): Promise<string> {
    const { timeZone } = await this.directory.tenant();
    return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  }

  async count(tableIds: readonly string[], productIds: readonly string[] | null, at: Date): Promise<number> {
    const [row] = await this.database.sql<{ count: number }>`
      select count(*)::int as count from pricing.price_entry
      where table_id = any(${tableIds}::uuid[]) and live_to > ${at} and live_from <= ${at}
        and (${productIds}::uuid[] is null or product_id = any(${productIds}::uuid[]))`;
    return row?.count ?? 0;
  }

  /** No fewer than the lines of a grid with the changes of revisions. */
  async countWith(
    revisionIds: readonly string[],
    tableIds: readonly string[],
    productIds: readonly string[],
    at: Date,
  ): Promise<number> {
    const [row] = await this.database.sql<{ count: number }>`
      select count(*)::int as count from pricing.revision_change
      where revision_id = any(${revisionIds}::uuid[]) and product_id = any(${productIds}::uuid[])`;
    return (row?.count ?? 0) + (await this.count(tableIds, productIds, at));
  }

  /** All a table says at `at`, by SKU, unit and tier. */
  async *table(table: ExportedTable, at: Date): AsyncGenerator<SheetRow[]> {
    const products = await this.database.sql<{ id: string }>`
      select distinct product_id as id from pricing.price_entry
      where table_id = ${table.id} and live_to > ${at} and live_from <= ${at}`;
    const write = await this.writer([table]);
    const labels = await this.labels(products.map(({ id }) => id));
    const ids = [...labels.keys()];
    for (let from = 0; from < ids.length; from += productsAtOnce) {
      const chunk = ids.slice(from, from + productsAtOnce);
      const entries = await this.entries([table.id], chunk, at);
      yield chunk.flatMap((id) => (entries.get(id) ?? []).map((entry) => write(entry, labels.get(id), table.id)));
    }
  }

  /** What some tables say of some products at `at`, in the order of both. */
  async *grid(tables: readonly ExportedTable[], productIds: readonly string[], at: Date): AsyncGenerator<SheetRow[]> {
    const write = await this.writer(tables);
    const place = new Map(tables.map(({ id }, index) => [id, index]));
    for (let from = 0; from < productIds.length; from += productsAtOnce) {
      const chunk = productIds.slice(from, from + productsAtOnce);
      const labels = await this.labels(chunk);
      const entries = await this.entries([...place.keys()], chunk, at);
      yield chunk.flatMap((id) =>
        (entries.get(id) ?? [])
          .sort((a, b) => (place.get(a.tableId) ?? 0) - (place.get(b.tableId) ?? 0))
          .map((entry) => write(entry, labels.get(id), entry.tableId)),
      );
    }
  }

  /** The same with the changes of revisions in place of what they change; what they remove has no price. */
  async *gridWith(
    revisionIds: readonly string[],
    tables: readonly ExportedTable[],
    productIds: readonly string[],
    at: Date,
  ): AsyncGenerator<SheetRow[]> {
    const write = await this.writer(tables);
    const tableIds = tables.map(({ id }) => id);
    for (let from = 0; from < productIds.length; from += productsAtOnce) {
      const chunk = productIds.slice(from, from + productsAtOnce);
      const labels = await this.labels(chunk);
      const prices = await this.prices(revisionIds, tableIds, chunk, at);
      yield chunk.flatMap((id) =>
        (prices.get(id) ?? []).map((price) => [...write(price, labels.get(id), price.tableId), price.action]),
      );
    }
  }

  countCosts(): Promise<number> {
    return this.database.sql<{ count: number }>`select count(*)::int as count from pricing.product_cost`.then(
      ([row]) => row?.count ?? 0,
    );
  }

  /** Every cost that is kept, or those that hold at `at`, by SKU and start. */
  async *costs(at: Date | null): AsyncGenerator<SheetRow[]> {
    const { currency, timeZone } = await this.directory.tenant();
    const dates = new FileDates(this.times, timeZone);
    const products = await this.database.sql<{ id: string }>`
      select distinct product_id as id from pricing.product_cost`;
    const labels = await this.labels(products.map(({ id }) => id));
    const ids = [...labels.keys()];
    for (let from = 0; from < ids.length; from += productsAtOnce) {
      const chunk = ids.slice(from, from + productsAtOnce);
      const rows = await this.database.sql<{ productId: string; cost: string } & Window>`
        select k.product_id as "productId", k.unit_cost as cost, nullif(k.valid_from, '-infinity') as "validFrom",
               nullif(k.valid_to, 'infinity') as "validTo"
        from unnest(${chunk}::uuid[]) p(id)
        cross join lateral (
          select * from pricing.product_cost
          where product_id = p.id and (${at}::timestamptz is null or valid_from <= ${at} and valid_to > ${at})
          order by valid_from desc limit case when ${at}::timestamptz is null then null else 1 end
        ) k
        order by k.product_id, k.valid_from`;
      const byProduct = ofEachProduct(rows);
      yield chunk.flatMap((id) =>
        (byProduct.get(id) ?? []).map(({ cost, validFrom, validTo }) => [
          ...[labels.get(id)?.sku ?? null, shortest(cost), currency],
          // A row without a start would mean from now on.
          ...[dateOf(validFrom, dates) ?? sinceEver, dateOf(validTo, dates)],
        ]),
      );
    }
  }

  /** How files say a price of one table, whatever it comes from. */
  async writerFor(table: ExportedTable): Promise<(price: ExportedPrice, label: Partial<Labels>) => SheetRow> {
    const write = await this.writer([table]);
    return (price, label) => write(price, label, table.id);
  }

  private async writer(tables: readonly ExportedTable[]) {
    const [{ currency, timeZone }, companies] = await Promise.all([
      this.directory.tenant(),
      this.directory.companiesById(tables.flatMap(({ companyId }) => companyId ?? [])),
    ]);
    const dates = new FileDates(this.times, timeZone);
    const heads = new Map(
      tables.map(({ id, scope, stateCode, companyId, name }) => [
        id,
        [scope, stateCode, companies.get(companyId ?? '')?.taxId ?? null, name] as const,
      ]),
    );
    return (price: ExportedPrice, label: Partial<Labels> | undefined, tableId: string): SheetRow => [
      ...(heads.get(tableId) ?? []),
      ...[label?.sku ?? null, label?.name ?? null, price.unit],
      ...[shortest(price.minQuantity), price.unitPrice && shortest(price.unitPrice)],
      ...[currency, dateOf(price.validFrom, dates), dateOf(price.validTo, dates)],
    ];
  }

  private async entries(tableIds: readonly string[], productIds: readonly string[], at: Date) {
    const rows = await this.database.sql<ExportedPrice & { tableId: string }>`
      select e.table_id as "tableId", e.product_id as "productId", e.unit, e.min_quantity as "minQuantity",
             e.unit_price as "unitPrice", nullif(e.valid_from, '-infinity') as "validFrom",
             nullif(e.valid_to, 'infinity') as "validTo"
      from unnest(${tableIds}::uuid[]) t(id)
      cross join unnest(${productIds}::uuid[]) p(id)
      cross join lateral (
        select * from pricing.price_entry
        where table_id = t.id and product_id = p.id and live_to > ${at} and live_from <= ${at}
        offset 0
      ) e
      order by e.product_id, e.unit, e.min_quantity, e.valid_from`;
    return ofEachProduct(rows);
  }

  /** In the order of the tables. Of two revisions of one table the later one counts. */
  private async prices(
    revisionIds: readonly string[],
    tableIds: readonly string[],
    productIds: readonly string[],
    at: Date,
  ) {
    const rows = await this.database.sql<ExportedPrice & { tableId: string; action: 'set' | 'remove' }>`
      with live as materialized (
        select e.table_id, e.product_id, e.unit, e.min_quantity, e.valid_from, e.valid_to, e.unit_price
        from unnest(${tableIds}::uuid[]) t(id)
        cross join unnest(${productIds}::uuid[]) p(id)
        cross join lateral (
          select * from pricing.price_entry
          where table_id = t.id and product_id = p.id and live_to > ${at} and live_from <= ${at}
          offset 0
        ) e
      ), pending as materialized (
        select distinct on (r.table_id, c.product_id, c.unit, c.min_quantity, c.valid_from)
               r.table_id, c.product_id, c.unit, c.min_quantity, c.valid_from, c.valid_to, c.unit_price, c.action
        from pricing.revision r
        join pricing.revision_change c on c.revision_id = r.id
        where r.id = any(${revisionIds}::uuid[]) and r.table_id = any(${tableIds}::uuid[])
          and c.product_id = any(${productIds}::uuid[])
        order by r.table_id, c.product_id, c.unit, c.min_quantity, c.valid_from, r.number desc
      )
      select table_id as "tableId", product_id as "productId", unit, min_quantity as "minQuantity",
             case when c.action is null then e.unit_price else c.unit_price end as "unitPrice",
             nullif(valid_from, '-infinity') as "validFrom",
             nullif(case when c.action = 'set' then c.valid_to else coalesce(e.valid_to, c.valid_to) end, 'infinity')
               as "validTo",
             coalesce(c.action, 'set') as action
      from live e full join pending c using (table_id, product_id, unit, min_quantity, valid_from)
      where c.action is distinct from 'remove' or e.table_id is not null
      order by array_position(${tableIds}::uuid[], table_id), unit, min_quantity, valid_from`;
    return ofEachProduct(rows);
  }

  /** SKU and name by product, ordered by SKU. */
  private async labels(ids: readonly string[]): Promise<ReadonlyMap<string, Labels>> {
    const labels: [string, Labels][] = [];
    for (let from = 0; from < ids.length; from += skusAtOnce) {
      const goods = await this.catalog.productsById(ids.slice(from, from + skusAtOnce));
      for (const { id, sku, name } of goods.values()) labels.push([id, { sku, name }]);
    }
    return new Map(labels.sort(([, a], [, b]) => ((a.sku ?? '') < (b.sku ?? '') ? -1 : 1)));
  }
}

interface Window {
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
}

function ofEachProduct<Row extends { readonly productId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const byProduct = new Map<string, Row[]>();
  for (const row of rows) {
    const ofProduct = byProduct.get(row.productId);
    if (ofProduct) ofProduct.push(row);
    else byProduct.set(row.productId, [row]);
  }
  return byProduct;
}

const dateOf = (instant: Date | string | null, dates: FileDates): string | null =>
  instant && dates.written(new Date(instant));

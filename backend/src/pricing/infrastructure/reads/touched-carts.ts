import { Injectable } from '@nestjs/common';
import type { Place, WaitingLine } from '../../../shared/demand.js';
import { Database } from '../../../shared/infrastructure/database.js';
import { UnitPrice } from '../../../shared/money.js';
import { Quantity } from '../../../shared/quantity.js';
import { PendingPrices } from '../../application/book-ports.js';
import { Sellers } from '../../application/catalogue-ports.js';
import { type Candidate, type Outcome, PriceResolver, type TableRef } from '../../domain/price-resolver.js';
import { type PendingPrice, withPending } from '../../domain/revision-overlay.js';
import type { MeasuredGoods } from '../measured-goods.js';

/** The revision, and the prices it is compared with: those it replaced, or those of now. */
interface Weighed {
  readonly id: string;
  readonly place: Place;
  readonly published: boolean;
  readonly liveAt: Date | null;
}

type Table = TableRef & { readonly companyId: string | null };

interface EntryRow {
  id: string;
  tableId: string;
  productId: string;
  revisionId: string;
  unit: string;
  minQuantity: string;
  unitPrice: string;
  validFrom: Date | null;
  validTo: Date | null;
  /** It spoke until the instant, and from the instant on. */
  before: boolean;
  after: boolean;
}

/** What tables say of a product on both sides of an instant. */
interface Sides {
  readonly before: Candidate[];
  readonly after: Candidate[];
}

/** Lines that are priced at once, so that others are answered in between; those of carts known to be touched are left out. */
const linesAtOnce = 1_000;

/** Finds the open carts whose prices a revision changes, by pricing their lines with it and without it. */
@Injectable()
export class TouchedCarts {
  constructor(
    private readonly database: Database,
    private readonly pending: PendingPrices,
    private readonly sellers: Sellers,
  ) {}

  /**
   * A cart is touched when one of its lines costs something else with the revision than without, at the moment it goes
   * or went live; what it says of later counts as if it had begun by then. `lines` are about products it changes.
   */
  async count(revision: Weighed, now: Date, goods: MeasuredGoods, lines: readonly WaitingLine[]): Promise<number> {
    if (lines.length === 0) return 0;
    const { currency } = await this.sellers.current();
    const [at, tablesOf] = [await this.instantOf(revision, now), await this.tables(currency)];
    const [sizeOf, touched] = [sizes(goods), new Set<string>()];
    for (let from = 0; from < lines.length; from += linesAtOnce) {
      const open = lines.slice(from, from + linesAtOnce).filter(({ cartId }) => !touched.has(cartId));
      const productIds = [...new Set(open.map(({ productId }) => productId))];
      const changes = revision.published
        ? null
        : await this.pending.changes([revision.id], productIds, { ...revision.place, currency });
      const entries = await this.entries(open, tablesOf, at, revision.id);
      for (const line of open) {
        const size = sizeOf(line.productId, line.unit);
        if (!size || touched.has(line.cartId)) continue;
        const ask = { unit: line.unit, quantity: Quantity.stored(line.quantity), ...size };
        const sides = tablesOf(line).map(({ id }) => entries.get(`${id}|${line.productId}`));
        const after = sides.flatMap((side) => side?.after ?? []);
        const without = changes ? after : sides.flatMap((side) => side?.before ?? []);
        const pending = (changes?.get(line.productId) ?? []).map((change) => begun(change, at));
        const resolver = new PriceResolver(new Date(at));
        const prices = [without, withPending(after, pending)].map((candidates) => resolver.resolve(ask, candidates));
        if (differ(prices)) touched.add(line.cartId);
      }
    }
    return touched.size;
  }

  /** To the microsecond for what is published, as its prices begin then. */
  private async instantOf({ id, published, liveAt }: Weighed, now: Date): Promise<string> {
    if (!published) return (liveAt && liveAt > now ? liveAt : now).toISOString();
    const [row] = await this.database.sql<{ at: string }>`
      select to_char(live_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from pricing.revision where id = ${id}`;
    return row?.at ?? now.toISOString();
  }

  /** Which tables have a say about a line. */
  private async tables(currency: string): Promise<(line: WaitingLine) => readonly Table[]> {
    const all = await this.database.sql<Table>`
      select id, name, scope, state_code as "stateCode", company_id as "companyId", priority,
             nullif(valid_from, '-infinity') as "validFrom", nullif(valid_to, 'infinity') as "validTo"
      from pricing.price_table where archived_at is null and currency = ${currency}`;
    const by = new Map<string | null, Table[]>();
    for (const table of all) {
      const owner = table.companyId ?? table.stateCode;
      by.set(owner, [...(by.get(owner) ?? []), table]);
    }
    return ({ companyId, stateCode }) => [companyId, stateCode, null].flatMap((owner) => by.get(owner) ?? []);
  }

  /** By table and product; one statement for all lines, each product of each table looked up by itself. */
  private async entries(
    lines: readonly WaitingLine[],
    tablesOf: (line: WaitingLine) => readonly Table[],
    at: string,
    revisionId: string,
  ): Promise<ReadonlyMap<string, Sides>> {
    const tables = new Map<string, Table>();
    const wanted = new Map<string, readonly [string, string]>();
    for (const line of lines) {
      for (const table of tablesOf(line)) {
        tables.set(table.id, table);
        wanted.set(`${table.id}|${line.productId}`, [table.id, line.productId]);
      }
    }
    const pairs = [...wanted.values()];
    const rows = await this.database.sql<EntryRow>`
      select e.id, e.table_id as "tableId", e.product_id as "productId", e.revision_id as "revisionId", e.unit,
             e.min_quantity as "minQuantity", e.unit_price as "unitPrice",
             nullif(e.valid_from, '-infinity') as "validFrom", nullif(e.valid_to, 'infinity') as "validTo",
             e.live_from < ${at}::timestamptz as before, e.live_to > ${at}::timestamptz as after
      from unnest(${pairs.map(([table]) => table)}::uuid[], ${pairs.map(([, product]) => product)}::uuid[])
        as wanted(table_id, product_id)
      cross join lateral (
        select * from pricing.price_entry
        where table_id = wanted.table_id and product_id = wanted.product_id
          and live_to >= ${at}::timestamptz and live_from <= ${at}::timestamptz
        offset 0
      ) e`;
    const found = new Map<string, Sides>();
    for (const row of rows) {
      const table = tables.get(row.tableId);
      if (!table) throw new Error(`nobody asked table ${row.tableId}`);
      const place = `${row.tableId}|${row.productId}`;
      const sides = found.get(place) ?? { before: [], after: [] };
      found.set(place, sides);
      const candidate = candidateOf(row, table);
      if (row.before) sides.before.push(candidate);
      if (row.after) sides.after.push(row.revisionId === revisionId ? begun(candidate, at) : candidate);
    }
    return found;
  }
}

const candidateOf = ({ id, minQuantity, unitPrice, ...row }: EntryRow, table: TableRef): Candidate => ({
  entryId: id,
  revisionId: row.revisionId,
  table,
  unit: row.unit,
  minimum: Quantity.stored(minQuantity),
  unitPrice: UnitPrice.stored(unitPrice),
  validFrom: row.validFrom,
  validTo: row.validTo,
  liveFrom: null,
});

/** A price that begins later, as if it had begun. */
const begun = <Price extends Candidate | PendingPrice>(price: Price, at: string): Price =>
  price.validFrom && price.validFrom > new Date(at) ? { ...price, validFrom: new Date(at) } : price;

const differ = ([one, other]: readonly Outcome[]): boolean =>
  one?.winner?.table.scope !== other?.winner?.table.scope ||
  one?.unitPrice?.tenThousandths !== other?.unitPrice?.tenThousandths;

/** A product's base unit, and how many of them a unit holds; null where the product is not sold in that unit. */
function sizes({ ids, baseUnits, unitIds, units, factors }: MeasuredGoods) {
  const baseUnit = new Map(ids.map((id, place) => [id, baseUnits[place] ?? '']));
  const factor = new Map(unitIds.map((id, place) => [`${id}|${units[place]}`, factors[place] ?? '1']));
  return (productId: string, unit: string): { baseUnit: string; factor: Quantity } | null => {
    const base = baseUnit.get(productId);
    const holds = unit === base ? '1' : factor.get(`${productId}|${unit}`);
    return base === undefined || holds === undefined ? null : { baseUnit: base, factor: Quantity.stored(holds) };
  };
}

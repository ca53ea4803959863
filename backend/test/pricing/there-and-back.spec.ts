import fc from 'fast-check';
import { type Offer, Pricing, type PriceRequest } from '../../src/pricing/application/pricing.js';
import { RevisionChanges } from '../../src/pricing/application/revision-ports.js';
import { PendingPrices } from '../../src/pricing/application/book-ports.js';
import { SetWisePublication } from '../../src/pricing/infrastructure/set-wise-publication.js';
import { newId } from '../../src/shared/ids.js';
import { Database } from '../../src/shared/infrastructure/database.js';
import { UnitPrice } from '../../src/shared/money.js';
import { Quantity } from '../../src/shared/quantity.js';
import { Api } from '../support/api.js';
import { aShop, asTenant, type Shop } from '../support/shop.js';
import { type MarketEntry, marketProduct, type MarketTable, marketTables } from './generated-market.js';
import { days, factors, price, units } from './generated-prices.js';
import { seedOfThisRun } from './seed-of-this-run.js';

const seed = seedOfThisRun();
const productsEach = 500;
/** No two revisions of a table share an instant, and the market's own have full days. */
const now = new Date(days(0).getTime() + 1);
const later = new Date(days(0).getTime() + 2);

/** What a revision says of a price; `old` is one the product has, by its place. Null removes it. */
interface Wish {
  readonly table: number;
  readonly old: number;
  readonly unit: string;
  readonly minimum: bigint;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly unitPrice: bigint | null;
}
const wish: fc.Arbitrary<Wish> = fc.record({
  table: fc.nat({ max: 7 }),
  old: fc.oneof({ weight: 1, arbitrary: fc.constant(-1) }, { weight: 3, arbitrary: fc.nat({ max: 12 }) }),
  unit: fc.constantFrom(...units),
  minimum: fc.constantFrom(1000n, 5000n, 50_000n),
  validFrom: fc.constantFrom(null, null, days(-2), days(0), days(1)),
  validTo: fc.constantFrom(null, null, null, days(2)),
  unitPrice: fc.oneof({ weight: 4, arbitrary: price }, { weight: 1, arbitrary: fc.constant(null) }),
});
type Change = Omit<Wish, 'old'>;
const wishes = fc.array(wish, { minLength: 1, maxLength: 4 });

let api: Api;
let shop: Shop;
beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  await asTenant(shop, () =>
    api.app.get(Database, { strict: false }).query('update pricing.price_table set archived_at = now()'),
  );
});
afterAll(() => api.stop());

/**
 * Each product is a case: several tables of each scope change some of its prices at once. Everybody's prices at every
 * quantity are what they were said to become, and after the roll back what they were.
 */
it.each([seed, seed + 1, seed + 2])(
  'what is published costs what it was said to cost, and what is rolled back what it cost before (seed %i)',
  async (ownSeed) => {
    const [tables = []] = fc.sample(marketTables, { seed: ownSeed, numRuns: 1 });
    const products = fc.sample(marketProduct, { seed: ownSeed, numRuns: productsEach });
    const wanted = fc.sample(wishes, { seed: ownSeed, numRuns: productsEach });
    await asTenant(shop, async () => {
      // Tables alike in every other time, so that nothing but the last of the rules tells them apart.
      const own = tables.slice(0, 8).map((table) => (ownSeed % 2 ? table : { ...table, ...unremarkable }));
      const market = new Market(api, shop, own);
      await market.open();
      await market.keep(products.map(({ entries }) => withTwins(entries.filter(({ table }) => table < 8))));
      const changes = wanted.map((list, n) => changesOf(list, products[n]?.entries ?? []));

      const before = await market.offers(now);
      const revisions = await market.draft(changes);
      const said = await market.offers(now, [...revisions.values()]);
      await market.publish(revisions, now);
      const after = await market.offers(now);
      expect(differences(said, after)).toEqual([]);
      expect(said.filter((each, n) => each !== before[n]).length).toBeGreaterThan(productsEach);

      await market.rollBack(revisions, later);
      expect(differences(before, await market.offers(later))).toEqual([]);
      expect(differences(after, await market.offers(now))).toEqual([]);
    });
  },
  60_000,
);

const unremarkable = { priority: 0, validFrom: null, validTo: null };

/** The same prices, dearer, in the other table of the same owner as well. */
function withTwins(entries: readonly MarketEntry[]): MarketEntry[] {
  const places = new Set(entries.map(placeOf));
  const twins = entries.flatMap((entry): MarketEntry[] => {
    const table = [1, 0, -1, 4, 3, -1, 7, 6][entry.table] ?? -1;
    const twin = { ...entry, table, unitPrice: entry.unitPrice + 10_000n };
    return table < 0 || places.has(placeOf(twin)) ? [] : [twin];
  });
  return [...entries, ...twins];
}
const placeOf = ({ table, unit, minimum, validFrom }: Pick<Wish, 'table' | 'unit' | 'minimum' | 'validFrom'>): string =>
  [table, unit, minimum, validFrom?.getTime()].join('|');

const differences = (should: readonly string[], is: readonly string[]) =>
  should.flatMap((each, n) => (each === is[n] ? [] : [{ should: each, is: is[n] }])).slice(0, 1);

/** The wishes as changes of prices, one for each; a price that is there is changed in its own place. */
function changesOf(list: readonly Wish[], entries: readonly MarketEntry[]): Change[] {
  const there = entries.filter(
    ({ table, liveFrom, liveTo }) => table < 8 && liveFrom <= now && (!liveTo || liveTo > now),
  );
  const byPlace = new Map<string, Change>();
  for (const { old, ...own } of list) {
    const { table, unit, minimum, validFrom } = there[old] ?? own;
    if (own.unitPrice === null && !there[old]) continue;
    byPlace.set(placeOf({ table, unit, minimum, validFrom }), { ...own, table, unit, minimum, validFrom });
  }
  return [...byPlace.values()];
}

/** A market whose tables stand in the database, asked for by everybody there is. */
class Market {
  private readonly database: Database;
  private readonly publication: SetWisePublication;
  private readonly ids: string[];
  private readonly products = Array.from({ length: productsEach }, () => newId());

  constructor(
    private readonly api: Api,
    private readonly shop: Shop,
    private readonly tables: readonly MarketTable[],
  ) {
    this.database = api.app.get(Database, { strict: false });
    this.publication = new SetWisePublication((text, values) => this.database.query(text, values));
    this.ids = tables.map(() => newId());
  }

  async open(): Promise<void> {
    await this.database.query('update pricing.price_table set archived_at = now() where archived_at is null');
    const company = (owner: string | null) =>
      owner === 'Aurora' ? this.shop.companyId : owner ? this.shop.otherCompanyId : null;
    for (const [n, { scope, owner, priority, validFrom, validTo }] of this.tables.entries()) {
      await this.database.query(
        `insert into pricing.price_table (id, name, scope, state_code, company_id, currency, priority, valid_from, valid_to)
         values ($1::uuid, $1::text, $2, $3, $4, 'USD', $5, coalesce($6::timestamptz, '-infinity'),
                 coalesce($7::timestamptz, 'infinity'))`,
        [
          ...[this.ids[n], scope, scope === 'state' ? owner : null, scope === 'company' ? company(owner) : null],
          ...[priority, validFrom, validTo],
        ],
      );
    }
  }

  async keep(entries: readonly (readonly MarketEntry[])[]): Promise<void> {
    const rows = entries.flatMap((list, n) =>
      list.map(({ table, minimum, unitPrice, ...each }) => ({
        ...each,
        ...this.row({ table, minimum, unitPrice }, n),
      })),
    );
    await this.database.query(
      `insert into pricing.price_entry (table_id, product_id, unit, min_quantity, unit_price, valid_from, valid_to,
                                        live_from, live_to, revision_id)
       select "table", product, unit, minimum, price, coalesce("validFrom", '-infinity'), coalesce("validTo", 'infinity'),
              "liveFrom", coalesce("liveTo", 'infinity'), uuidv7()
       from jsonb_to_recordset($1::jsonb) as e("table" uuid, product uuid, unit text, minimum numeric, price numeric,
         "validFrom" timestamptz, "validTo" timestamptz, "liveFrom" timestamptz, "liveTo" timestamptz)`,
      [JSON.stringify(rows)],
    );
  }

  /** A draft per table; answers them by table. */
  async draft(changes: readonly (readonly Change[])[]): Promise<Map<string, string>> {
    const drafts = new Map<string, string>();
    for (const [table, id] of this.ids.entries()) {
      const rows = changes.flatMap((list, n) =>
        list
          .filter((each) => each.table === table)
          .map(({ unit, validFrom, validTo, minimum, unitPrice }) => ({
            ...{ unit, validFrom, validTo },
            ...this.row({ table, minimum, unitPrice }, n),
          })),
      );
      const draft = await this.revision(id);
      drafts.set(id, draft);
      await this.database.query(
        `insert into pricing.revision_change
           (revision_id, product_id, unit, min_quantity, valid_from, valid_to, action, unit_price)
         select $1, product, unit, minimum, coalesce("validFrom", '-infinity'), coalesce("validTo", 'infinity'),
                case when price is null then 'remove' else 'set' end, price
         from jsonb_to_recordset($2::jsonb) as w(product uuid, unit text, minimum numeric, price numeric,
           "validFrom" timestamptz, "validTo" timestamptz)`,
        [draft, JSON.stringify(rows)],
      );
    }
    return drafts;
  }

  async publish(revisions: ReadonlyMap<string, string>, at: Date): Promise<void> {
    for (const [table, id] of revisions) {
      await this.database.transaction(async () => {
        await this.database.query(`update pricing.revision set status = 'live' where id = $1`, [id]);
        const instant = await this.publication.takeInstant(id, table, at, null);
        await this.publication.publish(id, table, instant);
      });
    }
  }

  async rollBack(revisions: ReadonlyMap<string, string>, at: Date): Promise<void> {
    const changes = this.api.app.get(RevisionChanges, { strict: false });
    const restoring = new Map<string, string>();
    for (const [table, undone] of revisions) {
      const id = await this.revision(table);
      restoring.set(table, id);
      await changes.restore(id, undone);
    }
    await this.publish(restoring, at);
  }

  /** What everybody pays at every quantity, by viewpoint and product and unit: the breaks, and the price at two quantities. */
  async offers(at: Date, revisions: readonly string[] = []): Promise<string[]> {
    const pricing = this.api.app.get(Pricing, { strict: false });
    const changed = this.api.app.get(PendingPrices, { strict: false });
    const found: string[] = [];
    for (const companyId of [this.shop.companyId, this.shop.otherCompanyId, null]) {
      for (const stateCode of ['TX', 'FL']) {
        const place = { companyId, stateCode, currency: 'USD' };
        const pending = await changed.changes(revisions, this.products, place);
        const offers = await pricing.offers({ ...place, tierId: null, at, lines: this.lines, pending });
        found.push(...offers.map(told));
      }
    }
    return found;
  }

  private get lines(): PriceRequest['lines'] {
    return this.products.flatMap((productId) =>
      ['bag', 'pallet', 'piece'].map((unit) => ({
        ...{ productId, unit, baseUnit: 'bag', categoryId: this.shop.categoryId, quantity: Quantity.one },
        factor: Quantity.ofThousandths(factors[unit] ?? 1000n),
      })),
    );
  }

  private async revision(tableId: string): Promise<string> {
    const id = newId();
    await this.database.query(
      `insert into pricing.revision (id, table_id, number, source, status)
       select $1, $2, count(*) + 1, 'manual', 'draft' from pricing.revision where table_id = $2`,
      [id, tableId],
    );
    return id;
  }

  private row({ table, minimum, unitPrice }: Pick<Wish, 'table' | 'minimum' | 'unitPrice'>, product: number) {
    return {
      table: this.ids[table],
      product: this.products[product],
      minimum: Quantity.ofThousandths(minimum).toString(),
      price: unitPrice === null ? null : UnitPrice.ofTenThousandths(unitPrice).toString(),
    };
  }
}

const told = ({ resolution: { unitPrice, listPrice, source, derived }, tiers }: Offer): string =>
  JSON.stringify([
    ...[unitPrice?.toString(), listPrice?.toString(), source, derived],
    tiers.map(({ minimum, unitPrice: each }) => `${minimum.toString()}: ${each.toString()}`),
  ]);

import fc from 'fast-check';
import { Pricing, type PriceRequest, type Resolution } from '../../src/pricing/application/pricing.js';
import type { CodeTerms, TierTerms } from '../../src/pricing/domain/discounts.js';
import type { Candidate } from '../../src/pricing/domain/price-resolver.js';
import { newId } from '../../src/shared/ids.js';
import { UnitPrice } from '../../src/shared/money.js';
import { Quantity } from '../../src/shared/quantity.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, asTenant, insertRows, type Shop } from '../support/shop.js';
import {
  type MarketEntry,
  marketProduct,
  type MarketProduct,
  type MarketTable,
  marketTables,
} from './generated-market.js';
import { days, factors, parents } from './generated-prices.js';
import { naiveDiscounts, naivePrice } from './naive-resolver.js';
import { seedOfThisRun } from './seed-of-this-run.js';

const seed = seedOfThisRun();
const [tables = []] = fc.sample(marketTables, { seed, numRuns: 1 });
const products = fc.sample(marketProduct, { seed, numRuns: 1_100 });

const tier: TierTerms = {
  name: 'Silver',
  defaultRate: 300n,
  byCategory: new Map([
    ['cement', 800n],
    ['tools', 0n],
  ]),
};
const code: CodeTerms = {
  ...{ code: 'SPRING', rate: 500n, categoryId: 'base', active: true },
  ...{ validFrom: days(-1), validTo: days(1) },
};

/** Who asks, from where and when; each viewpoint asks for every product at once. */
const viewpoints = [
  { company: 'Aurora', state: 'TX', at: days(0), tier: true, code: true },
  { company: 'Aurora', state: 'FL', at: days(1), tier: false, code: false },
  { company: 'Aurora', state: 'TX', at: days(-1), tier: false, code: true },
  { company: 'Aurora', state: 'TX', at: days(3), tier: true, code: false },
  { company: 'Borealis', state: 'TX', at: days(0), tier: true, code: true },
  { company: 'Borealis', state: 'FL', at: days(0), tier: false, code: true },
  { company: 'Cumulus', state: 'FL', at: days(0), tier: true, code: false },
  { company: 'Cumulus', state: 'TX', at: days(1), tier: true, code: true },
  { company: null, state: 'TX', at: days(0), tier: false, code: false },
  { company: null, state: null, at: days(0), tier: false, code: false },
] as const;
type Viewpoint = (typeof viewpoints)[number];

let api: Api;
let shop: Shop;
const ids = {
  company: new Map<string, string>([['Cumulus', newId()]]),
  table: tables.map(() => newId()),
  category: new Map(Object.keys(parents).map((name) => [name, newId()])),
  product: products.map(() => newId()),
  tier: newId(),
};
/** Of each product, as the oracle sees it: with the id the database gives it. */
const kept: { id: string; entry: MarketEntry }[][] = products.map(({ entries }) =>
  entries.map((entry) => ({ id: newId(), entry })),
);

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  ids.company.set('Aurora', shop.companyId).set('Borealis', shop.otherCompanyId);
  await asOwner(async (owner) => {
    const rows = (table: string, list: object[]) => insertRows(owner, shop.tenantId, table, list);
    for (const [name, id] of ids.category) {
      const parent = parents[name];
      const parentId = parent ? ids.category.get(parent) : null;
      await rows('catalog.category', [{ id, code: id, slug: id, name, parent_id: parentId }]);
    }
    // The shop's own tables would have their say.
    await owner.query('update pricing.price_table set archived_at = now() where tenant_id = $1', [shop.tenantId]);
    await rows('pricing.price_table', tables.map(rowOf));
    await rows('pricing.buyer_tier', [{ id: ids.tier, code: 'silver', name: 'Silver', default_discount: '0.03' }]);
    const ofTier = (name: string, discount: string) => ({
      tier_id: ids.tier,
      category_id: ids.category.get(name),
      discount,
    });
    await rows('pricing.tier_discount', [ofTier('cement', '0.08'), ofTier('tools', '0')]);
    const [from, to] = [code.validFrom, code.validTo];
    const base = ids.category.get('base');
    await rows('pricing.trade_code', [
      {
        id: newId(),
        code: 'SPRING',
        name: 'Spring',
        discount: '0.05',
        category_id: base,
        valid_from: from,
        valid_to: to,
      },
    ]);
  });
  await keep(products.flatMap((_, product) => (kept[product] ?? []).map((each) => ({ product, ...each }))));
});
afterAll(() => api.stop());

const rowOf = ({ scope, owner, priority, currency, archived, validFrom, validTo }: MarketTable, n: number) => ({
  ...{ id: ids.table[n], name: `Table ${n}`, scope, priority, currency },
  ...(scope === 'state' && { state_code: owner }),
  ...(scope === 'company' && { company_id: ids.company.get(owner ?? '') }),
  ...(archived && { archived_at: days(-30) }),
  valid_from: validFrom ?? '-infinity',
  valid_to: validTo ?? 'infinity',
});

/** Writes entries as the tables' owner, past every publication: whatever stands there must be read right. */
async function keep(list: readonly { product: number; id: string; entry: MarketEntry }[]): Promise<void> {
  const rows = list.map(({ product, id, entry }) => ({
    ...{ id, table_id: ids.table[entry.table], product_id: ids.product[product], unit: entry.unit },
    min_quantity: Quantity.ofThousandths(entry.minimum).toString(),
    unit_price: UnitPrice.ofTenThousandths(entry.unitPrice).toString(),
    valid_from: entry.validFrom ?? '-infinity',
    valid_to: entry.validTo ?? 'infinity',
    live_from: entry.liveFrom,
    live_to: entry.liveTo ?? 'infinity',
  }));
  await asOwner((owner) =>
    owner.query(
      `insert into pricing.price_entry (tenant_id, id, table_id, product_id, unit, min_quantity, unit_price, valid_from,
                                        valid_to, live_from, live_to, revision_id)
       select $1, id, table_id, product_id, unit, min_quantity, unit_price, valid_from, valid_to, live_from, live_to, uuidv7()
       from jsonb_to_recordset($2::jsonb) as e(id uuid, table_id uuid, product_id uuid, unit text, min_quantity numeric,
         unit_price numeric, valid_from timestamptz, valid_to timestamptz, live_from timestamptz, live_to timestamptz)`,
      [shop.tenantId, JSON.stringify(rows)],
    ),
  );
}

const lineOf = ({ category, unit, quantity }: MarketProduct, n: number) => ({
  productId: ids.product[n] ?? '',
  unit,
  factor: Quantity.ofThousandths(factors[unit] ?? 1000n),
  baseUnit: 'bag',
  categoryId: ids.category.get(category) ?? '',
  quantity: Quantity.ofThousandths(quantity),
});
const lines = products.map(lineOf);

const requestOf = (viewpoint: Viewpoint, some: PriceRequest['lines'] = lines): PriceRequest => ({
  companyId: viewpoint.company && (ids.company.get(viewpoint.company) ?? null),
  tierId: viewpoint.tier ? ids.tier : null,
  stateCode: viewpoint.state,
  at: viewpoint.at,
  tradeCode: viewpoint.code ? 'spring' : null,
  lines: some,
});

const resolve = (viewpoint: Viewpoint, some?: PriceRequest['lines']): Promise<Resolution[]> =>
  asTenant(shop, () => api.app.get(Pricing, { strict: false }).resolve(requestOf(viewpoint, some)));

/** A company sees its own tables, those of its state, and the national ones; nobody sees archived ones or other money. */
const sees = ({ company, state }: Viewpoint, { scope, owner, currency, archived }: MarketTable): boolean =>
  !archived && currency === 'USD' && (scope === 'national' || owner === (scope === 'state' ? state : company));

/** What the viewpoint may see of a product: not what was replaced before, but what is scheduled. */
function visible(viewpoint: Viewpoint, product: number): Candidate[] {
  return (kept[product] ?? []).flatMap(({ id, entry }) => {
    const table = tables[entry.table];
    if (!table || !sees(viewpoint, table) || (entry.liveTo && entry.liveTo <= viewpoint.at)) return [];
    const { scope, priority, validFrom, validTo } = table;
    return {
      entryId: id,
      revisionId: '',
      table: { id: ids.table[entry.table] ?? '', name: '', scope, stateCode: null, priority, validFrom, validTo },
      unit: entry.unit,
      minimum: Quantity.ofThousandths(entry.minimum),
      unitPrice: UnitPrice.ofTenThousandths(entry.unitPrice),
      validFrom: entry.validFrom,
      validTo: entry.validTo,
      liveFrom: entry.liveFrom > viewpoint.at ? entry.liveFrom : null,
    };
  });
}

/** All there is to a resolution, as text. */
const told = ({ unitPrice, listPrice, lineTotal, trace }: Resolution): string =>
  JSON.stringify([unitPrice?.toString(), listPrice?.toString(), lineTotal?.toString(), trace]);

describe.each(viewpoints.map((viewpoint) => ({ name: JSON.stringify(viewpoint), viewpoint })))(
  `1,100 products of seed ${seed} as $name`,
  ({ viewpoint }) => {
    let found: Resolution[];
    beforeAll(async () => {
      found = await resolve(viewpoint);
    });

    it('cost what the rules say, read word by word', () => {
      const wrong = products.flatMap((product, n) => {
        const at = viewpoint.at;
        const discounts = naiveDiscounts(
          ...([at, product.category, parents] as const),
          viewpoint.tier ? tier : null,
          viewpoint.code ? code : null,
        );
        const expected = naivePrice(at, lines[n] as (typeof lines)[number], visible(viewpoint, n), discounts);
        const is = [found[n]?.trace.winner?.entryId, found[n]?.unitPrice?.tenThousandths];
        const should = [expected?.entryId, expected?.tenThousandths];
        return is.every((each, k) => each === should[k]) ? [] : [{ product, is, should, trace: found[n]?.trace }];
      });
      expect(wrong.slice(0, 1)).toEqual([]);
    });

    it('tell of every entry that may be seen and of no other', () => {
      const wrong = products.flatMap((product, n) => {
        const { winner = null, losers = [] } = found[n]?.trace ?? {};
        const named = [...losers, ...(winner ? [winner] : [])].map(({ entryId }) => entryId).sort();
        const may = visible(viewpoint, n)
          .map(({ entryId }) => entryId)
          .sort();
        return named.join() === may.join() ? [] : [{ product, named, may }];
      });
      expect(wrong.slice(0, 1)).toEqual([]);
    });

    it('cost the same asked for one by one or a few at a time', async () => {
      const again: Resolution[] = [];
      for (let from = 0, size = 1; from < lines.length; from += size, size = from < 60 ? 1 : 1 + ((from * 7) % 83)) {
        again.push(...(await resolve(viewpoint, lines.slice(from, from + size))));
      }
      expect(again.map(told)).toEqual(found.map(told));
    });
  },
);

it('a more particular price changes nobody’s price but theirs whom it is for', async () => {
  const before = new Map<Viewpoint, string[]>();
  for (const viewpoint of viewpoints) before.set(viewpoint, (await resolve(viewpoint)).map(told));
  const add = (table: number) =>
    products.map((_, product) => {
      const entry: MarketEntry = {
        ...{ table, unit: 'bag', minimum: 1n, unitPrice: 12_345n },
        ...{ validFrom: days(-9), validTo: null, liveFrom: days(-10), liveTo: null },
      };
      return { product, id: newId(), entry };
    });
  const changed = async () => {
    const touched: Viewpoint[] = [];
    for (const viewpoint of viewpoints) {
      const now = (await resolve(viewpoint)).map(told);
      if (now.join() !== before.get(viewpoint)?.join()) touched.push(viewpoint);
      before.set(viewpoint, now);
    }
    return touched;
  };
  await keep(add(0));
  expect(await changed()).toEqual(viewpoints.filter(({ company }) => company === 'Aurora'));
  await keep(add(5));
  expect(await changed()).toEqual(viewpoints.filter(({ state }) => state === 'FL'));
});

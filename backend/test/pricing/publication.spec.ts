import { ChangePrices } from '../../src/pricing/application/change-prices.js';
import { BeginRevision } from '../../src/pricing/application/begin-revision.js';
import { PriceBook } from '../../src/pricing/application/book-ports.js';
import { Pricing, type PriceRequest } from '../../src/pricing/application/pricing.js';
import { PublishRevision } from '../../src/pricing/application/publish-revision.js';
import { RollBack } from '../../src/pricing/application/roll-back.js';
import { backgroundContext, runInContext } from '../../src/shared/request-context.js';
import { Quantity } from '../../src/shared/quantity.js';
import { Api } from '../support/api.js';
import { must, qty } from '../support/builders.js';
import { aShop, asOwner, asTenant, type Shop } from '../support/shop.js';

let api: Api;
let shop: Shop;
const products: string[] = [];
const many = 500;
const editor = { id: '01939f3e-7c00-7000-8000-0000000000ed', name: 'Editor', mayPublish: true };

const ask = (ids: readonly string[], at = new Date()): PriceRequest => ({
  companyId: null,
  tierId: null,
  stateCode: null,
  at,
  lines: ids.map((productId) => ({
    productId,
    unit: 'bag',
    factor: Quantity.one,
    baseUnit: 'bag',
    categoryId: shop.categoryId,
    quantity: qty('1'),
  })),
});
const service = <T>(type: abstract new (...args: never[]) => T): T => api.app.get(type, { strict: false });

/** A published revision that sets every product to one price. */
async function publishAll(unitPrice: string): Promise<string> {
  const tableId = shop.tables.national;
  const { id } = must(await service(BeginRevision).execute(tableId, null, editor)).state;
  const changes = products.map((productId) => ({ action: 'set' as const, productId, unitPrice }));
  const { refused } = must(await service(ChangePrices).execute(tableId, id, changes));
  expect(refused).toEqual([]);
  must(await service(PublishRevision).execute({ tableId, revisionId: id }));
  return id;
}
const distinctPrices = async (): Promise<string[]> => {
  const found = await service(Pricing).resolve(ask(products));
  return [...new Set(found.map(({ unitPrice }) => unitPrice?.toString() ?? 'none'))];
};

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  await asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into catalog.product (tenant_id, id, sku, slug, name, category_id, base_unit, units)
       select $1, uuidv7(), 'MANY-' || n, 'many-' || n, 'Many ' || n, $2, 'bag', $3 from generate_series(1, $4) n
       returning id`,
      [
        shop.tenantId,
        shop.categoryId,
        JSON.stringify([{ code: 'bag', name: 'bag', factor: '1', step: '1', minimum: '1' }]),
        many,
      ],
    );
    products.push(...rows.map(({ id }) => id));
  });
});
afterAll(() => api.stop());

it('switches as a whole: whoever reads meanwhile sees all old prices or all new ones', async () => {
  await asTenant(shop, async () => {
    await publishAll('1');
    let published = false;
    const seen: string[][] = [];
    const readers = Array.from({ length: 2 }, async () => {
      while (!published) seen.push(await distinctPrices());
    });
    for (const price of ['2', '3', '4']) await publishAll(price);
    published = true;
    await Promise.all(readers);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter((prices) => prices.length !== 1)).toEqual([]);
    expect(await distinctPrices()).toEqual(['4.0000']);
  });
});

it('rolls back as a whole', async () => {
  await asTenant(shop, async () => {
    await publishAll('10');
    const id = await publishAll('11');
    must(await service(RollBack).execute(shop.tables.national, id, editor));
    expect(await distinctPrices()).toEqual(['10.0000']);
  });
});

it('writes no second row for a price that stays', async () => {
  const rows = () =>
    asOwner(async (owner) => {
      const { rows: counted } = await owner.query<{ n: number }>(
        'select count(*)::int as n from pricing.price_entry where tenant_id = $1',
        [shop.tenantId],
      );
      return counted[0]?.n;
    });
  await asTenant(shop, async () => {
    await publishAll('12');
    const before = await rows();
    await publishAll('12');
    expect(await rows()).toBe(before);
  });
});

it('prices any number of lines with one statement, and with two where there may be a discount', async () => {
  const count = async (request: Partial<PriceRequest>, lines: readonly string[]) => {
    const context = backgroundContext(shop.tenantId, 'test');
    await runInContext(context, () => service(Pricing).resolve({ ...ask(lines), ...request }));
    return context.statements;
  };
  await count({ tierId: editor.id }, products.slice(0, 1));
  await asTenant(shop, () => distinctPrices());
  expect(await count({}, products)).toBeLessThanOrEqual(1);
  expect(await count({}, products.slice(0, 1))).toBeLessThanOrEqual(1);
  expect(await count({ tierId: editor.id, tradeCode: 'X' }, products)).toBeLessThanOrEqual(2);
});

it('never hands a company’s entries to anybody else', async () => {
  await asTenant(shop, async () => {
    const looks = (companyId: string | null) =>
      service(PriceBook).candidates([shop.cementId], { companyId, stateCode: 'TX', currency: 'USD', at: new Date() });
    const scopes = async (companyId: string | null) =>
      (await looks(companyId)).get(shop.cementId)?.filter(({ table }) => table.scope === 'company').length;
    expect([await scopes(shop.companyId), await scopes(shop.otherCompanyId), await scopes(null)]).toEqual([1, 0, 0]);
  });
  const stranger = await aShop();
  await asTenant(stranger, async () => {
    const request = { ...ask([shop.cementId]), companyId: shop.companyId };
    expect((await service(Pricing).resolve(request))[0]?.unitPrice).toBeNull();
  });
});

it('leaves prices in another currency out', async () => {
  await asOwner((owner) =>
    owner.query(`update pricing.price_table set currency = 'EUR' where id = $1`, [shop.tables.company]),
  );
  await asTenant(shop, async () => {
    const [cement] = await service(Pricing).resolve({ ...ask([shop.cementId]), companyId: shop.companyId });
    expect(cement?.source).toBe('national');
  });
});

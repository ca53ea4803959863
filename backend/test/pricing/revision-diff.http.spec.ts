import { newId } from '../../src/shared/ids.js';
import type { Permission } from '../../src/shared/permissions.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, aToken, insertRows, type Shop } from '../support/shop.js';
import { soldBefore } from './past-sales.js';
import { PriceDesk, remove, set, tomorrow } from './price-desk.js';

interface Line {
  sku: string;
  unit: string;
  minQuantity: string;
  oldPrice: string | null;
  newPrice: string | null;
  percent: string | null;
  cost: string | null;
  oldMargin: string | null;
  newMargin: string | null;
  floor: string | null;
  light: string;
  sold90: string;
  revenueEffect: string | null;
  flags: string[];
}
interface Facets {
  outlierPercent: string;
  totals: Record<string, number | string | null>;
}

let api: Api;
let shop: Shop;
let desk: PriceDesk;

beforeAll(async () => {
  api = await Api.start();
});
beforeEach(async () => {
  shop = await aShop();
  desk = new PriceDesk(api, shop);
});
afterAll(() => api.stop());

const as = (...permissions: Permission[]): PriceDesk =>
  desk.as({ token: aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions }) });
/** The token of a buyer of the company in Florida, which has no contract. */
async function ofOther(): Promise<string> {
  const { tenantId, otherCompanyId: companyId } = shop;
  const [id, email] = [newId(), `${newId()}@borealis.example`];
  const member = { id, kind: 'buyer', company_id: companyId, name: 'Other Person', email };
  await asOwner((owner) => insertRows(owner, tenantId, 'identity.member', [member]));
  return aToken({ tenantId, sub: id, kind: 'buyer', companyId });
}
const cost = (...changes: object[]) => desk.ask('PUT', '/costs', { changes });
const floor = (defaultFloor: string | null) => desk.ask('PUT', '/pricing-settings', { defaultFloor });
const diff = async (path: string, query = '', from = desk) => {
  const { body } = await from.call<Line[]>('GET', `${path}/diff?${query}`);
  return { lines: body.data ?? [], total: body.meta.page?.total, facets: body.meta.facets as Facets };
};
const skus = async (path: string, query: string) =>
  (await diff(path, query)).lines.map(({ sku, minQuantity }) => (minQuantity === '1' ? sku : `${sku} ${minQuantity}+`));

describe('margins', () => {
  beforeEach(() => Promise.all([cost({ sku: 'CEM-50', unitCost: '36' }), floor('0.12')]));

  it('stand beside prices before and after, of the unit that is sold', async () => {
    const path = await desk.draft(
      set('CEM-50', '45'),
      set('CEM-50', '1600', { unit: 'pallet' }),
      set('SND-01', '130', { minQuantity: '0.5' }),
    );
    const { lines } = await diff(path, 'sort=sku');
    expect(lines).toMatchObject([
      {
        sku: 'CEM-50',
        unit: 'bag',
        unitName: 'bag',
        cost: '36.0000',
        oldMargin: '0.1429',
        newMargin: '0.2000',
        floor: '0.1200',
        light: 'ok',
      },
      { sku: 'CEM-50', unit: 'pallet', cost: '1440.0000', oldMargin: null, newMargin: '0.1000', light: 'below' },
      { sku: 'SND-01', cost: null, newMargin: null, floor: '0.1200', light: 'unknown' },
    ]);
  });

  // At 36 and 12 % the floor is 40.9091, and 41.8605 is two points above it.
  it.each([
    ['40.9090', 'below'],
    ['40.9091', 'near'],
    ['41.8604', 'near'],
    ['41.8605', 'ok'],
    ['0', 'below'],
  ])('show a light for %s: %s', async (unitPrice, light) => {
    const path = await desk.draft(set('CEM-50', unitPrice));
    expect((await diff(path)).lines[0]?.light).toBe(light);
  });

  it('are reckoned with the cost of the day the prices go live', async () => {
    await cost({ sku: 'CEM-50', unitCost: '39', validFrom: tomorrow(5) });
    const path = await desk.draft(set('CEM-50', '50'));
    await desk.call('POST', `${path}/publish`, { goesLiveAt: tomorrow(10) });
    expect((await diff(path)).lines[0]).toMatchObject({ cost: '39.0000', newMargin: '0.2200' });
  });

  it('without the right to see costs leave a light and no number a cost could be computed from', async () => {
    const path = await desk.draft(set('CEM-50', '37'), set('SND-01', '130', { minQuantity: '0.5' }));
    const rep = as('price.read', 'price.edit');
    const { lines, facets } = await diff(path, '', rep);
    expect(lines.map(({ sku, light }) => [sku, light])).toEqual([
      ['CEM-50', 'below'],
      ['SND-01', 'unknown'],
    ]);
    for (const line of lines) expect(line).toMatchObject({ cost: null, oldMargin: null, newMargin: null, floor: null });
    expect(facets.totals.belowFloor).toBe(1);
    const heard = [
      (await rep.call('GET', `${path}/diff`)).body,
      (await rep.call('GET', `${path}/impact`)).body,
      (await rep.call('GET', path)).body,
      (await rep.call('POST', `${path}/submit`, {})).body,
      (await rep.ask('GET', '/pricing-settings')).body,
      (await rep.ask('GET', '/price-grid')).body,
      (await rep.ask('POST', '/prices/resolve', { lines: [{ sku: 'CEM-50', quantity: '1' }] })).body,
    ].map((body) => JSON.stringify({ ...body, meta: { ...body.meta, requestId: '' } }));
    // The cost, the floor, the least price it lets through, and the margins of old and new price.
    for (const told of heard) expect(told).not.toMatch(/\b(36(\.0+)?|0\.12(00)?|40\.909\d?|0\.1429|0\.0270)\b/);
  });
});

describe('what should be looked at twice', () => {
  it('comes first, with the reasons, then what moves most money', async () => {
    await Promise.all([cost({ sku: 'LAD-06', unitCost: '90' }), floor('0.2')]);
    await soldBefore(shop, { productId: shop.sandId, unit: 'm3', quantity: '10', lineTotal: '1200.00' });
    const path = await desk.draft(
      set('CEM-50', '43'),
      set('CEM-50', '4.00', { minQuantity: '50' }),
      set('SND-01', '121', { minQuantity: '0.5' }),
      set('BRK-14', '0'),
      set('LAD-06', '100'),
    );
    const { lines, facets } = await diff(path);
    expect(lines.map(({ sku, minQuantity, flags }) => [sku, minQuantity, flags])).toEqual([
      ['BRK-14', '1', ['over_percent', 'zero']],
      ['CEM-50', '50', ['over_percent', 'decimal_slip']],
      ['LAD-06', '1', ['below_floor']],
      ['SND-01', '0.5', []],
      ['CEM-50', '1', []],
    ]);
    expect(facets).toMatchObject({
      outlierPercent: '20.00',
      totals: { changes: 5, products: 4, outliers: 3, overPercent: 2, belowFloor: 1, zero: 1, decimalSlips: 1 },
    });
  });

  it.each([
    ['400', ['over_percent', 'decimal_slip']],
    ['360', ['over_percent', 'decimal_slip']],
    ['359.99', ['over_percent']],
    ['48', []],
    ['48.01', ['over_percent']],
    ['32', []],
    ['31.99', ['over_percent']],
    ['3.64', ['over_percent', 'decimal_slip']],
    ['4.45', ['over_percent']],
  ])('is told of 40.00 that becomes %s: %j', async (unitPrice, flags) => {
    const path = await desk.draft(set('CEM-50', unitPrice, { minQuantity: '50' }));
    expect((await diff(path)).lines[0]?.flags).toEqual(flags);
  });

  it('begins where the tenant says', async () => {
    await desk.ask('PUT', '/pricing-settings', { outlierPercent: '5' });
    const path = await desk.draft(set('CEM-50', '44.11'));
    expect((await diff(path)).lines[0]?.flags).toEqual(['over_percent']);
  });
});

describe('sales of the last 90 days', () => {
  it('weigh each price by what fell into its tier', async () => {
    await soldBefore(
      shop,
      { productId: shop.cementId, quantity: '10' },
      { productId: shop.cementId, quantity: '10' },
      { productId: shop.cementId, quantity: '49' },
      { productId: shop.cementId, quantity: '60' },
      { productId: shop.cementId, quantity: '2', unit: 'pallet', factor: '40' },
      { productId: shop.cementId, quantity: '500', daysAgo: 91 },
      { productId: shop.cementId, quantity: '500', status: 'cancelled' },
      { productId: shop.cementId, quantity: '500', source: 'company' },
    );
    const path = await desk.draft(set('CEM-50', '43'), set('CEM-50', '39.5', { minQuantity: '50' }));
    const { lines, facets } = await diff(path, 'sort=impact');
    expect(lines.map(({ minQuantity, sold90, revenueEffect }) => [minQuantity, sold90, revenueEffect])).toEqual([
      ['50', '140', '-70.00'],
      ['1', '69', '69.00'],
    ]);
    expect(facets.totals.revenueEffect).toBe('-1.00');
  });

  it('count for a tier that is not in the draft when it is not', async () => {
    await soldBefore(shop, { productId: shop.cementId, quantity: '60' });
    const path = await desk.draft(set('CEM-50', '43'));
    expect((await diff(path)).lines[0]).toMatchObject({ sold90: '0', revenueEffect: '0.00' });
  });

  it('count for as much as discounts left of the price', async () => {
    await soldBefore(
      shop,
      { productId: shop.cementId, quantity: '10', discountPercent: '5.00' },
      { productId: shop.cementId, quantity: '10', discountPercent: '10.00', source: 'state' },
      { productId: shop.cementId, quantity: '10' },
    );
    const effectAt = async (tableId: string) => {
      const at = desk.at(tableId);
      await at.publish(await at.draft(set('CEM-50', '40')));
      const { lines } = await diff(await at.draft(set('CEM-50', '42')), '', at);
      return [lines[0]?.sold90, lines[0]?.revenueEffect];
    };
    expect(await effectAt(shop.tables.national)).toEqual(['20', '39.00']);
    expect(await effectAt(shop.tables.state)).toEqual(['30', '57.00']);
    expect(await effectAt(shop.tables.company)).toEqual(['30', '60.00']);
  });

  it('count in the unit that has a price of its own', async () => {
    await soldBefore(shop, { productId: shop.cementId, quantity: '2', unit: 'pallet', factor: '40' });
    const first = await desk.draft(set('CEM-50', '1600', { unit: 'pallet' }));
    await desk.call('POST', `${first}/publish`, {});
    const path = await desk.draft(set('CEM-50', '1610', { unit: 'pallet' }), set('CEM-50', '43'));
    const { lines } = await diff(path, 'sort=impact');
    expect(lines.map(({ unit, sold90, revenueEffect }) => [unit, sold90, revenueEffect])).toEqual([
      ['pallet', '80', '20.00'],
      ['bag', '0', '0.00'],
    ]);
  });

  it('are those of the table’s own place', async () => {
    await soldBefore(
      shop,
      { productId: shop.cementId, quantity: '1', source: 'state' },
      { productId: shop.cementId, quantity: '2' },
      { productId: shop.cementId, quantity: '4', stateCode: 'FL' },
      { productId: shop.cementId, quantity: '8', source: 'company' },
      { productId: shop.cementId, quantity: '16', source: 'company', companyId: shop.otherCompanyId },
    );
    const soldAt = async (tableId: string) => {
      const at = desk.at(tableId);
      return (await diff(await at.draft(set('CEM-50', '41')), '', at)).lines[0]?.sold90;
    };
    expect([await soldAt(shop.tables.national), await soldAt(shop.tables.state)]).toEqual(['6', '3']);
    expect(await soldAt(shop.tables.company)).toBe('15');
  });
});

describe('the lines that are asked for', () => {
  it('are parts of the diff, in the order asked', async () => {
    const path = await desk.draft(
      set('CEM-50', '45'),
      remove('CEM-50', { minQuantity: '50' }),
      set('SND-01', '110', { minQuantity: '0.5' }),
      set('LAD-06', '100'),
      set('BRK-14', '8.5'),
    );
    const told = {
      raised: await skus(path, 'only=raised&sort=sku'),
      lowered: await skus(path, 'only=lowered'),
      added: await skus(path, 'only=added'),
      removed: await skus(path, 'only=removed'),
      outliers: await skus(path, 'only=outliers'),
      conflicts: await skus(path, 'only=conflicts'),
      search: await skus(path, 'search=ladder'),
      falling: await skus(path, 'sort=percent'),
      rising: await skus(path, 'sort=-percent'),
    };
    expect(told).toEqual({
      raised: ['BRK-14', 'CEM-50'],
      lowered: ['SND-01 0.5+'],
      added: ['LAD-06'],
      removed: ['CEM-50 50+'],
      outliers: ['BRK-14'],
      conflicts: [],
      search: ['LAD-06'],
      falling: ['SND-01 0.5+', 'CEM-50', 'BRK-14', expect.any(String) as string, expect.any(String) as string],
      rising: ['BRK-14', 'CEM-50', 'SND-01 0.5+', expect.any(String) as string, expect.any(String) as string],
    });
    const { total, facets } = await diff(path, 'only=raised&pageSize=1&page=2&sort=sku');
    expect([total, facets.totals.changes, (await skus(path, 'only=raised&pageSize=1&page=2&sort=sku'))[0]]).toEqual([
      2,
      5,
      'CEM-50',
    ]);
  });

  it('refuse words that mean nothing', async () => {
    const path = await desk.draft(set('CEM-50', '45'));
    const answers = [
      await desk.call('GET', `${path}/diff?only=best`),
      await desk.call('GET', `${path}/diff?sort=name`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });
});

describe('what a revision touches', () => {
  it('is goods, companies that buy them, open carts that hold them, and money', async () => {
    await soldBefore(
      shop,
      { productId: shop.cementId, quantity: '10', lineTotal: '420.00' },
      { productId: shop.cementId, quantity: '5', lineTotal: '210.50', companyId: shop.otherCompanyId },
      { productId: shop.sandId, unit: 'm3', quantity: '10', lineTotal: '1200.00' },
    );
    await api.call(shop, shop.token, 'POST', '/cart/lines', { sku: 'CEM-50', quantity: '1' });
    await api.call(shop, await ofOther(), 'POST', '/cart/lines', { sku: 'CEM-50', quantity: '1' });
    const path = await desk.draft(set('CEM-50', '44'));
    expect((await desk.call('GET', `${path}/impact`)).body.data).toEqual({
      products: 1,
      companies: 2,
      openCarts: 1,
      revenue90: '630.50',
      revenueEffect: '30.00',
      currency: 'USD',
    });
    const ofCompany = desk.at(shop.tables.company);
    const theirs = await ofCompany.draft(set('SND-01', '99'));
    expect((await ofCompany.call('GET', `${theirs}/impact`)).body.data).toMatchObject({ companies: 1, openCarts: 0 });
    const ofState = desk.at(shop.tables.state);
    const texan = await ofState.draft(set('CEM-50', '41'));
    expect((await ofState.call('GET', `${texan}/impact`)).body.data).toMatchObject({ companies: 2, openCarts: 0 });
  });

  it('is nothing where nothing was sold', async () => {
    const path = await desk.draft();
    expect((await desk.call('GET', `${path}/impact`)).body.data).toMatchObject({ products: 0, revenue90: '0.00' });
    expect((await diff(path)).facets.totals).toMatchObject({ changes: 0, revenueEffect: '0.00' });
  });
});

describe('the open carts a revision touches', () => {
  const hold = async (sku: string, quantity: string, unit?: string, token = shop.token) =>
    expect(await api.call(shop, token, 'POST', '/cart/lines', { sku, quantity, unit })).toMatchObject({ status: 201 });
  const carts = async (path: string, at = desk) =>
    (await at.call<{ openCarts: number }>('GET', `${path}/impact`)).body.data?.openCarts;
  const live = async (tableId: string, ...changes: object[]) => {
    const at = desk.at(tableId);
    expect((await at.publish(await at.draft(...changes))).status).toBe(200);
  };

  it('are not those whose state or contract has a price of its own', async () => {
    const [ofState, ofCompany] = [desk.at(shop.tables.state), desk.at(shop.tables.company)];
    await hold('BRK-14', '500');
    const national = await desk.draft(set('BRK-14', '0.9'));
    const state = await ofState.draft(set('BRK-14', '0.8'));
    const company = await ofCompany.draft(set('BRK-14', '0.7'));
    const counts = async () => [await carts(national), await carts(state, ofState), await carts(company, ofCompany)];
    expect(await counts()).toEqual([1, 1, 1]);
    await live(shop.tables.state, set('BRK-14', '0.83'));
    expect(await counts()).toEqual([0, 1, 1]);
    await live(shop.tables.company, set('BRK-14', '0.75'));
    expect(await counts()).toEqual([0, 0, 1]);
  });

  it('are those of a price that goes, too', async () => {
    const ofCompany = desk.at(shop.tables.company);
    await hold('CEM-50', '10');
    const gone = await ofCompany.draft(remove('CEM-50'));
    expect(await carts(gone, ofCompany)).toBe(1);
    await ofCompany.publish(gone);
    expect(await carts(gone, ofCompany)).toBe(1);
  });

  it('are those of the quantity and the unit that change', async () => {
    const token = await ofOther();
    const many = await desk.draft(set('CEM-50', '30', { minQuantity: '50' }));
    const pallets = await desk.draft(set('CEM-50', '1500', { unit: 'pallet' }));
    const counts = async () => [await carts(many), await carts(pallets)];
    await hold('CEM-50', '10', 'bag', token);
    expect(await counts()).toEqual([0, 0]);
    await hold('CEM-50', '45', 'bag', token);
    expect(await counts()).toEqual([1, 0]);
    await hold('CEM-50', '1', 'pallet', token);
    expect(await counts()).toEqual([1, 1]);
  });

  it('are none where the price stays what it is', async () => {
    await hold('BRK-14', '500');
    expect(await carts(await desk.draft(set('BRK-14', '0.85')))).toBe(0);
  });

  it('count what begins to hold later, and not what is over', async () => {
    await hold('BRK-14', '500');
    const later = await desk.draft(set('BRK-14', '0.9', { validFrom: tomorrow(30) }));
    const over = await desk.draft(set('BRK-14', '0.9', { validFrom: tomorrow(-9), validTo: tomorrow(-2) }));
    expect([await carts(later), await carts(over)]).toEqual([1, 0]);
  });

  it('stay those it touches once it is scheduled, and once it is live', async () => {
    await hold('BRK-14', '500');
    await hold('CEM-50', '10');
    const scheduled = await desk.draft(set('BRK-14', '0.9'));
    await desk.publish(scheduled, { goesLiveAt: tomorrow(3) });
    const now = await desk.draft(set('BRK-14', '0.8'));
    await desk.publish(now);
    const unnoticed = await desk.draft(set('CEM-50', '43'));
    await desk.publish(unnoticed);
    expect([await carts(scheduled), await carts(now), await carts(unnoticed)]).toEqual([1, 1, 0]);
  });

  it('are each counted once, however many of their lines change, and nobody else’s', async () => {
    const other = await aShop();
    await api.call(other, other.token, 'POST', '/cart/lines', { sku: 'BRK-14', quantity: '500' });
    await hold('BRK-14', '500');
    await hold('SND-01', '2');
    await hold('BRK-14', '500', 'each', await ofOther());
    const path = await desk.draft(set('BRK-14', '0.9'), set('SND-01', '130', { minQuantity: '0.5' }));
    expect(await carts(path)).toBe(2);
  });
});

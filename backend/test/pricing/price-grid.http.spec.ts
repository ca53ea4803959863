import { Api } from '../support/api.js';
import { newId } from '../../src/shared/ids.js';
import { aShop, asOwner, insertRows, type Shop } from '../support/shop.js';
import { PriceDesk, remove, set } from './price-desk.js';

interface Row {
  sku: string;
  cells: { tableId: string; unitPrice: string | null; inherited: { unitPrice: string } | null }[];
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
  await asOwner(async (owner) => {
    const brand = (id: string, name: string) =>
      owner.query('update catalog.product set brand = $2 where id = $1', [id, name]);
    await brand(shop.cementId, 'Votorantim, S.A.');
    await brand(shop.brickId, 'Acme');
    await brand(shop.ladderId, 'Acme');
    await owner.query('select catalog.refresh_search($1)', [[shop.cementId, shop.brickId, shop.ladderId]]);
  });
});
afterAll(() => api.stop());

const grid = async (query: string) => {
  const { status, body } = await desk.ask<Row[]>('GET', `/price-grid?${query}`);
  const { columns, groups } = (body.meta.facets ?? { columns: [], groups: [] }) as {
    columns: { name: string }[];
    groups: { name: string; count: number; all: number }[];
  };
  return {
    status,
    skus: body.data?.map(({ sku }) => sku),
    total: body.meta.page?.total,
    columns: columns.map(({ name }) => name),
    groups: groups.map(({ name, count, all }) => [name, count, all]),
    rows: body.data ?? [],
  };
};

it('narrows to brands, even those whose names hold commas', async () => {
  expect((await grid('brand=Acme')).skus).toEqual(['BRK-14', 'LAD-06']);
  const comma = encodeURIComponent('Votorantim, S.A.');
  expect((await grid(`brand=${comma}`)).skus).toEqual(['CEM-50']);
  expect((await grid(`brand=${comma}&brand=Acme&search=brick`)).skus).toEqual(['BRK-14']);
});

it('takes companies as columns beside national and states, or beside named tables', async () => {
  expect((await grid('')).columns).toEqual(['National', 'TX']);
  const { columns, rows } = await grid(`companies=${shop.companyId}&search=cement`);
  expect(columns).toEqual(['National', 'TX', 'Aurora Builders']);
  expect(rows[0]?.cells.map(({ unitPrice }) => unitPrice)).toEqual(['42.0000', '40.0000', '39.9000']);
  const named = await grid(`tables=${shop.tables.national}&companies=${shop.companyId},${shop.otherCompanyId}`);
  expect(named.columns).toEqual(['National', 'Aurora Builders']);
});

it('narrows to products with a price of their own in a state’s or company’s column', async () => {
  expect(await grid('only=override')).toMatchObject({ skus: ['CEM-50'], total: 1 });
  await desk.at(shop.tables.company).publish(await desk.at(shop.tables.company).draft(set('LAD-06', '88')));
  expect((await grid('only=override')).skus).toEqual(['CEM-50']);
  expect((await grid(`only=override&companies=${shop.companyId}`)).skus).toEqual(['CEM-50', 'LAD-06']);
  expect((await grid(`only=override&companies=${shop.companyId}&brand=Acme`)).skus).toEqual(['LAD-06']);
});

it('knows an override as soon as it is live, and no longer than it is', async () => {
  const state = desk.at(shop.tables.state);
  expect((await grid('only=override')).skus).toEqual(['CEM-50']);
  const before = new Date();
  await state.publish(await state.draft(set('BRK-14', '0.80'), remove('CEM-50')));
  expect((await grid('only=override')).skus).toEqual(['BRK-14']);
  expect((await grid(`only=override&at=${before.toISOString()}`)).skus).toEqual(['CEM-50']);
});

it('narrows to what drafts change', async () => {
  const path = await desk.draft(set('LAD-06', '99'), set('BRK-14', '0.9'));
  const draft = path.split('/').at(-1);
  expect(await grid(`only=changed&changed=${draft}`)).toMatchObject({ skus: ['BRK-14', 'LAD-06'], total: 2 });
  expect((await grid(`only=changed&changed=${draft}&page=2&pageSize=1`)).skus).toEqual(['LAD-06']);
  expect((await grid('only=changed')).skus).toEqual([]);
});

it('goes category by category when it is asked to, each counted, narrowed or not', async () => {
  const categories = await asOwner(async (owner) => {
    const { rows } = await owner.query<{ name: string }>('select name from catalog.category where id = $1', [
      shop.categoryId,
    ]);
    const ladders = newId();
    await insertRows(owner, shop.tenantId, 'catalog.category', [
      { id: ladders, code: 'a-ladders', slug: 'a-ladders', name: 'Access', position: 90 },
    ]);
    await owner.query('update catalog.product set category_id = $2 where id = any($1)', [
      [shop.ladderId, shop.brickId],
      ladders,
    ]);
    return [rows[0]?.name ?? '', 'Access'];
  });
  const [first, access] = categories;
  expect((await grid('')).groups).toEqual([]);
  expect(await grid('sort=category')).toMatchObject({
    skus: ['CEM-50', 'SND-01', 'BRK-14', 'LAD-06'],
    groups: [
      [first, 2, 2],
      [access, 2, 2],
    ],
  });
  expect(await grid('sort=category&brand=Acme&pageSize=1&page=2')).toMatchObject({
    skus: ['LAD-06'],
    total: 2,
    groups: [[access, 2, 2]],
  });
  const draft = (await desk.draft(set('LAD-06', '99'), set('SND-01', '130'))).split('/').at(-1);
  expect(await grid(`sort=category&only=changed&changed=${draft}`)).toMatchObject({
    skus: ['SND-01', 'LAD-06'],
    groups: [
      [first, 1, 2],
      [access, 1, 2],
    ],
  });
  expect((await grid('sort=category&only=override')).groups).toEqual([[first, 1, 2]]);
});

it.each(['sort=price', 'only=everything', 'companies=aurora', `brand=${'&brand=x'.repeat(61)}`])(
  'cannot be asked for %s',
  async (query) => {
    expect((await grid(query)).status).toBe(400);
  },
);

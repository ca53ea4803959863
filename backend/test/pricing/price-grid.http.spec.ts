import { Api } from '../support/api.js';
import { aShop, asOwner, type Shop } from '../support/shop.js';
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
  const { columns } = (body.meta.facets ?? { columns: [] }) as { columns: { name: string }[] };
  return {
    status,
    skus: body.data?.map(({ sku }) => sku),
    total: body.meta.page?.total,
    columns: columns.map(({ name }) => name),
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

it.each(['only=everything', 'companies=aurora', `brand=${'&brand=x'.repeat(61)}`])(
  'cannot be asked for %s',
  async (query) => {
    expect((await grid(query)).status).toBe(400);
  },
);

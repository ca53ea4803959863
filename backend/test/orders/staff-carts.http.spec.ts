import type { CartView } from '../../src/orders/http/cart.dto.js';
import type { StaffCartSummaryView, StaffCartView } from '../../src/orders/http/staff-cart.dto.js';
import { newId } from '../../src/shared/ids.js';
import { Api } from '../support/api.js';
import { aShop, aToken, type Shop } from '../support/shop.js';
import { aStranger, code, repriceCement, Shopping } from './shopping.js';

let api: Api;
let shop: Shop;
let shopping: Shopping;

beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await aShop();
  shopping = new Shopping(api, shop);
});

const list = (query = '') => shopping.staff<StaffCartSummaryView[]>('GET', `/carts${query}`);
const one = (id: string) => shopping.staff<StaffCartView>('GET', `/carts/${id}`);

interface Traced {
  winner: { scope: string; tableName: string; revisionId: string } | null;
  losers: { scope: string; reason: string }[];
}

describe('open carts', () => {
  it('are listed with buyer, company and what they come to today, the one changed last first', async () => {
    await shopping.addCement('10');
    const stranger = await aStranger(shop);
    await api.call(shop, stranger, 'POST', '/cart/lines', { sku: 'SND-01', quantity: '1' });
    const { body } = await list();
    expect(body.meta.page).toEqual({ number: 1, size: 24, total: 2 });
    expect(body.data?.map(({ buyer, company, lines, total }) => [buyer.name, company.name, lines, total])).toEqual([
      ['Stranger', 'Borealis Homes', 1, '120.00'],
      ['Test Person', 'Aurora Builders', 1, '399.00'],
    ]);
    const own = await list(`?companyId=${shop.companyId}&pageSize=1`);
    expect(own.body.data?.map(({ buyer }) => buyer.email)).toEqual([`buyer@${shop.slug}.example`]);
    expect(own.body.meta.page?.total).toBe(1);
  });

  it('that were emptied or ordered are none', async () => {
    await shopping.addCement('10');
    const id = (await list()).body.data?.[0]?.id ?? '';
    await shopping.buyer('DELETE', '/cart');
    expect((await list()).body.data).toEqual([]);
    expect(code(await one(id))).toEqual([404, 'cart.not_found']);
    await shopping.placed();
    expect((await list()).body.data).toEqual([]);
  });
});

describe("a buyer's cart as staff see it", () => {
  it('explains each price: the winner, and each loser with its reason', async () => {
    await shopping.addCement('10');
    const { body } = await shopping.add({ sku: 'SND-01', quantity: '2' });
    const { status, body: seen } = await one(body.data?.id ?? '');
    expect(status).toBe(200);
    expect(seen.data).toMatchObject({
      ...{ id: body.data?.id, version: body.data?.version, subtotal: '639.00', problems: [] },
      buyer: { id: shop.buyerId, name: 'Test Person' },
      company: { id: shop.companyId, name: 'Aurora Builders' },
      lines: [
        { sku: 'CEM-50', unitPrice: '39.9000', lineTotal: '399.00' },
        { sku: 'SND-01', unitPrice: '120.0000', lineTotal: '240.00' },
      ],
    });
    const [cement] = (seen.data?.lines ?? []).map(({ trace }) => trace as Traced);
    expect(cement?.winner).toMatchObject({ scope: 'company', tableName: 'Aurora Builders' });
    expect(cement?.losers.map(({ scope, reason }) => [scope, reason])).toEqual([
      ['state', 'less_specific'],
      ['national', 'less_specific'],
      ['national', 'less_specific'],
    ]);
  });

  it('is at the prices of now, and looking at it agrees to nothing for the buyer', async () => {
    const { body } = await shopping.addCement('10');
    await repriceCement(shop, '41');
    const seen = await one(body.data?.id ?? '');
    expect(seen.body.data?.lines[0]).toMatchObject({ unitPrice: '41.0000', priceChangedFrom: '39.9000' });
    const theirs = (await shopping.cart()).body.data;
    expect(theirs?.version).toBe(body.data?.version);
    expect(theirs?.problems).toMatchObject([{ code: 'price_changed', from: '39.9000', to: '41.0000' }]);
  });

  it('shows its trade code and why that does not count', async () => {
    const made = { code: 'TEN', name: 'Ten', percent: '10', minimumOrder: '500' };
    await shopping.staff('POST', '/trade-codes', made);
    await shopping.add({ sku: 'SND-01', quantity: '1' });
    const { body } = await shopping.buyer<CartView>('PATCH', '/cart', { tradeCode: 'TEN' });
    const seen = await one(body.data?.id ?? '');
    expect(seen.body.data).toMatchObject({
      tradeCode: 'TEN',
      tradeCodeProblem: { code: 'trade_code.minimum_order', details: { missing: '380.00' } },
    });
  });

  it('has no trace where nothing is offered', async () => {
    await shopping.addCement('1');
    const { body } = await shopping.cart();
    const tables = [shop.tables.company, shop.tables.state, shop.tables.national];
    for (const id of tables) {
      await shopping.staff('PATCH', `/price-tables/${id}`, { validTo: new Date(Date.now() - 1000).toISOString() });
    }
    const seen = await one(body.data?.id ?? '');
    expect(seen.body.data?.lines[0]).toMatchObject({ unitPrice: null, trace: null });
    expect(seen.body.data?.problems).toMatchObject([{ code: 'not_offered', reason: 'no_price' }]);
  });

  it('is for staff who may read orders, and of their own store', async () => {
    const { tenantId, staffId: sub } = shop;
    const token = aToken({ tenantId, sub, kind: 'staff', permissions: ['price.read'] });
    expect((await api.call(shop, token, 'GET', '/backoffice/carts')).status).toBe(403);
    expect((await api.call(shop, shop.token, 'GET', '/backoffice/carts')).status).toBe(403);
    expect(code(await one(newId()))).toEqual([404, 'cart.not_found']);
  });
});

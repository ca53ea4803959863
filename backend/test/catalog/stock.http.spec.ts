import { Catalog, Stock } from '../../src/catalog/index.js';
import type { MovementView, StockView } from '../../src/catalog/http/stock.dto.js';
import { newId } from '../../src/shared/ids.js';
import { Api } from '../support/api.js';
import { must, qty } from '../support/builders.js';
import { aShop, asTenant, type Shop } from '../support/shop.js';
import { strangersRefused } from './refusals.js';

let api: Api;
let shop: Shop;

beforeAll(async () => (api = await Api.start()));
beforeEach(async () => (shop = await aShop()));
afterAll(() => api.stop());

const call = <T = StockView[]>(method: string, path = '', body?: unknown) =>
  api.call<T>(shop, shop.staffToken, method, `/backoffice/stock${path}`, body);
const count = (...lines: object[]) => call('PUT', '', { lines });
const line = (sku: string, branch: string, onHand: string, more: object = {}) => ({
  sku,
  branch,
  onHand,
  reason: 'Yearly count',
  ...more,
});
const movementsOf = async (productId: string) =>
  (await call<MovementView[]>('GET', `/${productId}/movements`)).body.data ?? [];

describe('PUT /backoffice/stock', () => {
  it('writes what was counted, new places included, with a movement each', async () => {
    const { status, body } = await count(
      line('CEM-50', 'AUS', '480.5'),
      line('CEM-50', 'DAL', '0', { safety: '50' }),
      line('LAD-06', 'DAL', '7'),
    );
    expect(status).toBe(200);
    expect(body.data?.map(({ sku, available, status: state }) => [sku, available, state])).toEqual([
      ['CEM-50', '480.5', 'in_stock'],
      ['LAD-06', '7', 'low'],
    ]);
    expect(body.data?.[0]?.branches).toEqual([
      expect.objectContaining({ code: 'AUS', onHand: '480.5', reserved: '0', safety: '0', available: '480.5' }),
      expect.objectContaining({ code: 'DAL', onHand: '0', safety: '50', available: '0' }),
    ]);
    expect(
      (await movementsOf(shop.cementId)).map(({ kind, branch, quantity, onHandAfter, reason, actorName }) => {
        return [kind, branch, Number(quantity), Number(onHandAfter), reason, actorName];
      }),
    ).toEqual(
      expect.arrayContaining([
        ['count', 'AUS', -19.5, 480.5, 'Yearly count', 'Test Person'],
        ['count', 'DAL', -1000, 0, 'Yearly count', 'Test Person'],
        ['safety', 'DAL', -50, 0, 'Yearly count', 'Test Person'],
      ]),
    );
  });

  it('takes a count below what is reserved as the fact it is', async () => {
    const stock = api.app.get(Stock, { strict: false });
    must(
      await asTenant(shop, () =>
        stock.reserve(newId(), 'TX', [{ lineNo: 1, productId: shop.sandId, quantity: qty('60') }]),
      ),
    );
    const { body } = await count(line('SND-01', 'AUS', '20'));
    expect(body.data?.[0]).toMatchObject({ available: '0', status: 'out' });
    expect(body.data?.[0]?.branches[0]).toMatchObject({ onHand: '20', reserved: '60', available: '0' });
  });

  it('refuses lines that name nothing, all of them, and writes none', async () => {
    const { status, body } = await count(
      line('CEM-50', 'AUS', '1'),
      line('NOPE', 'AUS', '1'),
      line('SND-01', 'NOPE', '1'),
    );
    expect([status, body.error?.code]).toEqual([422, 'stock.unknown_lines']);
    expect(body.error?.details).toEqual({
      lines: [
        { index: 1, sku: 'NOPE', branch: 'AUS', unknown: 'sku' },
        { index: 2, sku: 'SND-01', branch: 'NOPE', unknown: 'branch' },
      ],
    });
    expect(await movementsOf(shop.cementId)).toEqual([]);
  });

  it('refuses the same place twice', async () => {
    const { status, body } = await count(line('CEM-50', 'AUS', '1'), line('CEM-50', 'AUS', '2'));
    expect([status, body.error]).toMatchObject([422, { code: 'stock.repeated_line', details: { index: 1 } }]);
  });

  it.each([
    [{ lines: [] }],
    [{ lines: [line('CEM-50', 'AUS', '-1')] }],
    [{ lines: [line('CEM-50', 'AUS', '1.2345')] }],
    [{ lines: [line('CEM-50', 'AUS', '1', { reason: '' })] }],
    [{}],
  ])('refuses %j with 400', async (body) => {
    expect((await call('PUT', '', body)).status).toBe(400);
  });

  it('survives counts, reservations and dispatches of the same product at once', async () => {
    const stock = api.app.get(Stock, { strict: false });
    const orders = Array.from({ length: 20 }, async () => {
      const id = newId();
      const reserved = await asTenant(shop, () =>
        stock.reserve(id, 'TX', [
          { lineNo: 1, productId: shop.cementId, quantity: qty('2') },
          { lineNo: 2, productId: shop.sandId, quantity: qty('1') },
        ]),
      );
      if (reserved.ok) await asTenant(shop, () => stock.release(id, 'Test'));
      return reserved.ok;
    });
    const counts = Array.from({ length: 5 }, () =>
      count(line('SND-01', 'AUS', '80'), line('CEM-50', 'AUS', '500'), line('CEM-50', 'DAL', '1000')),
    );
    expect((await Promise.all(counts)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await Promise.all(orders)).every(Boolean)).toBe(true);
    const { body } = await call('GET', '?search=cem-50');
    expect(body.data?.[0]?.branches.map(({ reserved }) => reserved)).toEqual(['0', '0']);
  });
});

describe('GET /backoffice/stock', () => {
  it('shows every product at every branch', async () => {
    const { body } = await call('GET', '?pageSize=2');
    expect(body.meta.page).toEqual({ number: 1, size: 2, total: 4 });
    expect(
      body.data?.map(({ sku, available, branches }) => [sku, available, branches.map(({ code }) => code)]),
    ).toEqual(
      [
        ['CEM-50', '1400', ['AUS', 'DAL']],
        ['BRK-14', '10000', ['AUS', 'DAL']],
      ]
        .sort((a, b) => String(a[0]).localeCompare(String(b[0])))
        .reverse(),
    );
  });

  it('narrows by search, branch and status', async () => {
    await count(line('SND-01', 'AUS', '9.5'), line('CEM-50', 'AUS', '0'));
    const skus = async (query: string) => (await call('GET', query)).body.data?.map(({ sku }) => sku);
    expect(await skus('?search=sand')).toEqual(['SND-01']);
    expect(await skus('?status=low')).toEqual(['SND-01']);
    expect(await skus('?status=out')).toEqual(['LAD-06']);
    expect(await skus('?status=out&branch=AUS')).toEqual(['CEM-50', 'LAD-06']);
    const { body } = await call('GET', '?branch=DAL&search=cem');
    expect(body.data?.[0]).toMatchObject({
      available: '900',
      branches: [{ code: 'DAL', onHand: '1000', safety: '100' }],
    });
  });

  it.each(['?status=full', '?page=0', '?warehouse=1'])('refuses %s', async (query) => {
    expect((await call('GET', query)).status).toBe(400);
  });
});

it('stock is for staff who may', async () => {
  const closed = { nobody: 401, buyer: 403, staff: 403 };
  const body = { lines: [line('CEM-50', 'AUS', '5')] };
  expect(await strangersRefused(api, shop, 'GET', '/backoffice/stock')).toEqual({ ...closed, foreigner: 200 });
  expect(await strangersRefused(api, shop, 'PUT', '/backoffice/stock', body)).toEqual({ ...closed, foreigner: 200 });
  const movements = `/backoffice/stock/${shop.cementId}/movements`;
  expect(await strangersRefused(api, shop, 'GET', movements)).toEqual({ ...closed, foreigner: 404 });
  expect(await movementsOf(shop.cementId)).toEqual([]);
});

describe('what runs short', () => {
  it('is as many as the lists of low and missing stock hold, the emptiest first', async () => {
    await count(
      line('CEM-50', 'AUS', '0'),
      line('CEM-50', 'DAL', '260', { safety: '200' }),
      line('SND-01', 'AUS', '8.5'),
      line('BRK-14', 'AUS', '11'),
    );
    const sizeOf = async (status: string) => (await call('GET', `?status=${status}`)).body.meta.page?.total ?? 0;
    const [low, out] = [await sizeOf('low'), await sizeOf('out')];
    const shortages = await asTenant(shop, () => api.app.get(Catalog, { strict: false }).shortages());
    expect(shortages).toMatchObject({ count: low + out, out });
    expect(shortages.worst.map(({ sku, available }) => [sku, available.toString()])).toEqual([
      ['LAD-06', '0'],
      ['CEM-50', '60'],
      ['SND-01', '8.5'],
    ]);
  });
});

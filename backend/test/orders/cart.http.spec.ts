import type { CartView, FilledCartView } from '../../src/orders/http/cart.dto.js';
import { newId } from '../../src/shared/ids.js';
import { Api } from '../support/api.js';
import { asOwner, aShop, insertRows, type Shop } from '../support/shop.js';
import { aBuyerToken, aStranger, code, fillCatalog, repriceCement, Shopping, statementsSent } from './shopping.js';

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

const change = (lineId: string, body: object) => shopping.buyer<CartView>('PATCH', `/cart/lines/${lineId}`, body);
const lineIn = (cart: CartView | null) => cart?.lines[0]?.id ?? '';

describe('GET /cart', () => {
  it('shows an empty cart', async () => {
    const { status, body } = await shopping.cart();
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      version: 0,
      currency: 'USD',
      lines: [],
      subtotal: '0.00',
      tax: '0.00',
      total: '0.00',
      jobSiteId: null,
      tradeCode: null,
      stateCode: 'TX',
      problems: [],
    });
  });

  it("prices each line from the company's own table first and adds the state's tax", async () => {
    await asOwner((owner) =>
      owner.query(`update identity.tenant set tax_rates = '{"TX": "0.0825"}' where id = $1`, [shop.tenantId]),
    );
    await shopping.addCement('2');
    const { body } = await shopping.add({ sku: 'SND-01', quantity: '1.5', note: 'dry, please' });
    expect(body.data).toMatchObject({
      subtotal: '259.80',
      tax: '21.43',
      total: '281.23',
      taxRate: '0.0825',
      lines: [
        {
          sku: 'CEM-50',
          name: 'Cement CP II 50 kg',
          unit: 'bag',
          quantity: '2',
          unitPrice: '39.9000',
          listPrice: '42.0000',
          source: 'company',
          lineTotal: '79.80',
          availability: { status: 'in_stock', available: '1400' },
          units: [{ code: 'bag' }, { code: 'pallet', factor: '40' }],
        },
        { sku: 'SND-01', unit: 'm3', quantity: '1.5', source: 'national', lineTotal: '180.00', note: 'dry, please' },
      ],
    });
    expect(body.data?.lines[0]?.priceChangedFrom).toBeUndefined();
  });

  it('says which price moved since it was seen, until it is accepted', async () => {
    await shopping.addCement('2');
    await repriceCement(shop, '41');
    const { body } = await shopping.cart();
    expect(body.data?.lines).toMatchObject([{ unitPrice: '41.0000', priceChangedFrom: '39.9000' }]);
    expect(body.data?.problems).toEqual([
      { lineId: lineIn(body.data), code: 'price_changed', from: '39.9000', to: '41.0000' },
    ]);

    const accepted = await shopping.buyer<CartView>('POST', '/cart/accept-prices', {});
    expect(accepted.body.data).toMatchObject({ subtotal: '82.00', problems: [] });
    expect((await shopping.cart()).body.data).toEqual(accepted.body.data);
  });

  it('keeps what is no longer offered in sight, and counts it for nothing', async () => {
    await shopping.addCement('2');
    await shopping.add({ productId: shop.sandId, quantity: '1' });
    await asOwner(async (owner) => {
      await owner.query('delete from pricing.price_entry where product_id = $1', [shop.cementId]);
      await owner.query(`update catalog.product set status = 'archived' where id = $1`, [shop.sandId]);
    });
    const { body } = await shopping.cart();
    expect(body.data).toMatchObject({
      subtotal: '0.00',
      lines: [
        { sku: 'CEM-50', unitPrice: null, lineTotal: null },
        { sku: 'SND-01', unitPrice: null },
      ],
      problems: [
        { code: 'not_offered', reason: 'no_price' },
        { code: 'not_offered', reason: 'not_sold' },
      ],
    });
  });

  it('says what is short, off step and below minimum by now', async () => {
    await shopping.addCement('901');
    await shopping.add({ productId: shop.brickId, quantity: '200' });
    await asOwner((owner) =>
      owner.query(
        `update catalog.product set units = '[{"code":"each","name":"each","factor":"1","step":"150","minimum":"150"}]'
         where id = $1`,
        [shop.brickId],
      ),
    );
    expect((await shopping.cart()).body.data?.problems).toMatchObject([
      { code: 'stock_short', available: '900', requested: '901', unit: 'bag' },
      { code: 'quantity_off_step', below: '150', above: '300' },
    ]);
  });

  it('sends as few statements for 500 lines as for one', async () => {
    await shopping.addCement('1');
    const forOne = await statementsOf(() => shopping.cart());
    await fillCart(shop, 499);
    const { body } = await shopping.cart();
    expect(body.data?.lines).toHaveLength(500);
    expect(body.data?.problems.filter((problem) => problem.code === 'not_offered')).toEqual([]);
    expect(await statementsOf(() => shopping.cart())).toBe(forOne);
    expect(forOne).toBeLessThanOrEqual(8);
  });
});

describe('POST /cart/lines', () => {
  it('adds goods in the unit asked for, and to what is there already', async () => {
    expect((await shopping.addCement('2')).status).toBe(201);
    await shopping.addCement('1');
    const { body } = await shopping.add({ productId: shop.cementId, unit: 'pallet', quantity: '1' });
    expect(body.data?.lines).toMatchObject([
      { unit: 'bag', quantity: '3', lineTotal: '119.70' },
      { unit: 'pallet', quantity: '1', unitPrice: '1596.0000' },
    ]);
    expect((await shopping.cart()).body.data).toEqual(body.data);
  });

  it.each([
    ['nothing', { quantity: '0' }, 422, { code: 'quantity.not_positive' }],
    ['too fine a quantity', { quantity: '1.0001' }, 422, { code: 'quantity.too_precise' }],
    [
      'a quantity between two steps',
      { quantity: '1.5' },
      422,
      { code: 'cart.quantity_off_step', details: { step: '1', below: '1', above: '2' } },
    ],
    ['too much', { quantity: '99999999' }, 422, { code: 'cart.quantity_too_large' }],
    ['an unknown unit', { quantity: '1', unit: 'crate' }, 422, { code: 'cart.unit_not_sold' }],
  ])('refuses %s', async (_, line, status, error) => {
    const answer = await shopping.add({ productId: shop.cementId, ...line });
    expect([answer.status, answer.body.error]).toMatchObject([status, error]);
  });

  it('refuses less than the minimum and says the nearest that would do', async () => {
    const { status, body } = await shopping.add({ productId: shop.brickId, quantity: '50' });
    expect([status, body.error]).toMatchObject([
      422,
      { code: 'cart.below_minimum', details: { minimum: '100', below: null, above: '100' } },
    ]);
  });

  it('refuses what has no price, and what this tenant does not sell', async () => {
    const other = await aShop();
    expect(code(await shopping.add({ productId: shop.ladderId, quantity: '1' }))).toEqual([422, 'price.not_offered']);
    expect(code(await shopping.add({ productId: other.cementId, quantity: '1' }))).toEqual([404, 'product.not_found']);
    expect(code(await shopping.add({ sku: 'NOPE', quantity: '1' }))).toEqual([404, 'product.not_found']);
    expect((await shopping.cart()).body.data?.lines).toEqual([]);
  });

  it('names the fields of a malformed request', async () => {
    const { status, body } = await shopping.add({ productId: 'x', price: 1 });
    expect([status, body.error?.code]).toEqual([400, 'request.invalid']);
    const paths = (body.error?.details as { path: string }[]).map(({ path }) => path);
    expect([...new Set(paths)].sort()).toEqual(['price', 'productId', 'quantity']);
  });

  it('loses nothing when many lines come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => shopping.addCement('1')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect((await shopping.cart()).body.data?.lines).toMatchObject([{ quantity: '8' }]);
  });

  it('refuses a version the cart left behind, and says which it is now', async () => {
    await shopping.addCement('1');
    const { status, body } = await shopping.add({ productId: shop.sandId, quantity: '1', version: 7 });
    expect([status, body.error]).toMatchObject([409, { code: 'cart.stale', details: { version: 1 } }]);
  });
});

describe('POST /cart/lines/batch', () => {
  it('takes the good lines and names the others', async () => {
    const lines = [
      { sku: 'CEM-50', quantity: '3' },
      { sku: 'NOPE', quantity: '1' },
      { sku: 'SND-01', quantity: '0.7' },
      { productId: shop.ladderId, quantity: '1' },
      { productId: shop.cementId, quantity: '2', note: 'again' },
      { productId: shop.brickId, quantity: 'many' },
    ];
    const { status, body } = await shopping.buyer<FilledCartView>('POST', '/cart/lines/batch', { lines });
    expect(status).toBe(201);
    expect(body.data?.lines).toMatchObject([{ sku: 'CEM-50', quantity: '5' }]);
    expect(body.data?.refused.map(({ index, error }) => [index, error.code])).toEqual([
      [1, 'product.not_found'],
      [2, 'cart.quantity_off_step'],
      [3, 'price.not_offered'],
      [5, 'quantity.not_positive'],
    ]);
    expect(body.data?.refused[1]?.error.details).toMatchObject({ below: '0.5', above: '1' });
  });

  it('asks each context as often for 500 lines as for one', async () => {
    const products = await fillCatalog(shop, 500);
    const one = await statementsOf(() =>
      shopping.buyer('POST', '/cart/lines/batch', { lines: [{ productId: products[0], quantity: '1' }] }),
    );
    const lines = products.map((productId) => ({ productId, quantity: '1' }));
    expect(await statementsOf(() => shopping.buyer('POST', '/cart/lines/batch', { lines }))).toBe(one);
    expect((await shopping.cart()).body.data?.lines).toHaveLength(500);
  });

  it('takes at most 500 lines in a request and 1,000 in a cart', async () => {
    const lines = Array.from({ length: 501 }, () => ({ sku: 'CEM-50', quantity: '1' }));
    expect(code(await shopping.buyer('POST', '/cart/lines/batch', { lines }))).toEqual([400, 'request.invalid']);
    await shopping.addCement('1');
    await fillCart(shop, 999);
    const { body } = await shopping.add({ productId: shop.sandId, quantity: '1' });
    expect(body.error).toMatchObject({ code: 'cart.full', details: { limit: 1000 } });
  });
});

describe('PATCH and DELETE /cart/lines/:id', () => {
  it('changes quantity, note and unit', async () => {
    const id = lineIn((await shopping.addCement('2')).body.data);
    expect((await change(id, { quantity: '10' })).body.data).toMatchObject({ subtotal: '399.00' });
    expect((await change(id, { note: 'gate 3' })).body.data?.lines).toMatchObject([{ note: 'gate 3', quantity: '10' }]);
    const { body } = await change(id, { unit: 'pallet', quantity: '1' });
    expect(body.data?.lines).toMatchObject([{ id, unit: 'pallet', lineTotal: '1596.00' }]);
  });

  it('makes one line of two when their unit becomes the same', async () => {
    const id = lineIn((await shopping.addCement('2')).body.data);
    await shopping.add({ productId: shop.cementId, unit: 'pallet', quantity: '1' });
    const { body } = await change(id, { unit: 'pallet', quantity: '2' });
    expect(body.data?.lines).toMatchObject([{ unit: 'pallet', quantity: '3' }]);
  });

  it('takes a line out, and all of them', async () => {
    const id = lineIn((await shopping.addCement('2')).body.data);
    await shopping.add({ productId: shop.sandId, quantity: '1' });
    const removed = await shopping.buyer<CartView>('DELETE', `/cart/lines/${id}`);
    expect([removed.status, removed.body.data?.lines.map(({ sku }) => sku)]).toEqual([200, ['SND-01']]);
    expect((await shopping.buyer<CartView>('DELETE', '/cart')).body.data?.lines).toEqual([]);
  });

  it('refuses a quantity off step, a stale version and a line that is not there', async () => {
    const id = lineIn((await shopping.addCement('2')).body.data);
    expect(code(await change(id, { quantity: '2.5' }))).toEqual([422, 'cart.quantity_off_step']);
    expect(code(await change(id, { quantity: '3', version: 9 }))).toEqual([409, 'cart.stale']);
    expect(code(await change(newId(), { quantity: '3' }))).toEqual([404, 'cart.line_not_found']);
    expect(code(await change('7', { quantity: '3' }))).toEqual([400, 'request.invalid']);
    expect(code(await shopping.buyer('DELETE', `/cart/lines/${newId()}`))).toEqual([404, 'cart.line_not_found']);
    expect(code(await shopping.buyer('DELETE', '/cart?version=x'))).toEqual([400, 'request.invalid']);
  });

  it("finds no line in another buyer's cart", async () => {
    const id = lineIn((await shopping.addCement('2')).body.data);
    const stranger = await aStranger(shop);
    const answer = await api.call(shop, stranger, 'PATCH', `/cart/lines/${id}`, { quantity: '1' });
    expect(code(answer)).toEqual([404, 'cart.line_not_found']);
  });
});

describe('PATCH /cart', () => {
  it("prices for the job site's state, and says so", async () => {
    await asOwner(async (owner) => {
      await owner.query(`update identity.job_site set state_code = 'FL' where id = $1`, [shop.jobSiteId]);
      await owner.query('delete from pricing.price_entry where table_id = $1', [shop.tables.company]);
    });
    await shopping.addCement('2');
    const { status, body } = await shopping.buyer<CartView>('PATCH', '/cart', { jobSiteId: shop.jobSiteId });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      jobSiteId: shop.jobSiteId,
      stateCode: 'FL',
      lines: [{ unitPrice: '42.0000', priceChangedFrom: '40.0000', source: 'national' }],
    });
    const back = await shopping.buyer<CartView>('PATCH', '/cart', { jobSiteId: null });
    expect(back.body.data).toMatchObject({ stateCode: 'TX', problems: [] });
  });

  describe('with a trade code', () => {
    const choose = (tradeCode: string | null) => shopping.buyer<CartView>('PATCH', '/cart', { tradeCode });
    const end = () =>
      asOwner((owner) =>
        owner.query(`update pricing.trade_code set valid_to = now() where tenant_id = $1`, [shop.tenantId]),
      );

    beforeEach(() =>
      asOwner((owner) =>
        insertRows(owner, shop.tenantId, 'pricing.trade_code', [
          { id: newId(), code: 'SAND10', name: 'Sand', discount: '0.1' },
          { id: newId(), code: 'LATER', name: 'Next year', discount: '0.1', valid_from: '2999-01-01T00:00:00Z' },
          { id: newId(), code: 'OFF', name: 'Switched off', discount: '0.1', active: false },
        ]),
      ),
    );

    it('takes one that holds, however it is written', async () => {
      await shopping.add({ productId: shop.sandId, quantity: '1' });
      const { body } = await choose(' sand10 ');
      expect(body.data).toMatchObject({ tradeCode: 'sand10', lines: [{ priceChangedFrom: '120.0000' }] });
    });

    it.each(['NONE', 'LATER', 'OFF'])('refuses %s, in an empty cart as well', async (unknown) => {
      expect(code(await choose(unknown))).toEqual([422, 'trade_code.not_valid']);
      expect((await choose('SAND10')).status).toBe(200);
      await shopping.add({ productId: shop.sandId, quantity: '1' });
      expect(code(await choose(unknown))).toEqual([422, 'trade_code.not_valid']);
      expect((await shopping.cart()).body.data).toMatchObject({ tradeCode: 'SAND10', lines: [{ quantity: '1' }] });
    });

    it('lets go of one that ended, and refuses it anew', async () => {
      expect((await choose('SAND10')).status).toBe(200);
      await end();
      expect((await shopping.buyer('PATCH', '/cart', { jobSiteId: shop.jobSiteId })).status).toBe(200);
      expect(code(await choose('SAND10'))).toEqual([422, 'trade_code.not_valid']);
      expect((await choose(null)).body.data?.tradeCode).toBeNull();
    });

    it('orders under one that holds only', async () => {
      await shopping.add({ productId: shop.sandId, quantity: '1' });
      expect(code(await shopping.place({ tradeCode: 'NONE' }))).toEqual([422, 'trade_code.not_valid']);
      await choose('SAND10');
      await end();
      expect(code(await shopping.place({ tradeCode: 'SAND10' }))).toEqual([422, 'trade_code.not_valid']);
      const placed = await shopping.place();
      expect([placed.status, placed.body.data?.tradeCode]).toEqual([201, null]);
    });
  });

  it('knows no job site of another company', async () => {
    const other = await aShop();
    const answer = await shopping.buyer('PATCH', '/cart', { jobSiteId: other.jobSiteId });
    expect(code(answer)).toEqual([404, 'job_site.not_found']);
    expect(code(await shopping.buyer('PATCH', '/cart', { jobSiteId: 'x' }))).toEqual([400, 'request.invalid']);
  });
});

describe('any cart route', () => {
  const routes: [string, string, object | undefined][] = [
    ['GET', '/cart', undefined],
    ['POST', '/cart/lines', {}],
    ['POST', '/cart/lines/batch', {}],
    ['PATCH', `/cart/lines/${newId()}`, {}],
    ['DELETE', `/cart/lines/${newId()}`, undefined],
    ['DELETE', '/cart', undefined],
    ['PATCH', '/cart', {}],
    ['POST', '/cart/accept-prices', {}],
  ];

  it.each(routes)(
    '%s %s is closed to strangers, to staff and to buyers without the permission',
    async (method, path, body) => {
      const viewer = aBuyerToken(shop, { permissions: ['catalogue.view'] });
      const answers = await Promise.all(
        [null, viewer, shop.staffToken].map((token) => api.call(shop, token, method, path, body)),
      );
      expect(answers.map(code)).toEqual([
        [401, 'auth.required'],
        [403, 'auth.forbidden'],
        [403, 'auth.forbidden'],
      ]);
    },
  );
});

/** Statements of a process that has seen such a request before. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  return statementsSent(work);
}

async function fillCart(into: Shop, count: number): Promise<void> {
  const ids = await fillCatalog(into, count);
  await asOwner((owner) =>
    owner.query(
      `insert into orders.cart_line (tenant_id, id, cart_id, position, product_id, unit, quantity, seen_price)
       select $1, uuidv7(), (select id from orders.cart where tenant_id = $1), n, id, 'each', 1, 1
       from unnest($2::uuid[]) with ordinality as line (id, n)`,
      [into.tenantId, ids],
    ),
  );
}

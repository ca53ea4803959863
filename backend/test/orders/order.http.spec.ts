import type { FilledCartView } from '../../src/orders/http/cart.dto.js';
import type { OrderSummaryView, OrderView } from '../../src/orders/http/order-view.dto.js';
import { newId } from '../../src/shared/ids.js';
import { type Answer, Api } from '../support/api.js';
import { asOwner, aShop, type Shop } from '../support/shop.js';
import {
  aBuyerToken,
  aStranger,
  code,
  fillCatalog,
  repriceCement,
  Shopping,
  statementsSent,
  stockOf,
} from './shopping.js';

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

const list = (query = '') => shopping.buyer<OrderSummaryView[]>('GET', `/orders${query}`);
const address = { line1: '9 Side St', city: 'Miami', stateCode: 'FL', postalCode: '33101' };

describe('POST /orders', () => {
  it('freezes what was agreed, reserves the goods and empties the cart', async () => {
    await shopping.addCement('10');
    const { status, headers, body } = await shopping.place({ poNumber: 'PO-7', note: 'ring twice' });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/orders/${body.data?.id}`);
    expect(body.data).toMatchObject({
      number: expect.stringMatching(/^SO-\d+$/),
      status: 'placed',
      paymentStatus: 'unpaid',
      fulfilmentStatus: 'unfulfilled',
      company: { id: shop.companyId, name: 'Aurora Builders' },
      buyer: { id: shop.buyerId, name: 'Test Person' },
      address: { line1: '1 Main St', stateCode: 'TX' },
      poNumber: 'PO-7',
      subtotal: '399.00',
      tax: '0.00',
      freight: '0.00',
      total: '399.00',
      balance: '399.00',
      currency: 'USD',
      lines: [
        {
          lineNo: 1,
          sku: 'CEM-50',
          unit: 'bag',
          factor: '1',
          quantity: '10',
          unitPrice: '39.9000',
          listPrice: '42.0000',
          lineTotal: '399.00',
          source: 'company',
          branch: { id: shop.branches.austin, code: 'AUS', name: 'Austin' },
          open: '10',
        },
      ],
      history: [{ event: 'placed', actor: { id: shop.buyerId, kind: 'buyer' } }],
      allowed: ['cancel'],
    });
    expect((await shopping.cart()).body.data?.lines).toEqual([]);
    expect(await stockOf(shop, shop.cementId)).toEqual({ onHand: '1500', reserved: '10' });

    await repriceCement(shop, '1');
    const again = await shopping.buyer<OrderView>('GET', `/orders/${body.data?.id}`);
    expect(again.body.data).toEqual(body.data);
  });

  it('gives a bank transfer a reference, and credit a due date', async () => {
    const transfer = await shopping.placed({ payment: { method: 'bank_transfer' } });
    expect(transfer).toMatchObject({ paymentTerms: 'prepaid', dueAt: null });
    expect(transfer.paymentReference).toMatch(/^RF\d\dSO\d+$/);
    const credit = await shopping.placed({ payment: { method: 'credit' } });
    const days = (Date.parse(credit.dueAt ?? '') - Date.parse(credit.placedAt)) / 86_400_000;
    expect([credit.paymentTerms, credit.paymentReference, days]).toEqual(['net30', null, 30]);
  });

  it('goes to the job site, or to an address of its own, and is taxed there', async () => {
    await asOwner((owner) =>
      owner.query(`update identity.tenant set tax_rates = '{"TX": "0.08", "FL": "0.06"}' where id = $1`, [
        shop.tenantId,
      ]),
    );
    const site = await shopping.placed({ jobSiteId: shop.jobSiteId });
    expect(site).toMatchObject({
      jobSiteId: shop.jobSiteId,
      address: { name: 'Riverside', line1: '2 River Rd' },
      tax: '55.92',
      total: '754.92',
    });
    const elsewhere = await shopping.placed({ address });
    expect(elsewhere).toMatchObject({ jobSiteId: null, stateCode: 'FL', address, tax: '41.94' });
    // Dallas serves Florida, Austin does not; sand lies at Austin only.
    expect(elsewhere.lines.map(({ branch }) => branch?.code)).toEqual(['DAL', 'AUS']);
  });

  it('answers the same key and body the same, and another body with a conflict', async () => {
    await shopping.addCement('1');
    const cartVersion = (await shopping.cart()).body.data?.version;
    const key = newId();
    const first = await shopping.place({ cartVersion }, key);
    const second = await shopping.place({ cartVersion }, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.data).toEqual(first.body.data);
    expect(code(await shopping.place({ cartVersion, poNumber: 'other' }, key))).toEqual([
      409,
      'idempotency.key_reused',
    ]);
    expect((await list()).body.data).toHaveLength(1);
  });

  it('makes one order of a double click', async () => {
    await shopping.addCement('1');
    const cartVersion = (await shopping.cart()).body.data?.version;
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 6 }, () => shopping.place({ cartVersion }, key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.data?.id}`)).size).toBe(1);
    expect((await list()).body.data).toHaveLength(1);
    expect(await stockOf(shop, shop.cementId)).toMatchObject({ reserved: '1' });
  });

  it('makes one order of one cart, whatever the keys', async () => {
    await shopping.addCement('1');
    const cartVersion = (await shopping.cart()).body.data?.version;
    const answers = await Promise.all(Array.from({ length: 6 }, () => shopping.place({ cartVersion })));
    expect(answers.map(code).sort()).toEqual([
      [201, undefined],
      ...Array.from({ length: 5 }, () => [409, 'cart.stale']),
    ]);
    expect((await list()).body.data).toHaveLength(1);
  });

  it('refuses a price that moved until it is accepted', async () => {
    await shopping.addCement('2');
    await repriceCement(shop, '41');
    const { status, body } = await shopping.place();
    expect([status, body.error]).toMatchObject([
      422,
      { code: 'order.price_changed', details: { lines: [{ sku: 'CEM-50', from: '39.9000', to: '41.0000' }] } },
    ]);
    expect((await shopping.cart()).body.data?.lines).toHaveLength(1);
    await shopping.buyer('POST', '/cart/accept-prices', {});
    expect((await shopping.place()).body.data).toMatchObject({ total: '82.00' });
  });

  it('refuses what is no longer offered, and names it', async () => {
    await shopping.addCement('2');
    await asOwner((owner) =>
      owner.query(`update catalog.product set status = 'archived' where id = $1`, [shop.cementId]),
    );
    const { status, body } = await shopping.place();
    expect([status, body.error]).toMatchObject([
      422,
      { code: 'order.lines_not_offered', details: { lines: [{ sku: 'CEM-50' }] } },
    ]);
  });

  it('names every line that is short, and reserves nothing', async () => {
    await shopping.addCement('5000');
    await shopping.add({ sku: 'SND-01', quantity: '81' });
    await shopping.add({ sku: 'BRK-14', quantity: '100' });
    const { status, body } = await shopping.place();
    expect([status, body.error]).toMatchObject([
      422,
      {
        code: 'stock.insufficient',
        details: {
          lines: [
            { sku: 'CEM-50', requested: '5000' },
            { sku: 'SND-01', requested: '81', available: '80' },
          ],
        },
      },
    ]);
    expect(await stockOf(shop, shop.brickId)).toMatchObject({ reserved: '0' });
    expect((await shopping.cart()).body.data?.lines).toHaveLength(3);
  });

  it('marks what is backordered, with the day it is expected', async () => {
    await asOwner((owner) =>
      owner.query(`update catalog.product set backorder = true, restock_date = '2026-12-01' where id = $1`, [
        shop.sandId,
      ]),
    );
    await shopping.add({ sku: 'SND-01', quantity: '200' });
    const { body } = await shopping.place();
    expect(body.data).toMatchObject({
      expectedDate: '2026-12-01',
      lines: [{ branch: null, backordered: true, expectedDate: '2026-12-01' }],
    });
  });

  it.each([
    ['an empty cart', {}, 422, 'order.cart_empty', false],
    ['a cart that moved on', { cartVersion: 99 }, 409, 'cart.stale', true],
    ['a card, for now', { payment: { method: 'card' } }, 422, 'payment.method_unavailable', true],
    ['an unknown way to pay', { payment: { method: 'shells' } }, 400, 'request.invalid', true],
    ['an unknown job site', { jobSiteId: newId() }, 404, 'job_site.not_found', true],
    ['a past date', { requestedDate: '2020-01-01' }, 422, 'order.requested_date_past', true],
    ['no date at all', { requestedDate: '2026-13-45' }, 400, 'request.invalid', true],
    ['half an address', { address: { line1: 'x' } }, 400, 'request.invalid', true],
  ])('refuses %s', async (_, request, status, error, filled) => {
    if (filled) await shopping.addCement('1');
    expect(code(await shopping.place(request))).toEqual([status, error]);
    expect((await list()).body.data).toEqual([]);
  });

  it('refuses a company that is blocked, has no address, or has no credit', async () => {
    await shopping.addCement('1');
    const company = (set: string) =>
      asOwner((owner) => owner.query(`update identity.company set ${set} where id = $1`, [shop.companyId]));
    await company('address = null');
    expect(code(await shopping.place())).toEqual([422, 'order.address_missing']);
    await company(`payment_terms = 'prepaid'`);
    expect(code(await shopping.place({ address, payment: { method: 'credit' } }))).toEqual([
      422,
      'payment.method_unavailable',
    ]);
    await company(`status = 'blocked'`);
    expect((await shopping.place({ address })).body.error?.code).toMatch(/blocked|token_stale/);
  });

  it('asks for a key', async () => {
    const body = { cartVersion: 0, payment: { method: 'bank_transfer' } };
    expect(code(await shopping.buyer('POST', '/orders', body))).toEqual([400, 'idempotency.key_missing']);
  });

  it('sends a bounded number of statements, for one line and for a hundred', async () => {
    await shopping.placed();
    await shopping.addCement('1');
    const one = await statementsSent(() => shopping.place());
    const lines = (await fillCatalog(shop, 100)).map((productId) => ({ productId, quantity: '1' }));
    await shopping.buyer('POST', '/cart/lines/batch', { lines });
    let hundred: Answer<OrderView> | undefined;
    expect(await statementsSent(async () => (hundred = await shopping.place()))).toBe(one);
    expect([hundred?.status, hundred?.body.data?.lines.length]).toEqual([201, 100]);
    // Of these, six view the cart to learn its version.
    expect(one).toBeLessThanOrEqual(36);
  });
});

describe('GET /orders', () => {
  it("gives the company's orders, newest first, by page", async () => {
    const first = await shopping.placed();
    const second = await shopping.placed({ poNumber: 'PO-99' });
    const { body } = await list('?page=1&pageSize=1');
    expect(body.data).toMatchObject([{ id: second.id, number: second.number, total: second.total, lineCount: 2 }]);
    expect(body.meta.page).toEqual({ number: 1, size: 1, total: 2 });
    expect((await list('?sort=placedAt')).body.data?.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it.each([
    ['status=placed', 2],
    ['status=confirmed,cancelled', 0],
    ['search=PO-99', 1],
    ['search=sand', 2],
    ['search=cem-5', 2],
    ['search=100%25', 0],
    ['search=nothing', 0],
    ['from=2026-01-01', 2],
    ['to=2026-01-01', 0],
  ])('?%s finds %i', async (query, count) => {
    await shopping.placed();
    await shopping.placed({ poNumber: 'PO-99' });
    const { body } = await list(`?${query}`);
    expect([body.data?.length, body.meta.page?.total]).toEqual([count, count]);
  });

  it("means the tenant's days, not those of Greenwich", async () => {
    const order = await shopping.placed();
    await asOwner((owner) =>
      owner.query(`update orders.order set placed_at = '2026-03-02T03:00:00Z' where id = $1`, [order.id]),
    );
    const found = await Promise.all(
      ['from=2026-03-01&to=2026-03-01', 'from=2026-03-02', 'to=2026-02-28', 'from=2026-03-02T02:00:00Z'].map(
        async (query) => (await list(`?${query}`)).body.data?.length,
      ),
    );
    expect(found).toEqual([1, 0, 0, 1]);
  });

  it.each(['page=0', 'pageSize=201', 'status=lost', 'sort=colour', 'from=yesterday', 'q=1'])(
    'refuses ?%s',
    async (query) => {
      expect(code(await list(`?${query}`))).toEqual([400, 'request.invalid']);
    },
  );
});

describe('what belongs to others', () => {
  it("is not found: neither another company's orders nor another tenant's", async () => {
    const order = await shopping.placed();
    const stranger = await aStranger(shop);
    const other = await aShop();
    const answers = await Promise.all([
      api.call(shop, stranger, 'GET', `/orders/${order.id}`),
      api.call(shop, stranger, 'POST', `/orders/${order.id}/cancel`, { reason: 'x' }),
      api.call(shop, stranger, 'POST', `/orders/${order.id}/reorder`),
      api.call(other, other.token, 'GET', `/orders/${order.id}`),
      api.call(other, other.staffToken, 'GET', `/backoffice/orders/${order.id}`),
      api.call(other, other.staffToken, 'POST', `/backoffice/orders/${order.id}/confirm`),
    ]);
    expect(answers.map(code)).toEqual(answers.map(() => [404, 'order.not_found']));
    const lists = await Promise.all([
      api.call(shop, stranger, 'GET', '/orders?search=cem'),
      api.call(other, other.staffToken, 'GET', '/backoffice/orders?search=cem'),
    ]);
    expect(lists.map(({ body }) => body.data)).toEqual([[], []]);
  });
});

describe('POST /orders/:id/cancel', () => {
  it('calls an order off until it is confirmed, and gives the goods back', async () => {
    const order = await shopping.placed();
    const { status, body } = await shopping.buyer<OrderView>('POST', `/orders/${order.id}/cancel`, {
      reason: 'Too late',
    });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      status: 'cancelled',
      allowed: [],
      history: [{ event: 'placed' }, { event: 'cancelled', note: 'Too late', actor: { kind: 'buyer' } }],
    });
    expect(await stockOf(shop, shop.cementId)).toEqual({ onHand: '1500', reserved: '0' });
    const again = await shopping.buyer('POST', `/orders/${order.id}/cancel`, {});
    expect(again.body.error).toMatchObject({
      code: 'order.transition_not_allowed',
      details: { from: 'cancelled', to: 'cancelled' },
    });
  });

  it('is refused once it is confirmed, and for a version that is gone', async () => {
    const order = await shopping.placed();
    const stale = await shopping.buyer('POST', `/orders/${order.id}/cancel`, { version: 9 });
    expect([code(stale), stale.body.error?.details]).toEqual([[409, 'order.stale'], { version: 1 }]);
    await shopping.staff('POST', `/orders/${order.id}/confirm`);
    expect(code(await shopping.buyer('POST', `/orders/${order.id}/cancel`, {}))).toEqual([
      422,
      'order.transition_not_allowed',
    ]);
  });
});

describe('POST /orders/:id/reorder', () => {
  it('fills the cart again at the prices of today, and names what is gone', async () => {
    const order = await shopping.placed();
    await repriceCement(shop, '45');
    await asOwner((owner) =>
      owner.query(`update catalog.product set status = 'archived' where id = $1`, [shop.sandId]),
    );
    await shopping.addCement('1');
    const { status, body } = await shopping.buyer<FilledCartView>('POST', `/orders/${order.id}/reorder`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      lines: [{ sku: 'CEM-50', quantity: '11', unitPrice: '45.0000' }],
      refused: [{ index: 1, error: { code: 'price.not_offered' } }],
    });
  });
});

describe('any order route', () => {
  const id = newId();
  it.each<[string, string, object | undefined]>([
    ['POST', '/orders', {}],
    ['GET', '/orders', undefined],
    ['GET', `/orders/${id}`, undefined],
    ['POST', `/orders/${id}/cancel`, {}],
    ['POST', `/orders/${id}/reorder`, undefined],
  ])('%s %s is closed to strangers, staff, and buyers without the permission', async (method, path, body) => {
    const nobody = aBuyerToken(shop, { permissions: [] });
    const answers = await Promise.all(
      [null, nobody, shop.staffToken].map((token) => api.call(shop, token, method, path, body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403]);
  });

  it('refuses an id that is none', async () => {
    expect(code(await shopping.buyer('GET', '/orders/7'))).toEqual([400, 'request.invalid']);
    expect(code(await shopping.buyer('GET', `/orders/${id}`))).toEqual([404, 'order.not_found']);
  });
});

import type { DashboardView } from '../../src/orders/http/dashboard.dto.js';
import type { FrozenTraceView, OrderSummaryView, OrderView } from '../../src/orders/http/order-view.dto.js';
import { newId } from '../../src/shared/ids.js';
import type { Permission } from '../../src/shared/permissions.js';
import { Api } from '../support/api.js';
import { asOwner, aShop, aToken, type Shop } from '../support/shop.js';
import { code, Shopping, stockOf } from './shopping.js';

let api: Api;
let shop: Shop;
let shopping: Shopping;
let order: OrderView;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await aShop();
  shopping = new Shopping(api, shop);
  order = await shopping.placed();
});

const step = (name: string, body: object = {}) => shopping.staff('POST', `/orders/${order.id}/${name}`, body);

describe('an order worked by sales', () => {
  it('is confirmed, shipped in two parts, delivered and paid', async () => {
    const confirmed = await step('confirm', { note: 'OK by phone' });
    expect([confirmed.status, confirmed.body.data]).toMatchObject([
      200,
      { status: 'confirmed', allowed: ['cancel', 'ship', 'record_payment'], history: [{}, { note: 'OK by phone' }] },
    ]);

    const first = await step('ship', { lines: [{ lineNo: 1, quantity: '4' }], note: 'truck 7' });
    expect(first.body.data).toMatchObject({
      fulfilmentStatus: 'partially_shipped',
      lines: [{ shipped: '4', open: '6' }, { shipped: '0' }],
      shipments: [{ number: 1, branch: { name: 'Austin' }, note: 'truck 7', lines: [{ lineNo: 1, quantity: '4' }] }],
    });
    expect(await stockOf(shop, shop.cementId)).toEqual({ onHand: '1496', reserved: '6' });

    const rest = await step('ship');
    expect(rest.body.data).toMatchObject({ fulfilmentStatus: 'shipped', shipments: [{}, { number: 2 }] });
    expect(await stockOf(shop, shop.cementId)).toEqual({ onHand: '1490', reserved: '0' });
    expect(await stockOf(shop, shop.sandId)).toEqual({ onHand: '77.5', reserved: '0' });

    const [one] = rest.body.data?.shipments ?? [];
    const part = await step('deliver', { shipmentId: one?.id });
    expect(part.body.data?.fulfilmentStatus).toBe('partially_delivered');
    expect((await step('deliver')).body.data).toMatchObject({ fulfilmentStatus: 'delivered', status: 'confirmed' });

    const paid = await shopping.pay(order.id, '500.00');
    expect([paid.status, paid.body.data]).toMatchObject([
      201,
      { paymentStatus: 'partially_paid', paid: '500.00', balance: '199.00', payments: [{ reference: 'wire 7' }] },
    ]);
    expect((await shopping.pay(order.id, '199.00')).body.data).toMatchObject({
      paymentStatus: 'paid',
      status: 'completed',
      allowed: [],
    });
    const seen = await shopping.buyer<OrderView>('GET', `/orders/${order.id}`);
    expect(seen.body.data?.history.map(({ event }) => event)).toEqual([
      'placed',
      'confirmed',
      'shipped',
      'shipped',
      'delivered',
      'delivered',
      'payment_recorded',
      'payment_recorded',
      'completed',
    ]);
  });

  it.each(['reject', 'cancel'])('gives its goods back on %s, with the reason', async (name) => {
    const { status, body } = await step(name, { reason: 'No credit' });
    expect([status, body.data]).toMatchObject([
      200,
      {
        status: name === 'reject' ? 'rejected' : 'cancelled',
        history: [{}, { note: 'No credit', actor: { kind: 'staff' } }],
      },
    ]);
    expect(await stockOf(shop, shop.cementId)).toEqual({ onHand: '1500', reserved: '0' });
  });

  it.each([
    ['ship', 'placed', 'shipped'],
    ['deliver', 'placed', 'delivered'],
  ])('refuses to %s while it is %s', async (name, from, to) => {
    const { status, body } = await step(name);
    expect([status, body.error]).toMatchObject([422, { code: 'order.transition_not_allowed', details: { from, to } }]);
  });

  it('refuses what its state forbids', async () => {
    await step('confirm');
    expect((await step('confirm')).body.error?.details).toEqual({ from: 'confirmed', to: 'confirmed' });
    expect((await step('reject')).body.error?.details).toEqual({ from: 'confirmed', to: 'rejected' });
    await step('ship', { lines: [{ lineNo: 1, quantity: '1' }] });
    expect((await step('cancel')).body.error?.details).toEqual({ from: 'partially_shipped', to: 'cancelled' });
    expect(await stockOf(shop, shop.cementId)).toEqual({ onHand: '1499', reserved: '9' });
  });

  it.each([
    ['more than is open', { lines: [{ lineNo: 1, quantity: '11' }] }, 422, 'shipment.exceeds_open'],
    ['an unknown line', { lines: [{ lineNo: 9, quantity: '1' }] }, 422, 'shipment.line_not_found'],
    ['nothing of a line', { lines: [{ lineNo: 1, quantity: '0' }] }, 422, 'quantity.not_positive'],
    ['too fine a part', { lines: [{ lineNo: 1, quantity: '0.0001' }] }, 422, 'quantity.too_precise'],
    ['from where nothing lies', { branchId: newId() }, 422, 'shipment.empty'],
    ['from another branch', { branchId: newId(), lines: [{ lineNo: 1, quantity: '1' }] }, 422, 'shipment.other_branch'],
    ['no lines', { lines: [] }, 400, 'request.invalid'],
  ])('refuses to ship %s', async (_, body, status, error) => {
    await step('confirm');
    expect(code(await step('ship', body))).toEqual([status, error]);
    expect(await stockOf(shop, shop.cementId)).toEqual({ onHand: '1500', reserved: '10' });
  });

  it('refuses to ship what the branch does not hold any more, and keeps everything as it was', async () => {
    await step('confirm');
    await asOwner((owner) => owner.query('delete from catalog.reservation where document_id = $1', [order.id]));
    expect(code(await step('ship'))).toEqual([422, 'stock.not_reserved']);
    expect((await shopping.staff('GET', `/orders/${order.id}`)).body.data?.shipments).toEqual([]);
  });

  describe('with every line backordered', () => {
    const arrives = (branch: string, onHand: string) =>
      shopping.staff('PUT', '/stock', { lines: [{ sku: 'SND-01', branch, onHand, reason: 'delivery' }] });

    beforeEach(async () => {
      await asOwner((owner) => owner.query(`update catalog.product set backorder = true where id = $1`, [shop.sandId]));
      await shopping.add({ sku: 'SND-01', quantity: '500' });
      order = (await shopping.place()).body.data!;
      await step('confirm');
    });

    it('waits while no branch is named, or one that hands out nothing', async () => {
      expect(code(await step('ship'))).toEqual([422, 'shipment.awaits_stock']);
      expect(code(await step('ship', { branchId: newId() }))).toEqual([422, 'shipment.awaits_stock']);
      expect(code(await step('ship', { branchId: newId(), lines: [{ lineNo: 1, quantity: '1' }] }))).toEqual([
        422,
        'shipment.awaits_stock',
      ]);
    });

    it('leaves from any active branch that has the goods, in parts and whole', async () => {
      const { dallas } = shop.branches;
      expect(code(await step('ship', { branchId: dallas }))).toEqual([422, 'stock.not_reserved']);
      expect((await arrives('DAL', '600')).status).toBe(200);
      const part = await step('ship', { branchId: dallas, lines: [{ lineNo: 1, quantity: '120.5' }] });
      expect(part.body.data).toMatchObject({
        fulfilmentStatus: 'partially_shipped',
        lines: [{ branch: { name: 'Dallas' }, shipped: '120.5', open: '379.5' }],
      });
      const rest = await step('ship', { branchId: dallas });
      expect(rest.body.data).toMatchObject({
        fulfilmentStatus: 'shipped',
        shipments: [{}, { branch: { id: dallas } }],
      });
      expect(await stockOf(shop, shop.sandId)).toEqual({ onHand: '180', reserved: '2.5' });
    });

    it('takes nothing that is promised to others', async () => {
      const [{ austin }, lines] = [shop.branches, [{ lineNo: 1, quantity: '78' }]];
      expect(code(await step('ship', { branchId: austin, lines }))).toEqual([422, 'stock.not_reserved']);
      const free = await step('ship', { branchId: austin, lines: [{ lineNo: 1, quantity: '77.5' }] });
      expect(free.status).toBe(200);
      expect(await stockOf(shop, shop.sandId)).toEqual({ onHand: '2.5', reserved: '2.5' });
    });
  });

  it('knows its own shipments only', async () => {
    await step('confirm');
    await step('ship');
    expect(code(await step('deliver', { shipmentId: newId() }))).toEqual([404, 'shipment.not_found']);
  });

  it.each([
    ['nothing', '0', 422, 'payment.amount_not_positive'],
    ['a debt', '-5', 422, 'payment.amount_not_positive'],
    ['half a cent', '0.005', 422, 'payment.amount_not_positive'],
    ['more than it costs', '699.01', 422, 'payment.exceeds_balance'],
  ])('refuses a payment of %s', async (_, amount, status, error) => {
    expect(code(await shopping.pay(order.id, amount))).toEqual([status, error]);
  });

  it('records a payment once per key', async () => {
    const key = newId();
    const [first, second] = [await shopping.pay(order.id, '5', key), await shopping.pay(order.id, '5', key)];
    expect(second.body.data).toEqual(first.body.data);
    expect(code(await shopping.pay(order.id, '6', key))).toEqual([409, 'idempotency.key_reused']);
    const bare = await shopping.staff('POST', `/orders/${order.id}/payments`, { amount: '5' });
    expect(code(bare)).toEqual([400, 'idempotency.key_missing']);
    expect(code(await shopping.pay(newId(), '5'))).toEqual([404, 'order.not_found']);
  });

  it('lets one of two at once win, and ships nothing twice', async () => {
    await step('confirm');
    const version = (await shopping.staff('GET', `/orders/${order.id}`)).body.data?.version;
    const answers = await Promise.all([
      step('ship', { version }),
      step('ship', { version }),
      step('cancel', { version }),
    ]);
    const codes = answers.map(code);
    expect(codes.filter(([status]) => status === 200)).toHaveLength(1);
    expect(codes.filter(([, error]) => error === 'order.stale')).toHaveLength(2);
    const { reserved } = await stockOf(shop, shop.cementId);
    expect(reserved).toBe('0');
  });
});

describe('GET /backoffice/orders', () => {
  const list = (query = '') => shopping.staff<OrderSummaryView[]>('GET', `/orders${query}`);

  it('gives all companies their place in the queue, with the tabs counted', async () => {
    const second = await shopping.placed({ poNumber: 'PO-2' });
    await step('confirm');
    const { status, body } = await list('?status=placed');
    expect([status, body.data?.map(({ id }) => id)]).toEqual([200, [second.id]]);
    const facets = body.meta.facets as { status: { value: string; count: number }[] };
    expect(facets.status.filter(({ count }) => count > 0)).toEqual([
      { value: 'placed', count: 1 },
      { value: 'confirmed', count: 1 },
    ]);
    expect(body.data).toMatchObject([{ poNumber: 'PO-2', company: { name: 'Aurora Builders' }, balance: '699.00' }]);
  });

  it.each([
    ['payment=unpaid', 1],
    ['payment=paid&payment=partially_paid', 0],
    ['fulfilment=unfulfilled', 1],
    ['fulfilment=shipped', 0],
    ['search=aurora', 1],
    ['search=Test%20Person', 1],
    [`company=${newId()}`, 0],
    [`rep=${newId()}`, 0],
    ['sort=-total', 1],
    ['sort=company', 1],
  ])('?%s finds %i', async (query, count) => {
    expect((await list(`?${query}`)).body.data).toHaveLength(count);
  });

  it("finds a company's and a rep's orders", async () => {
    await asOwner((owner) =>
      owner.query(`update identity.company set sales_rep_id = $2 where id = $1`, [shop.companyId, shop.staffId]),
    );
    const second = await shopping.placed();
    expect((await list(`?company=${shop.companyId}`)).body.data).toHaveLength(2);
    expect((await list(`?rep=${shop.staffId}`)).body.data?.map(({ id }) => id)).toEqual([second.id]);
  });

  it.each(['company=x', 'payment=shells', 'fulfilment=lost'])('refuses ?%s', async (query) => {
    expect(code(await list(`?${query}`))).toEqual([400, 'request.invalid']);
  });
});

describe('GET /backoffice/orders/:id/lines/:lineNo/trace', () => {
  it('gives the trace that was frozen, which buyers never see', async () => {
    const path = `/orders/${order.id}/lines/1/trace`;
    const { status, body } = await shopping.staff<FrozenTraceView>('GET', path);
    expect([status, body.data]).toMatchObject([
      200,
      { sku: 'CEM-50', unitPrice: '39.9000', source: 'company', trace: { winner: { scope: 'company' } } },
    ]);
    expect(JSON.stringify((await shopping.buyer('GET', `/orders/${order.id}`)).body)).not.toContain('losers');
    expect(code(await shopping.staff('GET', `/orders/${order.id}/lines/9/trace`))).toEqual([
      404,
      'order_line.not_found',
    ]);
    expect(code(await shopping.staff('GET', `/orders/${order.id}/lines/x/trace`))).toEqual([400, 'request.invalid']);
  });
});

describe('GET /backoffice/dashboard', () => {
  it('counts today, what waits, and the last twelve weeks', async () => {
    const second = await shopping.placed();
    await shopping.staff('POST', `/orders/${second.id}/confirm`);
    const third = await shopping.placed();
    await shopping.staff('POST', `/orders/${third.id}/reject`, {});
    await asOwner((owner) =>
      owner.query(`update orders.order set placed_at = placed_at - interval '7 days' where id = $1`, [order.id]),
    );
    const { status, body } = await shopping.staff<DashboardView>('GET', '/dashboard');
    expect([status, body.data]).toMatchObject([
      200,
      { currency: 'USD', today: { orders: 1, revenue: '699.00' }, toConfirm: 1, toShip: 1, outOfStock: 1 },
    ]);
    expect(body.data?.lowStock).toEqual({
      count: 1,
      worst: [{ id: shop.ladderId, sku: 'LAD-06', name: 'Ladder 6 m', available: '0', baseUnit: 'each' }],
    });
    expect(body.data?.revenueByWeek).toHaveLength(12);
    expect(body.data?.revenueByWeek.slice(-2)).toMatchObject([
      { total: '699.00', orders: 1 },
      { total: '699.00', orders: 1 },
    ]);
    expect(new Date(body.data?.revenueByWeek[0]?.weekStart ?? '').getUTCDay()).toBe(1);
  });
});

describe('any backoffice route of orders', () => {
  const id = newId();
  const routes: [string, string, object | undefined, Permission][] = [
    ['GET', '/orders', undefined, 'order.read'],
    ['GET', `/orders/${id}`, undefined, 'order.read'],
    ['GET', `/orders/${id}/lines/1/trace`, undefined, 'order.read'],
    ['POST', `/orders/${id}/confirm`, {}, 'order.confirm'],
    ['POST', `/orders/${id}/reject`, {}, 'order.reject'],
    ['POST', `/orders/${id}/cancel`, {}, 'order.cancel'],
    ['POST', `/orders/${id}/ship`, {}, 'order.ship'],
    ['POST', `/orders/${id}/deliver`, {}, 'order.deliver'],
    ['POST', `/orders/${id}/payments`, { amount: '1' }, 'payment.record'],
    ['GET', '/dashboard', undefined, 'order.read'],
  ];

  it.each(routes)('%s %s needs a sign-in and its permission', async (method, path, body, permission) => {
    const clerk = (permissions: Permission[]) =>
      aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions });
    const call = (token: string | null) => api.call(shop, token, method, `/backoffice${path}`, body);
    const answers = [await call(null), await call(shop.token), await call(clerk([])), await call(clerk([permission]))];
    expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([401, 403, 403]);
    expect([200, 400, 404]).toContain(answers[3]?.status);
  });

  it.each(routes.filter(([method, path]) => method === 'POST' && !path.endsWith('payments')))(
    '%s %s finds no order that is not there, and takes no unknown field',
    async (method, path, body) => {
      expect(code(await shopping.staff(method, path, body))).toEqual([404, 'order.not_found']);
      expect(code(await shopping.staff(method, path, { colour: 1 }))).toEqual([400, 'request.invalid']);
    },
  );
});

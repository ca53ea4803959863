import type { CartView } from '../../src/orders/http/cart.dto.js';
import type { OrderView } from '../../src/orders/http/order-view.dto.js';
import type { TradeCodeUseView, TradeCodeView } from '../../src/pricing/http/discount.dto.js';
import type { ExplanationView } from '../../src/pricing/http/explanation.dto.js';
import { newId } from '../../src/shared/ids.js';
import { type Answer, Api } from '../support/api.js';
import { aShop, type Shop } from '../support/shop.js';
import { aStranger, code, Shopping } from './shopping.js';

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

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** A code of 10 % unless said; sand costs 120.00 nationally, so that one cubic metre saves 12.00. */
async function aCode(more: object = {}): Promise<TradeCodeView> {
  const body = { code: 'SAND10', name: 'Sand week', percent: '10', ...more };
  const { body: answer } = await shopping.staff<TradeCodeView>('POST', '/trade-codes', body);
  if (!answer.data) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

const addSand = (quantity = '1') => shopping.add({ sku: 'SND-01', quantity });
const choose = (tradeCode: string | null) => shopping.buyer<CartView>('PATCH', '/cart', { tradeCode });

/** Agrees to today's prices and places the cart. */
async function order(request: object = {}): Promise<Answer<OrderView>> {
  await shopping.buyer('POST', '/cart/accept-prices', {});
  return shopping.place(request);
}

async function placed(request: object = {}): Promise<OrderView> {
  const { body } = await order(request);
  if (!body.data) throw new Error(JSON.stringify(body.error));
  return body.data;
}

const usesOf = ({ id }: TradeCodeView, query = '') =>
  shopping.staff<TradeCodeUseView[]>('GET', `/trade-codes/${id}/uses${query}`);

const countOf = async ({ id }: TradeCodeView): Promise<number | undefined> =>
  (await shopping.staff<TradeCodeView[]>('GET', '/trade-codes')).body.data?.find((kept) => kept.id === id)?.uses;

describe('a trade code', () => {
  it('is kept with its limits, which can be taken away again', async () => {
    const made = await aCode({ maxUses: 5, maxUsesPerCompany: 2, minimumOrder: '500', validTo: inDays(3) });
    expect(made).toMatchObject({ maxUses: 5, maxUsesPerCompany: 2, minimumOrder: '500.00', uses: 0, version: 1 });
    const change = (body: object) => shopping.staff<TradeCodeView>('PATCH', `/trade-codes/${made.id}`, body);
    const { body } = await change({ maxUses: null, minimumOrder: '750.50' });
    expect(body.data).toMatchObject({ maxUses: null, maxUsesPerCompany: 2, minimumOrder: '750.50', version: 2 });
    const [kept] = (await shopping.staff<TradeCodeView[]>('GET', '/trade-codes')).body.data ?? [];
    expect(kept).toMatchObject({ maxUses: null, maxUsesPerCompany: 2, minimumOrder: '750.50', uses: 0 });
    for (const wrong of [
      { maxUses: 0 },
      { maxUsesPerCompany: 1.5 },
      { minimumOrder: '0.00' },
      { minimumOrder: '-1' },
    ]) {
      expect(code(await change(wrong))).toEqual([400, 'request.invalid']);
    }
  });

  it('lists who used it, when and what it saved them', async () => {
    const made = await aCode();
    await addSand('2');
    await choose('sand10');
    const { id, number, total } = await placed();
    const { status, body } = await usesOf(made);
    expect(status).toBe(200);
    expect(body.meta.page).toEqual({ number: 1, size: 24, total: 1 });
    expect(body.data).toMatchObject([
      {
        ...{ orderId: id, orderNumber: number, orderTotal: total, discount: '24.00', releasedAt: null },
        ...{ companyId: shop.companyId, companyName: 'Aurora Builders', buyerName: 'Test Person' },
      },
    ]);
    expect(await countOf(made)).toBe(1);
    expect(code(await shopping.staff('GET', `/trade-codes/${newId()}/uses`))).toEqual([404, 'trade_code.not_found']);
  });

  it('is not used up by an order that it makes no cheaper', async () => {
    const made = await aCode();
    await shopping.addCement('1');
    await choose('SAND10');
    expect((await placed()).tradeCode).toBe('SAND10');
    expect(await countOf(made)).toBe(0);
  });
});

describe('limits of use', () => {
  it('stop an order that comes too late, and the cart says so before', async () => {
    const made = await aCode({ maxUses: 1 });
    await addSand();
    await choose('SAND10');
    await placed();
    await addSand();
    expect(code(await choose('SAND10'))).toEqual([409, 'trade_code.used_up']);
    const { body } = await order({ tradeCode: 'SAND10' });
    expect(body.error).toMatchObject({ code: 'trade_code.used_up', details: { limit: 1 } });
    expect(await countOf(made)).toBe(1);
  });

  it('of a company leave other companies theirs', async () => {
    const made = await aCode({ maxUsesPerCompany: 1 });
    await addSand();
    await choose('SAND10');
    await placed();
    await addSand();
    const refused = await choose('SAND10');
    expect(code(refused)).toEqual([409, 'trade_code.used_up_by_company']);
    expect(refused.body.error?.details).toEqual({ limit: 1 });

    const stranger = await aStranger(shop);
    const call = <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
      api.call<T>(shop, stranger, method, path, body, headers);
    await call('POST', '/cart/lines', { sku: 'SND-01', quantity: '1' });
    const cart = await call<CartView>('PATCH', '/cart', { tradeCode: 'SAND10' });
    expect(cart.body.data).toMatchObject({ tradeCodeProblem: null, tradeCodeDiscount: '12.00' });
    const accepted = await call<CartView>('POST', '/cart/accept-prices', {});
    const body = { cartVersion: accepted.body.data?.version, payment: { method: 'bank_transfer' } };
    expect((await call('POST', '/orders', body, { 'idempotency-key': newId() })).status).toBe(201);
    expect(await countOf(made)).toBe(2);
  });

  it('show in a cart that took the code up in time, whose prices go back to what they are without it', async () => {
    await aCode({ maxUses: 1 });
    await addSand();
    await choose('SAND10');
    const stranger = await aStranger(shop);
    const theirs = await api.call<CartView>(shop, stranger, 'POST', '/cart/lines', { sku: 'SND-01', quantity: '1' });
    await api.call(shop, stranger, 'PATCH', '/cart', { tradeCode: 'SAND10' });
    expect(theirs.status).toBe(201);
    await placed();

    const { body } = await api.call<CartView>(shop, stranger, 'GET', '/cart');
    expect(body.data).toMatchObject({
      tradeCode: 'SAND10',
      tradeCodeProblem: { code: 'trade_code.used_up', details: { limit: 1 } },
      tradeCodeDiscount: '0.00',
      lines: [{ unitPrice: '120.0000' }],
    });
  });

  it('count again what a cancelled or rejected order gives back, once', async () => {
    const made = await aCode({ maxUses: 1 });
    for (const end of ['cancel', 'reject', 'cancel_own'] as const) {
      await addSand();
      await choose('SAND10');
      const { id } = await placed();
      expect(await countOf(made)).toBe(1);
      const ended =
        end === 'cancel_own'
          ? await shopping.buyer('POST', `/orders/${id}/cancel`, {})
          : await shopping.staff('POST', `/orders/${id}/${end}`, {});
      expect(ended.status).toBe(200);
      expect(await countOf(made)).toBe(0);
    }
    const { body } = await usesOf(made, '?pageSize=2');
    expect(body.meta.page).toMatchObject({ total: 3 });
    expect(body.data?.map(({ releasedAt }) => releasedAt !== null)).toEqual([true, true]);
  });

  it('answer a repeated request as the first time, and count it once', async () => {
    const made = await aCode({ maxUses: 1 });
    await addSand();
    await choose('SAND10');
    await shopping.buyer('POST', '/cart/accept-prices', {});
    const key = newId();
    const request = { cartVersion: (await shopping.cart()).body.data?.version, tradeCode: 'SAND10' };
    const first = await shopping.place(request, key);
    const again = await shopping.place(request, key);
    expect([first.status, again.status, again.body.data?.id]).toEqual([201, 201, first.body.data?.id]);
    expect(await countOf(made)).toBe(1);
  });
});

describe('a minimum order', () => {
  it('is counted before discounts, and the cart says how much is missing', async () => {
    await aCode({ minimumOrder: '240.00' });
    await addSand();
    const small = await choose('SAND10');
    expect(small.status).toBe(200);
    expect(small.body.data).toMatchObject({
      tradeCode: 'SAND10',
      tradeCodeProblem: {
        code: 'trade_code.minimum_order',
        details: { minimum: '240.00', subtotal: '120.00', missing: '120.00' },
      },
      lines: [{ unitPrice: '120.0000' }],
    });
    const refused = await order({ tradeCode: 'SAND10' });
    expect(code(refused)).toEqual([422, 'trade_code.minimum_order']);

    const large = await addSand();
    expect(large.body.data).toMatchObject({ tradeCodeProblem: null, subtotal: '216.00', tradeCodeDiscount: '24.00' });
    expect((await placed({ tradeCode: 'SAND10' })).subtotal).toBe('216.00');
  });

  it('that the cart does not reach leaves an order that does not name the code as it is', async () => {
    const made = await aCode({ minimumOrder: '240.00' });
    await addSand();
    await choose('SAND10');
    const { tradeCode, subtotal } = await placed();
    expect([tradeCode, subtotal]).toEqual([null, '120.00']);
    expect(await countOf(made)).toBe(0);
  });

  it('is looked at by staff, too', async () => {
    await aCode({ minimumOrder: '240.00' });
    const explain = async (quantity: string) => {
      const body = { tradeCode: 'SAND10', lines: [{ sku: 'SND-01', quantity }] };
      return (await shopping.staff<ExplanationView>('POST', '/prices/resolve', body)).body.data;
    };
    expect(await explain('1')).toMatchObject({
      tradeCodeProblem: { code: 'trade_code.minimum_order' },
      lines: [{ unitPrice: '120.0000' }],
    });
    expect(await explain('2')).toMatchObject({ tradeCodeProblem: null, lines: [{ unitPrice: '108.0000' }] });
  });
});

describe('a period', () => {
  it('keeps a code from being taken up before it begins and after it ends', async () => {
    await aCode({ code: 'EARLY', validFrom: inDays(1) });
    await aCode({ code: 'LATE', validTo: inDays(-1) });
    await addSand();
    for (const each of ['EARLY', 'LATE', 'NEVER']) {
      expect(code(await choose(each))).toEqual([422, 'trade_code.not_valid']);
      expect(code(await shopping.place({ tradeCode: each }))).toEqual([422, 'trade_code.not_valid']);
    }
  });
});

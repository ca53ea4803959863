import { newId } from '../../src/shared/ids.js';
import { Api } from '../support/api.js';
import { aToken, asOwner, aShop, insertRows, type Shop } from '../support/shop.js';

const buyers = 40;

let api: Api;
let shop: Shop;
let tokens: string[];

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
});
afterAll(() => api.stop());

/** Buyers of two companies with one cubic metre of sand at the code's price in their carts each. */
const crowd = (tradeCode: string): Promise<string[]> =>
  asOwner(async (owner) => {
    await owner.query(`update catalog.stock_level set on_hand = 1000, reserved = 0 where tenant_id = $1`, [
      shop.tenantId,
    ]);
    const people = Array.from({ length: buyers }, (_, n) => ({
      id: newId(),
      companyId: n % 2 ? shop.companyId : shop.otherCompanyId,
    }));
    for (const { id, companyId } of people) {
      const cartId = newId();
      const named = { name: 'Buyer', email: `${id}@crowd.example` };
      await insertRows(owner, shop.tenantId, 'identity.member', [
        { id, kind: 'buyer', company_id: companyId, ...named },
      ]);
      await insertRows(owner, shop.tenantId, 'orders.cart', [
        { id: cartId, buyer_id: id, company_id: companyId, trade_code: tradeCode, version: 1 },
      ]);
      const line = { product_id: shop.sandId, unit: 'm3', quantity: 1, seen_price: 108, position: 0 };
      await insertRows(owner, shop.tenantId, 'orders.cart_line', [{ id: newId(), cart_id: cartId, ...line }]);
    }
    return people.map(({ id, companyId }) => aToken({ tenantId: shop.tenantId, sub: id, kind: 'buyer', companyId }));
  });

async function aCode(code: string, limits: object): Promise<string> {
  const body = { code, name: code, percent: '10', ...limits };
  const made = await api.call<{ id: string }>(shop, shop.staffToken, 'POST', '/backoffice/trade-codes', body);
  return made.body.data?.id ?? '';
}

const placeAll = (tradeCode: string) =>
  Promise.all(
    tokens.map((token) =>
      api.call<{ id: string }>(
        shop,
        token,
        'POST',
        '/orders',
        { cartVersion: 1, payment: { method: 'bank_transfer' }, tradeCode },
        { 'idempotency-key': newId() },
      ),
    ),
  );

/** Uses as they are kept, by company, and what the stock and the orders say of them. */
const books = (codeId: string) =>
  asOwner(async (owner) => {
    const { rows } = await owner.query<Record<string, number>>(
      `select count(*)::int as uses, count(*) filter (where company_id = $2)::int as own,
              (select count(*)::int from orders.order o where o.tenant_id = $1 and o.id in
                 (select order_id from pricing.trade_code_use where code_id = $3)) as orders
       from pricing.trade_code_use where code_id = $3 and released_at is null`,
      [shop.tenantId, shop.companyId, codeId],
    );
    return rows[0];
  });

const outcomes = (answers: Awaited<ReturnType<typeof placeAll>>) => {
  const counted = new Map<string, number>();
  for (const { status, body } of answers) {
    const outcome = `${status} ${body.error?.code ?? 'placed'}`;
    counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
  }
  return Object.fromEntries(counted);
};

it('forty orders at once use a code seven times where it may be used seven times', async () => {
  const id = await aCode('SEVEN', { maxUses: 7 });
  tokens = await crowd('SEVEN');
  const answers = await placeAll('SEVEN');
  expect(outcomes(answers)).toEqual({ '201 placed': 7, '409 trade_code.used_up': buyers - 7 });
  expect(await books(id)).toMatchObject({ uses: 7, orders: 7 });
}, 30_000);

it('and each company as often as a company may', async () => {
  const id = await aCode('THREE', { maxUsesPerCompany: 3 });
  tokens = await crowd('THREE');
  const answers = await placeAll('THREE');
  expect(outcomes(answers)).toEqual({ '201 placed': 6, '409 trade_code.used_up_by_company': buyers - 6 });
  expect(await books(id)).toMatchObject({ uses: 6, own: 3, orders: 6 });
}, 30_000);

it('what is cancelled while others order is used again, and never more than it may', async () => {
  const id = await aCode('FIVE', { maxUses: 5 });
  tokens = await crowd('FIVE');
  const first = tokens;
  tokens = first.slice(0, 10);
  const placed = (await placeAll('FIVE')).flatMap(({ status, body }) => (status === 201 ? (body.data?.id ?? []) : []));
  expect(placed).toHaveLength(5);
  tokens = first.slice(10);
  const cancel = (order: string) =>
    api.call(shop, shop.staffToken, 'POST', `/backoffice/orders/${order}/cancel`, { reason: 'no' });
  const [answers] = await Promise.all([placeAll('FIVE'), Promise.all(placed.slice(0, 3).map(cancel))]);
  const again = answers.filter(({ status }) => status === 201).length;
  expect(again).toBeLessThanOrEqual(3);
  expect(await books(id)).toMatchObject({ uses: 2 + again });
}, 30_000);

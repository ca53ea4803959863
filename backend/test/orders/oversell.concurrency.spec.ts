import { newId } from '../../src/shared/ids.js';
import type { Answer } from '../support/api.js';
import { Api } from '../support/api.js';
import { aToken, asOwner, aShop, type Shop } from '../support/shop.js';
import { stockOf } from './shopping.js';

const buyers = 200;
const units = 100;

let api: Api;
let shop: Shop;
let tokens: string[];
beforeAll(async () => {
  api = await Api.start();
  shop = await aShop();
  tokens = await crowd(shop);
}, 60_000);
afterAll(() => api.stop());

it('two hundred buyers at once buy the last hundred units, and not one more', async () => {
  const answers = await Promise.all(tokens.map(placeOne));
  const placed = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status !== 201);

  expect(new Set(refused.map(({ status, body }) => `${status} ${body.error?.code}`))).toEqual(
    new Set(['422 stock.insufficient']),
  );
  expect([placed.length, refused.length]).toEqual([units, buyers - units]);
  for (const { body } of refused) {
    expect(body.error?.details).toMatchObject({
      lines: [{ sku: 'CEM-50', requested: '1', available: '0', unit: 'bag' }],
    });
  }
  const numbers = placed.map(({ body }) => (body.data as { number: string }).number);
  expect(new Set(numbers).size).toBe(units);

  expect(await stockOf(shop, shop.cementId)).toEqual({ onHand: String(units), reserved: String(units) });
  const [books] = await asOwner(async (owner) => {
    const { rows } = await owner.query<Record<string, number>>(
      `select (select count(*)::int from orders.order where tenant_id = $1) as orders,
              (select sum(l.base_quantity - l.shipped)::int from orders.order_line l where l.tenant_id = $1) as open,
              (select sum(open_quantity)::int from catalog.reservation where tenant_id = $1) as held,
              (select count(*)::int from orders.cart_line where tenant_id = $1) as waiting`,
      [shop.tenantId],
    );
    return rows;
  });
  expect(books).toEqual({ orders: units, open: units, held: units, waiting: buyers - units });
}, 30_000);

it('and what is called off goes back to the shelf, once', async () => {
  const { body } = await api.call<{ id: string }[]>(shop, shop.staffToken, 'GET', '/backoffice/orders?pageSize=50');
  const ids = (body.data ?? []).map(({ id }) => id);
  const call = (id: string) => api.call(shop, shop.staffToken, 'POST', `/backoffice/orders/${id}/cancel`, {});
  const answers = await Promise.all([...ids, ...ids].map(call));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
  for (const { body } of answers.filter(({ status }) => status !== 200)) {
    expect(['order.stale', 'order.transition_not_allowed']).toContain(body.error?.code);
  }
  expect(await stockOf(shop, shop.cementId)).toEqual({ onHand: '100', reserved: '50' });
}, 30_000);

const placeOne = (token: string): Promise<Answer<unknown>> =>
  api.call(
    shop,
    token,
    'POST',
    '/orders',
    { cartVersion: 1, payment: { method: 'bank_transfer' } },
    {
      'idempotency-key': newId(),
    },
  );

/** Buyers with one bag of cement in their carts each; one branch holds a hundred, the other nothing. */
const crowd = (of: Shop): Promise<string[]> =>
  asOwner(async (owner) => {
    await owner.query(
      `update catalog.stock_level set safety = 0, on_hand = case when branch_id = $2 then $3::int else 0 end
       where product_id = $1`,
      [of.cementId, of.branches.austin, units],
    );
    const ids = Array.from({ length: buyers }, newId);
    await owner.query(
      `insert into identity.member (tenant_id, id, kind, company_id, name, email)
       select $1, id, 'buyer', $2, 'Buyer ' || n, 'buyer' || n || '@crowd.example'
       from unnest($3::uuid[]) with ordinality as member (id, n)`,
      [of.tenantId, of.companyId, ids],
    );
    await owner.query(
      `with cart as (
         insert into orders.cart (tenant_id, id, buyer_id, company_id, version)
         select $1, uuidv7(), id, $2, 1 from unnest($3::uuid[]) as member (id) returning id)
       insert into orders.cart_line (tenant_id, id, cart_id, position, product_id, unit, quantity, seen_price)
       select $1, uuidv7(), id, 0, $4, 'bag', 1, 39.9 from cart`,
      [of.tenantId, of.companyId, ids, of.cementId],
    );
    return ids.map((sub) => aToken({ tenantId: of.tenantId, sub, kind: 'buyer', companyId: of.companyId }));
  });

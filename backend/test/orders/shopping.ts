import { jest } from '@jest/globals';
import pg from 'pg';
import type { CartView } from '../../src/orders/http/cart.dto.js';
import type { OrderView } from '../../src/orders/http/order-view.dto.js';
import { newId } from '../../src/shared/ids.js';
import type { Permission } from '../../src/shared/permissions.js';
import type { Answer, Api } from '../support/api.js';
import { aToken, asOwner, insertRows, type Shop } from '../support/shop.js';

/** What the buyer and the staff of one shop do, as clients do it. */
export class Shopping {
  constructor(
    readonly api: Api,
    readonly shop: Shop,
  ) {}

  buyer<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.api.call<T>(this.shop, this.shop.token, method, path, body, headers);
  }

  staff<T = OrderView>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>> {
    return this.api.call<T>(this.shop, this.shop.staffToken, method, `/backoffice${path}`, body, headers);
  }

  cart(): Promise<Answer<CartView>> {
    return this.buyer<CartView>('GET', '/cart');
  }

  add(line: object): Promise<Answer<CartView>> {
    return this.buyer<CartView>('POST', '/cart/lines', line);
  }

  addCement(quantity: string): Promise<Answer<CartView>> {
    return this.add({ productId: this.shop.cementId, quantity });
  }

  /** Places the cart as it is now. */
  async place(request: object = {}, key: string = newId()): Promise<Answer<OrderView>> {
    const cartVersion = (await this.cart()).body.data?.version;
    const body = { cartVersion, payment: { method: 'bank_transfer' }, ...request };
    return this.buyer<OrderView>('POST', '/orders', body, { 'idempotency-key': key });
  }

  /** An order of some cement and sand, as placed. */
  async placed(request: object = {}): Promise<OrderView> {
    await this.addCement('10');
    await this.add({ sku: 'SND-01', quantity: '2.5' });
    const { body } = await this.place(request);
    if (!body.data) throw new Error(`not placed: ${JSON.stringify(body.error)}`);
    return body.data;
  }

  pay(id: string, amount: string, key: string = newId()): Promise<Answer<OrderView>> {
    return this.staff('POST', `/orders/${id}/payments`, { amount, reference: 'wire 7' }, { 'idempotency-key': key });
  }
}

/** A buyer with these permissions, or of another company. */
export const aBuyerToken = (shop: Shop, more: { companyId?: string; permissions?: Permission[] }): string =>
  aToken({ tenantId: shop.tenantId, sub: shop.buyerId, kind: 'buyer', companyId: shop.companyId, ...more });

/** A real buyer of the shop's other company, who may do everything a buyer may. */
export async function aStranger(shop: Shop): Promise<string> {
  const id = newId();
  await asOwner((owner) =>
    insertRows(owner, shop.tenantId, 'identity.member', [
      { id, kind: 'buyer', company_id: shop.otherCompanyId, name: 'Stranger', email: `${id}@example.test` },
    ]),
  );
  return aToken({ tenantId: shop.tenantId, sub: id, kind: 'buyer', companyId: shop.otherCompanyId });
}

/** Moves the company's own price of cement. */
export const repriceCement = (shop: Shop, price: string): Promise<unknown> =>
  asOwner((owner) =>
    owner.query('update pricing.price_entry set unit_price = $1 where table_id = $2 and product_id = $3', [
      price,
      shop.tables.company,
      shop.cementId,
    ]),
  );

/** What a branch holds of a product, as the database has it. */
export const stockOf = async (shop: Shop, productId: string): Promise<{ onHand: string; reserved: string }> =>
  asOwner(async (owner) => {
    const { rows } = await owner.query<{ onHand: string; reserved: string }>(
      `select trim_scale(sum(on_hand))::text as "onHand", trim_scale(sum(reserved))::text as reserved
       from catalog.stock_level where tenant_id = $1 and product_id = $2`,
      [shop.tenantId, productId],
    );
    return rows[0] ?? { onHand: '0', reserved: '0' };
  });

export const code = ({ status, body }: Answer<unknown>): [number, string | undefined] => [status, body.error?.code];

/** So many more products, each with a national price and a hundred of it in Austin. */
export const fillCatalog = (into: Shop, count: number): Promise<string[]> =>
  asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into catalog.product (tenant_id, id, sku, slug, name, category_id, base_unit, units)
       select $1, uuidv7(), 'P-' || n, 'p-' || n, 'Part ' || n, $2, 'each',
              '[{"code":"each","name":"each","factor":"1","step":"1","minimum":"1"}]'
       from generate_series(1, $3::int) n returning id`,
      [into.tenantId, into.categoryId, count],
    );
    const ids = rows.map(({ id }) => id);
    await owner.query(
      `insert into pricing.price_entry (tenant_id, table_id, product_id, unit, min_quantity, unit_price, live_from, revision_id)
       select $1, $2, id, 'each', 1, 1, '2026-01-01', uuidv7() from unnest($3::uuid[]) id`,
      [into.tenantId, into.tables.national, ids],
    );
    await owner.query(
      `insert into catalog.stock_level (tenant_id, product_id, branch_id, on_hand)
       select $1, id, $2, 100 from unnest($3::uuid[]) id`,
      [into.tenantId, into.branches.austin, ids],
    );
    return ids;
  });

/** How many statements the application sends meanwhile; naming the tenant of a connection is none. */
export async function statementsSent(work: () => Promise<unknown>): Promise<number> {
  const queries = jest.spyOn(pg.Client.prototype, 'query');
  await work();
  const calls = queries.mock.calls as unknown as [{ name?: string } | string][];
  queries.mockRestore();
  return calls.filter(([query]) => typeof query === 'string' || query.name !== 'bind').length;
}

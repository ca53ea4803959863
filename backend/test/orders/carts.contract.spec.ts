import type { Carts } from '../../src/orders/application/ports.js';
import { PostgresCarts } from '../../src/orders/infrastructure/postgres-carts.js';
import { newId } from '../../src/shared/ids.js';
import { Database } from '../../src/shared/infrastructure/database.js';
import { InMemoryCarts } from '../fakes/in-memory-carts.js';
import { asTenant, aShop, type Shop } from '../support/shop.js';
import { aGoods, known, must, price, qty } from './builders.js';

const [cement, sand] = [newId(), newId()];
const goods = known(
  aGoods({ productId: cement }),
  aGoods({ productId: sand, unit: { code: 'm3', step: '0.001', minimum: '0.001' } }),
);

function contract(carts: () => Carts, inContext: <T>(work: () => Promise<T>) => Promise<T> = (work) => work()) {
  const open = (buyerId: string = newId(), companyId: string = newId()) => carts().openCartOf(buyerId, companyId);

  it('opens an empty cart for whoever has none', () =>
    inContext(async () => {
      expect(await open()).toMatchObject({ lines: [], version: 0, jobSiteId: null, tradeCode: null });
    }));

  it('gives back what was kept, in order, to that buyer at that company only', () =>
    inContext(async () => {
      const empty = (await open()).under({ jobSiteId: newId(), tradeCode: 'T' });
      const one = must(empty.add({ productId: sand, quantity: qty('0.125'), note: 'dry' }, goods));
      const two = must(one.add({ productId: cement, quantity: qty('3') }, goods));
      const kept = must(await carts().save(two.seeing(new Map([[two.lines[1]!.id, price('39.9001')]]), 'new')));
      expect(kept.version).toBe(1);

      const again = await open(empty.buyerId, empty.companyId);
      expect(again).toMatchObject({ id: two.id, version: 1, jobSiteId: empty.jobSiteId, tradeCode: 'T' });
      expect(again.lines).toEqual(kept.lines);
      expect((await open(empty.buyerId)).lines).toEqual([]);
      expect((await open(newId(), empty.companyId)).lines).toEqual([]);
    }));

  it('keeps changes, removals and additions of a later save, new lines last', () =>
    inContext(async () => {
      const first = must((await open()).add({ productId: cement, quantity: qty('1') }, goods));
      const second = must(first.add({ productId: sand, quantity: qty('1') }, goods));
      const kept = must(await carts().save(second));
      const fewer = must(kept.removeLine(kept.lines[0]!.id));
      const more = must(fewer.add({ productId: cement, unit: 'pallet', quantity: qty('2') }, goods));
      const changed = must(more.changeLine(more.lines[0]!.id, { quantity: qty('0.5'), note: 'n' }, goods));
      must(await carts().save(changed));
      expect((await open(kept.buyerId, kept.companyId)).lines).toEqual(changed.lines);
    }));

  it('forgets the lines of an emptied cart', () =>
    inContext(async () => {
      const kept = must(await carts().save(must((await open()).add({ productId: cement, quantity: qty('1') }, goods))));
      must(await carts().save(kept.emptied()));
      expect(await open(kept.buyerId, kept.companyId)).toMatchObject({ lines: [], version: 2 });
    }));

  it('refuses a cart that was read before the last save, and says which version is kept', () =>
    inContext(async () => {
      const kept = must(await carts().save(must((await open()).add({ productId: cement, quantity: qty('1') }, goods))));
      must(await carts().save(kept.emptied()));
      expect(await carts().save(kept.emptied())).toEqual({ ok: false, error: { code: 'cart.stale', version: 2 } });
    }));

  it('lets one of two first saves win', () =>
    inContext(async () => {
      const [mine, yours] = [
        await open('00000000-0000-7000-8000-000000000001', cement),
        await open('00000000-0000-7000-8000-000000000001', cement),
      ];
      must(await carts().save(must(mine.add({ productId: cement, quantity: qty('1') }, goods))));
      const second = await carts().save(must(yours.add({ productId: sand, quantity: qty('1') }, goods)));
      expect(second).toMatchObject({ ok: false, error: { code: 'cart.stale', version: 1 } });
      expect((await open(mine.buyerId, cement)).lines).toHaveLength(1);
    }));
}

describe('Carts in memory', () => {
  const carts = new InMemoryCarts();
  contract(() => carts);
});

describe('Carts in PostgreSQL', () => {
  const database = new Database();
  const carts = new PostgresCarts(database);
  let shop: Shop;
  beforeAll(async () => {
    shop = await aShop();
  });
  afterAll(() => database.onModuleDestroy());

  contract(
    () => carts,
    (work) => asTenant(shop, work),
  );

  it("hides a buyer's cart from another tenant", async () => {
    const kept = await asTenant(shop, async () => {
      const cart = await carts.openCartOf(newId(), newId());
      return must(await carts.save(must(cart.add({ productId: cement, quantity: qty('1') }, goods))));
    });
    const stranger = await aShop();
    const seen = await asTenant(stranger, () => carts.openCartOf(kept.buyerId, kept.companyId));
    expect(seen).toMatchObject({ lines: [], version: 0 });
  });
});

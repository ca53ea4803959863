import type { Orders } from '../../src/orders/application/ports.js';
import type { Act, Order } from '../../src/orders/domain/order.js';
import { PostgresOrders } from '../../src/orders/infrastructure/postgres-orders.js';
import { FrozenTraces } from '../../src/orders/infrastructure/reads/frozen-traces.js';
import { OrderRows } from '../../src/orders/infrastructure/reads/order-rows.js';
import { newId } from '../../src/shared/ids.js';
import { Database } from '../../src/shared/infrastructure/database.js';
import { Money } from '../../src/shared/money.js';
import { InMemoryOrders } from '../fakes/in-memory-orders.js';
import { asTenant, aShop, type Shop } from '../support/shop.js';
import { anAct, anOrder, must, price, qty } from './builders.js';

const usd = (text: string) => Money.stored(text, 'USD');
const staff: Act = anAct({ actor: { id: newId(), name: 'Sam', kind: 'staff' }, note: 'why not' });
const austin = { id: newId(), code: 'AUS', name: 'Austin' };
const dallas = { id: newId(), code: 'DAL', name: 'Dallas' };

/** Ids as the database wants them, and something in every field. */
const aFullOrder = (number: string): Order =>
  anOrder(
    {
      number,
      salesRepId: newId(),
      jobSiteId: newId(),
      poNumber: 'PO-7',
      requestedDate: '2026-12-01',
      tradeCode: 'T',
      note: 'ring twice',
      payment: { method: 'credit', terms: 'net30', reference: null, dueAt: new Date('2026-12-20T15:00:00Z') },
    },
    [
      { branch: austin, unitPrice: price('0.0333'), factor: qty('2.323'), quantity: qty('2.5'), note: 'n' },
      { branch: dallas, listPrice: null, badge: null, derived: true },
    ],
    staff,
  );

function contract(orders: () => Orders, inContext: <T>(work: () => Promise<T>) => Promise<T> = (work) => work()) {
  const added = async (): Promise<Order> => {
    const order = aFullOrder(await orders().nextNumber());
    await orders().add(order, [{ winner: 1 }, { winner: 2 }]);
    return order;
  };
  const found = async (order: Order): Promise<Order> => {
    const again = await orders().find(order.state.id, order.state.company.id);
    if (!again) throw new Error('lost');
    return again;
  };

  it('numbers orders one after the other', () =>
    inContext(async () => {
      const numbers = await Promise.all(Array.from({ length: 5 }, () => orders().nextNumber()));
      expect(new Set(numbers).size).toBe(5);
      expect(numbers[0]).toMatch(/^SO-\d{4,}$/);
    }));

  it('gives back what was added, to its company or to whoever asks for any', () =>
    inContext(async () => {
      const order = await added();
      expect((await found(order)).state).toEqual(order.state);
      expect((await orders().find(order.state.id, null))?.state.id).toBe(order.state.id);
      expect(await orders().find(order.state.id, newId())).toBeNull();
      expect(await orders().find(newId(), null)).toBeNull();
    }));

  it('keeps every step, with its shipments and payments', () =>
    inContext(async () => {
      const order = await added();
      const confirmed = must(await orders().save(must((await found(order)).confirm(staff))));
      expect(confirmed.state.version).toBe(2);
      const shipped = must((await found(order)).ship({ lines: [{ lineNo: 1, quantity: qty('0.5') }] }, staff)).order;
      must(await orders().save(shipped));
      const rest = must((await found(order)).ship({}, staff)).order;
      must(await orders().save(rest));
      must(await orders().save(must((await found(order)).deliver(undefined, staff))));
      const paid = must((await found(order)).recordPayment({ amount: usd('100'), reference: 'w' }, staff));
      must(await orders().save(paid));

      const last = await found(order);
      expect(last.state).toEqual(paid.kept().state);
      expect(last.state).toMatchObject({ version: 6, status: 'completed', fulfilmentStatus: 'delivered' });
      expect(last.state.shipments).toHaveLength(3);
    }));

  it('refuses an order that was read before the last save, and keeps nothing of it', () =>
    inContext(async () => {
      const order = await added();
      const [mine, yours] = [await found(order), await found(order)];
      must(await orders().save(must(mine.confirm(staff))));
      expect(await orders().save(must(yours.reject(staff)))).toEqual({
        ok: false,
        error: { code: 'order.stale', version: 2 },
      });
      expect((await found(order)).state.status).toBe('confirmed');
    }));
}

describe('Orders in memory', () => {
  const orders = new InMemoryOrders();
  contract(() => orders);
});

describe('Orders in PostgreSQL', () => {
  const database = new Database();
  const rows = new OrderRows(database);
  const orders = new PostgresOrders(database, rows);
  let shop: Shop;
  beforeAll(async () => {
    shop = await aShop();
  });
  afterAll(() => database.onModuleDestroy());

  contract(
    () => orders,
    (work) => asTenant(shop, work),
  );

  it('keeps history in order, and traces by line', () =>
    asTenant(shop, async () => {
      const order = aFullOrder(await orders.nextNumber());
      await orders.add(order, [{ winner: 1 }, { winner: 2 }]);
      must(
        await orders.save(must(must((await orders.find(order.state.id, null))!.confirm(staff)).ship({}, staff)).order),
      );
      const { history } = (await rows.find(order.state.id, null))!;
      expect(history).toMatchObject([
        { event: 'placed', note: 'why not', actor: staff.actor },
        { event: 'confirmed' },
        { event: 'shipped', facts: { shipment: 1 } },
        { event: 'shipped', facts: { shipment: 2 } },
      ]);
      expect(await new FrozenTraces(database).of(order.state.id, 2)).toMatchObject({ trace: { winner: 2 } });
    }));

  it('hides orders from another tenant', async () => {
    const order = aFullOrder('SO-1');
    await asTenant(shop, () => orders.add(order, []));
    const stranger = await aShop();
    expect(await asTenant(stranger, () => orders.find(order.state.id, null))).toBeNull();
  });
});

import { FixedOffers } from '../../../test/fakes/fixed-offers.js';
import { InMemoryCarts } from '../../../test/fakes/in-memory-carts.js';
import { InMemoryOrders } from '../../../test/fakes/in-memory-orders.js';
import { InMemoryStock } from '../../../test/fakes/in-memory-stock.js';
import { InMemoryTradeCodes } from '../../../test/fakes/in-memory-trade-codes.js';
import { ImmediateUnitOfWork, InMemoryIdempotency, KeptOutbox, StoppedClock } from '../../../test/fakes/kernel.js';
import { aBuyer, aGoods, anAct, must, qty } from '../../../test/orders/builders.js';
import type { Actor } from '../../shared/actor.js';
import { permissionsOf } from '../../shared/permissions.js';
import { OfflinePaymentMethods } from '../infrastructure/offline-payment-methods.js';
import { AddToCart } from './add-to-cart.js';
import { CartEditing } from './cart-editing.js';
import { ConfirmOrder } from './confirm-order.js';
import { DeliverOrder } from './deliver-order.js';
import { EndOrder } from './end-order.js';
import { OrderChanges } from './order-changes.js';
import { type OrderRequest, PlaceOrder } from './place-order.js';
import { RecordPayment } from './record-payment.js';
import { ShipOrder } from './ship-order.js';
import { Turnstile } from './turnstile.js';

const buyer = aBuyer();
const staff: Actor = { ...anAct().actor, companyId: null, permissions: new Set(permissionsOf('staff')) };

function setUp() {
  const offers = new FixedOffers(aGoods({ productId: 'cement' }));
  offers.priceOf.set('cement', '40');
  const [carts, orders, stock, outbox, clock] = [
    new InMemoryCarts(),
    new InMemoryOrders(),
    new InMemoryStock(),
    new KeptOutbox(),
    new StoppedClock(),
  ];
  const tradeCodes = new InMemoryTradeCodes();
  stock.available.set('cement', qty('100'));
  const editing = new CartEditing(carts, offers, clock);
  const idempotency = new InMemoryIdempotency();
  const changes = new OrderChanges(new ImmediateUnitOfWork(), orders, outbox, clock);
  const placing = new PlaceOrder(
    new Turnstile(),
    idempotency,
    carts,
    editing,
    offers,
    stock,
    tradeCodes,
    orders,
    new OfflinePaymentMethods(),
    outbox,
    clock,
  );
  const place = (request: Partial<OrderRequest> = {}, key = 'key') =>
    placing.execute(buyer, key, { cartVersion: 1, payment: { method: 'bank_transfer' }, ...request }, (id) =>
      Promise.resolve({ id }),
    );
  const fill = (quantity = '10') => new AddToCart(editing, offers).execute(buyer, { productId: 'cement', quantity });
  const ending = new EndOrder(changes, stock, tradeCodes, clock);
  return { offers, carts, orders, stock, tradeCodes, outbox, changes, ending, idempotency, place, fill };
}

describe('placing an order', () => {
  it('freezes it, reserves its goods, empties the cart and says so', async () => {
    const { place, fill, orders, stock, carts, outbox } = setUp();
    await fill();
    const { id } = must(await place());
    const order = await orders.find(id, 'company');
    expect(order?.state).toMatchObject({
      status: 'placed',
      number: 'SO-1001',
      buyer: { email: 'buyer@aurora.example' },
    });
    expect(order?.state.total.toString()).toBe('400.00');
    expect(orders.traces.get(id)).toEqual([{ winner: '40' }]);
    expect(String(stock.available.get('cement'))).toBe('90');
    expect((await carts.openCartOf('buyer', 'company')).lines).toEqual([]);
    expect(outbox.events).toMatchObject([
      { type: 'orders.order_placed', payload: { orderId: id, companyId: 'company' } },
    ]);
  });

  it('answers a repeated request as it did first, though the cart is empty by then', async () => {
    const { place, fill } = setUp();
    await fill();
    const first = await place();
    expect(await place()).toEqual(first);
    expect(await place({ poNumber: 'x' })).toMatchObject({ error: { code: 'idempotency.key_reused' } });
    expect(await place({}, 'another')).toMatchObject({ error: { code: 'cart.stale', version: 2 } });
  });

  it('wants to know what the buyer saw', async () => {
    const { place, fill, offers } = setUp();
    await fill();
    expect(await place({ cartVersion: 7 })).toMatchObject({ error: { code: 'cart.stale', version: 1 } });
    offers.priceOf.set('cement', '41');
    expect(await place()).toMatchObject({ error: { code: 'order.price_changed' } });
  });

  it('takes a trade code that holds, and names none that does not any more', async () => {
    const { place, fill, offers, orders } = setUp();
    await fill();
    expect(await place({ tradeCode: 'X' })).toMatchObject({ error: { code: 'trade_code.not_valid' } });
    offers.tradeCodes.add('X');
    const { id } = must(await place({ tradeCode: 'X' }, 'k2'));
    expect((await orders.find(id, 'company'))?.state.tradeCode).toBe('X');
  });

  it('refuses what is short, and payment that is not to be had', async () => {
    const { place, fill, offers } = setUp();
    await fill('101');
    expect(await place({ payment: { method: 'card' } })).toMatchObject({
      error: { code: 'payment.method_unavailable', available: ['credit', 'bank_transfer'] },
    });
    expect(await place()).toMatchObject({
      error: { code: 'stock.insufficient', lines: [{ requested: '101', available: '100' }] },
    });
    offers.customerNow = { ...offers.customerNow!, paymentTerms: 'prepaid' };
    expect(await place({ payment: { method: 'credit' } }, 'k2')).toMatchObject({
      error: { code: expect.stringMatching(/method_unavailable|stale/) },
    });
  });
});

describe('working an order', () => {
  const placed = async () => {
    const world = setUp();
    await world.fill();
    return { ...world, ...must(await world.place()) };
  };

  it('goes on step by step and announces each', async () => {
    const { id, changes, stock, outbox, idempotency } = await placed();
    must(await new ConfirmOrder(changes).execute(staff, { id }));
    const ship = new ShipOrder(changes, stock);
    must(await ship.execute(staff, { id, lines: [{ lineNo: 1, quantity: '4' }] }));
    must(await ship.execute(staff, { id }));
    must(await new DeliverOrder(changes).execute(staff, { id }));
    const payment = { id, amount: '400.00' };
    const done = must(
      await new RecordPayment(changes, idempotency).execute(staff, 'p1', payment, () => Promise.resolve({ done: 1 })),
    );
    expect(done).toEqual({ done: 1 });
    expect(stock.open.get(id)?.map(({ quantity }) => String(quantity))).toEqual(['0']);
    expect(outbox.events.map(({ type }) => type.replace('orders.order_', ''))).toEqual([
      'placed',
      'confirmed',
      'shipped',
      'shipped',
      'delivered',
      'delivered',
      'payment_recorded',
      'completed',
    ]);
  });

  it.each(['reject', 'cancel'] as const)('gives its goods back on %s', async (how) => {
    const { id, ending, stock } = await placed();
    must(await ending.execute(staff, how, { id, note: 'no' }));
    expect(String(stock.available.get('cement'))).toBe('100');
  });

  it('refuses a version that is gone, and orders of other companies', async () => {
    const { id, ending } = await placed();
    expect(await ending.execute(staff, 'cancel', { id, version: 4 })).toMatchObject({
      error: { code: 'order.stale', version: 1 },
    });
    expect(await ending.execute(aBuyer({ companyId: 'other' }), 'cancel', { id })).toMatchObject({
      error: { code: 'order.not_found' },
    });
  });

  it('ships nothing that no branch holds for it', async () => {
    const { id, changes, stock } = await placed();
    must(await new ConfirmOrder(changes).execute(staff, { id }));
    stock.open.delete(id);
    expect(await new ShipOrder(changes, stock).execute(staff, { id })).toMatchObject({
      error: { code: 'stock.not_reserved', lineNo: 1 },
    });
  });
});

describe('a trade code that may be used once', () => {
  it('is used by an order it makes cheaper, and free again when that ends', async () => {
    const { offers, place, fill, tradeCodes, ending } = setUp();
    offers.tradeCodes.add('SPRING');
    offers.codeDiscount = '10.00';
    await fill();
    const { id } = must(await place({ tradeCode: 'SPRING' }));
    expect([...tradeCodes.uses]).toEqual([[id, '10.00']]);

    await fill();
    expect(await place({ cartVersion: 3, tradeCode: 'SPRING' }, 'second')).toMatchObject({
      error: { code: 'trade_code.used_up', limit: 1 },
    });
    must(await ending.execute(staff, 'cancel', { id }));
    expect(tradeCodes.uses.size).toBe(0);
  });

  it('is not used up where it takes nothing off', async () => {
    const { offers, place, fill, tradeCodes } = setUp();
    offers.tradeCodes.add('SPRING');
    await fill();
    must(await place({ tradeCode: 'SPRING' }));
    expect(tradeCodes.uses.size).toBe(0);
  });
});

describe('the turnstile', () => {
  it('lets four in at a time, and the next when one leaves, even in anger', async () => {
    const turnstile = new Turnstile();
    let inside = 0;
    let most = 0;
    const visit = (n: number) =>
      turnstile.pass(async () => {
        most = Math.max(most, (inside += 1));
        await new Promise(setImmediate);
        inside -= 1;
        if (n % 2) throw new Error('odd');
        return n;
      });
    const visits = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => visit(n)));
    expect([most, visits.filter(({ status }) => status === 'fulfilled').length]).toEqual([4, 10]);
  });
});

import { anOrder, anAct, must, qty } from '../../../test/orders/builders.js';
import { Money } from '../../shared/money.js';
import { Order } from './order.js';
import {
  allowedSteps,
  fulfilmentMoves,
  fulfilmentStatuses,
  orderMoves,
  orderStatuses,
  type OrderStep,
  orderSteps,
  paymentMoves,
  paymentStatuses,
  refusalOfStep,
  type Standing,
} from './order-states.js';

const usd = (text: string) => Money.stored(text, 'USD');

describe('the three machines', () => {
  it('allow these moves and no others', () => {
    expect(orderMoves).toEqual({
      pending_approval: ['placed', 'rejected', 'cancelled'],
      placed: ['confirmed', 'rejected', 'cancelled'],
      confirmed: ['completed', 'cancelled'],
      completed: [],
      rejected: [],
      cancelled: [],
    });
    expect(paymentMoves).toEqual({
      unpaid: ['authorized', 'partially_paid', 'paid'],
      authorized: ['partially_paid', 'paid'],
      partially_paid: ['partially_paid', 'paid', 'partially_refunded', 'refunded'],
      paid: ['partially_refunded', 'refunded'],
      partially_refunded: ['partially_refunded', 'refunded'],
      refunded: [],
    });
    expect(fulfilmentMoves).toEqual({
      unfulfilled: ['partially_shipped', 'shipped'],
      partially_shipped: ['partially_shipped', 'shipped', 'partially_delivered'],
      shipped: ['partially_delivered', 'delivered'],
      partially_delivered: ['partially_delivered', 'delivered'],
      delivered: [],
    });
  });
});

/** What staff may do in every combination of the three machines, in words. */
const mayStaff: Record<OrderStep, (standing: Standing) => boolean> = {
  confirm: ({ status }) => status === 'placed',
  reject: ({ status }) => status === 'placed' || status === 'pending_approval',
  cancel: ({ status, fulfilmentStatus }) =>
    status === 'placed' ||
    status === 'pending_approval' ||
    (status === 'confirmed' && fulfilmentStatus === 'unfulfilled'),
  ship: ({ status, hasOpenGoods }) => status === 'confirmed' && hasOpenGoods,
  deliver: ({ status, hasGoodsUnderway }) => status === 'confirmed' && hasGoodsUnderway,
  record_payment: ({ status, paymentStatus }) =>
    (status === 'placed' || status === 'confirmed') &&
    ['unpaid', 'authorized', 'partially_paid'].includes(paymentStatus),
};

const everyStanding: Standing[] = orderStatuses.flatMap((status) =>
  paymentStatuses.flatMap((paymentStatus) =>
    fulfilmentStatuses.flatMap((fulfilmentStatus) =>
      [true, false].flatMap((hasOpenGoods) =>
        [true, false].map((hasGoodsUnderway) => ({
          status,
          paymentStatus,
          fulfilmentStatus,
          hasOpenGoods,
          hasGoodsUnderway,
        })),
      ),
    ),
  ),
);

describe('every step from every standing', () => {
  it.each(orderSteps)('%s by staff', (step) => {
    for (const standing of everyStanding) {
      const refusal = refusalOfStep(step, standing, 'staff');
      expect([standing, refusal === null]).toEqual([standing, mayStaff[step](standing)]);
      if (refusal) expect(refusal).toMatchObject({ code: 'order.transition_not_allowed', to: expect.any(String) });
    }
  });

  it('by buyers: only cancelling, and only until it is confirmed', () => {
    for (const standing of everyStanding) {
      const expected = standing.status === 'placed' || standing.status === 'pending_approval' ? ['cancel'] : [];
      expect([standing, allowedSteps(standing, 'buyer')]).toEqual([standing, expected]);
    }
  });

  it('says from where to where it was not allowed', () => {
    const standing = must(anOrder().confirm(anAct())).standing;
    expect(refusalOfStep('confirm', standing, 'staff')).toMatchObject({ from: 'confirmed', to: 'confirmed' });
    const sent = { ...standing, fulfilmentStatus: 'partially_shipped' } as const;
    expect(refusalOfStep('cancel', sent, 'staff')).toMatchObject({ from: 'partially_shipped', to: 'cancelled' });
  });
});

describe('an order', () => {
  const confirmed = must(anOrder().confirm(anAct()));
  const shipped = must(confirmed.ship({}, anAct())).order;

  it('begins placed, unpaid and unfulfilled, with that in its history', () => {
    expect(anOrder().state).toMatchObject({
      status: 'placed',
      paymentStatus: 'unpaid',
      fulfilmentStatus: 'unfulfilled',
    });
    expect(anOrder().news).toMatchObject([{ event: 'placed', actor: { name: 'Sam' } }]);
  });

  it('that costs nothing is paid', () => {
    expect(anOrder({ total: usd('0') }).state.paymentStatus).toBe('paid');
  });

  it('remembers who did what, when and why', () => {
    const act = anAct({ note: 'call first' });
    expect(must(anOrder().reject(act)).news.at(-1)).toMatchObject({
      event: 'rejected',
      note: 'call first',
      at: act.at,
    });
  });

  it('sends one shipment per branch, everything that is open', () => {
    expect(shipped.state.shipments.map(({ branchName, lines }) => [branchName, lines.length])).toEqual([
      ['Austin', 1],
      ['Dallas', 1],
    ]);
    expect(shipped.state.fulfilmentStatus).toBe('shipped');
    expect(shipped.news.map(({ event }) => event)).toEqual(['placed', 'confirmed', 'shipped', 'shipped']);
    expect(shipped.news.map(({ facts }) => (facts as { isLast?: boolean } | null)?.isLast)).toEqual([
      undefined,
      undefined,
      false,
      true,
    ]);
  });

  it('goes out in parts, and arrives in parts', () => {
    const some = must(confirmed.ship({ lines: [{ lineNo: 1, quantity: qty('4') }] }, anAct()));
    expect(some.order.state).toMatchObject({
      fulfilmentStatus: 'partially_shipped',
      lines: [{ shipped: qty('4') }, {}],
    });
    const there = must(some.order.deliver(some.order.state.shipments[0]!.id, anAct()));
    expect(there.state.fulfilmentStatus).toBe('partially_delivered');
    const rest = must(there.ship({}, anAct())).order;
    expect(rest.state.shipments).toHaveLength(3);
    expect(must(rest.deliver(undefined, anAct())).state.fulfilmentStatus).toBe('delivered');
  });

  it.each([
    [
      'more than is open',
      { lines: [{ lineNo: 1, quantity: qty('10.001') }] },
      { code: 'shipment.exceeds_open', open: '10' },
    ],
    ['a line it does not have', { lines: [{ lineNo: 9, quantity: qty('1') }] }, { code: 'shipment.line_not_found' }],
    [
      'a line of another branch',
      { branchId: 'austin', lines: [{ lineNo: 2, quantity: qty('1') }] },
      { code: 'shipment.other_branch', branchId: 'dallas' },
    ],
    ['from a branch that holds nothing', { branchId: 'nowhere' }, { code: 'shipment.empty' }],
  ])('refuses to ship %s', (_, request, error) => {
    expect(confirmed.ship(request, anAct())).toMatchObject({ ok: false, error });
  });

  it('lets what is backordered wait, unless a branch is named that has it', () => {
    const waiting = must(anOrder({}, [{ branch: null, expectedDate: '2026-12-01' }, {}]).confirm(anAct()));
    const named = { lines: [{ lineNo: 1, quantity: qty('1') }] };
    const dallas = { id: 'dallas', code: 'DAL', name: 'Dallas' };
    expect(waiting.ship(named, anAct())).toMatchObject({
      error: { code: 'shipment.awaits_stock', expectedDate: '2026-12-01' },
    });
    expect(must(waiting.ship({}, anAct())).order.state.fulfilmentStatus).toBe('partially_shipped');
    expect(
      must(waiting.ship({ ...named, branchId: dallas.id, from: dallas }, anAct())).order.state.lines[0],
    ).toMatchObject({
      branch: { id: 'dallas' },
    });
  });

  it('loses no base unit to rounding, however it is shipped', () => {
    const boxes = must(anOrder({}, [{ factor: qty('2.323'), quantity: qty('2.5') }]).confirm(anAct()));
    const first = must(boxes.ship({ lines: [{ lineNo: 1, quantity: qty('0.5') }] }, anAct()));
    const second = must(first.order.ship({ lines: [{ lineNo: 1, quantity: qty('0.5') }] }, anAct()));
    const third = must(second.order.ship({}, anAct()));
    const sent = [first, second, third].flatMap(({ consignments }) => consignments.flatMap(({ lines }) => lines));
    const sum = sent.reduce((total, { baseQuantity }) => total.plus(baseQuantity), qty('0'));
    expect(sum.toString()).toBe(qty('2.5').inBaseUnits(qty('2.323')).toString());
  });

  it('is paid in parts, never more than it costs', () => {
    const some = must(anOrder().recordPayment({ amount: usd('40'), reference: 'w1' }, anAct()));
    expect(some.state).toMatchObject({ paymentStatus: 'partially_paid', paid: usd('40') });
    expect(some.recordPayment({ amount: usd('60.01'), reference: null }, anAct())).toMatchObject({
      error: { code: 'payment.exceeds_balance', balance: '60.00' },
    });
    expect(some.recordPayment({ amount: usd('0'), reference: null }, anAct())).toMatchObject({
      error: { code: 'payment.amount_not_positive' },
    });
    expect(must(some.recordPayment({ amount: usd('60'), reference: null }, anAct())).state.paymentStatus).toBe('paid');
  });

  it('is complete once it is delivered and paid, whichever comes last', () => {
    const delivered = must(shipped.deliver(undefined, anAct()));
    expect(delivered.state.status).toBe('confirmed');
    const complete = must(delivered.recordPayment({ amount: usd('100'), reference: null }, anAct()));
    expect(complete.state.status).toBe('completed');
    expect(complete.news.at(-1)?.event).toBe('completed');

    const paid = must(shipped.recordPayment({ amount: usd('100'), reference: null }, anAct()));
    expect(must(paid.deliver(undefined, anAct())).state.status).toBe('completed');
  });

  it('knows no shipment but its own, and receives each once', () => {
    expect(shipped.deliver('x', anAct())).toMatchObject({ error: { code: 'shipment.not_found' } });
    const [first] = shipped.state.shipments;
    const there = must(shipped.deliver(first!.id, anAct()));
    expect(there.deliver(first!.id, anAct())).toMatchObject({ error: { code: 'order.transition_not_allowed' } });
  });

  it('cannot be called off by its buyer once it is confirmed', () => {
    const buyer = anAct({ actor: { id: 'b', name: 'Bo', kind: 'buyer' } });
    expect(must(anOrder().cancel(buyer)).state.status).toBe('cancelled');
    expect(confirmed.cancel(buyer)).toMatchObject({ error: { from: 'confirmed', to: 'cancelled' } });
    expect(must(confirmed.cancel(anAct())).state.status).toBe('cancelled');
    expect(shipped.cancel(anAct())).toMatchObject({ error: { from: 'shipped', to: 'cancelled' } });
  });

  it('comes back from the store without news', () => {
    expect(Order.restore(confirmed.state).news).toEqual([]);
    expect(confirmed.kept().state.version).toBe(confirmed.state.version + 1);
  });
});

import { readOrders, writeOrders } from '../src/features/orders/orders-url';
import { lessThan, progressOf, standingOf } from '../src/features/orders/order-view';

describe('the address of the orders', () => {
  it.each(['/orders', '/orders?status=placed&search=PO+7&from=2026-11-01&to=2026-11-20&page=2'])(
    'says the same after being read and written: %s',
    (address) => expect(writeOrders(readOrders(new URLSearchParams(address.split('?')[1])))).toBe(address),
  );
  it('takes nonsense for nothing said', () => {
    expect(writeOrders(readOrders(new URLSearchParams('status=lost&from=yesterday&page=zero')))).toBe('/orders');
  });
});

describe('how far a line got', () => {
  const line = { quantity: '18', shipped: '18', delivered: '12', backordered: false };
  it('is told in shares that follow one another', () => {
    const { delivered, onTheWay, backordered } = progressOf(line);
    expect([delivered, onTheWay, backordered].map((share) => share.toFixed(2))).toEqual(['0.67', '0.33', '0.00']);
  });
  it('counts what waits for stock', () => {
    expect(progressOf({ ...line, shipped: '0', delivered: '0', backordered: true }).backordered).toBe(1);
  });
  it('takes quantities from each other without a rest', () => expect(lessThan('0.3', '0.1')).toBe('0.2'));
});

describe('where an order stands', () => {
  it.each([
    ['placed', 'unfulfilled', 'placed'],
    ['confirmed', 'unfulfilled', 'confirmed'],
    ['confirmed', 'partially_shipped', 'partially_shipped'],
    ['confirmed', 'partially_delivered', 'partially_delivered'],
    ['confirmed', 'delivered', 'delivered'],
    ['completed', 'delivered', 'completed'],
    ['cancelled', 'unfulfilled', 'cancelled'],
    ['rejected', 'unfulfilled', 'rejected'],
    ['pending_approval', 'unfulfilled', 'pending_approval'],
  ] as const)('%s and %s is "%s"', (status, fulfilmentStatus, word) => {
    expect(standingOf({ status, fulfilmentStatus }).word).toBe(word);
  });
});

import { Quantity } from '../../shared/quantity.js';
import { availabilityOf } from './availability.js';

const at = (onHand: string, reserved = '0', safety = '0') => ({
  code: 'A',
  name: 'A',
  onHand: Quantity.stored(onHand),
  reserved: Quantity.stored(reserved),
  safety: Quantity.stored(safety),
});

it.each([
  [[at('500', '20', '30')], '450', 'in_stock'],
  [[at('10.5')], '10.5', 'in_stock'],
  [[at('10')], '10', 'low'],
  [[at('60', '0', '30')], '30', 'low'],
  [[at('61', '0', '30')], '31', 'in_stock'],
  [[at('20', '0', '20'), at('200', '0', '0')], '200', 'in_stock'],
  [[at('5', '5')], '0', 'out'],
  [[at('5', '9'), at('3')], '3', 'low'],
  [[], '0', 'out'],
])('%# comes to %s: %s', (stock, available, status) => {
  const counted = availabilityOf(stock, false);
  expect([counted.available.toString(), counted.status]).toEqual([available, status]);
});

it('may be backordered when there is nothing', () => {
  expect(availabilityOf([at('0')], true).status).toBe('backorder');
  expect(availabilityOf([at('1')], true).status).toBe('low');
});

import { UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import { UnitCost } from './margin.js';

const cost = (perBaseUnit: string, factor = '1'): UnitCost =>
  UnitCost.of(UnitPrice.stored(perBaseUnit), Quantity.stored(factor));
const price = (text: string): UnitPrice => UnitPrice.stored(text);

describe('what a unit costs', () => {
  it.each([
    ['36', '40', '1440.0000'],
    ['0.0005', '0.1', '0.0001'],
    ['0.0004', '0.1', '0.0000'],
  ])('is %s times %s, rounded once', (perBaseUnit, factor, rounded) => {
    expect(cost(perBaseUnit, factor).rounded.toString()).toBe(rounded);
  });

  it('leaves a share of the price, a negative one when it is more than that', () => {
    expect(cost('36').marginOf(price('42'))).toBe('0.1429');
    expect(cost('36').marginOf(price('30'))).toBe('-0.2000');
    expect(cost('0.0005', '0.1').marginOf(price('0.0001'))).toBe('0.5000');
    expect(cost('36').marginOf(price('0'))).toBeNull();
  });

  it.each([
    ['40.9090', 'below'],
    ['40.9091', 'near'],
    ['41.8604', 'near'],
    ['41.8605', 'ok'],
    ['0', 'below'],
  ])('of 36 under a floor of 12 %% lights %s as %s', (text, light) => {
    expect(cost('36').lightOf(price(text), 1200)).toBe(light);
  });

  it('lights against a floor that leaves no room above it', () => {
    expect(cost('1').lightOf(price('10000'), 9999)).toBe('ok');
    expect(cost('1').lightOf(price('9999'), 9999)).toBe('below');
    expect(cost('0').lightOf(price('0'), 9999)).toBe('ok');
  });
});

import { mergeForms } from '../src/shared/form/merge';
import { sumOf } from '../src/shared/sum';
import { linkTo, readQueue, serverQuery } from '../src/features/orders/queue-url';

const queue = (text: string) => readQueue(new URLSearchParams(text));

describe('the address of the orders queue', () => {
  it('without words shows open orders, the newest first', () => {
    expect(serverQuery(queue(''))).toEqual({ sort: '-placedAt', status: ['placed', 'confirmed'] });
  });

  it('takes what makes no sense as not said', () => {
    expect(queue('view=nonsense&payment=gold&from=yesterday&sort=colour')).toEqual(queue(''));
  });

  it('keeps filters and sort from one view to the next', () => {
    const view = queue('view=toShip&search=pipe&payment=unpaid&from=2026-11-01&sort=total');
    const there = linkTo(view, 'all');
    expect(there).toBe('/orders?view=all&search=pipe&payment=unpaid&from=2026-11-01&sort=total');
    expect(queue(there.split('?')[1] ?? '')).toEqual({ ...view, view: 'all' });
  });

  it('asks for what is confirmed and not all gone when there is something to ship', () => {
    expect(serverQuery(queue('view=toShip'))).toMatchObject({
      status: ['confirmed'],
      fulfilment: ['unfulfilled', 'partially_shipped'],
    });
  });
});

describe('sums of decimal text', () => {
  it('are exact where floats are not', () =>
    expect(sumOf(['0.1', '0.2', '1000000000000.05'])).toBe('1000000000000.35'));
  it('keep the longest fraction and the sign', () => expect(sumOf(['-1.5', '0.25'])).toBe('-1.25'));
  it('of nothing are nothing', () => expect(sumOf([])).toBe('0'));
});

describe('two people changing one record', () => {
  const base = { name: 'Lime', brand: '', units: [{ code: 'bag' }] };

  it('lose nothing when they changed different fields', () => {
    const { merged, conflicts } = mergeForms(base, { ...base, name: 'Mine' }, { ...base, brand: 'Theirs' });
    expect(merged).toEqual({ ...base, name: 'Mine', brand: 'Theirs' });
    expect(conflicts).toEqual([]);
  });

  it('are asked about a field both changed, and mine stays until they answer', () => {
    const { merged, conflicts } = mergeForms(base, { ...base, name: 'Mine' }, { ...base, name: 'Theirs' });
    expect(merged.name).toBe('Mine');
    expect(conflicts).toEqual([{ field: 'name', mine: 'Mine', theirs: 'Theirs' }]);
  });

  it('who wrote the same are not asked', () => {
    const same = { ...base, units: [{ code: 'pallet' }] };
    expect(mergeForms(base, same, { ...same }).conflicts).toEqual([]);
  });
});

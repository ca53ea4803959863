import { price, qty } from '../../../test/support/builders.js';
import { type Candidate, PriceResolver, type TableRef } from './price-resolver.js';
import { type PendingPrice, withPending } from './revision-overlay.js';

const at = new Date('2026-11-20T12:00:00Z');
const national: TableRef = { id: 'national', name: 'National', scope: 'national', stateCode: null, priority: 0 };
const texas: TableRef = { id: 'texas', name: 'TX', scope: 'state', stateCode: 'TX', priority: 0 };

const live = (unitPrice: string, more: Partial<Candidate> = {}): Candidate => ({
  entryId: 'live',
  revisionId: 'first',
  table: national,
  unit: 'bag',
  minimum: qty('1'),
  unitPrice: price(unitPrice),
  validFrom: null,
  validTo: null,
  liveFrom: null,
  ...more,
});

const change = (unitPrice: string | null, more: Partial<PendingPrice> = {}): PendingPrice => ({
  entryId: 'pending',
  revisionId: 'draft',
  table: national,
  unit: 'bag',
  minimum: qty('1'),
  validFrom: null,
  validTo: null,
  unitPrice: unitPrice === null ? null : price(unitPrice),
  ...more,
});

const priced = (candidates: readonly Candidate[], quantity = '1') => {
  const ask = { unit: 'bag', baseUnit: 'bag', factor: qty('1'), quantity: qty(quantity) };
  const { unitPrice, winner, losers } = new PriceResolver(at).resolve(ask, candidates);
  return { price: unitPrice?.toString() ?? null, from: winner?.revisionId ?? null, losers: losers.length };
};

describe('prices with a revision laid over them', () => {
  it('are the old ones without changes', () => {
    const candidates = [live('10')];
    expect(withPending(candidates, [])).toBe(candidates);
  });

  it('take the changed price in the place of the old one', () => {
    expect(priced(withPending([live('10')], [change('12')]))).toEqual({ price: '12.0000', from: 'draft', losers: 0 });
  });

  it('gain a price where there was none, in whatever table', () => {
    const overlaid = withPending([live('10')], [change('11', { table: texas }), change('9', { minimum: qty('50') })]);
    expect(priced(overlaid)).toMatchObject({ price: '11.0000', losers: 2 });
    const national50 = withPending([live('10')], [change('9', { minimum: qty('50') })]);
    expect([priced(national50, '49').price, priced(national50, '50').price]).toEqual(['10.0000', '9.0000']);
  });

  it('lose what is removed', () => {
    expect(priced(withPending([live('10')], [change(null)]))).toEqual({ price: null, from: null, losers: 0 });
    expect(priced(withPending([live('10')], [change(null, { minimum: qty('50') })])).price).toBe('10.0000');
  });

  it('of two changes of one price take the later revision', () => {
    const first = change('12', { revisionId: 'one' });
    const second = change('13', { revisionId: 'two' });
    expect(priced(withPending([live('10')], [first, second]))).toMatchObject({ price: '13.0000', from: 'two' });
    expect(priced(withPending([live('10')], [second, first]))).toMatchObject({ price: '12.0000', from: 'one' });
    expect(priced(withPending([live('10')], [first, change(null, { revisionId: 'two' })])).price).toBeNull();
  });

  it('keep another validity of the same price apart', () => {
    const sale = change('8', {
      validFrom: new Date('2026-11-19T00:00:00Z'),
      validTo: new Date('2026-11-21T00:00:00Z'),
    });
    expect(priced(withPending([live('10')], [sale]))).toMatchObject({ price: '8.0000', losers: 1 });
    const past = { ...sale, validTo: at };
    expect(priced(withPending([live('10')], [past])).price).toBe('10.0000');
  });

  it('leave what others have scheduled ahead, and show a scheduled revision once', () => {
    const ahead = new Date('2026-12-01T00:00:00Z');
    const others = live('20', { entryId: 'ahead', revisionId: 'other', liveFrom: ahead });
    expect(priced(withPending([live('10'), others], [change('12')]))).toMatchObject({ price: '12.0000', losers: 1 });
    const own = live('12', { entryId: 'ahead', revisionId: 'draft', liveFrom: ahead });
    expect(priced(withPending([live('10'), own], [change('12')]))).toMatchObject({ price: '12.0000', losers: 0 });
  });

  it('keep within the period of their table', () => {
    const over: TableRef = { ...texas, validTo: at };
    expect(priced(withPending([live('10')], [change('7', { table: over })]))).toMatchObject({ price: '10.0000' });
  });
});

import { creditDays, creditorReference, dueAfter } from './payment-plan.js';

describe('credit terms', () => {
  it.each([
    ['net30', 30],
    ['net15', 15],
    ['prepaid', null],
    ['', null],
  ])('%s gives %s days', (terms, days) => expect(creditDays(terms)).toBe(days));

  it('count from the moment of placing', () => {
    expect(dueAfter(new Date('2026-11-20T15:00:00Z'), 30).toISOString()).toBe('2026-12-20T15:00:00.000Z');
  });
});

describe('a bank transfer reference', () => {
  it('carries the check digits of ISO 11649', () => {
    expect(creditorReference('539007547034')).toBe('RF18539007547034');
    const reference = creditorReference('SO-1001');
    expect(reference).toMatch(/^RF\d\dSO1001$/);
    const rotated = reference.slice(4) + reference.slice(0, 4);
    const digits = [...rotated].map((character) => parseInt(character, 36).toString()).join('');
    expect(BigInt(digits) % 97n).toBe(1n);
  });
});

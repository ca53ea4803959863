import { factsOf } from '../src/features/audit/audit-facts';

describe('what an entry of the audit trail tells', () => {
  it('is nothing without facts', () => {
    expect(factsOf(null)).toEqual([]);
  });

  it('is what differs between two whole states', () => {
    const facts = { from: { name: 'Ann', roles: ['owner'] }, to: { name: 'Ann', roles: ['owner', 'sales_rep'] } };
    expect(factsOf(facts)).toEqual([{ name: 'roles', before: 'owner', value: 'owner, sales_rep' }]);
  });

  it('is each field with what it was and is', () => {
    expect(factsOf({ creditLimit: { from: '0.00', to: '5000.00' }, tierId: { from: null, to: 'x' } })).toEqual([
      { name: 'creditLimit', before: '0.00', value: '5000.00' },
      { name: 'tierId', before: '', value: 'x' },
    ]);
  });

  it('leaves out what is empty and writes out what is nested', () => {
    expect(
      factsOf({ granted: ['a', 'b'], withdrawn: [], note: null, count: 2, address: { city: 'Austin', line2: null } }),
    ).toEqual([
      { name: 'granted', value: 'a, b' },
      { name: 'count', value: '2' },
      { name: 'address', value: 'Austin' },
    ]);
  });
});

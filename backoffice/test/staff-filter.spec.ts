import { matches } from '../src/features/staff/staff-filter';
import type { Person } from '../src/shared/people/people.queries';

const person: Person = {
  id: '1',
  name: 'João Araújo',
  email: 'joao@construforte.example',
  status: 'active',
  roles: ['owner'],
  roleIds: ['r1'],
  locale: null,
  createdAt: '2026-11-20T00:00:00Z',
  lastSignInAt: null,
};
const any = { search: '', status: '', role: '' };

describe('finding staff', () => {
  it('by words in any order, without accents', () => {
    expect(matches(person, { ...any, search: 'araujo JOAO' })).toBe(true);
    expect(matches(person, { ...any, search: 'construforte' })).toBe(true);
    expect(matches(person, { ...any, search: 'joao silva' })).toBe(false);
  });

  it('by status and role', () => {
    expect(matches(person, { ...any, status: 'active', role: 'r1' })).toBe(true);
    expect(matches(person, { ...any, status: 'disabled' })).toBe(false);
    expect(matches(person, { ...any, role: 'r2' })).toBe(false);
  });
});

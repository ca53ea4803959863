import {
  changesOf,
  discarded,
  doneByOthers,
  isFixed,
  permissionsAfter,
  toggled,
} from '../src/features/roles/role-edits';
import type { Role } from '../src/shared/people/people.queries';

const role = (part: Partial<Role> = {}): Role => ({
  id: 'rep',
  name: 'Sales rep',
  side: 'staff',
  permissions: ['order.read', 'price.read'],
  builtIn: true,
  code: 'sales_rep',
  version: 1,
  memberCount: 3,
  ...part,
});
const owner = role({ id: 'own', code: 'owner', permissions: ['role.edit', 'order.read'] });

describe('pending changes to roles', () => {
  it('grant and withdraw, and vanish when turned back', () => {
    const rep = role();
    const edits = toggled(toggled({}, rep, 'order.confirm'), rep, 'price.read');
    const [changes] = changesOf(edits, [rep]);
    expect(changes).toMatchObject({ granted: ['order.confirm'], withdrawn: ['price.read'] });
    expect(changes && permissionsAfter(changes)).toEqual(['order.read', 'order.confirm']);
    expect(toggled(toggled({}, rep, 'order.confirm'), rep, 'order.confirm')).toEqual({});
  });

  it('never take from the owner what gives rights back', () => {
    expect(isFixed(owner, 'role.edit')).toBe(true);
    expect(isFixed(owner, 'order.read')).toBe(false);
    expect(isFixed(role({ code: 'owner', builtIn: false }), 'role.edit')).toBe(false);
    expect(toggled({}, owner, 'role.edit')).toEqual({});
  });

  it('belong to one role each', () => {
    const [rep, other] = [role(), role({ id: 'other' })];
    const edits = toggled(toggled({}, rep, 'order.ship'), other, 'order.ship');
    expect(changesOf(edits, [rep, other])).toHaveLength(2);
    expect(changesOf(discarded(edits, 'rep'), [rep, other]).map((change) => change.role.id)).toEqual(['other']);
  });

  it('lie on top of what somebody else saved, without what they did already', () => {
    const before = role();
    const edits = toggled(toggled({}, before, 'order.confirm'), before, 'order.ship');
    const now = role({ permissions: ['order.read', 'order.confirm', 'stock.read'], version: 2 });
    expect(changesOf(edits, [now])[0]).toMatchObject({ granted: ['order.ship'], withdrawn: [] });
    expect(doneByOthers(before, now)).toEqual({
      granted: ['order.confirm', 'stock.read'],
      withdrawn: ['price.read'],
    });
  });
});

import { permissionsOf } from '../../shared/permissions.js';
import { defaultRoles } from './default-roles.js';
import type { Grantor } from './grantor.js';
import { Role } from './role.js';

const anOwner: Grantor = { id: 'o', kind: 'staff', permissions: new Set(), isOwner: true };
const clerk: Grantor = { id: 'c', kind: 'staff', permissions: new Set(['role.edit', 'order.read']), isOwner: false };
const owners = Role.restore({
  id: '1',
  side: 'staff',
  code: 'owner',
  name: 'Owner',
  builtIn: true,
  permissions: new Set(permissionsOf('staff')),
  version: 3,
});
const made = (name: string, permissions: string[] = [], by = anOwner, others: Role[] = [owners]) =>
  Role.create({ side: 'staff', name, permissions }, others, by);

describe('a role', () => {
  it('keeps its code when it is renamed', () => {
    const role = made('Night shift', ['order.read']);
    expect(role).toMatchObject({ ok: true, value: { code: 'night_shift', builtIn: false, version: 0 } });
    expect(role.ok && role.value.change({ name: 'Day shift' }, [], anOwner)).toMatchObject({
      ok: true,
      value: { code: 'night_shift', name: 'Day shift' },
    });
  });

  it.each([
    ['Owner!', 'owner_2'],
    ['Expedição Sul', 'expedicao_sul'],
    ['夜勤', 'role'],
    ['  Sales -- Rep ', 'sales_rep_2'],
  ])('called %p gets the code %p, which no default role has', (name, code) => {
    expect(made(name)).toMatchObject({ ok: true, value: { code } });
  });

  it('may have the name it has, and no other of its side', () => {
    expect(owners.change({ name: 'OWNER' }, [owners], anOwner)).toMatchObject({ ok: true });
    expect(made('owner')).toEqual({ ok: false, error: { code: 'role.name_taken', name: 'owner' } });
  });

  it('knows only permissions of its side', () => {
    expect(made('X', ['order.read', 'order.place', 'toString'])).toEqual({
      ok: false,
      error: { code: 'role.unknown_permission', permissions: ['order.place', 'toString'] },
    });
  });

  it('is given nothing that its maker does not hold, while what it had may stay or go', () => {
    expect(made('X', ['audit.read', 'order.read'], clerk)).toEqual({
      ok: false,
      error: { code: 'role.beyond_own_rights', permissions: ['audit.read'] },
    });
    const wide = made('Wide', ['audit.read', 'price.edit']);
    if (!wide.ok) throw new Error('not made');
    expect(wide.value.change({ permissions: ['audit.read', 'order.read'] }, [], clerk)).toMatchObject({ ok: true });
    expect(Role.create({ side: 'buyer', name: 'B', permissions: ['order.place'] }, [], clerk)).toMatchObject({
      ok: true,
    });
  });

  it('of the owners never loses what gives rights back', () => {
    for (const core of ['role.read', 'role.edit', 'staff.read', 'staff.edit']) {
      const rest = permissionsOf('staff').filter((permission) => permission !== core);
      expect(owners.change({ permissions: rest }, [], anOwner)).toEqual({
        ok: false,
        error: { code: 'role.last_owner' },
      });
    }
    expect(owners.change({ permissions: permissionsOf('staff').slice(1) }, [], anOwner)).toMatchObject({ ok: true });
  });

  it('goes when nobody holds it and no tenant started with it', () => {
    expect(owners.delete(0)).toEqual({ ok: false, error: { code: 'role.built_in' } });
    const role = made('X');
    if (!role.ok) throw new Error('not made');
    expect(role.value.delete(2)).toEqual({ ok: false, error: { code: 'role.in_use', count: 2 } });
    expect(role.value.delete(0)).toMatchObject({ ok: true });
  });
});

it('default roles hold permissions of their own side, and have codes and names of their own', () => {
  for (const { side, permissions } of defaultRoles) {
    expect(permissions.filter((permission) => !permissionsOf(side).includes(permission))).toEqual([]);
  }
  expect(new Set(defaultRoles.map(({ code }) => code)).size).toBe(9);
  expect(new Set(defaultRoles.map(({ name }) => name['pt-BR'])).size).toBe(9);
});

import type { Permission, Side } from '../../shared/permissions.js';
import type { Grantor } from './grantor.js';
import { Member } from './member.js';
import { Role } from './role.js';

const role = (code: string, side: Side, permissions: Permission[], builtIn = true) =>
  Role.restore({ id: `id-${code}`, side, code, name: code, builtIn, permissions: new Set(permissions), version: 1 });
const owner = role('owner', 'staff', ['staff.edit', 'role.edit', 'price.edit']);
const clerk = role('clerk', 'staff', ['order.read']);
const viewer = role('viewer', 'buyer', ['order.view']);
const known = [owner, clerk, viewer];

const boss: Grantor = { id: 'boss', kind: 'staff', permissions: new Set(), isOwner: true };
const editor: Grantor = { id: 'ed', kind: 'staff', permissions: new Set(['staff.edit', 'order.read']), isOwner: false };

const person = (roles: Role[], more: Partial<Member> = {}) =>
  Member.restore({
    id: 'm',
    kind: 'staff',
    companyId: null,
    name: 'M',
    email: 'm@x.example',
    locale: null,
    status: 'active',
    hasPassword: true,
    roles,
    ...more,
  });
const joining = { name: 'N', email: ' N@X.example ', locale: null, hasPassword: false, companyId: null };

describe('a person', () => {
  it('joins as invited without a password and as active with one, in roles named by id or code', () => {
    expect(Member.join({ ...joining, roles: ['clerk', 'id-owner'] }, known, boss)).toMatchObject({
      ok: true,
      value: { kind: 'staff', status: 'invited', email: 'n@x.example', roles: [{ code: 'owner' }, { code: 'clerk' }] },
    });
    expect(Member.join({ ...joining, hasPassword: true, roles: [] }, known, boss)).toMatchObject({
      value: { status: 'active' },
    });
  });

  it('holds roles of their own side only', () => {
    expect(Member.join({ ...joining, roles: ['viewer', 'pilot'] }, known, boss)).toEqual({
      ok: false,
      error: { code: 'role.unknown', roles: ['viewer', 'pilot'] },
    });
    expect(Member.join({ ...joining, companyId: 'c', roles: ['viewer'] }, known, editor)).toMatchObject({
      ok: true,
      value: { kind: 'buyer' },
    });
  });

  it('is given no role that goes beyond the giver, but may keep one', () => {
    expect(Member.join({ ...joining, roles: ['owner'] }, known, editor)).toEqual({
      ok: false,
      error: { code: 'role.beyond_own_rights', permissions: ['price.edit', 'role.edit'] },
    });
    const self = person([owner], { id: editor.id });
    expect(self.change({ roles: ['owner', 'clerk'] }, known, editor, 1)).toMatchObject({ ok: true });
  });

  it('who may do more is left alone', () => {
    const refused = { ok: false, error: { code: 'role.beyond_own_rights', permissions: ['price.edit', 'role.edit'] } };
    expect(person([owner]).change({ email: 'mine@x.example' }, known, editor, 5)).toEqual(refused);
    expect(person([owner]).change({ status: 'disabled' }, known, editor, 5)).toEqual(refused);
    expect(person([clerk]).change({ status: 'disabled' }, known, editor, 5)).toMatchObject({ ok: true });
  });

  it('who is the last owner stays one, and active', () => {
    const refused = { ok: false, error: { code: 'role.last_owner' } };
    expect(person([owner]).change({ roles: ['clerk'] }, known, boss, 0)).toEqual(refused);
    expect(person([owner]).change({ status: 'disabled' }, known, boss, 0)).toEqual(refused);
    expect(person([owner]).change({ name: 'New' }, known, boss, 0)).toMatchObject({ ok: true });
    expect(person([owner]).change({ roles: ['clerk'] }, known, boss, 1)).toMatchObject({ ok: true });
    expect(person([owner], { status: 'invited' }).change({ roles: [] }, known, boss, 0)).toMatchObject({ ok: true });
  });

  it('who never chose a password is invited when made active', () => {
    const never = person([clerk], { status: 'disabled', hasPassword: false });
    expect(never.change({ status: 'active' }, known, boss, 1)).toMatchObject({ value: { status: 'invited' } });
  });

  it('may do other things after a change of roles or status, and only then', () => {
    const before = person([clerk]);
    const after = (change: object) => {
      const changed = before.change(change, known, boss, 1);
      return changed.ok && before.mayDoOtherThan(changed.value);
    };
    expect([after({ name: 'X', roles: ['clerk'] }), after({ roles: [] }), after({ status: 'disabled' })]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

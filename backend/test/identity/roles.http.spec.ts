import { newId } from '../../src/shared/ids.js';
import { permissions, permissionsOf } from '../../src/shared/permissions.js';
import { Api } from '../support/api.js';
import { aShop, aToken, asOwner, type Shop } from '../support/shop.js';
import { aPerson, cookiesOf, giveRoles, outcome, type Person, refresh, signIn, tokenOf } from './people.js';

interface Role {
  id: string;
  name: string;
  side: string;
  permissions: string[];
  builtIn: boolean;
  code: string;
  version: number;
  memberCount: number;
}

let api: Api;
let shop: Shop;
let roles: Record<string, string>;
let owner: Person;
let token: string;

beforeAll(async () => {
  api = await Api.start();
});
beforeEach(async () => {
  shop = await aShop();
  roles = await giveRoles(shop);
  owner = await aPerson(shop, 'staff', [roles.owner]);
  token = await tokenOf(api, shop, owner);
});
afterAll(() => api.stop());

const call = <T = Role>(method: string, path: string, body?: unknown, as: string | null = token) =>
  api.call<T>(shop, as, method, `/backoffice${path}`, body);
const aRole = async (more: object = {}): Promise<Role> => {
  const { body } = await call('POST', '/roles', {
    name: 'Night shift',
    side: 'staff',
    permissions: ['order.read'],
    ...more,
  });
  if (!body.data) throw new Error(`no role: ${body.error?.code}`);
  return body.data;
};
const staffWith = (...held: (keyof typeof permissions)[]): string =>
  aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions: held });

describe('reading roles', () => {
  it('lists the roles a tenant starts with and how many people hold each', async () => {
    const { status, body } = await call<Role[]>('GET', '/roles');
    expect(status).toBe(200);
    expect(body.data?.map(({ code, side, builtIn, memberCount }) => [code, side, builtIn, memberCount])).toEqual([
      ['owner', 'staff', true, 1],
      ['sales_manager', 'staff', true, 0],
      ['sales_rep', 'staff', true, 0],
      ['fulfilment', 'staff', true, 0],
      ['read_only', 'staff', true, 0],
      ['company_admin', 'buyer', true, 0],
      ['purchaser', 'buyer', true, 0],
      ['approver', 'buyer', true, 0],
      ['viewer', 'buyer', true, 0],
    ]);
    expect((await call<Role[]>('GET', '/roles?side=buyer')).body.data).toHaveLength(4);
    expect(outcome(await call('GET', '/roles?side=both'))).toEqual([400, 'request.invalid']);
  });

  it('tells every permission with its side and group', async () => {
    const { body } = await call<{ code: string }[]>('GET', '/permissions');
    expect(body.data).toHaveLength(Object.keys(permissions).length);
    expect(body.data).toContainEqual({ code: 'order.place', side: 'buyer', group: 'order' });
  });

  it('is for those who may, and of one tenant alone', async () => {
    const other = await aShop();
    const foreign = (await giveRoles(other)).owner;
    expect(outcome(await call('GET', '/roles', undefined, null))).toEqual([401, 'auth.required']);
    expect(outcome(await call('GET', '/roles', undefined, staffWith('order.read')))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('GET', '/permissions', undefined, shop.token))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('GET', `/roles/${foreign}`))).toEqual([404, 'role.not_found']);
    expect(outcome(await call('GET', '/roles/1'))).toEqual([400, 'request.invalid']);
    expect((await call('GET', `/roles/${roles.viewer}`)).body.data?.code).toBe('viewer');
  });
});

describe('making roles', () => {
  it('adds one with a code that outlives its name', async () => {
    const made = await call('POST', '/roles', {
      name: 'Turno da Noite à 2',
      side: 'staff',
      permissions: ['order.read'],
    });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/api/v1/backoffice/roles/${made.body.data?.id}`);
    expect(made.body.data).toEqual({
      id: expect.any(String) as string,
      name: 'Turno da Noite à 2',
      side: 'staff',
      permissions: ['order.read'],
      builtIn: false,
      code: 'turno_da_noite_a_2',
      version: 1,
      memberCount: 0,
    });
    const renamed = await call('PATCH', `/roles/${made.body.data?.id}`, { name: 'Late shift' });
    expect(renamed.body.data).toMatchObject({ name: 'Late shift', code: 'turno_da_noite_a_2', version: 2 });
  });

  it('never mistakes a role called Owner for the owners’', async () => {
    await asOwner((sql) => sql.query("update identity.role set name = 'Boss' where id = $1", [roles.owner]));
    expect((await aRole({ name: 'Owner', permissions: ['role.edit', 'staff.edit'] })).code).toBe('owner_2');
  });

  it.each([
    ['a permission nobody knows', { permissions: ['order.fly'] }, 'role.unknown_permission'],
    ['a permission of the other side', { permissions: ['order.place'] }, 'role.unknown_permission'],
    ['a word every object knows', { permissions: ['constructor'] }, 'role.unknown_permission'],
  ])('refuses %s', async (_, more, code) => {
    const refused = await call('POST', '/roles', { name: 'X', side: 'staff', ...more });
    expect(outcome(refused)).toEqual([422, code]);
    expect(refused.body.error?.details).toEqual({ permissions: more.permissions });
  });

  it('refuses a name that is taken on its side', async () => {
    expect(outcome(await call('POST', '/roles', { name: 'OWNER', side: 'staff', permissions: [] }))).toEqual([
      409,
      'role.name_taken',
    ]);
    expect((await call('POST', '/roles', { name: 'Owner', side: 'buyer', permissions: [] })).status).toBe(201);
  });

  it.each([
    ['no name', { name: ' ' }],
    ['an endless name', { name: 'x'.repeat(61) }],
    ['a name that cannot be stored', { name: 'a\ud800b' }],
    ['no side', { side: undefined }],
    ['a word instead of permissions', { permissions: 'order.read' }],
    ['too many permissions', { permissions: Array<string>(101).fill('order.read') }],
    ['an unknown field', { builtIn: true }],
  ])('refuses %s as a wrong shape', async (_, more) => {
    const body = { name: 'X', side: 'staff', permissions: [], ...more };
    expect(outcome(await call('POST', '/roles', body))).toEqual([400, 'request.invalid']);
  });
});

describe('changing roles', () => {
  it('takes effect with the next call of everybody who holds it, who then refresh', async () => {
    const clerk = await aPerson(shop, 'staff', [roles.read_only]);
    const signedIn = await signIn(api, shop, { email: clerk.email });
    const before = signedIn.body.data?.accessToken ?? '';
    expect((await call('GET', '/roles', undefined, before)).status).toBe(200);

    const without = permissionsOf('staff').filter((one) => one.endsWith('.read') && one !== 'role.read');
    const changed = await call('PATCH', `/roles/${roles.read_only}`, { permissions: without, version: 1 });
    expect(changed.body.data).toMatchObject({ version: 2, permissions: [...without].sort() });
    expect(outcome(await call('GET', '/roles', undefined, before))).toEqual([401, 'auth.token_stale']);

    const after = await refresh(api, shop, cookiesOf(signedIn));
    expect(after.status).toBe(200);
    expect(outcome(await call('GET', '/roles', undefined, after.body.data?.accessToken))).toEqual([
      403,
      'auth.forbidden',
    ]);
    expect((await call('GET', '/roles')).status).toBe(200);
  });

  it('leaves tokens alone when only the name changes', async () => {
    const clerk = await tokenOf(api, shop, await aPerson(shop, 'staff', [roles.read_only]));
    await call('PATCH', `/roles/${roles.read_only}`, { name: 'Auditors' });
    expect((await call('GET', '/roles', undefined, clerk)).status).toBe(200);
  });

  it('refuses a change made on an older version, with the current one', async () => {
    await call('PATCH', `/roles/${roles.viewer}`, { name: 'Looks', version: 1 });
    const stale = await call('PATCH', `/roles/${roles.viewer}`, { name: 'Sees', version: 1 });
    expect(outcome(stale)).toEqual([409, 'role.stale']);
    expect(stale.body.error?.details).toEqual({ version: 2 });
  });

  it('keeps with the owners what gives rights back', async () => {
    for (const lost of ['role.edit', 'staff.edit']) {
      const rest = permissionsOf('staff').filter((permission) => permission !== lost);
      expect(outcome(await call('PATCH', `/roles/${roles.owner}`, { permissions: rest }))).toEqual([
        422,
        'role.last_owner',
      ]);
    }
    const fewer = permissionsOf('staff').filter((permission) => permission !== 'import.run');
    expect((await call('PATCH', `/roles/${roles.owner}`, { permissions: fewer })).status).toBe(200);
  });

  it('lets nobody but an owner grant what they do not hold', async () => {
    const held = staffWith('role.edit', 'role.read', 'order.read');
    const wider = { name: 'Wider', side: 'staff', permissions: ['order.read', 'price.publish', 'audit.read'] };
    const refused = await call('POST', '/roles', wider, held);
    expect(outcome(refused)).toEqual([422, 'role.beyond_own_rights']);
    expect(refused.body.error?.details).toEqual({ permissions: ['audit.read', 'price.publish'] });
    const { id } = await aRole({ permissions: ['price.publish'] });
    const more = { permissions: ['price.publish', 'order.read'] };
    expect((await call('PATCH', `/roles/${id}`, more, held)).status).toBe(200);
    expect(outcome(await call('PATCH', `/roles/${id}`, { permissions: ['audit.read'] }, held))).toEqual([
      422,
      'role.beyond_own_rights',
    ]);
    const ofBuyers = { name: 'Buys', side: 'buyer', permissions: ['order.place'] };
    expect((await call('POST', '/roles', ofBuyers, held)).status).toBe(201);
  });

  it('is for those who may, of their own tenant, in a right shape', async () => {
    const other = await aShop();
    const foreign = (await giveRoles(other)).viewer;
    expect(outcome(await call('PATCH', `/roles/${roles.viewer}`, { name: 'X' }, null))).toEqual([401, 'auth.required']);
    const reader = staffWith('role.read');
    expect(outcome(await call('PATCH', `/roles/${roles.viewer}`, { name: 'X' }, reader))).toEqual([
      403,
      'auth.forbidden',
    ]);
    expect(outcome(await call('POST', '/roles', { name: 'X' }, reader))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('PATCH', `/roles/${foreign}`, { name: 'X' }))).toEqual([404, 'role.not_found']);
    expect(outcome(await call('PATCH', `/roles/${roles.viewer}`, { name: null }))).toEqual([400, 'request.invalid']);
    expect(outcome(await call('PATCH', `/roles/${roles.viewer}`, { version: '1' }))).toEqual([400, 'request.invalid']);
    expect(outcome(await call('PATCH', `/roles/${roles.viewer}`, { code: 'owner' }))).toEqual([400, 'request.invalid']);
  });
});

describe('deleting roles', () => {
  it('removes one of the tenant’s own that nobody holds', async () => {
    const { id } = await aRole();
    expect((await call('DELETE', `/roles/${id}`)).status).toBe(200);
    expect(outcome(await call('GET', `/roles/${id}`))).toEqual([404, 'role.not_found']);
    expect(outcome(await call('DELETE', `/roles/${id}`))).toEqual([404, 'role.not_found']);
  });

  it('refuses one that is held, with how often', async () => {
    const { id } = await aRole();
    await Promise.all([aPerson(shop, 'staff', [id]), aPerson(shop, 'staff', [id])]);
    const refused = await call('DELETE', `/roles/${id}`);
    expect(outcome(refused)).toEqual([422, 'role.in_use']);
    expect(refused.body.error?.details).toEqual({ count: 2 });
  });

  it('refuses one a tenant starts with, and is for those who may', async () => {
    expect(outcome(await call('DELETE', `/roles/${roles.viewer}`))).toEqual([422, 'role.built_in']);
    const { id } = await aRole();
    expect(outcome(await call('DELETE', `/roles/${id}`, undefined, staffWith('role.read')))).toEqual([
      403,
      'auth.forbidden',
    ]);
    expect(outcome(await call('DELETE', `/roles/${id}`, undefined, null))).toEqual([401, 'auth.required']);
    const other = await aShop();
    const foreign = (await giveRoles(other)).viewer;
    expect(outcome(await call('DELETE', `/roles/${foreign}`))).toEqual([404, 'role.not_found']);
  });
});

interface Staff {
  id: string;
  name: string;
  email: string;
  status: string;
  roles: string[];
  roleIds: string[];
}

describe('staff', () => {
  const person = (more: object = {}) => ({
    name: 'Nina Night',
    email: `nina-${newId()}@${shop.slug}.example`,
    roles: ['sales_rep'],
    password: 'Forklift-in-the-rain',
    ...more,
  });

  it('are added with a password, sign in, and are listed by name', async () => {
    const nina = person({ roles: ['sales_rep', roles.fulfilment] });
    const added = await call<Staff>('POST', '/staff', nina);
    expect(added.status).toBe(201);
    expect(added.headers.get('location')).toBe(`/api/v1/backoffice/staff/${added.body.data?.id}`);
    expect(added.body.data).toMatchObject({
      name: 'Nina Night',
      email: nina.email,
      status: 'active',
      roles: ['fulfilment', 'sales_rep'],
      roleIds: [roles.fulfilment, roles.sales_rep],
    });
    expect((await signIn(api, shop, { email: nina.email, password: nina.password })).status).toBe(200);
    const list = await call<Staff[]>('GET', '/staff?page=1&pageSize=2');
    expect(list.body.data?.map(({ name }) => name)).toEqual(['Nina Night', 'Pat Person']);
    expect(list.body.meta.page).toEqual({ number: 1, size: 2, total: 3 });
    expect((await call<Staff>('GET', `/staff/${added.body.data?.id}`)).body.data?.email).toBe(nina.email);
  });

  it.each([
    ['an e-mail that is none', { email: 'nina' }, 400, 'request.invalid'],
    ['a short password', { password: 'short' }, 400, 'request.invalid'],
    ['no roles', { roles: [] }, 400, 'request.invalid'],
    ['an unknown field', { kind: 'staff' }, 400, 'request.invalid'],
    ['a common password', { password: 'Password1234' }, 422, 'auth.password_too_weak'],
    ['a role nobody knows', { roles: ['pilot'] }, 422, 'role.unknown'],
    ['a role of the buyers', { roles: ['purchaser'] }, 422, 'role.unknown'],
  ])('are refused with %s', async (_, more, status, code) => {
    expect(outcome(await call('POST', '/staff', person(more)))).toEqual([status, code]);
  });

  it('have e-mails of their own, in any case', async () => {
    const taken = person({ email: owner.email.toUpperCase() });
    expect(outcome(await call('POST', '/staff', taken))).toEqual([409, 'member.email_taken']);
    const other = await aPerson(shop, 'staff', [roles.sales_rep]);
    expect(outcome(await call('PATCH', `/staff/${other.id}`, { email: owner.email }))).toEqual([
      409,
      'member.email_taken',
    ]);
  });

  it('feel a change of roles with their next call', async () => {
    const clerk = await aPerson(shop, 'staff', [roles.read_only]);
    const before = await tokenOf(api, shop, clerk);
    const changed = await call<Staff>('PATCH', `/staff/${clerk.id}`, { roles: ['fulfilment'], name: 'Fay' });
    expect(changed.body.data).toMatchObject({ name: 'Fay', roles: ['fulfilment'] });
    expect(outcome(await call('GET', '/roles', undefined, before))).toEqual([401, 'auth.token_stale']);
  });

  it('are out at once when they are disabled, and back in with the password they had', async () => {
    const clerk = await aPerson(shop, 'staff', [roles.read_only]);
    const signedIn = await signIn(api, shop, { email: clerk.email });
    expect((await call<Staff>('PATCH', `/staff/${clerk.id}`, { status: 'disabled' })).body.data?.status).toBe(
      'disabled',
    );
    expect((await call('GET', '/roles', undefined, signedIn.body.data?.accessToken)).status).toBe(401);
    expect((await refresh(api, shop, cookiesOf(signedIn))).status).toBe(401);
    expect((await call<Staff>('PATCH', `/staff/${clerk.id}`, { status: 'active' })).body.data?.status).toBe('active');
    expect((await signIn(api, shop, { email: clerk.email })).status).toBe(200);
  });

  it('are given nothing, and changed in nothing, by those who may do less than they', async () => {
    const editor = staffWith('staff.edit', 'staff.read');
    expect(outcome(await call('POST', '/staff', person({ roles: ['owner'] }), editor))).toEqual([
      422,
      'role.beyond_own_rights',
    ]);
    const takeover = { email: `mine@${shop.slug}.example` };
    expect(outcome(await call('PATCH', `/staff/${owner.id}`, takeover, editor))).toEqual([
      422,
      'role.beyond_own_rights',
    ]);
    const { id } = await aPerson(shop, 'staff', []);
    expect(outcome(await call('PATCH', `/staff/${id}`, { roles: ['sales_rep'] }, editor))).toEqual([
      422,
      'role.beyond_own_rights',
    ]);
    expect((await call('PATCH', `/staff/${id}`, { name: 'New Name' }, editor)).status).toBe(200);
  });

  it('are for those who may, and of one tenant alone', async () => {
    const other = await aShop();
    expect(outcome(await call('GET', '/staff', undefined, null))).toEqual([401, 'auth.required']);
    expect(outcome(await call('GET', '/staff', undefined, staffWith('role.read')))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('POST', '/staff', person(), staffWith('staff.read')))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('PATCH', `/staff/${owner.id}`, {}, staffWith('staff.read')))).toEqual([
      403,
      'auth.forbidden',
    ]);
    expect(outcome(await call('GET', `/staff/${other.staffId}`))).toEqual([404, 'member.not_found']);
    expect(outcome(await call('PATCH', `/staff/${other.staffId}`, { name: 'X' }))).toEqual([404, 'member.not_found']);
    expect(outcome(await call('PATCH', `/staff/${shop.buyerId}`, { name: 'X' }))).toEqual([404, 'member.not_found']);
    expect(outcome(await call('PATCH', `/staff/${owner.id}`, { status: 'invited' }))).toEqual([400, 'request.invalid']);
    expect(outcome(await call('GET', '/staff?pageSize=201'))).toEqual([400, 'request.invalid']);
  });
});

describe('the last owner', () => {
  it.each([
    ['without the role', { roles: ['sales_manager'] }],
    ['without any role', { roles: [] }],
    ['disabled', { status: 'disabled' }],
  ])('cannot be left %s', async (_, change) => {
    expect(outcome(await call('PATCH', `/staff/${owner.id}`, change))).toEqual([422, 'role.last_owner']);
  });

  it('is not saved by an owner who cannot sign in', async () => {
    await aPerson(shop, 'staff', [roles.owner], { status: 'invited' });
    await aPerson(shop, 'staff', [roles.owner], { status: 'disabled' });
    expect(outcome(await call('PATCH', `/staff/${owner.id}`, { roles: [] }))).toEqual([422, 'role.last_owner']);
    await aPerson(shop, 'staff', [roles.owner]);
    expect((await call('PATCH', `/staff/${owner.id}`, { roles: [] })).status).toBe(200);
  });

  it('is still there after ten owners take the role from each other at once', async () => {
    const nine = await Promise.all(Array.from({ length: 9 }, () => aPerson(shop, 'staff', [roles.owner])));
    const everybody = staffWith(...permissionsOf('staff'));
    const answers = await Promise.all(
      [owner, ...nine].map(({ id }, index) =>
        call(
          'PATCH',
          `/staff/${id}`,
          index % 2 ? { status: 'disabled' } : { roles: ['viewer', 'read_only'].slice(1) },
          everybody,
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(9);
    expect(answers.map(outcome).filter(([status]) => status !== 200)).toEqual([[422, 'role.last_owner']]);
    const { rows } = await asOwner((sql) =>
      sql.query(
        `select 1 from identity.member m join identity.member_role mr on mr.member_id = m.id
         where mr.role_id = $1 and m.status = 'active'`,
        [roles.owner],
      ),
    );
    expect(rows).toHaveLength(1);
  });
});

describe('the audit trail', () => {
  it('tells who changed which role and person, newest first, by entity, person and time', async () => {
    const { id } = await aRole();
    await call('PATCH', `/roles/${id}`, { permissions: ['stock.read'] });
    const clerk = await aPerson(shop, 'staff', [roles.sales_rep]);
    await call('PATCH', `/staff/${clerk.id}`, { status: 'disabled' });

    const read = async (query: string) => {
      const { body } = await call<{ action: string }[]>('GET', `/audit?${query}`);
      return body.data?.map(({ action }) => action);
    };
    const { status, body } = await call<object[]>('GET', '/audit');
    expect([status, body.meta.page]).toEqual([200, { number: 1, size: 24, total: 3 }]);
    expect(body.data?.[1]).toEqual({
      id: expect.any(String) as string,
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      actor: { id: owner.id, name: 'Pat Person' },
      action: 'role.changed',
      entity: 'role',
      entityId: id,
      facts: { name: 'Night shift', granted: ['stock.read'], withdrawn: ['order.read'] },
    });
    expect(await read('entity=role')).toEqual(['role.changed', 'role.created']);
    expect(await read(`entityId=${clerk.id}`)).toEqual(['staff.changed']);
    expect(await read(`actor=${owner.id}`)).toHaveLength(3);
    expect(await read('actor=pat')).toHaveLength(3);
    expect(await read(`actor=${clerk.id}`)).toEqual([]);
    expect(await read('to=2020-01-01')).toEqual([]);
    expect(await read('from=2020-01-01&to=2999-12-31')).toHaveLength(3);
    expect(await read(`from=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
    expect(await read('page=2&pageSize=2')).toEqual(['role.created']);
    expect((await call<object[]>('GET', '/audit?page=9')).body.meta.page).toMatchObject({ total: 3 });
  });

  it('is for those who may, of their own tenant, and asked for properly', async () => {
    await aRole();
    expect(outcome(await call('GET', '/audit', undefined, null))).toEqual([401, 'auth.required']);
    expect(outcome(await call('GET', '/audit', undefined, staffWith('role.edit')))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('GET', '/audit?from=yesterday'))).toEqual([400, 'request.invalid']);
    expect(outcome(await call('GET', '/audit?from=2026-02-31'))).toEqual([400, 'request.invalid']);
    const other = await aShop();
    expect((await api.call<object[]>(other, other.staffToken, 'GET', '/backoffice/audit')).body.data).toEqual([]);
  });
});

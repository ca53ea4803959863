import { Api } from '../support/api.js';
import { aShop, asOwner, type Shop } from '../support/shop.js';
import {
  aPerson,
  anAddress,
  cookiesOf,
  giveRoles,
  linkIn,
  mailsTo,
  outcome,
  refresh,
  signIn,
  tokenOf,
} from './people.js';

let api: Api;
let shop: Shop;
let roles: Record<string, string>;

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  roles = await giveRoles(shop);
});
afterAll(() => api.stop());

const invite = async (path: string, more: object = {}) => {
  const email = `new-${Math.random().toString(36).slice(2)}@${shop.slug}.example`;
  const body = { name: 'Ana <b>Lima</b>', email, roles: [path.includes('staff') ? 'sales_rep' : 'purchaser'], ...more };
  const { status } = await api.call(shop, shop.staffToken, 'POST', `/backoffice/${path}`, body);
  expect(status).toBe(201);
  await api.settle(shop);
  return email;
};
const askReset = (email: string) =>
  api.call(shop, null, 'POST', '/auth/password-reset', { email }, { 'x-forwarded-for': anAddress() });
const choose = (link: URL, password = 'Rebar-and-rubble') =>
  api.call(shop, null, 'POST', '/auth/password', { token: link.searchParams.get('token'), password });

describe('an invitation', () => {
  it('is mailed to a new buyer, who chooses a password once and signs in', async () => {
    const email = await invite(`companies/${shop.companyId}/buyers`);
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('You are invited to Test Supply');
    expect(mail?.html).not.toContain('<b>Lima');
    const link = linkIn(mail);
    expect(link.href).toMatch(new RegExp(`^http://${shop.slug}\\.localhost:3000/welcome\\?token=[\\w-]{43}$`));
    expect((await signIn(api, shop, { email })).status).toBe(401);

    const chosen = await choose(link);
    expect([chosen.status, chosen.body.data]).toEqual([200, { email, kind: 'buyer' }]);
    expect((await signIn(api, shop, { email, password: 'Rebar-and-rubble' })).status).toBe(200);
    expect(outcome(await choose(link, 'Another-password'))).toEqual([422, 'auth.link_not_valid']);
  });

  it('leads staff to the backoffice, and speaks their language', async () => {
    const email = await invite('staff', { locale: 'pt-BR' });
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('Convite para Test Supply');
    expect(linkIn(mail).pathname).toBe('/backoffice/welcome');
  });

  it('speaks the store’s language to whoever chose none', async () => {
    const brazil = await aShop({ currency: 'BRL' });
    await giveRoles(brazil);
    await asOwner((owner) =>
      owner.query("update identity.tenant set locale = 'pt-BR' where id = $1", [brazil.tenantId]),
    );
    const email = `novo@${brazil.slug}.example`;
    await api.call(brazil, brazil.staffToken, 'POST', '/backoffice/staff', {
      name: 'Novo',
      email,
      roles: ['sales_rep'],
    });
    await api.settle(brazil);
    expect((await mailsTo(email))[0]?.subject).toBe('Convite para Test Supply');
  });

  it('is sent again on request, and the earlier link is worth nothing then', async () => {
    const email = await invite('staff');
    const first = linkIn((await mailsTo(email))[0]);
    const { rows } = await asOwner((owner) => owner.query('select id from identity.member where email = $1', [email]));
    const { id } = rows[0] as { id: string };
    const again = await api.call<{ status: string }>(shop, shop.staffToken, 'PATCH', `/backoffice/staff/${id}`, {
      status: 'active',
    });
    expect(again.body.data?.status).toBe('invited');
    await api.settle(shop);
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    expect(outcome(await choose(first))).toEqual([422, 'auth.link_not_valid']);
    expect((await choose(linkIn(mails[0]))).status).toBe(200);
  });

  it('is never kept in the clear, neither in the event nor as a link', async () => {
    const email = await invite('staff');
    const token = linkIn((await mailsTo(email))[0]).searchParams.get('token') ?? 'none';
    const { rows } = await asOwner((owner) =>
      owner.query(`select payload::text as text from platform.outbox_event
                   union all select to_jsonb(i)::text from identity.invitation i`),
    );
    expect((rows as { text: string }[]).filter(({ text }) => text.includes(token))).toEqual([]);
  });
});

describe('a forgotten password', () => {
  it('is replaced through a mailed link, and everybody signed in with the old one is out', async () => {
    const person = await aPerson(shop, 'buyer', [roles.purchaser]);
    const signedIn = await signIn(api, shop, { email: person.email });
    const asked = await askReset(person.email.toUpperCase());
    expect([asked.status, asked.body.data]).toEqual([200, { done: true }]);
    await api.settle(shop);
    const [mail] = await mailsTo(person.email);
    expect(mail?.subject).toBe('Choose a new password for Test Supply');

    expect((await choose(linkIn(mail))).status).toBe(200);
    const me = await api.call(shop, signedIn.body.data?.accessToken ?? '', 'GET', '/auth/me');
    expect(outcome(me)).toEqual([401, 'auth.token_stale']);
    expect((await refresh(api, shop, cookiesOf(signedIn))).status).toBe(401);
    expect((await signIn(api, shop, { email: person.email })).status).toBe(401);
    expect((await signIn(api, shop, { email: person.email, password: 'Rebar-and-rubble' })).status).toBe(200);
  });

  it('opens an account that too many tries had closed', async () => {
    const person = await aPerson(shop, 'staff', [roles.sales_rep]);
    for (let tries = 0; tries < 6; tries += 1) await signIn(api, shop, { email: person.email, password: 'wrong' });
    await askReset(person.email);
    await api.settle(shop);
    await choose(linkIn((await mailsTo(person.email))[0]));
    expect((await signIn(api, shop, { email: person.email, password: 'Rebar-and-rubble' })).status).toBe(200);
  });

  it('answers strangers, disabled and blocked people alike, and mails them nothing', async () => {
    const disabled = await aPerson(shop, 'staff', [], { status: 'disabled' });
    const blocked = await aPerson(shop, 'buyer', [], { companyId: shop.otherCompanyId });
    await asOwner((owner) =>
      owner.query("update identity.company set status = 'blocked' where id = $1", [shop.otherCompanyId]),
    );
    for (const email of ['nobody@nowhere.example', disabled.email, blocked.email]) {
      const { status, body } = await askReset(email);
      expect([status, body.data]).toEqual([200, { done: true }]);
      await api.settle(shop);
      expect(await mailsTo(email)).toEqual([]);
    }
  });

  it('fills nobody’s mailbox', async () => {
    const person = await aPerson(shop, 'staff', []);
    for (let asked = 0; asked < 6; asked += 1) expect((await askReset(person.email)).status).toBe(200);
    await api.settle(shop);
    expect(await mailsTo(person.email)).toHaveLength(3);
  });

  it.each([
    ['the e-mail itself', (email: string) => email.toUpperCase(), 422, 'auth.password_too_weak'],
    ['a common password', () => 'qwertyuiop', 422, 'auth.password_too_weak'],
    ['a common one with a year', () => 'Password2026!', 422, 'auth.password_too_weak'],
    ['a short one', () => 'Ladder-9', 400, 'request.invalid'],
    ['an endless one', () => 'x'.repeat(201), 400, 'request.invalid'],
  ])('is not replaced by %s, and the link stays good', async (_, bad, status, code) => {
    const person = await aPerson(shop, 'staff', []);
    await askReset(person.email);
    await api.settle(shop);
    const link = linkIn((await mailsTo(person.email))[0]);
    expect(outcome(await choose(link, bad(person.email)))).toEqual([status, code]);
    expect((await choose(link)).status).toBe(200);
  });

  it('needs a link that is in date, of this store, for somebody who may come back', async () => {
    const person = await aPerson(shop, 'staff', []);
    await askReset(person.email);
    await api.settle(shop);
    const link = linkIn((await mailsTo(person.email))[0]);
    const elsewhere = await aShop();
    const body = { token: link.searchParams.get('token'), password: 'Rebar-and-rubble' };
    expect(outcome(await api.call(elsewhere, null, 'POST', '/auth/password', body))).toEqual([
      422,
      'auth.link_not_valid',
    ]);
    await asOwner((owner) => owner.query("update identity.member set status = 'disabled' where id = $1", [person.id]));
    expect(outcome(await choose(link))).toEqual([422, 'auth.link_not_valid']);
    await asOwner((owner) => owner.query("update identity.member set status = 'active' where id = $1", [person.id]));
    await asOwner((owner) =>
      owner.query('update identity.invitation set expires_at = now() where member_id = $1', [person.id]),
    );
    expect(outcome(await choose(link))).toEqual([422, 'auth.link_not_valid']);
    expect(outcome(await api.call(shop, null, 'POST', '/auth/password', { password: 'x' }))).toEqual([
      400,
      'request.invalid',
    ]);
    expect(outcome(await api.call(shop, null, 'POST', '/auth/password-reset', {}))).toEqual([400, 'request.invalid']);
  });
});

it('a changed right is a changed token: what a sign-in says follows the roles', async () => {
  const person = await aPerson(shop, 'staff', [roles.sales_rep]);
  await tokenOf(api, shop, person);
  await asOwner((owner) =>
    owner.query("update identity.role set permissions = '{order.read}' where id = $1", [roles.sales_rep]),
  );
  const { body } = await signIn(api, shop, { email: person.email });
  expect(body.data?.user.permissions).toEqual(['order.read']);
});

describe('the store', () => {
  it('tells everybody its name, money, language and states', async () => {
    interface Tenant {
      states: { code: string; name: string }[];
    }
    const { status, body } = await api.call<Tenant>(shop, null, 'GET', '/tenant');
    expect(status).toBe(200);
    expect({ ...body.data, states: [] }).toEqual({
      slug: shop.slug,
      name: 'Test Supply',
      currency: 'USD',
      locale: 'en-US',
      timeZone: 'America/Chicago',
      brandColor: null,
      logoUrl: null,
      publicPrices: false,
      states: [],
    });
    expect(body.data?.states).toHaveLength(51);
    expect(body.data?.states).toContainEqual({ code: 'DC', name: 'District of Columbia' });
    const brazil = await api.call<Tenant>(await aShop({ currency: 'BRL' }), null, 'GET', '/tenant');
    expect(brazil.body.data?.states).toHaveLength(27);
    expect(brazil.body.data?.states).toContainEqual({ code: 'PE', name: 'Pernambuco' });
  });
});

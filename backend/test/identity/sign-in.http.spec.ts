import jwt from 'jsonwebtoken';
import { Api } from '../support/api.js';
import { aShop, asOwner, type Shop } from '../support/shop.js';
import { anAddress, aPerson, cookiesOf, giveRoles, outcome, password, type Person, refresh, signIn } from './people.js';

let api: Api;
let shop: Shop;
let roles: Record<string, string>;
let rep: Person;
let purchaser: Person;

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  roles = await giveRoles(shop);
  rep = await aPerson(shop, 'staff', [roles.sales_rep, roles.fulfilment]);
  purchaser = await aPerson(shop, 'buyer', [roles.purchaser]);
});
afterAll(() => api.stop());

describe('signing in', () => {
  it('tells a buyer who they are, what they may do and for which company', async () => {
    const { status, body } = await signIn(api, shop, { email: purchaser.email });
    expect(status).toBe(200);
    expect(body.data).toEqual({
      accessToken: expect.any(String) as string,
      expiresIn: 900,
      user: {
        id: purchaser.id,
        name: 'Pat Person',
        email: purchaser.email,
        kind: 'buyer',
        roles: ['purchaser'],
        permissions: ['cart.edit', 'catalogue.view', 'company.view', 'order.cancel_own', 'order.place', 'order.view'],
        company: { id: shop.companyId, name: 'Aurora Builders', stateCode: 'TX' },
      },
    });
  });

  it('puts what the roles permit together into the token', async () => {
    const { body } = await signIn(api, shop, { email: rep.email });
    const claims = jwt.decode(body.data?.accessToken ?? '') as jwt.JwtPayload;
    expect(claims).toMatchObject({
      sub: rep.id,
      tenantId: shop.tenantId,
      kind: 'staff',
      name: 'Pat Person',
      roles: ['fulfilment', 'sales_rep'],
      epoch: 0,
    });
    expect(claims.permissions).toEqual(expect.arrayContaining(['order.ship', 'order.confirm', 'price.read']));
    expect(claims).not.toHaveProperty('companyId');
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(900);
  });

  it('takes the e-mail in any case and with blanks around it', async () => {
    expect((await signIn(api, shop, { email: ` ${rep.email.toUpperCase()} ` })).status).toBe(200);
  });

  it('answers me with the same user, and nobody without a token', async () => {
    const { body } = await signIn(api, shop, { email: purchaser.email });
    const me = await api.call(shop, body.data?.accessToken ?? '', 'GET', '/auth/me');
    expect([me.status, me.body.data]).toEqual([200, body.data?.user]);
    expect(outcome(await api.call(shop, null, 'GET', '/auth/me'))).toEqual([401, 'auth.required']);
  });

  it('lets each side in at its own door, and everybody where no side is named', async () => {
    const answers = await Promise.all([
      signIn(api, shop, { email: rep.email, side: 'staff' }),
      signIn(api, shop, { email: purchaser.email, side: 'buyer' }),
      signIn(api, shop, { email: rep.email, side: 'buyer' }),
      signIn(api, shop, { email: purchaser.email, side: 'staff' }),
    ]);
    const refused = [401, 'auth.invalid_credentials'];
    expect(answers.map(outcome)).toEqual([[200, undefined], [200, undefined], refused, refused]);
  });

  it('gives one answer to a wrong password, a stranger, and people who may not enter', async () => {
    const blocked = await aShop();
    const blockedRoles = await giveRoles(blocked);
    const blockedBuyer = await aPerson(blocked, 'buyer', [blockedRoles.purchaser]);
    await asOwner((owner) =>
      owner.query("update identity.company set status = 'blocked' where id = $1", [blocked.companyId]),
    );
    const disabled = await aPerson(shop, 'staff', [roles.owner], { status: 'disabled' });
    const invited = await aPerson(shop, 'staff', [roles.owner], { status: 'invited' });
    const answers = await Promise.all([
      signIn(api, shop, { email: rep.email, password: 'not the password' }),
      signIn(api, shop, { email: 'nobody@nowhere.example' }),
      signIn(api, shop, { email: 'not even an address' }),
      signIn(api, shop, { email: disabled.email }),
      signIn(api, shop, { email: invited.email }),
      signIn(api, blocked, { email: blockedBuyer.email }),
      signIn(api, blocked, { email: rep.email }),
    ]);
    const bodies = answers.map(({ status, body, headers }) => [status, body.error, headers.getSetCookie()]);
    expect(bodies).toEqual(
      answers.map(() => [401, { code: 'auth.invalid_credentials', message: 'E-mail or password is wrong' }, []]),
    );
  });

  it.each([
    ['no password', { email: 'a@b.example' }],
    ['an endless password', { email: 'a@b.example', password: 'x'.repeat(201) }],
    ['an endless e-mail', { email: 'x'.repeat(255), password: 'x' }],
    ['a list for an e-mail', { email: ['a@b.example'], password: 'x' }],
    ['an e-mail that cannot be stored', { email: 'a\0b@c.example', password: 'x' }],
    ['an unknown side', { email: 'a@b.example', password: 'x', side: 'admin' }],
    ['an unknown field', { email: 'a@b.example', password: 'x', remember: true }],
  ])('refuses %s as a wrong shape', async (_, body) => {
    expect(outcome(await api.call(shop, null, 'POST', '/auth/login', body))).toEqual([400, 'request.invalid']);
  });
});

describe('too many tries', () => {
  it('close an account for a while, also for the right password, and say how long', async () => {
    const victim = await aPerson(shop, 'staff', [roles.sales_rep]);
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await signIn(api, shop, { email: victim.email, password: 'wrong' })).status).toBe(401);
    }
    const closed = await signIn(api, shop, { email: victim.email });
    expect(outcome(closed)).toEqual([429, 'auth.too_many_attempts']);
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(Number(closed.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    expect((await signIn(api, shop, { email: rep.email })).status).toBe(200);

    await asOwner((owner) =>
      owner.query(
        "update identity.login_attempt set window_ends_at = now() - interval '1 second' where tenant_id = $1",
        [shop.tenantId],
      ),
    );
    expect((await signIn(api, shop, { email: victim.email })).status).toBe(200);
  });

  it('close a stranger just like an account, so that the refusal tells nothing', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      statuses.push((await signIn(api, shop, { email: 'stranger@nowhere.example', password: 'wrong' })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('are counted exactly when they come all at once', async () => {
    const victim = await aPerson(shop, 'staff', [roles.sales_rep]);
    const guesses = Array.from({ length: 20 }, () => signIn(api, shop, { email: victim.email, password: 'wrong' }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('start from nothing after a success', async () => {
    const forgetful = await aPerson(shop, 'staff', [roles.sales_rep]);
    for (let rounds = 0; rounds < 3; rounds += 1) {
      for (let tries = 0; tries < 4; tries += 1) {
        await signIn(api, shop, { email: forgetful.email, password: 'wrong' });
      }
      expect((await signIn(api, shop, { email: forgetful.email })).status).toBe(200);
    }
  });

  it('close an address that tries many accounts; a success does not use it up', async () => {
    const own = await aShop();
    const ownRoles = await giveRoles(own);
    const clerk = await aPerson(own, 'staff', [ownRoles.fulfilment]);
    const address = anAddress();
    for (let tries = 0; tries < 50; tries += 10) {
      const guesses = Array.from({ length: 10 }, (_, index) =>
        signIn(api, own, { email: `guess${tries + index}@nowhere.example` }, address),
      );
      expect((await Promise.all(guesses)).map(({ status }) => status)).toEqual(Array<number>(10).fill(401));
      if (tries < 40) expect((await signIn(api, own, { email: clerk.email }, address)).status).toBe(200);
    }
    expect(outcome(await signIn(api, own, { email: clerk.email }, address))).toEqual([429, 'auth.too_many_attempts']);
    expect((await signIn(api, own, { email: clerk.email })).status).toBe(200);
  });
});

describe('the refresh cookie', () => {
  it('is for this host, these routes and no script, for 30 days, under a name of its side', async () => {
    const cookies = await Promise.all(
      [rep, purchaser].map(async ({ email }) => (await signIn(api, shop, { email })).headers.getSetCookie()[0] ?? ''),
    );
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/api\/v1\/auth; .*HttpOnly; Secure; SameSite=Strict$/);
      const days = (new Date(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '').getTime() - Date.now()) / 86_400_000;
      expect(days).toBeCloseTo(30, 2);
    }
    expect(cookies.map((cookie) => /^(\w+)=[\w-]{43};/.exec(cookie)?.[1])).toEqual([
      'tradeyard_staff',
      'tradeyard_buyer',
    ]);
  });

  it('is exchanged at each use for another one and a new access token', async () => {
    const first = await signIn(api, shop, { email: purchaser.email });
    const second = await refresh(api, shop, cookiesOf(first));
    const third = await refresh(api, shop, cookiesOf(second));
    expect([second.status, third.status]).toEqual([200, 200]);
    expect(third.body.data?.user).toEqual(first.body.data?.user);
    expect(new Set([first, second, third].map(cookiesOf)).size).toBe(3);
    expect((await api.call(shop, third.body.data?.accessToken ?? '', 'GET', '/auth/me')).status).toBe(200);
  });

  it('is kept as a hash only', async () => {
    const token = cookiesOf(await signIn(api, shop, { email: purchaser.email })).split('=')[1] ?? '';
    const { rows } = await asOwner((owner) =>
      owner.query('select to_jsonb(t)::text as text from identity.refresh_token t'),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect((rows as { text: string }[]).filter(({ text }) => text.includes(token))).toEqual([]);
  });

  it('ends the whole session when an old one comes back, for the thief and the robbed alike', async () => {
    const stolen = await signIn(api, shop, { email: purchaser.email });
    const elsewhere = await signIn(api, shop, { email: purchaser.email });
    const used = await refresh(api, shop, cookiesOf(stolen));
    const newest = await refresh(api, shop, cookiesOf(used));
    expect(outcome(await refresh(api, shop, cookiesOf(stolen)))).toEqual([401, 'auth.session_ended']);
    expect(outcome(await refresh(api, shop, cookiesOf(newest)))).toEqual([401, 'auth.session_ended']);
    expect((await refresh(api, shop, cookiesOf(elsewhere))).status).toBe(200);
    const { rows } = await asOwner((owner) =>
      owner.query('select action, entity_id from identity.audit_entry where tenant_id = $1 and action like $2', [
        shop.tenantId,
        'session.%',
      ]),
    );
    expect(rows).toEqual([{ action: 'session.token_reused', entity_id: purchaser.id }]);
  });

  it('forgives two tabs that refresh at once: one gets the next cookie, both go on', async () => {
    const before = cookiesOf(await signIn(api, shop, { email: purchaser.email }));
    const tabs = await Promise.all([
      refresh(api, shop, before),
      refresh(api, shop, before),
      refresh(api, shop, before),
    ]);
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200]);
    const given = tabs.map(cookiesOf).filter(Boolean);
    expect(given).toHaveLength(1);
    expect((await refresh(api, shop, given[0] ?? '')).status).toBe(200);
  });

  it('is not forgiven for coming back after a while', async () => {
    const before = cookiesOf(await signIn(api, shop, { email: purchaser.email }));
    const next = cookiesOf(await refresh(api, shop, before));
    await asOwner((owner) =>
      owner.query("update identity.refresh_token set used_at = used_at - interval '11 seconds' where tenant_id = $1", [
        shop.tenantId,
      ]),
    );
    expect((await refresh(api, shop, before)).status).toBe(401);
    expect((await refresh(api, shop, next)).status).toBe(401);
  });

  it('is worth nothing after 30 days, in another store, or when it was never given out', async () => {
    const old = cookiesOf(await signIn(api, shop, { email: purchaser.email }));
    const other = await aShop();
    expect((await refresh(api, other, old)).status).toBe(401);
    await asOwner((owner) =>
      owner.query('update identity.session set expires_at = now() where member_id = $1', [purchaser.id]),
    );
    expect((await refresh(api, shop, old)).status).toBe(401);
    expect((await refresh(api, shop, 'tradeyard_buyer=made-up')).status).toBe(401);
    expect(outcome(await refresh(api, shop, ''))).toEqual([401, 'auth.session_ended']);
  });

  it('keeps both sides apart in one browser', async () => {
    const staff = cookiesOf(await signIn(api, shop, { email: rep.email }));
    const buyer = cookiesOf(await signIn(api, shop, { email: purchaser.email }));
    const both = `${staff}; ${buyer}`;
    const asStaff = await refresh(api, shop, both, { side: 'staff' });
    const asBuyer = await refresh(api, shop, both, { side: 'buyer' });
    expect([asStaff, asBuyer].map(({ body }) => body.data?.user.kind)).toEqual(['staff', 'buyer']);
    expect(outcome(await refresh(api, shop, staff, { side: 'buyer' }))).toEqual([401, 'auth.session_ended']);
    expect((await refresh(api, shop, cookiesOf(asStaff))).status).toBe(200);
    expect(outcome(await refresh(api, shop, both, { side: 'nobody' }))).toEqual([400, 'request.invalid']);
  });

  it('is taken and its session ended by signing out, of one side or of both', async () => {
    const staff = cookiesOf(await signIn(api, shop, { email: rep.email }));
    const buyer = cookiesOf(await signIn(api, shop, { email: purchaser.email }));
    const out = await api.call(shop, null, 'POST', '/auth/logout', { side: 'staff' }, { cookie: `${staff}; ${buyer}` });
    expect([out.status, out.body.data]).toEqual([200, { done: true }]);
    expect(out.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^tradeyard_staff=; .*Expires=Thu, 01 Jan 1970/) as string,
    ]);
    expect((await refresh(api, shop, staff)).status).toBe(401);
    const kept = await refresh(api, shop, buyer);
    expect(kept.status).toBe(200);
    await api.call(shop, null, 'POST', '/auth/logout', undefined, { cookie: cookiesOf(kept) });
    expect((await refresh(api, shop, cookiesOf(kept))).status).toBe(401);
    expect((await api.call(shop, null, 'POST', '/auth/logout')).status).toBe(200);
  });

  it('lets nobody back in who was disabled meanwhile', async () => {
    const leaving = await aPerson(shop, 'staff', [roles.sales_rep]);
    const cookie = cookiesOf(await signIn(api, shop, { email: leaving.email }));
    await asOwner((owner) => owner.query("update identity.member set status = 'disabled' where id = $1", [leaving.id]));
    expect(outcome(await refresh(api, shop, cookie))).toEqual([401, 'auth.session_ended']);
  });
});

it('takes a stranger as long as somebody with a wrong password', async () => {
  const known = await aPerson(shop, 'staff', []);
  const { default: argon2 } = await import('argon2');
  const { argon2Options } = await import('../../src/identity/infrastructure/argon2-passwords.js');
  const hash = await argon2.hash(password, argon2Options);
  await asOwner((owner) =>
    owner.query('update identity.member set password_hash = $1 where id = $2', [hash, known.id]),
  );
  const timeOf = async (email: string) => {
    const start = performance.now();
    await signIn(api, shop, { email, password: 'wrong' });
    return performance.now() - start;
  };
  const times = { known: [] as number[], stranger: [] as number[] };
  for (let round = 0; round < 5; round += 1) {
    times.known.push(await timeOf(known.email));
    times.stranger.push(await timeOf('no-one@nowhere.example'));
  }
  // The work of one Argon2id hash is the least either may take; without it a stranger is answered in 2 ms.
  const start = performance.now();
  await argon2.verify(hash, 'wrong');
  const work = performance.now() - start;
  expect(Math.min(...times.stranger)).toBeGreaterThan(work / 2);
  expect(Math.min(...times.known)).toBeGreaterThan(work / 2);
});

import { aPerson, giveRoles, mailsTo } from '../identity/people.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, aToken, type Shop } from '../support/shop.js';
import {
  aColleague,
  codesOf,
  type Colleague,
  needTwoPersons,
  PriceDesk,
  type RevisionAnswer,
  set,
  tomorrow,
} from './price-desk.js';

interface Facets {
  byStatus: { status: string; count: number }[];
  waitingForMe: number;
}

let api: Api;
let shop: Shop;
let desk: PriceDesk;

beforeAll(async () => {
  api = await Api.start();
});
beforeEach(async () => {
  shop = await aShop();
  desk = new PriceDesk(api, shop);
});
afterAll(() => api.stop());

const list = async (query = '', at = desk) => {
  const { status, body } = await at.ask<RevisionAnswer[]>('GET', `/price-revisions${query}`);
  const facets = body.meta.facets as Facets | undefined;
  return { status, rows: body.data ?? [], total: body.meta.page?.total, facets };
};
const numbers = (rows: RevisionAnswer[]) => rows.map(({ table, number }) => `${table.name} ${number}`);
const submitted = async (at = desk) => {
  const path = await at.draft(set('CEM-50', '43'));
  await at.step(path, 'submit');
  return path;
};

describe('the revisions of all tables', () => {
  it('stand in one list, newest first, each with its table', async () => {
    await desk.draft();
    await desk.at(shop.tables.company).draft(set('CEM-50', '39'));
    const { rows, total, facets } = await list();
    expect([numbers(rows), total]).toEqual([['Aurora Builders 1', 'National 1'], 2]);
    expect(rows[0]).toMatchObject({
      tableId: shop.tables.company,
      table: {
        id: shop.tables.company,
        name: 'Aurora Builders',
        scope: 'company',
        stateCode: null,
        companyId: shop.companyId,
        companyName: 'Aurora Builders',
      },
      currency: 'USD',
      override: null,
      restoresNumber: null,
      mayApprove: false,
      waitingForMe: false,
    });
    expect(facets).toEqual({ byStatus: [{ status: 'draft', count: 2 }], waitingForMe: 0 });
  });

  it('are narrowed by status, table, author and words; the counts stay those of every status', async () => {
    const live = await desk.draft(set('CEM-50', '43'));
    await desk.publish(live);
    const { body } = await desk.call('POST', '/revisions', { name: 'Época de chuvas' });
    const other = desk.as(await aColleague(shop));
    await other.at(shop.tables.state).draft(set('CEM-50', '41'));
    expect(numbers((await list('?status=live')).rows)).toEqual(['National 1']);
    expect(numbers((await list('?status=live,draft&sort=createdAt')).rows)).toEqual([
      'National 1',
      'National 2',
      'TX 1',
    ]);
    expect(numbers((await list(`?tableId=${shop.tables.state}`)).rows)).toEqual(['TX 1']);
    expect(numbers((await list('?mine=true')).rows)).toEqual(['National 2', 'National 1']);
    expect(numbers((await list('?mine=true', other)).rows)).toEqual(['TX 1']);
    expect((await list('?search=epoca')).rows.map(({ id }) => id)).toEqual([body.data?.id]);
    expect(numbers((await list('?search=%232')).rows)).toEqual(['National 2']);
    expect((await list('?status=live')).facets?.byStatus.sort((a, b) => a.count - b.count)).toEqual([
      { status: 'live', count: 1 },
      { status: 'draft', count: 2 },
    ]);
    expect(await list('?page=2&pageSize=2')).toMatchObject({ total: 3, rows: [{ number: 1 }] });
  });

  it('are a calendar: from one instant to another, by the moment they go or went live', async () => {
    const [soon, later] = [tomorrow(3), tomorrow(10)];
    await desk.publish(await desk.draft(set('CEM-50', '45')), { goesLiveAt: later });
    await desk.publish(await desk.draft(set('CEM-50', '44')), { goesLiveAt: soon });
    await desk.publish(await desk.draft(set('CEM-50', '43')));
    await desk.draft(set('CEM-50', '46'));
    const between = (from: Date, to: Date) => `?from=${from.toISOString()}&to=${to.toISOString()}&sort=goesLiveAt`;
    expect(numbers((await list(between(tomorrow(-1), tomorrow(30)))).rows)).toEqual([
      'National 3',
      'National 2',
      'National 1',
    ]);
    expect(numbers((await list(between(soon, later))).rows)).toEqual(['National 2']);
    expect((await list('?status=scheduled&sort=goesLiveAt')).rows.map(({ goesLiveAt }) => goesLiveAt)).toEqual([
      soon.toISOString(),
      later.toISOString(),
    ]);
  });

  it('show nothing of another tenant, and nothing to whom prices are no business', async () => {
    await desk.draft();
    const other = await aShop();
    expect((await list('', new PriceDesk(api, other))).rows).toEqual([]);
    const clerk = aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions: ['order.read'] });
    expect((await list('', new PriceDesk(api, shop, clerk))).status).toBe(403);
  });

  it.each(['?status=asleep', '?from=soon', '?sort=name', '?mine=perhaps', '?tableId=7'])(
    'cannot be asked for %s',
    async (query) => {
      expect((await list(query)).status).toBe(400);
    },
  );
});

describe('the queue', () => {
  it('holds what waits for me: nothing I wrote or handed in, where two persons must agree', async () => {
    await needTwoPersons(shop);
    const second = await aColleague(shop);
    const [mine, theirs] = [await submitted(), await submitted(desk.as(second))];
    const handedOn = await desk.draft(set('SND-01', '1', { minQuantity: '0.5' }));
    await desk.as(second).step(handedOn, 'submit');
    const third = await aColleague(shop);
    const waiting = async (at: PriceDesk) =>
      (await list('?waitingForMe=true', at)).rows.map(({ id }) => `/revisions/${id}`);
    expect(await waiting(desk)).toEqual([theirs]);
    expect(await waiting(desk.as(second))).toEqual([mine]);
    expect(await waiting(desk.as(third))).toEqual([handedOn, theirs, mine]);
    expect((await list('', desk.as(third))).facets?.waitingForMe).toBe(3);
    // Beside the queue, what else there is: all three are handed in.
    expect((await list('?waitingForMe=true')).facets).toMatchObject({
      waitingForMe: 1,
      byStatus: [{ status: 'submitted', count: 3 }],
    });
    const own = await desk.one(mine);
    expect([own.mayApprove, own.waitingForMe]).toEqual([false, false]);
    const seen = await desk.as(second).one(mine);
    expect([seen.mayApprove, seen.waitingForMe]).toEqual([true, true]);
    await desk.as(second).step(mine, 'approve', { version: seen.version });
    expect((await list('', desk.as(third))).facets?.waitingForMe).toBe(2);
  });

  it('holds one’s own too where one person is enough, and nothing for who may not publish', async () => {
    await submitted();
    expect((await list()).facets?.waitingForMe).toBe(1);
    const editor = desk.as(await aColleague(shop, 'Editor', ['price.read', 'price.edit']));
    expect((await list('?waitingForMe=true', editor)).rows).toEqual([]);
    expect((await list('', editor)).facets?.waitingForMe).toBe(0);
  });
});

describe('the story of a revision', () => {
  it('tells every step with who took it and what they said', async () => {
    await needTwoPersons(shop);
    const second = await aColleague(shop);
    const path = await desk.draft(set('CEM-50', '43'));
    await desk.step(path, 'submit', { note: 'please look' });
    const { status, body } = await desk.as(second).call('POST', `${path}/comments`, { text: '  why cement? ' });
    expect([status, body.data]).toMatchObject([201, { kind: 'commented', by: { id: second.id }, note: 'why cement?' }]);
    await desk.as(second).step(path, 'reject', { note: 'too dear' });
    await desk.put(path, [set('CEM-50', '42.50')]);
    await desk.step(path, 'submit');
    await desk.as(second).step(path, 'approve');
    const at = tomorrow();
    await desk.publish(path, { goesLiveAt: at });
    await desk.step(path, 'withdraw', { note: 'not now' });
    const me = shop.staffId;
    expect((await desk.story(path)).map(({ kind, by, note }) => [kind, by?.id, note])).toEqual([
      ['created', me, null],
      ['submitted', me, 'please look'],
      ['commented', second.id, 'why cement?'],
      ['rejected', second.id, 'too dear'],
      ['reopened', me, null],
      ['submitted', me, null],
      ['approved', second.id, null],
      ['scheduled', me, null],
      ['withdrawn', me, 'not now'],
    ]);
  });

  it('goes on after the end: a comment takes no approval back', async () => {
    const path = await submitted();
    await desk.step(path, 'approve');
    const { version } = await desk.one(path);
    await desk.call('POST', `${path}/comments`, { text: 'good' });
    expect(await desk.one(path)).toMatchObject({ status: 'approved', version });
    await desk.publish(path, { version });
    expect((await desk.call('POST', `${path}/comments`, { text: 'went well' })).status).toBe(201);
  });

  it('names can be given and taken away without taking an approval back, until it is over', async () => {
    const path = await submitted();
    await desk.step(path, 'approve');
    const { version } = await desk.one(path);
    const renamed = await desk.call('PATCH', path, { version, name: 'Winter' });
    expect([renamed.status, renamed.body.data]).toMatchObject([200, { name: 'Winter', status: 'approved' }]);
    expect((await desk.call('PATCH', path, { version, name: 'Summer' })).body.error?.code).toBe('revision.stale');
    expect((await desk.call('PATCH', path, { name: null })).body.data?.name).toBeNull();
    await desk.publish(path);
    expect((await desk.call('PATCH', path, { name: 'Late' })).body.error?.code).toBe('revision.transition_not_allowed');
  });

  it.each([[{}], [{ text: '' }], [{ text: ' ' }], [{ text: 'x'.repeat(2001) }], [{ text: 7 }]])(
    'takes no comment %j',
    async (body) => {
      const path = await desk.draft();
      expect((await desk.call('POST', `${path}/comments`, body)).status).toBe(400);
    },
  );
});

describe('approval', () => {
  it('is refused when what was seen has changed, whatever way it changed', async () => {
    const second = desk.as(await aColleague(shop));
    const ways: ((path: string) => Promise<unknown>)[] = [
      (path) => desk.put(path, [set('CEM-50', '430')]),
      (path) => desk.call('DELETE', `${path}/changes?productId=${shop.ladderId}`),
    ];
    for (const change of ways) {
      const path = await desk.draft(set('CEM-50', '43'), set('LAD-06', '99'));
      await desk.step(path, 'submit');
      const { version } = await desk.one(path);
      await change(path);
      await desk.step(path, 'submit');
      const stale = await second.step(path, 'approve', { version });
      expect(codesOf([stale])).toEqual([[409, 'revision.stale']]);
      const now = (stale.body.error?.details as { version: number }).version;
      expect((await second.step(path, 'approve', { version: now })).status).toBe(200);
    }
  });

  it('of one and the same revision by two at once counts once', async () => {
    const [second, third] = [desk.as(await aColleague(shop)), desk.as(await aColleague(shop))];
    const path = await submitted();
    const { version } = await desk.one(path);
    const answers = await Promise.all([second, third].map((at) => at.step(path, 'approve', { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await desk.story(path)).filter(({ kind }) => kind === 'approved')).toHaveLength(1);
  });
});

describe('mail', () => {
  const staff = async (role: string | undefined, locale?: string) => {
    const person = await aPerson(shop, 'staff', [role], locale ? { locale } : {});
    return { ...person, token: aToken({ tenantId: shop.tenantId, sub: person.id, kind: 'staff' }) };
  };
  const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);
  let roles: Record<string, string>;
  let author: Colleague & { email: string };

  beforeEach(async () => {
    roles = await giveRoles(shop);
    author = await staff(roles['sales_manager']);
  });

  it('goes to everybody who may approve but the author, in their language', async () => {
    const [owner, manager, rep] = [
      await staff(roles['owner']),
      await staff(roles['sales_manager'], 'pt-BR'),
      await staff(roles['sales_rep']),
    ];
    const path = await submitted(desk.as(author));
    await api.settle(shop);
    expect(await subjects(owner.email)).toEqual(['Waits for your approval: National #1 – Test Supply']);
    expect(await subjects(manager.email)).toEqual(['Aguarda a sua aprovação: National nº 1 – Test Supply']);
    expect([await subjects(rep.email), await subjects(author.email)]).toEqual([[], []]);
    const [mail] = await mailsTo(owner.email);
    expect(mail?.text).toContain(
      `/backoffice/prices${path.replace('/revisions', `/revisions/${shop.tables.national}`)}`,
    );
  });

  it('tells the author what was decided, and nobody else', async () => {
    const owner = await staff(roles['owner']);
    const path = await submitted(desk.as(author));
    await api.settle(shop);
    await desk.as(owner).step(path, 'reject', { note: 'sand is missing' });
    await api.settle(shop);
    const [mail] = await mailsTo(author.email);
    expect(mail?.subject).toBe('Rejected: National #1 – Test Supply');
    expect(mail?.text).toContain('sand is missing');
    expect(await subjects(owner.email)).toHaveLength(1);
  });

  it('asks nobody to approve what was edited again before the mail left', async () => {
    const owner = await staff(roles['owner']);
    const path = await submitted(desk.as(author));
    await desk.as(author).put(path, [set('CEM-50', '44')]);
    await api.settle(shop);
    expect(await subjects(owner.email)).toEqual([]);
  });

  it('leaves with the step or not at all', async () => {
    const owner = await staff(roles['owner']);
    const empty = await desk.as(author).draft();
    expect((await desk.as(author).step(empty, 'submit')).body.error?.code).toBe('revision.empty');
    await api.settle(shop);
    expect(await subjects(owner.email)).toEqual([]);
  });
});

it('every step stands in the audit, with who took it', async () => {
  const path = await submitted();
  await desk.step(path, 'approve');
  await desk.call('PATCH', path, { name: 'Winter' });
  await desk.publish(path, { goesLiveAt: tomorrow() });
  await desk.step(path, 'withdraw');
  const { rows } = await asOwner((owner) =>
    owner.query<{ action: string; actor_id: string }>(
      'select action, actor_id from identity.audit_entry where tenant_id = $1 and entity_id = $2 order by id',
      [shop.tenantId, path.split('/').at(-1)],
    ),
  );
  expect(rows.map(({ action }) => action)).toEqual(
    ['begun', 'submitted', 'approved', 'renamed', 'scheduled', 'withdrawn'].map((step) => `revision.${step}`),
  );
  expect(new Set(rows.map(({ actor_id }) => actor_id))).toEqual(new Set([shop.staffId]));
});

import { newId } from '../../src/shared/ids.js';
import { Api, type Answer } from '../support/api.js';
import { aShop, asOwner, aToken, insertRows, type Shop } from '../support/shop.js';

interface Revision {
  id: string;
  number: number;
  status: string;
  version: number;
  changeCount: number;
}
interface Changed {
  accepted: number;
  refused: { index: number; error: { code: string } }[];
  revision: Revision;
}
interface Published {
  created: number;
  updated: number;
  removed: number;
  unchanged: number;
  revision: Revision;
}
interface Line {
  sku: string;
  unit: string;
  minQuantity: string;
  oldPrice: string | null;
  newPrice: string | null;
  difference: string | null;
  percent: string | null;
  conflict: boolean;
}

let api: Api;
let shop: Shop;

beforeAll(async () => {
  api = await Api.start();
});
beforeEach(async () => {
  shop = await aShop();
});
afterAll(() => api.stop());

const tables = '/backoffice/price-tables';
const call = <T = unknown>(method: string, path: string, body?: unknown, token: string | null = shop.staffToken) =>
  api.call<T>(shop, token, method, `${tables}/${shop.tables.national}${path}`, body);
const set = (sku: string, unitPrice: string, more: object = {}) => ({ action: 'set', sku, unitPrice, ...more });
const remove = (sku: string, more: object = {}) => ({ action: 'remove', sku, ...more });

const draft = async (...changes: object[]): Promise<string> => {
  const { body } = await call<Revision>('POST', '/revisions', { name: 'November increase' });
  const path = `/revisions/${body.data?.id}`;
  if (changes.length > 0) await call('PUT', `${path}/changes`, { changes });
  return path;
};
const publish = (path: string, body: object = {}) => call<Published>('POST', `${path}/publish`, body);
const priceOf = async (sku: string, quantity = '1', at?: Date): Promise<string | null> => {
  const { body } = await api.call<{ lines: { unitPrice: string | null }[] }>(
    shop,
    shop.staffToken,
    'POST',
    '/backoffice/prices/resolve',
    { lines: [{ sku, quantity }], at },
  );
  return body.data?.lines[0]?.unitPrice ?? null;
};
const colleague = async (): Promise<string> => {
  const { tenantId } = shop;
  const id = newId();
  await asOwner((owner) =>
    insertRows(owner, tenantId, 'identity.member', [
      { id, kind: 'staff', name: 'Second', email: `${id}@shop.example` },
    ]),
  );
  return aToken({ tenantId, sub: id, kind: 'staff' });
};
const needTwoPersons = () =>
  asOwner((owner) =>
    owner.query('update identity.tenant set two_person_approval = true where id = $1', [shop.tenantId]),
  );
const codesOf = (answers: Answer<unknown>[]) => answers.map(({ status, body }) => [status, body.error?.code]);

describe('a draft', () => {
  it('is numbered per table and remembers its author', async () => {
    const [first, second] = [await draft(), await draft()];
    const { body } = await call<Revision[]>('GET', '/revisions');
    expect(body.data).toMatchObject([
      { number: 2, status: 'draft', author: { name: 'Test Person' }, name: 'November increase', tableName: 'National' },
      { number: 1, changeCount: 0 },
    ]);
    expect([first, second]).toEqual([`/revisions/${body.data?.[1]?.id}`, `/revisions/${body.data?.[0]?.id}`]);
  });

  it('changes no price', async () => {
    await draft(set('CEM-50', '99'));
    expect(await priceOf('CEM-50')).toBe('42.0000');
  });

  it('takes good changes and answers each bad one', async () => {
    const path = await draft();
    const { status, body } = await call<Changed>('PUT', `${path}/changes`, {
      changes: [
        set('CEM-50', '43.5'),
        set('NOPE', '1'),
        set('CEM-50', '-1'),
        set('CEM-50', '1,50'),
        set('CEM-50', '1.00001'),
        set('CEM-50', '10', { unit: 'crate' }),
        set('CEM-50', '10', { minQuantity: '0' }),
        set('CEM-50', '10', { validFrom: '2027-01-01', validTo: '2026-01-01' }),
        { action: 'set', sku: 'CEM-50' },
        remove('LAD-06'),
        { action: 'set', productId: shop.sandId, unitPrice: '0', unit: 'm3', minQuantity: '0.5' },
      ],
    });
    expect([status, body.data?.accepted, body.data?.revision.changeCount]).toEqual([200, 2, 2]);
    expect(body.data?.refused.map(({ index, error }) => [index, error.code])).toEqual([
      [1, 'product.not_found'],
      [2, 'price.negative'],
      [3, 'price.invalid'],
      [4, 'price.too_precise'],
      [5, 'price.unknown_unit'],
      [6, 'price.invalid_minimum'],
      [7, 'price.empty_window'],
      [8, 'price.missing'],
      [9, 'price.nothing_to_remove'],
    ]);
  });

  it('keeps one change per price, the last one', async () => {
    const path = await draft(set('CEM-50', '43'), set('CEM-50', '44'), set('CEM-50', '41', { minQuantity: '50' }));
    const again = await call<Changed>('PUT', `${path}/changes`, { changes: [set('CEM-50', '45')] });
    expect(again.body.data?.revision.changeCount).toBe(2);
    const { body } = await call<Line[]>('GET', `${path}/diff`);
    expect(body.data?.map(({ minQuantity, newPrice }) => [minQuantity, newPrice])).toEqual([
      ['1', '45.0000'],
      ['50', '41.0000'],
    ]);
  });

  it('lets changes be dropped, one or all of a product', async () => {
    const path = await draft(set('CEM-50', '43'), set('CEM-50', '41', { minQuantity: '50' }), set('SND-01', '1'));
    const drop = (query: string) =>
      call<{ dropped: number; revision: Revision }>('DELETE', `${path}/changes?productId=${query}`);
    expect((await drop(`${shop.cementId}&unit=bag&minQuantity=50`)).body.data?.dropped).toBe(1);
    expect((await drop(shop.cementId)).body.data).toMatchObject({ dropped: 1, revision: { changeCount: 1 } });
    expect((await drop(shop.cementId)).body.data?.dropped).toBe(0);
  });

  it('takes up to 5,000 changes at a time', async () => {
    const path = await draft();
    const changes = Array.from({ length: 5_001 }, (_, n) => set('CEM-50', '1', { minQuantity: String(n + 1) }));
    expect((await call('PUT', `${path}/changes`, { changes })).status).toBe(400);
    const { body } = await call<Changed>('PUT', `${path}/changes`, { changes: changes.slice(1) });
    expect(body.data?.accepted).toBe(5_000);
  });
});

describe('the diff', () => {
  it('shows old and new, largest change first, with its totals', async () => {
    const path = await draft(
      set('CEM-50', '43.05'),
      set('CEM-50', '20', { minQuantity: '50' }),
      set('SND-01', '120', { minQuantity: '0.5' }),
      set('LAD-06', '99'),
      remove('BRK-14'),
    );
    const { body } = await call<Line[]>('GET', `${path}/diff`);
    expect(body.data?.map((line) => [line.sku, line.oldPrice, line.newPrice, line.difference, line.percent])).toEqual([
      ['CEM-50', '40.0000', '20.0000', '-20.0000', '-50.00'],
      ['CEM-50', '42.0000', '43.0500', '1.0500', '2.50'],
      ['SND-01', '120.0000', '120.0000', '0.0000', '0.00'],
      ...[
        ['BRK-14', '0.8500', null, null, null],
        ['LAD-06', null, '99.0000', null, null],
      ],
    ]);
    expect(body.meta.facets).toMatchObject({
      currency: 'USD',
      totals: {
        changes: 5,
        products: 4,
        added: 1,
        removed: 1,
        raised: 1,
        lowered: 1,
        unchanged: 1,
        conflicts: 0,
        averagePercent: '-15.83',
        largestRise: '2.50',
        largestFall: '-50.00',
      },
    });
  });

  it('of what was published stays what it was', async () => {
    const path = await draft(set('CEM-50', '43.05'));
    await publish(path);
    await publish(await draft(set('CEM-50', '50')));
    const { body } = await call<Line[]>('GET', `${path}/diff`);
    expect(body.data).toMatchObject([{ oldPrice: '42.0000', newPrice: '43.0500', conflict: false }]);
  });

  it('comes in pages', async () => {
    const path = await draft(set('CEM-50', '43'), set('SND-01', '1', { minQuantity: '0.5' }), set('LAD-06', '99'));
    const { body } = await call<Line[]>('GET', `${path}/diff?page=2&pageSize=2`);
    expect([body.data?.map(({ sku }) => sku), body.meta.page?.total]).toEqual([['LAD-06'], 3]);
  });
});

describe('publishing', () => {
  it('puts all changes in force at once and says what it did', async () => {
    const path = await draft(
      set('CEM-50', '43.05'),
      set('CEM-50', '40', { minQuantity: '50' }),
      set('LAD-06', '99'),
      remove('BRK-14'),
    );
    const { status, body } = await publish(path);
    expect([status, body.data]).toMatchObject([
      200,
      { created: 1, updated: 1, removed: 1, unchanged: 1, revision: { status: 'live' } },
    ]);
    expect([await priceOf('CEM-50'), await priceOf('LAD-06'), await priceOf('BRK-14')]).toEqual([
      '43.0500',
      '99.0000',
      null,
    ]);
  });

  it('keeps history: each moment has its price', async () => {
    const before = new Date();
    await publish(await draft(set('CEM-50', '43')));
    const between = new Date();
    await publish(await draft(set('CEM-50', '44')));
    expect(await Promise.all([before, between, new Date()].map((at) => priceOf('CEM-50', '1', at)))).toEqual([
      '42.0000',
      '43.0000',
      '44.0000',
    ]);
  });

  it('supersedes what was live', async () => {
    const first = await draft(set('CEM-50', '43'));
    await publish(first);
    await publish(await draft(set('SND-01', '1')));
    expect((await call<Revision>('GET', first)).body.data?.status).toBe('superseded');
  });

  it('is refused with every line that changed meanwhile, until the author looked again', async () => {
    const path = await draft(set('CEM-50', '43'), set('SND-01', '121', { minQuantity: '0.5' }), set('LAD-06', '99'));
    await publish(await draft(set('CEM-50', '50'), set('LAD-06', '98')));
    const refused = await publish(path);
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'revision.conflict']);
    const { total, lines } = refused.body.error?.details as { total: number; lines: { productId: string }[] };
    expect(total).toBe(2);
    expect(lines.find(({ productId }) => productId === shop.cementId)).toEqual({
      productId: shop.cementId,
      unit: 'bag',
      minQuantity: '1',
      basePrice: '42.0000',
      livePrice: '50.0000',
      newPrice: '43.0000',
    });
    expect([await priceOf('CEM-50'), await priceOf('SND-01')]).toEqual(['50.0000', '120.0000']);

    const conflicts = await call<Line[]>('GET', `${path}/diff?conflictsOnly=true`);
    expect(conflicts.body.data?.map(({ sku, conflict }) => [sku, conflict]).sort()).toEqual([
      ['CEM-50', true],
      ['LAD-06', true],
    ]);
    await call('PUT', `${path}/changes`, { changes: [set('CEM-50', '51'), set('LAD-06', '99')] });
    expect((await publish(path)).status).toBe(200);
    expect(await priceOf('CEM-50')).toBe('51.0000');
  });

  it('the same price by another way is no conflict', async () => {
    const path = await draft(set('CEM-50', '43'));
    await publish(await draft(set('CEM-50', '50')));
    await publish(await draft(set('CEM-50', '42')));
    expect((await publish(path)).status).toBe(200);
  });

  it('keeps validity windows of one price side by side', async () => {
    const path = await draft(
      set('CEM-50', '35', { validFrom: '2026-12-01T00:00:00Z', validTo: '2027-01-01T00:00:00Z' }),
    );
    await publish(path);
    const at = (day: string) => priceOf('CEM-50', '1', new Date(day));
    expect(await Promise.all(['2026-11-30', '2026-12-15', '2027-01-01'].map(at))).toEqual([
      '42.0000',
      '35.0000',
      '42.0000',
    ]);
  });

  it('twice is refused, and so is an empty one, and one for the past', async () => {
    const path = await draft(set('CEM-50', '43'));
    const past = await publish(path, { goesLiveAt: '2026-01-01T00:00:00Z' });
    await publish(path);
    expect(codesOf([past, await publish(path), await publish(await draft())])).toEqual([
      [422, 'revision.live_in_past'],
      [422, 'revision.transition_not_allowed'],
      [422, 'revision.empty'],
    ]);
  });

  it('of two at the same time lets exactly one through when they meet', async () => {
    const [first, second] = [await draft(set('CEM-50', '43')), await draft(set('CEM-50', '44'))];
    const statuses = (await Promise.all([publish(first), publish(second)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
  });
});

describe('a schedule', () => {
  const tomorrow = () => new Date(Date.now() + 86_400_000);

  it('is data: the price changes when its moment comes, without anybody doing anything', async () => {
    const at = tomorrow();
    const path = await draft(set('CEM-50', '43'), set('LAD-06', '99'), remove('BRK-14'));
    const { body } = await publish(path, { goesLiveAt: at });
    expect(body.data?.revision).toMatchObject({ status: 'scheduled', goesLiveAt: at.toISOString() });
    const prices = (moment?: Date) =>
      Promise.all(['CEM-50', 'LAD-06', 'BRK-14'].map((sku) => priceOf(sku, '1', moment)));
    expect(await prices()).toEqual(['42.0000', null, '0.8500']);
    expect(await prices(new Date(at.getTime() - 1))).toEqual(['42.0000', null, '0.8500']);
    expect(await prices(at)).toEqual(['43.0000', '99.0000', null]);
  });

  it('shows in the trace as not yet valid', async () => {
    await publish(await draft(set('CEM-50', '43')), { goesLiveAt: tomorrow() });
    const { body } = await api.call<{ lines: { trace: { losers: object[] } }[] }>(
      shop,
      shop.staffToken,
      'POST',
      '/backoffice/prices/resolve',
      { lines: [{ sku: 'CEM-50', quantity: '1' }] },
    );
    expect(body.data?.lines[0]?.trace.losers).toContainEqual(
      expect.objectContaining({
        unitPrice: '43.0000',
        reason: 'not_yet_valid',
        revision: expect.objectContaining({ number: 1 }),
      }),
    );
  });

  it('can be withdrawn before it starts, as if it had never been', async () => {
    const at = tomorrow();
    const path = await draft(set('CEM-50', '43'), set('LAD-06', '99'), remove('BRK-14'));
    await publish(path, { goesLiveAt: at });
    const rows = () =>
      asOwner(async (owner) => {
        const { rows: all } = await owner.query<{ n: string }>(
          `select count(*) as n from pricing.price_entry where tenant_id = $1`,
          [shop.tenantId],
        );
        return Number(all[0]?.n);
      });
    const { body } = await call<Revision>('POST', `${path}/withdraw`, {});
    expect(body.data?.status).toBe('withdrawn');
    expect([
      await priceOf('CEM-50', '1', at),
      await priceOf('LAD-06', '1', at),
      await priceOf('BRK-14', '1', at),
    ]).toEqual(['42.0000', null, '0.8500']);
    expect(await rows()).toBe(6);
  });

  it('makes room for what is published before it, and follows in order', async () => {
    const [first, second] = [tomorrow(), new Date(Date.now() + 2 * 86_400_000)];
    const late = await draft(set('CEM-50', '45'));
    const early = await draft(set('CEM-50', '44'));
    const now = await draft(set('CEM-50', '43'));
    for (const [path, goesLiveAt] of [
      [late, second],
      [early, first],
    ] as const)
      await publish(path, { goesLiveAt });
    expect((await publish(now)).status).toBe(200);
    const prices = () => Promise.all([new Date(), first, second].map((at) => priceOf('CEM-50', '1', at)));
    expect(await prices()).toEqual(['43.0000', '44.0000', '45.0000']);
    await call('POST', `${early}/withdraw`, {});
    expect(await prices()).toEqual(['43.0000', '43.0000', '45.0000']);
    await call('POST', `${late}/withdraw`, {});
    expect(await prices()).toEqual(['43.0000', '43.0000', '43.0000']);
  });

  it('two at the same instant go live in the order they were published', async () => {
    const at = tomorrow();
    const [first, second] = [await draft(set('CEM-50', '43')), await draft(set('CEM-50', '44'))];
    await publish(first, { goesLiveAt: at });
    await publish(second, { goesLiveAt: at });
    expect(await priceOf('CEM-50', '1', new Date(at.getTime() + 1))).toBe('44.0000');
    await call('POST', `${second}/withdraw`, {});
    expect(await priceOf('CEM-50', '1', new Date(at.getTime() + 1))).toBe('43.0000');
  });

  it('is withdrawn only by who may publish', async () => {
    const path = await draft(set('CEM-50', '43'));
    await publish(path, { goesLiveAt: tomorrow() });
    const { tenantId, staffId } = shop;
    const editor = aToken({ tenantId, sub: staffId, kind: 'staff', permissions: ['price.read', 'price.edit'] });
    const { status, body } = await call('POST', `${path}/withdraw`, {}, editor);
    expect([status, body.error?.code]).toEqual([403, 'revision.publishers_only']);
  });
});

describe('approval', () => {
  it('by a second person where the tenant wants two', async () => {
    await needTwoPersons();
    const path = await draft(set('CEM-50', '43'));
    const unapproved = await publish(path);
    await call('POST', `${path}/submit`, {});
    const own = await call('POST', `${path}/approve`, {});
    const approved = await call<Revision>('POST', `${path}/approve`, { note: 'fine' }, await colleague());
    expect(codesOf([unapproved, own, approved])).toEqual([
      [422, 'revision.not_approved'],
      [403, 'revision.own_approval'],
      [200, undefined],
    ]);
    expect(approved.body.data).toMatchObject({
      status: 'approved',
      decisionNote: 'fine',
      decidedBy: { name: 'Test Person' },
    });
    expect((await publish(path)).status).toBe(200);
  });

  it('is taken back by an edit', async () => {
    await needTwoPersons();
    const path = await draft(set('CEM-50', '43'));
    await call('POST', `${path}/submit`, {});
    await call('POST', `${path}/approve`, {}, await colleague());
    const { body } = await call<Changed>('PUT', `${path}/changes`, { changes: [set('CEM-50', '430')] });
    expect(body.data?.revision).toMatchObject({ status: 'draft', decidedBy: null });
    expect((await publish(path)).body.error?.code).toBe('revision.not_approved');
  });

  it('belongs to what was seen', async () => {
    const path = await draft(set('CEM-50', '43'));
    const { body } = await call<Revision>('POST', `${path}/submit`, {});
    const version = body.data?.version ?? 0;
    await call('PUT', `${path}/changes`, { changes: [set('CEM-50', '430')] });
    await call('POST', `${path}/submit`, {});
    const stale = await call('POST', `${path}/approve`, { version }, await colleague());
    expect([stale.status, stale.body.error]).toMatchObject([
      409,
      { code: 'revision.stale', details: { version: version + 2 } },
    ]);
  });

  it('can be refused, with a reason', async () => {
    const path = await draft(set('CEM-50', '43'));
    await call('POST', `${path}/submit`, {});
    const { body } = await call<Revision>('POST', `${path}/reject`, { note: 'too dear' }, await colleague());
    expect(body.data).toMatchObject({ status: 'rejected', decisionNote: 'too dear' });
    expect((await publish(path)).body.error?.code).toBe('revision.transition_not_allowed');
  });
});

describe('roll back', () => {
  const rollback = (path: string, token?: string) =>
    call<Revision>('POST', '/rollback', { revisionId: path.split('/').at(-1) }, token);

  it('gives every price back, at every quantity', async () => {
    const path = await draft(
      set('CEM-50', '43'),
      set('CEM-50', '10', { minQuantity: '20' }),
      set('LAD-06', '99'),
      remove('BRK-14'),
      set('SND-01', '120', { minQuantity: '0.5' }),
    );
    await publish(path);
    const { status, body } = await rollback(path);
    expect([status, body.data]).toMatchObject([
      201,
      { status: 'live', source: 'rollback', changeCount: 4, restores: path.split('/').at(-1) },
    ]);
    const prices = await Promise.all([
      priceOf('CEM-50'),
      priceOf('CEM-50', '20'),
      priceOf('CEM-50', '50'),
      priceOf('LAD-06'),
      priceOf('BRK-14'),
      priceOf('SND-01'),
    ]);
    expect(prices).toEqual(['42.0000', '42.0000', '40.0000', null, '0.8500', '120.0000']);
  });

  it('of a roll back brings the prices again', async () => {
    const path = await draft(set('CEM-50', '43'), remove('BRK-14'));
    await publish(path);
    const { body } = await rollback(path);
    await rollback(`/revisions/${body.data?.id}`);
    expect([await priceOf('CEM-50'), await priceOf('BRK-14')]).toEqual(['43.0000', null]);
  });

  it('is refused where prices changed again since', async () => {
    const path = await draft(set('CEM-50', '43'), set('LAD-06', '99'));
    await publish(path);
    await publish(await draft(set('CEM-50', '44')));
    const { status, body } = await rollback(path);
    expect([status, body.error]).toMatchObject([409, { code: 'revision.conflict', details: { total: 1 } }]);
    expect([await priceOf('CEM-50'), await priceOf('LAD-06')]).toEqual(['44.0000', '99.0000']);
    expect((await call<Revision[]>('GET', '/revisions')).body.meta.page?.total).toBe(2);
  });

  it('waits for its approval where two persons must agree', async () => {
    await needTwoPersons();
    const path = await draft(set('CEM-50', '43'));
    await call('POST', `${path}/submit`, {});
    await call('POST', `${path}/approve`, {}, await colleague());
    await publish(path);
    const { body } = await rollback(path);
    expect(body.data?.status).toBe('submitted');
    expect(await priceOf('CEM-50')).toBe('43.0000');
  });

  it('takes what was live', async () => {
    const path = await draft(set('CEM-50', '43'));
    expect(codesOf([await rollback(path), await rollback(`/${newId()}`)])).toEqual([
      [422, 'revision.never_live'],
      [404, 'revision.not_found'],
    ]);
  });
});

describe('nobody else', () => {
  it('reaches a revision: not through another table, another tenant, or without the right', async () => {
    const path = await draft(set('CEM-50', '43'));
    const other = await aShop();
    const { tenantId, staffId } = shop;
    const editor = aToken({ tenantId, sub: staffId, kind: 'staff', permissions: ['price.read', 'price.edit'] });
    const reader = aToken({ tenantId, sub: staffId, kind: 'staff', permissions: ['price.read'] });
    const elsewhere = `${tables}/${shop.tables.state}${path}`;
    const foreign = `${tables}/${shop.tables.national}${path}`;
    const answers = await Promise.all([
      api.call(shop, shop.staffToken, 'GET', elsewhere),
      api.call(shop, shop.staffToken, 'POST', `${elsewhere}/publish`, {}),
      api.call(other, other.staffToken, 'GET', foreign),
      api.call(other, other.staffToken, 'GET', `${foreign}/diff`),
      api.call(other, other.staffToken, 'PUT', `${foreign}/changes`, { changes: [set('CEM-50', '1')] }),
      api.call(other, other.staffToken, 'DELETE', `${foreign}/changes?productId=${shop.cementId}`),
      ...['submit', 'approve', 'reject', 'withdraw', 'publish'].map((step) =>
        api.call(other, other.staffToken, 'POST', `${foreign}/${step}`, {}),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const forbidden = await Promise.all([
      ...['approve', 'reject', 'publish'].map((step) => call('POST', `${path}/${step}`, {}, editor)),
      ...['submit', 'withdraw'].map((step) => call('POST', `${path}/${step}`, {}, reader)),
      call('PUT', `${path}/changes`, { changes: [set('CEM-50', '1')] }, reader),
      call('DELETE', `${path}/changes?productId=${shop.cementId}`, undefined, reader),
      call('POST', '/revisions', {}, reader),
      call('GET', path, undefined, shop.token),
    ]);
    expect(forbidden.map(({ status }) => status)).toEqual(forbidden.map(() => 403));
    expect((await call('GET', `${path}/diff`, undefined, null)).status).toBe(401);
  });

  it.each([
    ['GET', '/revisions?status=asleep', undefined],
    ['GET', '/revisions/not-an-id', undefined],
    ['POST', '/rollback', {}],
    ['POST', '/revisions', { name: 7 }],
  ])('gets past a malformed %s %s', async (method, path, body) => {
    expect((await call(method, path, body)).status).toBe(400);
  });

  it.each([
    [{ changes: [] }],
    [{ changes: [{ action: 'destroy', sku: 'CEM-50' }] }],
    [{ changes: [set('CEM-50', '1', { validFrom: 'soon' })] }],
    [{ changes: [set('CEM-50', '1', { colour: 'red' })] }],
    ['{"changes": ['],
  ])('gets past malformed changes %j', async (body) => {
    const path = await draft();
    expect((await call('PUT', `${path}/changes`, body)).status).toBe(400);
  });
});

it('audits every step', async () => {
  const path = await draft(set('CEM-50', '43'));
  await call('POST', `${path}/submit`, {});
  await call('POST', `${path}/approve`, {});
  await publish(path);
  const { rows } = await asOwner((owner) =>
    owner.query<{ action: string }>(
      'select action from identity.audit_entry where tenant_id = $1 and entity_id = $2 order by id',
      [shop.tenantId, path.split('/').at(-1)],
    ),
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'revision.begun',
    'revision.submitted',
    'revision.approved',
    'revision.live',
  ]);
});

it('a scheduled revision becomes live for everybody by the clock', async () => {
  const path = await draft(set('CEM-50', '43'));
  await publish(path, { goesLiveAt: new Date(Date.now() + 86_400_000) });
  await asOwner(async (owner) => {
    const id = path.split('/').at(-1);
    await owner.query(`update pricing.revision set live_at = now() - interval '1 minute' where id = $1`, [id]);
  });
  expect((await call<Revision>('GET', path)).body.data?.status).toBe('live');
  expect((await call('POST', `${path}/withdraw`, {})).body.error?.code).toBe('revision.transition_not_allowed');
});

it('a table of one tenant cannot hold another’s products', async () => {
  const other = await aShop();
  const path = await draft();
  const { body } = await call<Changed>('PUT', `${path}/changes`, {
    changes: [{ action: 'set', productId: other.cementId, unitPrice: '1' }],
  });
  expect(body.data?.refused[0]?.error.code).toBe('product.not_found');
});

it('rows of history stay as they were', async () => {
  await asOwner((owner) =>
    insertRows(owner, shop.tenantId, 'pricing.price_entry', [
      {
        table_id: shop.tables.national,
        product_id: shop.ladderId,
        unit: 'each',
        min_quantity: '1',
        unit_price: '50',
        live_from: '2025-01-01T00:00:00Z',
        live_to: '2025-06-01T00:00:00Z',
        revision_id: newId(),
      },
    ]),
  );
  await publish(await draft(set('LAD-06', '99')));
  expect(await priceOf('LAD-06', '1', new Date('2025-03-01'))).toBe('50.0000');
  expect(await priceOf('LAD-06', '1', new Date('2025-07-01'))).toBeNull();
});

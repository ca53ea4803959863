import { Api } from '../support/api.js';
import { aShop, type Shop } from '../support/shop.js';
import {
  aColleague,
  codesOf,
  needTwoPersons,
  PriceDesk,
  remove,
  type RevisionAnswer,
  set,
  tomorrow,
} from './price-desk.js';

interface Line {
  sku: string;
  oldPrice: string | null;
  newPrice: string | null;
  conflict: boolean;
}
interface Past {
  tableName: string;
  unit: string;
  minQuantity: string;
  unitPrice: string;
  liveFrom: string;
  liveTo: string | null;
  validFrom: string | null;
  revision: { number: number; name: string | null; author: string | null } | null;
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

const idOf = (path: string) => path.split('/').at(-1);
const rollBack = (path: string, more: object = {}) =>
  desk.call<RevisionAnswer>('POST', '/rollback', { revisionId: idOf(path), ...more });
const line = (productId: string, unit: string, minQuantity = '1', more: object = {}) => ({
  productId,
  unit,
  minQuantity,
  ...more,
});
const increase = async (): Promise<string> => {
  const path = await desk.draft(
    set('CEM-50', '43'),
    set('CEM-50', '41', { minQuantity: '50' }),
    set('LAD-06', '99'),
    remove('BRK-14'),
  );
  await desk.publish(path);
  return path;
};
const prices = () =>
  Promise.all([
    desk.priceOf('CEM-50'),
    desk.priceOf('CEM-50', '50'),
    desk.priceOf('LAD-06'),
    desk.priceOf('BRK-14', '100'),
  ]);

describe('rolling back some lines', () => {
  it('restores those and leaves the others', async () => {
    const path = await increase();
    const { status, body } = await rollBack(path, {
      lines: [line(shop.cementId, 'bag', '50'), line(shop.brickId, 'each')],
    });
    expect([status, body.data]).toMatchObject([
      201,
      { status: 'live', source: 'rollback', changeCount: 2, restores: idOf(path), restoresNumber: 1 },
    ]);
    expect(await prices()).toEqual(['43.0000', '40.0000', '99.0000', '0.8500']);
  });

  it('leaves the rest to be rolled back later', async () => {
    const path = await increase();
    await rollBack(path, { lines: [line(shop.cementId, 'bag')] });
    await rollBack(path, {
      lines: [line(shop.cementId, 'bag', '50'), line(shop.ladderId, 'each'), line(shop.brickId, 'each')],
    });
    expect(await prices()).toEqual(['42.0000', '40.0000', null, '0.8500']);
  });

  it('keeps validity windows apart', async () => {
    const window = { validFrom: '2027-01-01T00:00:00Z', validTo: '2027-02-01T00:00:00Z' };
    const path = await desk.draft(set('CEM-50', '43'), set('CEM-50', '35', window));
    await desk.publish(path);
    await rollBack(path, { lines: [line(shop.cementId, 'bag', '1', { validFrom: window.validFrom })] });
    expect([await desk.priceOf('CEM-50'), await desk.priceOf('CEM-50', '1', new Date('2027-01-15'))]).toEqual([
      '43.0000',
      '43.0000',
    ]);
  });

  it('that it never changed is refused, and no revision is left behind', async () => {
    const path = await increase();
    expect(codesOf([await rollBack(path, { lines: [line(shop.sandId, 'm3', '0.5')] })])).toEqual([
      [422, 'revision.empty'],
    ]);
    expect((await desk.call<RevisionAnswer[]>('GET', '/revisions')).body.meta.page?.total).toBe(1);
  });

  it('goes where others have changed again since, if only those chosen have not', async () => {
    const path = await increase();
    await desk.publish(await desk.draft(set('CEM-50', '44')));
    expect(codesOf([await rollBack(path)])).toEqual([[409, 'revision.conflict']]);
    expect((await rollBack(path, { lines: [line(shop.ladderId, 'each')] })).status).toBe(201);
    expect(await prices()).toEqual(['44.0000', '41.0000', null, null]);
  });

  it.each([[{ lines: [] }], [{ lines: [{ productId: 'x', unit: 'bag', minQuantity: '1' }] }], [{ draft: 'yes' }]])(
    'is not asked for by %j',
    async (body) => expect((await rollBack(await increase(), body)).status).toBe(400),
  );
});

describe('a roll back left as a draft', () => {
  it('changes nothing, and shows its diff', async () => {
    const path = await increase();
    const { body } = await rollBack(path, { draft: true });
    expect(body.data).toMatchObject({ status: 'draft', source: 'rollback', changeCount: 4 });
    expect(await prices()).toEqual(['43.0000', '41.0000', '99.0000', null]);
    const draft = `/revisions/${body.data?.id}`;
    const { body: diff } = await desk.call<Line[]>('GET', `${draft}/diff?sort=sku`);
    expect(diff.data?.map(({ sku, oldPrice, newPrice }) => [sku, oldPrice, newPrice])).toEqual([
      ['BRK-14', null, '0.8500'],
      ['CEM-50', '43.0000', '42.0000'],
      ['CEM-50', '41.0000', '40.0000'],
      ['LAD-06', '99.0000', null],
    ]);
    await desk.publish(draft);
    expect(await prices()).toEqual(['42.0000', '40.0000', null, '0.8500']);
  });

  it('shows what changed again since as conflicts, to be resolved', async () => {
    const path = await increase();
    await desk.publish(await desk.draft(set('CEM-50', '44')));
    const { body } = await rollBack(path, { draft: true });
    const draft = `/revisions/${body.data?.id}`;
    const { body: diff } = await desk.call<Line[]>('GET', `${draft}/diff?conflictsOnly=true`);
    expect(diff.data).toMatchObject([{ sku: 'CEM-50', oldPrice: '44.0000', newPrice: '42.0000', conflict: true }]);
    await desk.call('POST', `${draft}/conflicts/resolve`, { take: 'live' });
    await desk.publish(draft);
    expect(await prices()).toEqual(['44.0000', '40.0000', null, '0.8500']);
  });

  it('is handed in by hand where two persons must agree; a whole one hands itself in', async () => {
    await needTwoPersons(shop);
    const second = desk.as(await aColleague(shop));
    const path = await desk.draft(set('CEM-50', '43'));
    await desk.step(path, 'submit');
    await second.step(path, 'approve');
    await desk.publish(path);
    expect((await rollBack(path, { draft: true })).body.data?.status).toBe('draft');
    const { body } = await rollBack(path);
    expect(body.data).toMatchObject({ status: 'submitted', mayApprove: false });
    const restoring = `/revisions/${body.data?.id}`;
    expect(await second.one(restoring)).toMatchObject({ mayApprove: true, waitingForMe: true });
    await second.step(restoring, 'approve');
    await desk.publish(restoring);
    expect(await desk.priceOf('CEM-50')).toBe('42.0000');
  });
});

it('takes its turn with whatever else is asked of the same revision at the same time', async () => {
  const path = await increase();
  const answers = await Promise.all(
    [1, 2, 3, 4].flatMap(() => [rollBack(path), desk.publish(path), desk.step(path, 'withdraw')]),
  );
  const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
  expect([count(201), count(409), count(422)]).toEqual([1, 3, 8]);
  expect(await prices()).toEqual(['42.0000', '40.0000', null, '0.8500']);
});

it('both revisions tell of it', async () => {
  const path = await increase();
  const { body } = await rollBack(path);
  expect((await desk.story(path)).map(({ kind, note }) => [kind, note])).toEqual([
    ['created', null],
    ['published', null],
    ['rolled_back', '#2'],
  ]);
  expect((await desk.story(`/revisions/${body.data?.id}`)).map(({ kind }) => kind)).toEqual(['created', 'published']);
});

describe('the history of a price', () => {
  const history = async (query: string, at = desk) => {
    const { status, body } = await at.ask<Past[]>('GET', `/price-history?${query}`);
    return { status, rows: body.data ?? [], total: body.meta.page?.total };
  };
  const told = (rows: Past[]) =>
    rows.map(({ tableName, minQuantity, unitPrice, revision }) => [
      tableName,
      minQuantity,
      unitPrice,
      revision?.number,
    ]);

  it('is what every table said and will say, newest first, with who brought it', async () => {
    await desk.publish(await desk.draft(set('CEM-50', '43')));
    await desk.publish(await desk.draft(set('CEM-50', '45')), { goesLiveAt: tomorrow() });
    const { rows, total } = await history(`productId=${shop.cementId}`);
    expect([told(rows.slice(0, 2)), total]).toEqual([
      [
        ['National', '1', '45.0000', 2],
        ['National', '1', '43.0000', 1],
      ],
      6,
    ]);
    expect(rows[0]).toMatchObject({ liveTo: null, unit: 'bag', validFrom: null, revision: { author: 'Test Person' } });
    expect(rows[1]?.liveTo).toBe(rows[0]?.liveFrom);
    expect(told(rows.slice(2)).sort()).toEqual([
      ['Aurora Builders', '1', '39.9000', undefined],
      ['National', '1', '42.0000', undefined],
      ['National', '50', '40.0000', undefined],
      ['TX', '1', '40.0000', undefined],
    ]);
  });

  it('is narrowed to a table, a unit, a tier, and comes in pages', async () => {
    for (const price of ['43', '44', '45']) await desk.publish(await desk.draft(set('CEM-50', price)));
    const narrow = `productId=${shop.cementId}&tableId=${shop.tables.national}&unit=bag&minQuantity=1`;
    expect(told((await history(narrow)).rows).map(([, , price]) => price)).toEqual([
      '45.0000',
      '44.0000',
      '43.0000',
      '42.0000',
    ]);
    const second = await history(`${narrow}&page=2&pageSize=3`);
    expect([told(second.rows).map(([, , price]) => price), second.total]).toEqual([['42.0000'], 4]);
    expect((await history(`productId=${shop.cementId}&unit=pallet`)).rows).toEqual([]);
  });

  it('forgets what was withdrawn before it began', async () => {
    const path = await desk.draft(set('CEM-50', '45'));
    await desk.publish(path, { goesLiveAt: tomorrow() });
    await desk.step(path, 'withdraw');
    expect((await history(`productId=${shop.cementId}&tableId=${shop.tables.national}&minQuantity=1`)).total).toBe(1);
  });

  it('is nobody else’s', async () => {
    const other = await aShop();
    expect((await history(`productId=${shop.cementId}`, new PriceDesk(api, other))).rows).toEqual([]);
    const clerk = desk.as(await aColleague(shop, 'Clerk', ['order.read']));
    expect((await history(`productId=${shop.cementId}`, clerk)).status).toBe(403);
    expect((await history('')).status).toBe(400);
  });
});

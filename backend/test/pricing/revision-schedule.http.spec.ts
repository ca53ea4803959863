import { Api } from '../support/api.js';
import { aShop, asOwner, type Shop } from '../support/shop.js';
import { codesOf, PriceDesk, remove, set, tomorrow } from './price-desk.js';

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

interface LiveEvent {
  available_at: Date;
  processed_at: Date | null;
  payload: { revisionId: string; liveAt: string; productIds: string[]; part: number; parts: number; count: number };
}
const liveEvents = async (): Promise<LiveEvent[]> => {
  const { rows } = await asOwner((owner) =>
    owner.query<LiveEvent>(
      `select available_at, processed_at, payload from platform.outbox_event
       where tenant_id = $1 and type = 'price.revision_live' order by available_at, (payload->>'part')::int`,
      [shop.tenantId],
    ),
  );
  return rows;
};
/** Where the shop's clocks hang. */
const inZone = (zone: string) =>
  asOwner((owner) => owner.query('update identity.tenant set time_zone = $2 where id = $1', [shop.tenantId, zone]));

describe('a local time of the tenant', () => {
  it('is an instant by the law of that day, not of today', async () => {
    const summer = await desk.publish(await desk.draft(set('CEM-50', '43')), { goesLiveLocal: '2027-07-01T06:00' });
    const winter = await desk.publish(await desk.draft(set('SND-01', '1', { minQuantity: '0.5' })), {
      goesLiveLocal: '2027-12-01T06:00',
    });
    expect([summer.status, summer.body.data?.revision.goesLiveAt]).toEqual([200, '2027-07-01T11:00:00.000Z']);
    expect(winter.body.data?.revision.goesLiveAt).toBe('2027-12-01T12:00:00.000Z');
    expect(await desk.priceOf('CEM-50', '1', new Date('2027-07-01T10:59:59.999Z'))).toBe('42.0000');
    expect(await desk.priceOf('CEM-50', '1', new Date('2027-07-01T11:00:00.000Z'))).toBe('43.0000');
  });

  it('is that of the tenant’s own zone', async () => {
    await inZone('America/Sao_Paulo');
    const { body } = await desk.publish(await desk.draft(set('CEM-50', '43')), { goesLiveLocal: '2027-07-01T06:00' });
    expect(body.data?.revision.goesLiveAt).toBe('2027-07-01T09:00:00.000Z');
  });

  it('that the clocks skip is refused with the times on both sides, and nothing is published', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    const { status, body } = await desk.publish(path, { goesLiveLocal: '2027-03-14T02:30' });
    expect([status, body.error]).toMatchObject([
      422,
      { code: 'revision.local_time_skipped', details: { before: '2027-03-14T01:59', after: '2027-03-14T03:00' } },
    ]);
    expect(await desk.one(path)).toMatchObject({ status: 'draft', goesLiveAt: null });
    const after = await desk.publish(path, { goesLiveLocal: '2027-03-14T03:00' });
    expect(after.body.data?.revision.goesLiveAt).toBe('2027-03-14T08:00:00.000Z');
  });

  it('that comes twice is meant the first time', async () => {
    const { body } = await desk.publish(await desk.draft(set('CEM-50', '43')), { goesLiveLocal: '2027-11-07T01:30' });
    expect(body.data?.revision.goesLiveAt).toBe('2027-11-07T06:30:00.000Z');
    expect(await desk.priceOf('CEM-50', '1', new Date('2027-11-07T06:30:00Z'))).toBe('43.0000');
  });

  it('in the past is refused', async () => {
    const answer = await desk.publish(await desk.draft(set('CEM-50', '43')), { goesLiveLocal: '2026-01-01T06:00' });
    expect(codesOf([answer])).toEqual([[422, 'revision.live_in_past']]);
  });

  it.each([
    '2027-02-30T06:00',
    '9999-12-31T23:59',
    '2027-07-01',
    '2027-07-01T25:00',
    '2027-07-01T06:00Z',
    '2027-07-01 06:00',
    'tomorrow',
    '',
  ])('is not %j', async (goesLiveLocal) => {
    const path = await desk.draft(set('CEM-50', '43'));
    expect((await desk.publish(path, { goesLiveLocal })).status).toBe(400);
  });

  it.each(['+275760-09-13T00:00:00.000Z', '+010000-01-01T00:00:00Z', '0000-12-31T00:00:00Z', '2027-02-30T00:00:00Z'])(
    'nor is an instant %j that no calendar shows; everything can still be read',
    async (goesLiveAt) => {
      const path = await desk.draft(set('CEM-50', '43'));
      const window = { changes: [set('CEM-50', '43', { validFrom: goesLiveAt })] };
      const answers = [await desk.publish(path, { goesLiveAt }), await desk.call('PUT', `${path}/changes`, window)];
      expect(answers.map(({ status }) => status)).toEqual([400, 400]);
      expect(await desk.one(path)).toMatchObject({ status: 'draft', goesLiveAt: null });
      expect((await desk.ask('GET', '/price-revisions')).status).toBe(200);
    },
  );
});

describe('schedules that overlap on the same price', () => {
  it('follow in the order of their moments, in whatever order they were published', async () => {
    const days = [3, 1, 4, 2];
    for (const day of days) {
      await desk.publish(await desk.draft(set('CEM-50', `${50 + day}`)), { goesLiveAt: tomorrow(day) });
    }
    await desk.publish(await desk.draft(set('CEM-50', '49')));
    const prices = await Promise.all([0, 1, 2, 3, 4].map((day) => desk.priceOf('CEM-50', '1', tomorrow(day + 0.5))));
    expect(prices).toEqual(['49.0000', '51.0000', '52.0000', '53.0000', '54.0000']);
  });

  it('keep their word about a price that one of them removes', async () => {
    await desk.publish(await desk.draft(set('CEM-50', '45')), { goesLiveAt: tomorrow(2) });
    const gone = await desk.draft(remove('CEM-50'));
    await desk.publish(gone, { goesLiveAt: tomorrow(1) });
    const prices = () => Promise.all([0, 1, 2].map((day) => desk.priceOf('CEM-50', '1', tomorrow(day + 0.5))));
    expect(await prices()).toEqual(['42.0000', null, '45.0000']);
    await desk.step(gone, 'withdraw');
    expect(await prices()).toEqual(['42.0000', '42.0000', '45.0000']);
  });
});

describe('publishing twice', () => {
  it('is refused, with no second effect', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    await desk.publish(path, { goesLiveAt: tomorrow() });
    const again = [await desk.publish(path), await desk.publish(path, { goesLiveAt: tomorrow(2) })];
    expect(codesOf(again)).toEqual([
      [422, 'revision.transition_not_allowed'],
      [422, 'revision.transition_not_allowed'],
    ]);
    expect(await desk.priceOf('CEM-50')).toBe('42.0000');
    expect((await liveEvents()).length).toBe(1);
  });

  it('at the very same time lets one through', async () => {
    const path = await desk.draft(set('CEM-50', '43'), set('LAD-06', '99'));
    const answers = await Promise.all([1, 2, 3].map(() => desk.publish(path)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    expect((await liveEvents()).length).toBe(1);
    expect((await desk.story(path)).filter(({ kind }) => kind === 'published')).toHaveLength(1);
  });

  it('while somebody withdraws it ends in one of the two', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    const [published, withdrawn] = await Promise.all([desk.publish(path), desk.step(path, 'withdraw')]);
    expect([published.status, withdrawn.status].sort()).toEqual([200, 422]);
    expect(await desk.priceOf('CEM-50')).toBe(published.status === 200 ? '43.0000' : '42.0000');
  });
});

describe('withdrawing', () => {
  it('after it went live is refused', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    await desk.publish(path);
    expect(codesOf([await desk.step(path, 'withdraw')])).toEqual([[422, 'revision.transition_not_allowed']]);
  });

  it('gives the price back, and leaves the schedules around it', async () => {
    const [first, second] = [await desk.draft(set('CEM-50', '44')), await desk.draft(set('CEM-50', '45'))];
    await desk.publish(first, { goesLiveAt: tomorrow(1) });
    await desk.publish(second, { goesLiveAt: tomorrow(2) });
    await desk.step(first, 'withdraw', { note: 'supplier waits' });
    expect(await desk.one(first)).toMatchObject({ status: 'withdrawn' });
    const prices = await Promise.all([1, 2].map((day) => desk.priceOf('CEM-50', '1', tomorrow(day + 0.5))));
    expect(prices).toEqual(['42.0000', '45.0000']);
  });
});

describe('price.revision_live', () => {
  it('is announced at once for what goes live at once', async () => {
    const path = await desk.draft(set('CEM-50', '43'), set('CEM-50', '39', { minQuantity: '50' }), remove('BRK-14'));
    await desk.publish(path);
    await api.settle(shop);
    const events = await liveEvents();
    expect(events).toMatchObject([
      { payload: { tableId: shop.tables.national, revisionId: path.split('/').at(-1), part: 1, parts: 1, count: 3 } },
    ]);
    expect([...(events[0]?.payload.productIds ?? [])].sort()).toEqual([shop.brickId, shop.cementId].sort());
    expect(events[0]?.processed_at).not.toBeNull();
  });

  it('waits for the moment of what is scheduled', async () => {
    const at = tomorrow();
    await desk.publish(await desk.draft(set('CEM-50', '43')), { goesLiveAt: at });
    await api.settle(shop);
    const [event] = await liveEvents();
    expect(event).toMatchObject({ available_at: at, processed_at: null, payload: { liveAt: at.toISOString() } });
    await asOwner((owner) =>
      owner.query(`update platform.outbox_event set available_at = now() where tenant_id = $1`, [shop.tenantId]),
    );
    await api.settle(shop);
    expect((await liveEvents())[0]?.processed_at).not.toBeNull();
  });

  it('is never announced for what was withdrawn before', async () => {
    const [gone, stays] = [await desk.draft(set('CEM-50', '43')), await desk.draft(set('LAD-06', '99'))];
    for (const path of [gone, stays]) await desk.publish(path, { goesLiveAt: tomorrow() });
    await desk.step(gone, 'withdraw');
    expect((await liveEvents()).map(({ payload }) => `/revisions/${payload.revisionId}`)).toEqual([stays]);
  });

  it('of many products comes in parts that name each of them once', async () => {
    const many = 5_001;
    const path = await desk.draft();
    const id = path.split('/').at(-1);
    await asOwner(async (owner) => {
      await owner.query(
        `insert into pricing.revision_change (tenant_id, revision_id, product_id, unit, min_quantity, unit_price)
         select $1, $2, uuidv7(), 'bag', 1, 10 from generate_series(1, $3)`,
        [shop.tenantId, id, many],
      );
      await owner.query('update pricing.revision set change_count = $2 where id = $1', [id, many]);
    });
    expect((await desk.publish(path)).body.data?.created).toBe(many);
    const events = await liveEvents();
    expect(
      events.map(({ payload: { part, parts, productIds, count } }) => [part, parts, productIds.length, count]),
    ).toEqual([
      [1, 2, 5_000, many],
      [2, 2, 1, many],
    ]);
    expect(new Set(events.flatMap(({ payload }) => payload.productIds)).size).toBe(many);
  });
});

import { jest } from '@jest/globals';
import { Clock } from '../../src/shared/clock.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, type Shop } from '../support/shop.js';
import { aColleague, codesOf, PriceDesk, remove, type RevisionAnswer, set, tomorrow } from './price-desk.js';

interface Line {
  sku: string;
  productId: string;
  unit: string;
  minQuantity: string;
  validFrom: string | null;
  oldPrice: string | null;
  newPrice: string | null;
  basePrice: string | null;
  conflict: boolean;
}
interface Resolved {
  resolved: number;
  revision: RevisionAnswer;
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

const conflicts = async (path: string): Promise<Line[]> =>
  (await desk.call<Line[]>('GET', `${path}/diff?conflictsOnly=true&sort=sku`)).body.data ?? [];
const resolve = (path: string, body: object) => desk.call<Resolved>('POST', `${path}/conflicts/resolve`, body);
const keyOf = ({ productId, unit, minQuantity, validFrom }: Line) => ({ productId, unit, minQuantity, validFrom });

/** A draft of three prices, two of which went live with something else meanwhile. */
const disputed = async (): Promise<string> => {
  const path = await desk.draft(set('CEM-50', '43'), set('LAD-06', '99'), set('BRK-14', '0.90'));
  await desk.publish(await desk.draft(set('CEM-50', '50'), set('LAD-06', '98')));
  return path;
};

describe('a conflict', () => {
  it('is shown line by line, and stands in the way of handing in and of publishing', async () => {
    const path = await disputed();
    expect(
      (await conflicts(path)).map(({ sku, basePrice, oldPrice, newPrice }) => [sku, basePrice, oldPrice, newPrice]),
    ).toEqual([
      ['CEM-50', '42.0000', '50.0000', '43.0000'],
      ['LAD-06', null, '98.0000', '99.0000'],
    ]);
    const answers = [await desk.step(path, 'submit'), await desk.publish(path)];
    expect(codesOf(answers)).toEqual([
      [409, 'revision.conflict'],
      [409, 'revision.conflict'],
    ]);
    expect(answers[0]?.body.error?.details).toMatchObject({ total: 2 });
    expect(await desk.one(path)).toMatchObject({ status: 'draft', version: 2 });
    expect(await desk.story(path)).toHaveLength(1);
  });

  it('ends with one’s own price', async () => {
    const path = await disputed();
    const { status, body } = await resolve(path, { take: 'mine' });
    expect([status, body.data]).toMatchObject([200, { resolved: 2, revision: { changeCount: 3 } }]);
    expect(await conflicts(path)).toEqual([]);
    await desk.publish(path);
    expect([await desk.priceOf('CEM-50'), await desk.priceOf('LAD-06')]).toEqual(['43.0000', '99.0000']);
  });

  it('or with the live one, and then the change is gone', async () => {
    const path = await disputed();
    expect((await resolve(path, { take: 'live' })).body.data).toMatchObject({
      resolved: 2,
      revision: { changeCount: 1 },
    });
    await desk.publish(path);
    expect([await desk.priceOf('CEM-50'), await desk.priceOf('BRK-14', '100')]).toEqual(['50.0000', '0.9000']);
  });

  it('is ended line by line where lines are named', async () => {
    const path = await disputed();
    const [cement] = await conflicts(path);
    if (!cement) throw new Error('cement is in dispute');
    expect((await resolve(path, { take: 'mine', lines: [keyOf(cement)] })).body.data?.resolved).toBe(1);
    expect((await conflicts(path)).map(({ sku }) => sku)).toEqual(['LAD-06']);
    expect((await resolve(path, { take: 'live', lines: [keyOf(cement)] })).body.data?.resolved).toBe(0);
    expect((await resolve(path, { take: 'live' })).body.data).toMatchObject({
      resolved: 1,
      revision: { changeCount: 2 },
    });
  });

  it('of one validity window is not that of another', async () => {
    const window = { validFrom: '2027-01-01T00:00:00Z', validTo: '2027-02-01T00:00:00Z' };
    await desk.publish(await desk.draft(set('CEM-50', '35', window)));
    const path = await desk.draft(set('CEM-50', '36', window), set('CEM-50', '43'));
    await desk.publish(await desk.draft(set('CEM-50', '37', window), set('CEM-50', '44')));
    const lines = await conflicts(path);
    expect(lines).toHaveLength(2);
    const inWindow = lines.filter(({ validFrom }) => validFrom !== null).map(keyOf);
    expect((await resolve(path, { take: 'live', lines: inWindow })).body.data?.resolved).toBe(1);
    expect((await conflicts(path)).map(({ validFrom }) => validFrom)).toEqual([null]);
  });

  it('about a removal of what is gone already leaves nothing to remove', async () => {
    const path = await desk.draft(remove('BRK-14'), set('CEM-50', '43'));
    await desk.publish(await desk.draft(remove('BRK-14')));
    expect((await resolve(path, { take: 'mine' })).body.data).toMatchObject({
      resolved: 1,
      revision: { changeCount: 1 },
    });
    expect((await desk.publish(path)).status).toBe(200);
  });

  it('comes by the clock, when a schedule goes live', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    const other = await desk.draft(set('CEM-50', '50'));
    await desk.publish(other, { goesLiveAt: tomorrow() });
    expect(await conflicts(path)).toEqual([]);
    await asOwner(async (owner) => {
      const id = other.split('/').at(-1);
      await owner.query(`update pricing.revision set live_at = now() - interval '1 minute' where id = $1`, [id]);
      await owner.query(
        `update pricing.price_entry set live_from = case revision_id when $2 then now() - interval '1 minute' else live_from end,
                live_to = case revision_id when $2 then live_to else now() - interval '1 minute' end
         where tenant_id = $1 and product_id = $3 and table_id = $4 and min_quantity = 1`,
        [shop.tenantId, id, shop.cementId, shop.tables.national],
      );
    });
    expect((await conflicts(path)).map(({ oldPrice }) => oldPrice)).toEqual(['50.0000']);
    expect(codesOf([await desk.publish(path)])).toEqual([[409, 'revision.conflict']]);
  });

  it('is found in the very millisecond it comes in: with one’s own publication, or with a schedule', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    const at = tomorrow();
    // Of two schedules of one millisecond the second goes live a microsecond after the first.
    await desk.publish(await desk.draft(set('LAD-06', '98')), { goesLiveAt: at });
    await desk.publish(await desk.draft(set('CEM-50', '50')), { goesLiveAt: at });
    const clock = jest.spyOn(api.app.get(Clock, { strict: false }), 'now').mockReturnValue(at);
    const answers = [await desk.publish(path), await desk.publish(path, { goesLiveAt: tomorrow(2) })];
    clock.mockRestore();
    expect(codesOf(answers)).toEqual([
      [409, 'revision.conflict'],
      [409, 'revision.conflict'],
    ]);
    expect(await desk.one(path)).toMatchObject({ status: 'draft', version: 2, goesLiveAt: null, liveAt: null });
    expect(await desk.story(path)).toHaveLength(1);
    expect(await desk.priceOf('CEM-50', '1', new Date(at.getTime() + 1))).toBe('50.0000');
  });

  it('that is resolved takes an approval back', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    await desk.step(path, 'submit');
    await desk.step(path, 'approve');
    await desk.publish(await desk.draft(set('CEM-50', '50')));
    expect((await resolve(path, { take: 'mine' })).body.data?.revision.status).toBe('draft');
    expect((await desk.story(path)).at(-1)).toMatchObject({ kind: 'reopened', by: { id: shop.staffId } });
  });

  it('that does not exist takes nothing back, and what is over cannot be resolved', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    await desk.step(path, 'submit');
    expect((await resolve(path, { take: 'mine' })).body.data).toMatchObject({
      resolved: 0,
      revision: { status: 'submitted' },
    });
    await desk.publish(path);
    expect(codesOf([await resolve(path, { take: 'mine' })])).toEqual([[422, 'revision.transition_not_allowed']]);
  });

  it.each([[{}], [{ take: 'both' }], [{ take: 'mine', lines: [{ productId: 'x' }] }]])(
    'is not resolved by %j',
    async (body) => {
      expect((await resolve(await desk.draft(), body)).status).toBe(400);
    },
  );
});

describe('two editors of one draft', () => {
  let path: string;
  let other: PriceDesk;
  let otherId: string;

  beforeEach(async () => {
    path = await desk.draft();
    const colleague = await aColleague(shop);
    other = desk.as(colleague);
    otherId = colleague.id;
  });

  it('see each other’s changes as refusals, not as lost work', async () => {
    await other.put(path, [set('CEM-50', '44', { expects: '42' })]);
    const { body } = await desk.put(path, [
      set('CEM-50', '43', { expects: '42.00' }),
      set('LAD-06', '99', { expects: null }),
    ]);
    expect(body.data).toMatchObject({
      accepted: 1,
      refused: [
        { index: 0, error: { code: 'price.changed_by_other', details: { by: { id: otherId }, unitPrice: '44.0000' } } },
      ],
    });
    const details = body.data?.refused[0]?.error.details as { at: string };
    expect(Math.abs(Date.now() - Date.parse(details.at))).toBeLessThan(60_000);
    const { body: diff } = await desk.call<Line[]>('GET', `${path}/diff?sort=sku`);
    expect(diff.data?.map(({ sku, newPrice }) => [sku, newPrice])).toEqual([
      ['CEM-50', '44.0000'],
      ['LAD-06', '99.0000'],
    ]);
  });

  it('go on from what they saw', async () => {
    await other.put(path, [set('CEM-50', '44', { expects: '42' })]);
    const { body } = await desk.put(path, [set('CEM-50', '43', { expects: '44' })]);
    expect(body.data?.accepted).toBe(1);
  });

  it('never stand in their own way', async () => {
    await desk.put(path, [set('CEM-50', '44', { expects: '42' })]);
    expect((await desk.put(path, [set('CEM-50', '45', { expects: '42' })])).body.data?.accepted).toBe(1);
  });

  it('see a removal, too', async () => {
    await other.put(path, [remove('CEM-50', { expects: '42' })]);
    const { body } = await desk.put(path, [set('CEM-50', '43', { expects: '42' })]);
    expect(body.data?.refused[0]?.error.details).toMatchObject({ by: { id: otherId }, unitPrice: null });
    expect((await desk.put(path, [set('CEM-50', '43', { expects: null })])).body.data?.accepted).toBe(1);
  });

  it('see what went live meanwhile, and who wrote it', async () => {
    await other.publish(await other.draft(set('CEM-50', '50')));
    const { body } = await desk.put(path, [set('CEM-50', '43', { expects: '42' })]);
    expect(body.data?.refused[0]?.error).toMatchObject({
      code: 'price.changed_by_other',
      details: { by: { id: otherId }, unitPrice: '50.0000' },
    });
    expect((await desk.one(path)).changeCount).toBe(0);
  });

  it('without saying what they saw write over each other', async () => {
    await other.put(path, [set('CEM-50', '44')]);
    expect((await desk.put(path, [set('CEM-50', '43')])).body.data?.accepted).toBe(1);
  });

  it('of the same price at the very same time: one is told of the other', async () => {
    const answers = await Promise.all(
      [desk, other].map((at, n) => at.put(path, [set('CEM-50', `4${3 + n}`, { expects: '42' })])),
    );
    expect(answers.map(({ body }) => body.data?.accepted).sort()).toEqual([0, 1]);
  });
});

describe('prices as they are typed or pasted', () => {
  const text = (sku: string, unitPriceText: string, more: object = {}) => ({
    action: 'set',
    sku,
    unitPriceText,
    ...more,
  });

  it('are read, and said back', async () => {
    const path = await desk.draft();
    const { body } = await desk.put(path, [
      text('CEM-50', '$ 1\u00a0234.50'),
      text('LAD-06', '1.234,56'),
      set('BRK-14', '0.90'),
      text('SND-01', ' 120,5 ', { minQuantity: '0.5' }),
    ]);
    expect(body.data).toMatchObject({
      accepted: 4,
      refused: [],
      read: [
        { index: 0, unitPrice: '1234.5000' },
        { index: 1, unitPrice: '1234.5600' },
        { index: 3, unitPrice: '120.5000' },
      ],
    });
  });

  it('are read by the locale where they could be two, and by the tenant’s when none is said', async () => {
    const path = await desk.draft();
    const readAs = async (locale?: string) => {
      const { body } = await desk.put(path, [text('CEM-50', '1.234')], locale ? { locale } : {});
      return body.data?.read;
    };
    expect([await readAs(), await readAs('pt-BR'), await readAs('en')]).toEqual([
      [{ index: 0, unitPrice: '1.2340' }],
      [{ index: 0, unitPrice: '1234.0000' }],
      [{ index: 0, unitPrice: '1.2340' }],
    ]);
    expect((await desk.put(path, [text('CEM-50', '1')], { locale: 'de' })).status).toBe(400);
  });

  it('that cannot be read are refused with their text; the others go in', async () => {
    const path = await desk.draft();
    const texts = ['12 %', 'abc', '', 'R$ 12,90', '12345678901234567890', '-3', '3-', '1.23456', '123456789012'];
    const { body } = await desk.put(path, [...texts.map((each) => text('CEM-50', each)), text('CEM-50', '43')]);
    expect(body.data?.refused.map(({ error }) => error.code)).toEqual([
      ...['price.unreadable', 'price.unreadable', 'price.missing', 'price.unreadable', 'price.unreadable'],
      ...['price.negative', 'price.negative', 'price.too_precise', 'price.invalid'],
    ]);
    expect(body.data?.refused[0]?.error.details).toEqual({ text: '12 %' });
    expect([body.data?.accepted, await desk.one(path)]).toMatchObject([1, { changeCount: 1 }]);
  });

  it('of a thousand lines are read in one call', async () => {
    const path = await desk.draft();
    const lines = Array.from({ length: 1_000 }, (_, n) =>
      text('CEM-50', `R$ ${n},50`.replace('R', 'US'), { minQuantity: `${n + 2}` }),
    );
    expect((await desk.put(path, lines)).body.data?.accepted).toBe(1_000);
  });
});

it('a revision holds a million changes and not one more', async () => {
  const path = await desk.draft(set('CEM-50', '43'));
  const id = path.split('/').at(-1);
  await asOwner((owner) => owner.query('update pricing.revision set change_count = 1000000 where id = $1', [id]));
  const { status, body } = await desk.put(path, [set('LAD-06', '99')]);
  expect([status, body.error]).toMatchObject([422, { code: 'revision.too_large', details: { limit: 1_000_000 } }]);
  const { rows } = await asOwner((owner) =>
    owner.query('select from pricing.revision_change where revision_id = $1', [id]),
  );
  expect(rows).toHaveLength(1);
  expect((await desk.put(path, [set('CEM-50', '44')])).status).toBe(200);
});

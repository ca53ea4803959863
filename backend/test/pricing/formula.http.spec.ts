import { newId } from '../../src/shared/ids.js';
import type { Permission } from '../../src/shared/permissions.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, aToken, insertRows, type Shop } from '../support/shop.js';
import { codesOf, PriceDesk, type RevisionAnswer, set } from './price-desk.js';

interface Applied {
  changes: number;
  products: number;
  unchanged: number;
  skipped: { reason: string; count: number; examples: string[] }[];
  sample: { sku: string; unit: string; minQuantity: string; oldPrice: string | null; newPrice: string }[];
  revision: RevisionAnswer | null;
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

const apply = (path: string, body: object, at = desk) => at.call<Applied>('POST', `${path}/formula`, body);
const text = (formula: string, more: object = {}) => ({ formula: { text: formula }, ...more });
/** What a formula makes of a new draft's table: `SKU minimum+ old → new`. */
const made = async (body: object, at = desk): Promise<string[]> => {
  const { body: answer } = await apply(await at.draft(), body, at);
  if (!answer.data) throw new Error(JSON.stringify(answer.error));
  return answer.data.sample.map(
    ({ sku, unit, minQuantity, oldPrice, newPrice }) => `${sku} ${minQuantity}+ ${unit} ${oldPrice} → ${newPrice}`,
  );
};
const cost = (...changes: object[]) => desk.ask('PUT', '/costs', { changes });

describe('a formula', () => {
  it('changes every price of the table, with all its tiers, and says what it cannot', async () => {
    const path = await desk.draft();
    const { status, body } = await apply(path, text('+3.5 %'));
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      changes: 4,
      products: 3,
      unchanged: 0,
      skipped: [{ reason: 'price.missing', count: 1, examples: ['LAD-06'] }],
      revision: { changeCount: 4, source: 'formula', status: 'draft' },
    });
    expect(body.data?.sample.map(({ sku, minQuantity, newPrice }) => [sku, minQuantity, newPrice])).toEqual([
      ['BRK-14', '1', '0.8798'],
      ['CEM-50', '1', '43.4700'],
      ['CEM-50', '50', '41.4000'],
      ['SND-01', '0.5', '124.2000'],
    ]);
    await desk.publish(path);
    expect([await desk.priceOf('CEM-50'), await desk.priceOf('CEM-50', '50')]).toEqual(['43.4700', '41.4000']);
  });

  it('is only tried with a preview', async () => {
    const path = await desk.draft();
    const { body } = await apply(path, { ...text('+3.5 %'), preview: true });
    expect(body.data).toMatchObject({ changes: 4, revision: null });
    expect(await desk.one(path)).toMatchObject({ changeCount: 0, version: 1, source: 'manual' });
  });

  it('starts from what is live, so that twice is once', async () => {
    const path = await desk.draft();
    await apply(path, text('+10 %'));
    const { body } = await apply(path, text('+10 %', { rounding: { ending: '0.99' } }));
    expect(body.data?.sample.find(({ sku }) => sku === 'SND-01')).toMatchObject({
      oldPrice: '120.0000',
      newPrice: '131.9900',
    });
    expect(body.data?.revision?.changeCount).toBe(4);
  });

  it('starts from what the draft wants where the selection is what it changes', async () => {
    const path = await desk.draft(set('CEM-50', '44.44'), set('LAD-06', '101.01'));
    const { body } = await apply(path, {
      ...text('price', { rounding: { to: '0.10', mode: 'up' } }),
      selection: { only: 'changed' },
    });
    expect(body.data?.sample.map(({ sku, oldPrice, newPrice }) => [sku, oldPrice, newPrice])).toEqual([
      ['CEM-50', '42.0000', '44.5000'],
      ['LAD-06', null, '101.1000'],
    ]);
    expect(body.data?.revision).toMatchObject({ changeCount: 2, source: 'manual' });
  });

  it('leaves alone what it does not change', async () => {
    expect((await apply(await desk.draft(), text('+0 %'))).body.data).toMatchObject({ changes: 0, unchanged: 4 });
    const path = await desk.draft(set('CEM-50', '50'));
    const { body } = await apply(path, text('price', { selection: { skus: ['CEM-50'] } }));
    expect(body.data).toMatchObject({ changes: 1, unchanged: 1, revision: { changeCount: 1 } });
    expect((await desk.call<object[]>('GET', `${path}/diff`)).body.data).toMatchObject([
      { newPrice: '42.0000', difference: '0.0000' },
    ]);
  });

  it('is about a selection', async () => {
    const child = newId();
    await asOwner(async (owner) => {
      await insertRows(owner, shop.tenantId, 'catalog.category', [
        { id: child, code: 'CEM', slug: 'cement', name: 'Cement', parent_id: shop.categoryId },
      ]);
      await owner.query('update catalog.product set category_id = $1 where id = $2', [child, shop.cementId]);
      await owner.query(`update catalog.product set brand = 'Votoran' where id = $1`, [shop.brickId]);
    });
    const chosen = async (selection: object, at = desk) => [
      ...new Set((await made(text('+1 %', { selection }), at)).map((line) => line.split(' ')[0])),
    ];
    expect(await chosen({ category: 'cement' })).toEqual(['CEM-50']);
    expect(await chosen({ category: 'base' })).toEqual(['BRK-14', 'CEM-50', 'SND-01']);
    expect(await chosen({ category: 'nowhere' })).toEqual([]);
    expect(await chosen({ brand: ['Votoran'] })).toEqual(['BRK-14']);
    expect(await chosen({ skus: ['SND-01', 'NOPE'] })).toEqual(['SND-01']);
    expect(await chosen({ search: 'brick' })).toEqual(['BRK-14']);
    expect(await chosen({ only: 'override' }, desk.at(shop.tables.state))).toEqual(['CEM-50']);
  });

  it('keeps a price’s own time', async () => {
    const first = await desk.draft(set('CEM-50', '50', { validFrom: '2027-01-01', validTo: '2027-02-01' }));
    await desk.publish(first);
    const path = await desk.draft();
    await apply(path, text('+10 %', { selection: { skus: ['CEM-50'] } }));
    const { body } = await desk.call<{ validFrom: string | null; newPrice: string }[]>('GET', `${path}/diff?sort=sku`);
    expect(body.data).toContainEqual(
      expect.objectContaining({
        validFrom: '2027-01-01T00:00:00.000Z',
        validTo: '2027-02-01T00:00:00.000Z',
        newPrice: '55.0000',
      }),
    );
  });
});

describe('prices made from costs', () => {
  it('are of the unit that is sold, and go to products without a price too', async () => {
    await desk.publish(await desk.draft(set('CEM-50', '1600', { unit: 'pallet' })));
    await cost({ sku: 'CEM-50', unitCost: '30' }, { sku: 'LAD-06', unitCost: '80' });
    const path = await desk.draft();
    const { body } = await apply(path, text('cost + 22 %'));
    expect(body.data?.sample.map(({ sku, unit, oldPrice, newPrice }) => [sku, unit, oldPrice, newPrice])).toEqual([
      ['CEM-50', 'bag', '42.0000', '36.6000'],
      ['CEM-50', 'bag', '40.0000', '36.6000'],
      ['CEM-50', 'pallet', '1600.0000', '1464.0000'],
      ['LAD-06', 'each', null, '97.6000'],
    ]);
    expect(body.data?.skipped).toEqual([{ reason: 'cost.missing', count: 2, examples: ['BRK-14', 'SND-01'] }]);
  });

  it('answer a division by a missing or a zero cost line by line', async () => {
    await cost({ sku: 'CEM-50', unitCost: '30' }, { sku: 'SND-01', unitCost: '0' });
    const { body } = await apply(await desk.draft(), text('price / cost'));
    expect(body.data?.skipped).toEqual([
      { reason: 'cost.missing', count: 1, examples: ['BRK-14'] },
      { reason: 'price.missing', count: 1, examples: ['LAD-06'] },
      { reason: 'formula.divides_by_zero', count: 1, examples: ['SND-01'] },
    ]);
    expect(body.data?.changes).toBe(2);
    const negative = await apply(await desk.draft(), text('price - 41'));
    expect(negative.body.data?.skipped).toContainEqual({
      reason: 'price.negative',
      count: 2,
      examples: ['BRK-14', 'CEM-50'],
    });
  });

  it('are for those who may see costs: a price made from a cost tells it', async () => {
    await cost({ sku: 'CEM-50', unitCost: '30' });
    const permissions: Permission[] = ['price.read', 'price.edit', 'price.publish'];
    const rep = desk.as({ token: aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions }) });
    const path = await rep.draft();
    const answers = [
      await apply(path, { ...text('cost + 22 %'), preview: true }, rep),
      await apply(path, { formula: { base: 'cost' } }, rep),
      await apply(path, text('price - cost + cost'), rep),
      await apply(path, text('+1 %'), rep),
    ];
    expect(codesOf(answers)).toEqual([
      [403, 'formula.costs_hidden'],
      [403, 'formula.costs_hidden'],
      [403, 'formula.costs_hidden'],
      [200, undefined],
    ]);
  });
});

describe('prices of another table', () => {
  it('are copied, changed and rounded', async () => {
    const body = text('table - 2 %', { rounding: { to: '0.05' } });
    const ofCompany = desk.at(shop.tables.company);
    const wanted = { ...body, formula: { text: 'table - 2 %', tableId: shop.tables.national } };
    expect(await made(wanted, ofCompany)).toEqual([
      'BRK-14 1+ each null → 0.8500',
      'CEM-50 1+ bag 39.9000 → 41.1500',
      'CEM-50 50+ bag null → 39.2000',
      'SND-01 0.5+ m3 null → 117.6000',
    ]);
  });

  it('are those of a table there is', async () => {
    const path = await desk.draft();
    const answers = [
      await apply(path, text('table - 2 %')),
      await apply(path, { formula: { text: 'table', tableId: newId() } }),
    ];
    expect(codesOf(answers)).toEqual([
      [422, 'formula.table_missing'],
      [404, 'price_table.not_found'],
    ]);
  });
});

describe('what cannot be done', () => {
  it('is told before anything is written', async () => {
    const path = await desk.draft();
    const answers = [
      await apply(path, text('cost +* 2')),
      await apply(path, { formula: {} }),
      await apply(path, text('+1 %', { rounding: { to: '0.05', ending: '0.99' } })),
      await apply(path, text('+1 %', { rounding: { to: '0' } })),
      await apply(`/revisions/${newId()}`, text('+1 %')),
      await apply(path, {}),
    ];
    expect(codesOf(answers)).toEqual([
      [422, 'formula.invalid'],
      [422, 'formula.invalid'],
      [422, 'rounding.invalid'],
      [400, 'request.invalid'],
      [404, 'revision.not_found'],
      [400, 'request.invalid'],
    ]);
    expect(answers[0]?.body.error?.details).toEqual({ at: 6 });
    expect(await desk.one(path)).toMatchObject({ changeCount: 0, version: 1 });
  });

  it('is a formula on what is live, while one on what is approved takes the approval back', async () => {
    const live = await desk.draft(set('CEM-50', '43'));
    await desk.publish(live);
    expect((await apply(live, text('+1 %'))).body.error?.code).toBe('revision.transition_not_allowed');
    const path = await desk.draft(set('CEM-50', '44'));
    await desk.step(path, 'submit');
    await desk.step(path, 'approve');
    expect((await apply(path, text('+1 %'))).body.data?.revision).toMatchObject({ status: 'draft' });
  });
});

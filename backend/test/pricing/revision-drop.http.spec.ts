import { Api } from '../support/api.js';
import { aShop, type Shop } from '../support/shop.js';
import { aColleague, codesOf, drop, PriceDesk, remove, set } from './price-desk.js';

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

/** What the draft would change, as SKU, minimum quantity and price. */
const pending = async (path: string) => {
  const { body } = await desk.call<{ sku: string; minQuantity: string; newPrice: string | null }[]>(
    'GET',
    `${path}/diff?sort=sku`,
  );
  return body.data?.map(({ sku, minQuantity, newPrice }) => [sku, minQuantity, newPrice]);
};

describe('changes taken out of a draft again', () => {
  it('go together, each by its own key; no change there is nothing to do', async () => {
    const window = { validFrom: '2027-01-01T00:00:00Z', validTo: '2027-02-01T00:00:00Z' };
    const path = await desk.draft(
      ...[set('CEM-50', '43'), set('CEM-50', '40', { minQuantity: '10' }), set('CEM-50', '41', window)],
      ...[set('LAD-06', '99'), remove('BRK-14')],
    );
    const { body } = await desk.put(path, [
      ...[drop('CEM-50'), drop('CEM-50', { validFrom: window.validFrom }), drop('BRK-14'), drop('SND-01')],
      set('LAD-06', '97'),
    ]);
    expect(body.data).toMatchObject({ accepted: 5, refused: [], revision: { changeCount: 2 } });
    expect(await pending(path)).toEqual([
      ['CEM-50', '10', '40.0000'],
      ['LAD-06', '1', '97.0000'],
    ]);
  });

  it('leave the live price, and may be written anew', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    await desk.put(path, [drop('CEM-50')]);
    expect([await desk.one(path), await desk.priceOf('CEM-50')]).toMatchObject([{ changeCount: 0 }, '42.0000']);
    expect(codesOf([await desk.publish(path)])).toEqual([[422, 'revision.empty']]);
    await desk.put(path, [set('CEM-50', '44', { expects: '42' })]);
    expect(await pending(path)).toEqual([['CEM-50', '1', '44.0000']]);
  });

  it('of the same price in one call: the later counts', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    await desk.put(path, [set('CEM-50', '44'), drop('CEM-50')]);
    expect(await pending(path)).toEqual([]);
    await desk.put(path, [drop('CEM-50'), set('CEM-50', '45')]);
    expect(await pending(path)).toEqual([['CEM-50', '1', '45.0000']]);
  });

  it('stay where somebody else made them something else meanwhile', async () => {
    const path = await desk.draft(set('CEM-50', '43'), set('LAD-06', '99'));
    const colleague = await aColleague(shop);
    await desk.as(colleague).put(path, [set('CEM-50', '44')]);
    const { body } = await desk.put(path, [drop('CEM-50', { expects: '43' }), drop('LAD-06', { expects: '99' })]);
    expect(body.data).toMatchObject({
      accepted: 1,
      refused: [
        {
          index: 0,
          error: { code: 'price.changed_by_other', details: { by: { id: colleague.id }, unitPrice: '44.0000' } },
        },
      ],
      revision: { changeCount: 1 },
    });
    expect(await pending(path)).toEqual([['CEM-50', '1', '44.0000']]);
    expect((await desk.put(path, [drop('CEM-50', { expects: '44' })])).body.data?.accepted).toBe(1);
    expect(await pending(path)).toEqual([]);
  });

  it('by somebody who did not see a colleague take them out are refused to be written, not lost', async () => {
    const path = await desk.draft();
    await desk.as(await aColleague(shop)).put(path, [set('CEM-50', '44')]);
    await desk.put(path, [drop('CEM-50', { expects: '44' })]);
    const { body } = await desk.put(path, [set('CEM-50', '45', { expects: '44' })]);
    expect(body.data?.refused.map(({ error }) => error)).toMatchObject([
      { code: 'price.changed_by_other', details: { unitPrice: '42.0000' } },
    ]);
  });

  it('take an approval back; where there was nothing to take out, it stands', async () => {
    const path = await desk.draft(set('CEM-50', '43'), set('LAD-06', '99'));
    await desk.step(path, 'submit');
    await desk.step(path, 'approve');
    await desk.put(path, [drop('BRK-14')]);
    expect((await desk.one(path)).status).toBe('approved');
    await desk.put(path, [drop('CEM-50')]);
    expect(await desk.one(path)).toMatchObject({ status: 'draft', changeCount: 1 });
    expect((await desk.story(path)).at(-1)).toMatchObject({ kind: 'reopened', by: { id: shop.staffId } });
  });

  it('cannot be, of what is live; and an unknown product is said', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    const { body } = await desk.put(path, [drop('NO-SUCH')]);
    expect(body.data?.refused.map(({ error }) => error.code)).toEqual(['product.not_found']);
    await desk.publish(path);
    expect(codesOf([await desk.put(path, [drop('CEM-50')])])).toEqual([[422, 'revision.transition_not_allowed']]);
    expect(await desk.priceOf('CEM-50')).toBe('43.0000');
  });
});

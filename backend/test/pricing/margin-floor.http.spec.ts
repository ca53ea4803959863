import type { Permission } from '../../src/shared/permissions.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, aToken, type Shop } from '../support/shop.js';
import { aColleague, codesOf, needTwoPersons, PriceDesk, set, tomorrow } from './price-desk.js';

interface Below {
  total: number;
  mayOverride: boolean;
  lines: { sku: string; unitPrice: string; cost?: string; floor?: string; leastPrice?: string }[];
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
  await desk.ask('PUT', '/costs', { changes: [{ sku: 'CEM-50', unitCost: '36' }] });
  await desk.ask('PUT', '/pricing-settings', { defaultFloor: '0.12' });
});
afterAll(() => api.stop());

const as = (...permissions: Permission[]): PriceDesk =>
  desk.as({ token: aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions }) });
const publisher = () => as('price.read', 'price.edit', 'price.publish');
const reason = { overrideReason: 'Clearance of the old bags' };

describe('a price under its margin floor', () => {
  it('is refused when it is handed in and when it is published, with what is wrong', async () => {
    const path = await desk.draft(set('CEM-50', '40.9090'), set('CEM-50', '40.9091', { minQuantity: '50' }));
    const answers = [await desk.step(path, 'submit'), await desk.publish(path)];
    expect(codesOf(answers)).toEqual([
      [422, 'price.below_margin_floor'],
      [422, 'price.below_margin_floor'],
    ]);
    expect(answers[1]?.body.error?.details).toMatchObject({
      total: 1,
      mayOverride: true,
      lines: [
        {
          sku: 'CEM-50',
          minQuantity: '1',
          unitPrice: '40.9090',
          cost: '36.0000',
          floor: '0.1200',
          leastPrice: '40.9091',
        },
      ],
    });
    expect(await desk.one(path)).toMatchObject({ status: 'draft', version: 2 });
    expect(await desk.priceOf('CEM-50')).toBe('42.0000');
  });

  it('is reckoned by the unit that is sold', async () => {
    const pallets = await desk.draft(set('CEM-50', '1636', { unit: 'pallet' }));
    expect((await desk.publish(pallets)).body.error?.code).toBe('price.below_margin_floor');
    await desk.put(pallets, [set('CEM-50', '1637', { unit: 'pallet' })]);
    expect((await desk.publish(pallets)).status).toBe(200);
  });

  it('is nothing to be under without a cost or without a floor', async () => {
    expect((await desk.publish(await desk.draft(set('SND-01', '0.01', { minQuantity: '0.5' })))).status).toBe(200);
    await desk.ask('PUT', '/pricing-settings', { defaultFloor: null });
    expect((await desk.publish(await desk.draft(set('CEM-50', '1')))).status).toBe(200);
  });

  it('is that of its category, whatever the tenant’s is', async () => {
    await desk.ask('PUT', '/margin-floors', { floors: [{ categoryId: shop.categoryId, floor: '0.2' }] });
    const path = await desk.draft(set('CEM-50', '44.99'));
    expect((await desk.publish(path)).body.error?.code).toBe('price.below_margin_floor');
    await desk.ask('PUT', '/margin-floors', { floors: [{ categoryId: shop.categoryId, floor: '0' }] });
    expect((await desk.publish(path)).status).toBe(200);
  });

  it('is reckoned with the cost of the day it goes live', async () => {
    await desk.ask('PUT', '/costs', { changes: [{ sku: 'CEM-50', unitCost: '45', validFrom: tomorrow(5) }] });
    const path = await desk.draft(set('CEM-50', '43'));
    const answers = [
      await desk.publish(path, { goesLiveAt: tomorrow(6) }),
      await desk.publish(path, { goesLiveAt: tomorrow(4) }),
    ];
    expect(codesOf(answers)).toEqual([
      [422, 'price.below_margin_floor'],
      [200, undefined],
    ]);
  });
});

describe('letting it through', () => {
  it('takes a reason, which stays with the revision, in its story and in the audit', async () => {
    const path = await desk.draft(set('CEM-50', '37'));
    expect((await desk.publish(path, reason)).status).toBe(200);
    expect(await desk.one(path)).toMatchObject({
      override: { reason: reason.overrideReason, by: { id: shop.staffId, name: 'Test Person' } },
    });
    expect(await desk.story(path)).toContainEqual(
      expect.objectContaining({ kind: 'overridden', note: reason.overrideReason }),
    );
    const { rows } = await asOwner((owner) =>
      owner.query(`select facts from identity.audit_entry where tenant_id = $1 and action = 'revision.overridden'`, [
        shop.tenantId,
      ]),
    );
    expect(rows).toMatchObject([{ facts: { total: 1, reason: reason.overrideReason } }]);
  });

  it('is for who may; others are told which prices, but no number behind them', async () => {
    const path = await desk.draft(set('CEM-50', '37'));
    const { status, body } = await publisher().publish(path, reason);
    expect([status, body.error?.code]).toEqual([422, 'price.below_margin_floor']);
    const details = body.error?.details as Below;
    expect([details.total, details.mayOverride]).toEqual([1, false]);
    expect(details.lines).toEqual([
      { productId: shop.cementId, sku: 'CEM-50', unit: 'bag', minQuantity: '1', unitPrice: '37.0000' },
    ]);
    expect((await desk.publish(path)).body.error?.code).toBe('price.below_margin_floor');
  });

  it('by whoever hands it in holds for whoever publishes, until it is edited', async () => {
    await needTwoPersons(shop);
    const second = await aColleague(shop, 'Second', ['price.read', 'price.edit', 'price.publish']);
    const path = await desk.draft(set('CEM-50', '37'));
    expect((await desk.step(path, 'submit', reason)).status).toBe(200);
    await desk.put(path, [set('CEM-50', '36.5')]);
    expect(await desk.one(path)).toMatchObject({ status: 'draft', override: null });
    expect((await desk.step(path, 'submit')).body.error?.code).toBe('price.below_margin_floor');
    await desk.step(path, 'submit', reason);
    await desk.as(second).step(path, 'approve');
    expect((await desk.as(second).publish(path)).status).toBe(200);
    expect(await desk.priceOf('CEM-50')).toBe('36.5000');
  });

  it('is not asked for while prices keep their floor, whatever is said', async () => {
    const path = await desk.draft(set('CEM-50', '43'));
    expect((await desk.publish(path, reason)).status).toBe(200);
    expect(await desk.one(path)).toMatchObject({ override: null });
  });
});

describe('a file of prices under the floor', () => {
  const send = async (csv: string) => {
    const headers = { 'content-type': 'text/csv' };
    const { body } = await api.call<{ id: string }>(
      shop,
      shop.staffToken,
      'POST',
      '/backoffice/imports/prices',
      csv,
      headers,
    );
    await api.settle(shop);
    return (await desk.ask<{ result: { published: boolean; revisions: object[] } }>('GET', `/imports/${body.data?.id}`))
      .body.data?.result;
  };

  it('stays a draft where it is, and the tables beside it go live', async () => {
    const result = await send(
      'scope,state,sku,unit_price\nnational,,CEM-50,37\nnational,,SND-01,121\nstate,TX,CEM-50,43\n',
    );
    expect(result?.published).toBe(false);
    expect(result?.revisions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ tableId: shop.tables.national, changes: 2, published: false, belowFloor: 1 }),
        expect.objectContaining({ tableId: shop.tables.state, changes: 1, published: true }),
      ]),
    );
    expect([await desk.priceOf('CEM-50'), await desk.priceOf('SND-01')]).toEqual(['42.0000', '120.0000']);
    const { body } = await desk.call<{ id: string; status: string }[]>('GET', '/revisions');
    expect(body.data).toMatchObject([{ status: 'draft', source: 'import' }]);
    expect((await desk.publish(`/revisions/${body.data?.[0]?.id}`, reason)).status).toBe(200);
    expect([await desk.priceOf('CEM-50'), await desk.priceOf('SND-01')]).toEqual(['37.0000', '121.0000']);
  });
});

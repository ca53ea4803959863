import type { SimulationView } from '../../src/pricing/http/simulation.dto.js';
import type { RevisionView } from '../../src/pricing/http/revision.dto.js';
import { newId } from '../../src/shared/ids.js';
import { Shopping } from '../orders/shopping.js';
import { Api } from '../support/api.js';
import { aShop, aToken, type Shop } from '../support/shop.js';

let api: Api;
let shop: Shop;

beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await aShop();
});

const call = <T>(method: string, path: string, body?: unknown) =>
  api.call<T>(shop, shop.staffToken, method, `/backoffice${path}`, body);

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** A draft of a table with these changes. */
async function aDraft(tableId: string, ...changes: object[]): Promise<RevisionView> {
  const { body } = await call<RevisionView>('POST', `/price-tables/${tableId}/revisions`, { name: 'Spring' });
  const draft = body.data;
  if (!draft) throw new Error(JSON.stringify(body.error));
  await call('PUT', `/price-tables/${tableId}/revisions/${draft.id}/changes`, {
    changes: changes.map((change) => ({ action: 'set', minQuantity: '1', ...change })),
  });
  return draft;
}

async function simulate(body: object): Promise<SimulationView> {
  const answer = await call<SimulationView>('POST', '/prices/simulate', body);
  if (!answer.body.data) throw new Error(JSON.stringify(answer.body.error));
  return answer.body.data;
}

const refusal = async (body: object) => {
  const { status, body: answer } = await call('POST', '/prices/simulate', body);
  return [status, answer.error?.code];
};

const basket = [
  { sku: 'CEM-50', quantity: '10' },
  { sku: 'SND-01', quantity: '2.5' },
];

describe('a simulation', () => {
  it('sets the prices of a draft beside those of today, with differences and the trace of both', async () => {
    const draft = await aDraft(shop.tables.national, { sku: 'SND-01', unitPrice: '126' });
    const { lines, totals, company, currency } = await simulate({
      companyId: shop.companyId,
      revisionIds: [draft.id],
      lines: basket,
    });
    expect([company?.name, currency]).toEqual(['Aurora Builders', 'USD']);
    const [cement, sand] = lines;
    expect(cement).toMatchObject({ difference: '0.00', percent: '0.00', error: null });
    expect(sand).toMatchObject({
      sku: 'SND-01',
      quantity: '2.5',
      today: { unitPrice: '120.0000', lineTotal: '300.00' },
      then: { unitPrice: '126.0000', lineTotal: '315.00', source: 'national' },
      difference: '15.00',
      percent: '5.00',
    });
    expect(sand?.today.trace?.winner?.revision.number).toBeNull();
    expect(sand?.then.trace?.winner?.revision).toMatchObject({ id: draft.id, number: 1, name: 'Spring', liveAt: null });
    expect(totals).toEqual({ today: '699.00', then: '714.00', difference: '15.00', percent: '2.15', incomplete: 0 });

    const explained = await call<{ lines: { unitPrice: string }[] }>('POST', '/prices/resolve', { lines: basket });
    expect(explained.body.data?.lines[1]?.unitPrice).toBe('120.0000');
  });

  it('lets a contract stand against the draft of the list, and shows what the list would have been', async () => {
    const draft = await aDraft(shop.tables.national, { sku: 'CEM-50', unitPrice: '50' });
    const lines = [{ sku: 'CEM-50', quantity: '1' }];
    const ofCompany = await simulate({ companyId: shop.companyId, revisionIds: [draft.id], lines });
    expect(ofCompany.lines[0]?.then).toMatchObject({ unitPrice: '39.9000', listPrice: '50.0000', source: 'company' });
    const inFlorida = await simulate({ stateCode: 'FL', revisionIds: [draft.id], lines });
    expect(inFlorida.lines[0]).toMatchObject({
      today: { unitPrice: '42.0000' },
      then: { unitPrice: '50.0000' },
      percent: '19.05',
    });
  });

  it('never takes the draft of one company for another', async () => {
    const draft = await aDraft(shop.tables.company, { sku: 'CEM-50', unitPrice: '1' });
    const lines = [{ sku: 'CEM-50', quantity: '1' }];
    const priceFor = async (whom: object) =>
      (await simulate({ ...whom, revisionIds: [draft.id], lines })).lines[0]?.then.unitPrice;
    expect(await priceFor({ companyId: shop.companyId })).toBe('1.0000');
    expect(await priceFor({ companyId: shop.otherCompanyId })).toBe('42.0000');
    expect(await priceFor({ stateCode: 'TX' })).toBe('40.0000');
  });

  it('lays several drafts over each other, the later over the earlier', async () => {
    const one = await aDraft(shop.tables.national, { sku: 'SND-01', unitPrice: '130' });
    const two = await aDraft(shop.tables.national, { sku: 'SND-01', unitPrice: '110' });
    const lines = [{ sku: 'SND-01', quantity: '1' }];
    const priceWith = async (...revisionIds: string[]) =>
      (await simulate({ revisionIds, lines })).lines[0]?.then.unitPrice;
    expect([await priceWith(one.id, two.id), await priceWith(two.id, one.id), await priceWith()]).toEqual([
      '110.0000',
      '130.0000',
      '120.0000',
    ]);
  });

  it('takes prices away and adds tiers as the draft does', async () => {
    const draft = await aDraft(
      shop.tables.national,
      { sku: 'BRK-14', action: 'remove' },
      { sku: 'LAD-06', unitPrice: '80' },
      { sku: 'SND-01', unitPrice: '100', minQuantity: '10' },
    );
    const { lines, totals } = await simulate({
      revisionIds: [draft.id],
      lines: [
        { sku: 'BRK-14', quantity: '100' },
        { sku: 'LAD-06', quantity: '2' },
        { sku: 'SND-01', quantity: '10' },
      ],
    });
    expect(lines.map(({ today, then, difference }) => [today.unitPrice, then.unitPrice, difference])).toEqual([
      ['0.8500', null, null],
      [null, '80.0000', null],
      ['120.0000', '100.0000', '-200.00'],
    ]);
    expect(totals).toMatchObject({ today: '1285.00', then: '1160.00', difference: '-125.00', incomplete: 2 });
  });

  it('of a day ahead knows what is scheduled by then, whether it is named or not', async () => {
    const draft = await aDraft(shop.tables.national, { sku: 'SND-01', unitPrice: '140' });
    const path = `/price-tables/${shop.tables.national}/revisions/${draft.id}/publish`;
    await call('POST', path, { goesLiveAt: inDays(10) });
    const lines = [{ sku: 'SND-01', quantity: '1' }];
    const then = async (body: object) => (await simulate({ revisionIds: [], lines, ...body })).lines[0]?.then;
    expect((await then({ at: inDays(9) }))?.unitPrice).toBe('120.0000');
    expect((await then({ at: inDays(11) }))?.unitPrice).toBe('140.0000');
    expect((await then({ at: inDays(11), revisionIds: [draft.id] }))?.unitPrice).toBe('140.0000');
    const early = await then({ revisionIds: [draft.id] });
    expect(early?.unitPrice).toBe('140.0000');
    expect(early?.trace?.losers.map(({ reason }) => reason)).toEqual(['smaller_tier']);
  });

  it('does not bring back what is replaced by then', async () => {
    const scheduled = async (unitPrice: string, days: number) => {
      const { id } = await aDraft(shop.tables.national, { sku: 'SND-01', unitPrice });
      await call('POST', `/price-tables/${shop.tables.national}/revisions/${id}/publish`, { goesLiveAt: inDays(days) });
      return id;
    };
    const earlier = await scheduled('140', 10);
    await scheduled('150', 20);
    const lines = [{ sku: 'SND-01', quantity: '1' }];
    const then = async (days: number) =>
      (await simulate({ revisionIds: [earlier], lines, at: inDays(days) })).lines[0]?.then.unitPrice;
    expect([await then(15), await then(25)]).toEqual(['140.0000', '150.0000']);
  });

  it('prices a past order again, for its company and state', async () => {
    const shopping = new Shopping(api, shop);
    const order = await shopping.placed();
    const draft = await aDraft(shop.tables.company, { sku: 'CEM-50', unitPrice: '45' });
    const { company, stateCode, lines } = await simulate({ revisionIds: [draft.id], orderId: order.id });
    expect([company?.id, stateCode]).toEqual([shop.companyId, 'TX']);
    expect(lines.map(({ sku, quantity, today, then }) => [sku, quantity, today.unitPrice, then.unitPrice])).toEqual([
      ['CEM-50', '10', '39.9000', '45.0000'],
      ['SND-01', '2.5', '120.0000', '120.0000'],
    ]);
    const elsewhere = await simulate({ revisionIds: [], orderId: order.id, companyId: shop.otherCompanyId });
    expect([elsewhere.stateCode, elsewhere.lines[0]?.today.unitPrice]).toEqual(['FL', '42.0000']);
  });

  it('prices a saved list, for its company unless another is named', async () => {
    const lines = [{ sku: 'CEM-50', quantity: '10' }];
    const shopping = new Shopping(api, shop);
    const list = (await shopping.buyer<{ id: string }>('POST', '/lists', { name: 'Slab', lines })).body.data;
    const draft = await aDraft(shop.tables.company, { sku: 'CEM-50', unitPrice: '45' });
    const { company, stateCode, lines: priced } = await simulate({ revisionIds: [draft.id], listId: list?.id });
    expect([company?.id, stateCode]).toEqual([shop.companyId, 'TX']);
    expect(priced.map(({ sku, quantity, today, then }) => [sku, quantity, today.unitPrice, then.unitPrice])).toEqual([
      ['CEM-50', '10', '39.9000', '45.0000'],
    ]);
    const elsewhere = await simulate({ listId: list?.id, companyId: shop.otherCompanyId });
    expect([elsewhere.stateCode, elsewhere.lines[0]?.today.unitPrice]).toEqual(['FL', '42.0000']);
    expect((await simulate({ listId: list?.id, stateCode: 'TX' })).company).toBeNull();
  });

  it('counts a trade code on either side, and says why it does not', async () => {
    await call('POST', '/trade-codes', { code: 'TEN', name: 'Ten', percent: '10', minimumOrder: '130' });
    const draft = await aDraft(shop.tables.national, { sku: 'SND-01', unitPrice: '140' });
    const lines = [{ sku: 'SND-01', quantity: '1' }];
    const wanted = { tradeCode: 'ten', revisionIds: [draft.id], lines };
    const { lines: answered, tradeCodeProblem } = await simulate(wanted);
    expect([answered[0]?.today.unitPrice, answered[0]?.then.unitPrice]).toEqual(['120.0000', '126.0000']);
    expect(tradeCodeProblem).toBeNull();
    const small = await simulate({ ...wanted, revisionIds: [] });
    expect(small.tradeCodeProblem).toMatchObject({ code: 'trade_code.minimum_order', details: { missing: '10.00' } });
  });

  it('names what it does not understand line by line, and prices the rest', async () => {
    const lines = [
      { sku: 'NONE', quantity: '1' },
      { sku: 'CEM-50', unit: 'truck', quantity: '1' },
      { sku: 'CEM-50', unit: 'pallet', quantity: '1' },
    ];
    const { lines: answered, totals } = await simulate({ revisionIds: [], lines });
    expect(answered.map(({ error }) => error?.code ?? null)).toEqual([
      'product.not_found',
      'product.unknown_unit',
      null,
    ]);
    expect(answered[2]?.then).toMatchObject({ unitPrice: '1680.0000', derived: true });
    expect(totals).toMatchObject({ today: '1680.00', incomplete: 2 });
  });

  it('prices a thousand lines, and not one more', async () => {
    const many = (count: number) => Array.from({ length: count }, () => ({ sku: 'CEM-50', quantity: '1' }));
    const { lines, totals } = await simulate({ revisionIds: [], lines: many(1000) });
    expect([lines.length, totals.today]).toEqual([1000, '42000.00']);
    expect(await refusal({ revisionIds: [], lines: many(1001) })).toEqual([400, 'request.invalid']);
  });
});

describe('a simulation is refused', () => {
  it('for what does not exist', async () => {
    const lines = basket;
    expect(await refusal({ companyId: newId(), lines })).toEqual([404, 'company.not_found']);
    expect(await refusal({ revisionIds: [newId()], lines })).toEqual([404, 'revision.not_found']);
    expect(await refusal({ orderId: newId() })).toEqual([404, 'order.not_found']);
    expect(await refusal({ listId: newId() })).toEqual([404, 'list.not_found']);
    expect(await refusal({ revisionIds: [] })).toEqual([422, 'simulation.basket_missing']);
  });

  it('for revisions that are live or gone', async () => {
    const draft = await aDraft(shop.tables.national, { sku: 'SND-01', unitPrice: '130' });
    const path = `/price-tables/${shop.tables.national}/revisions/${draft.id}`;
    await call('POST', `${path}/publish`, {});
    expect(await refusal({ revisionIds: [draft.id], lines: basket })).toEqual([422, 'revision.not_pending']);
    const gone = await aDraft(shop.tables.national, { sku: 'SND-01', unitPrice: '131' });
    await call('POST', `/price-tables/${shop.tables.national}/revisions/${gone.id}/withdraw`, {});
    expect(await refusal({ revisionIds: [gone.id], lines: basket })).toEqual([422, 'revision.not_pending']);
  });

  it('to who may not read prices', async () => {
    const { tenantId, staffId: sub } = shop;
    const token = aToken({ tenantId, sub, kind: 'staff', permissions: ['order.read'] });
    const { status } = await api.call(shop, token, 'POST', '/backoffice/prices/simulate', { lines: basket });
    expect(status).toBe(403);
  });
});

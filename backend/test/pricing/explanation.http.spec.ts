import { newId } from '../../src/shared/ids.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, aToken, insertRows, type Shop } from '../support/shop.js';

interface Entry {
  tableName: string;
  unitPrice: string;
  reason?: string;
  missing?: string | null;
  revision: { number: number | null; author: string | null };
}
interface Line {
  sku: string | null;
  unit: string | null;
  quantity: string;
  unitPrice: string | null;
  listPrice: string | null;
  source: string | null;
  sourceLabel: string | null;
  lineTotal: string | null;
  derived: boolean;
  trace: { winner: Entry | null; losers: Entry[]; adjustments: object[] } | null;
  error: { code: string; details?: object } | null;
}
interface Explanation {
  company: { name: string } | null;
  stateCode: string | null;
  lines: Line[];
}

let api: Api;
let shop: Shop;

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
});
afterAll(() => api.stop());

const call = <T>(method: string, path: string, body?: unknown, token: string | null = shop.staffToken) =>
  api.call<T>(shop, token, method, `/backoffice${path}`, body);
const resolve = (body: object, token?: string | null) => call<Explanation>('POST', '/prices/resolve', body, token);

describe('POST /backoffice/prices/resolve', () => {
  it('answers lines in the order asked, in their first unit, with everything that had a say', async () => {
    const { status, body } = await resolve({
      companyId: shop.companyId,
      lines: [
        { sku: 'SND-01', quantity: '2.5' },
        { productId: shop.cementId, unit: 'pallet', quantity: '2' },
        { sku: 'LAD-06', quantity: '1' },
      ],
    });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ company: { name: 'Aurora Builders' }, stateCode: 'TX', currency: 'USD' });
    const [sand, cement, ladder] = body.data?.lines ?? [];
    expect(sand).toMatchObject({
      sku: 'SND-01',
      unit: 'm3',
      unitPrice: '120.0000',
      lineTotal: '300.00',
      source: 'national',
    });
    expect(cement).toMatchObject({
      sku: 'CEM-50',
      unit: 'pallet',
      unitPrice: '1596.0000',
      listPrice: '1600.0000',
      source: 'company',
      sourceLabel: 'Contract price',
      tableName: 'Aurora Builders',
      derived: true,
      lineTotal: '3192.00',
    });
    expect(cement?.trace?.winner).toMatchObject({ tableName: 'Aurora Builders', unit: 'bag', unitPrice: '39.9000' });
    expect(cement?.trace?.adjustments).toMatchObject([
      { kind: 'derived', factor: '40', from: '39.9000', to: '1596.0000' },
    ]);
    expect(cement?.trace?.losers.map(({ tableName, unitPrice, reason }) => [tableName, unitPrice, reason])).toEqual([
      ['TX', '40.0000', 'less_specific'],
      ['National', '42.0000', 'less_specific'],
      ['National', '40.0000', 'less_specific'],
    ]);
    expect(ladder).toMatchObject({ unitPrice: null, source: null, sourceLabel: 'Price on request', error: null });
  });

  it('explains a state’s price without a company, and how much is missing to a tier', async () => {
    const { body } = await resolve({ lines: [{ sku: 'CEM-50', quantity: '12' }] });
    expect(body.data?.lines[0]).toMatchObject({ unitPrice: '42.0000' });
    expect(body.data?.lines[0]?.trace?.losers).toMatchObject([{ reason: 'below_tier', missing: '38' }]);
    const texas = await resolve({ stateCode: 'TX', lines: [{ sku: 'CEM-50', quantity: '12' }] });
    expect(texas.body.data?.lines[0]).toMatchObject({ unitPrice: '40.0000', sourceLabel: 'State price · TX' });
  });

  it('names the revision and its author behind a price', async () => {
    const own = await aShop();
    const table = `/backoffice/price-tables/${own.tables.national}`;
    const draft = await api.call<{ id: string }>(own, own.staffToken, 'POST', `${table}/revisions`, {});
    const path = `${table}/revisions/${draft.body.data?.id}`;
    const changes = [{ action: 'set', sku: 'LAD-06', unitPrice: '99' }];
    await api.call(own, own.staffToken, 'PUT', `${path}/changes`, { changes });
    await api.call(own, own.staffToken, 'POST', `${path}/publish`, {});
    const { body } = await api.call<Explanation>(own, own.staffToken, 'POST', '/backoffice/prices/resolve', {
      lines: [{ sku: 'LAD-06', quantity: '1' }],
    });
    expect(body.data?.lines[0]?.trace?.winner?.revision).toMatchObject({ number: 1, author: 'Test Person' });
  });

  it('answers for a line it does not understand, in its place', async () => {
    const other = await aShop();
    const { body } = await resolve({
      lines: [
        { sku: 'NOPE', quantity: '1' },
        { quantity: '1' },
        { productId: other.cementId, quantity: '1' },
        { sku: 'CEM-50', unit: 'crate', quantity: '1' },
        { sku: 'CEM-50', quantity: '0' },
        { sku: 'CEM-50', quantity: '1.0001' },
        { sku: 'CEM-50', quantity: '1' },
      ],
    });
    expect(body.data?.lines.map(({ error, unitPrice }) => error?.code ?? unitPrice)).toEqual([
      'product.not_found',
      'product.not_found',
      'product.not_found',
      'product.unknown_unit',
      'quantity.not_positive',
      'quantity.too_precise',
      '42.0000',
    ]);
    expect(body.data?.lines[3]?.error?.details).toEqual({ unit: 'crate', units: ['bag', 'pallet'] });
  });

  it('leaves the traces out where they are not asked for, and says the same prices', async () => {
    const asked = {
      companyId: shop.companyId,
      lines: [
        { sku: 'CEM-50', quantity: '60' },
        { sku: 'SND-01', quantity: '2' },
      ],
    };
    const [whole, bare] = [await resolve(asked), await resolve({ ...asked, trace: false })];
    expect(bare.body.data?.lines).toEqual(whole.body.data?.lines.map((line) => ({ ...line, trace: null })));
    expect((await resolve({ ...asked, trace: 'no' })).status).toBe(400);
  });

  it('takes 500 lines and no more', async () => {
    const lines = Array.from({ length: 501 }, () => ({ sku: 'CEM-50', quantity: '1' }));
    expect((await resolve({ lines })).status).toBe(400);
    expect((await resolve({ lines: lines.slice(1) })).body.data?.lines).toHaveLength(500);
  });

  it('is for staff, and knows no company of another tenant', async () => {
    const other = await aShop();
    const lines = [{ sku: 'CEM-50', quantity: '1' }];
    const answers = await Promise.all([
      resolve({ lines }, null),
      resolve({ lines }, shop.token),
      resolve({ lines, companyId: other.companyId }),
      resolve({ lines: [] }),
      resolve({ lines, at: 'yesterday' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.error?.code])).toEqual([
      [401, 'auth.required'],
      [403, 'auth.forbidden'],
      [404, 'company.not_found'],
      [400, 'request.invalid'],
      [400, 'request.invalid'],
    ]);
  });
});

describe('GET /backoffice/price-grid', () => {
  interface Row {
    sku: string;
    unit: string;
    cells: {
      tableId: string;
      unitPrice: string | null;
      furtherTiers: number;
      inherited: { unitPrice: string } | null;
      pending: { action: string; unitPrice: string | null } | null;
    }[];
  }

  it('shows each table’s own price, and what it inherits', async () => {
    const { status, body } = await call<Row[]>('GET', '/price-grid');
    expect([status, body.meta.page?.total]).toEqual([200, 4]);
    expect(body.meta.facets).toMatchObject({
      currency: 'USD',
      columns: [
        { name: 'National', scope: 'national' },
        { name: 'TX', stateCode: 'TX' },
      ],
    });
    const cellsOf = (sku: string) =>
      body.data
        ?.find((row) => row.sku === sku)
        ?.cells.map(({ unitPrice, inherited, furtherTiers }) => [
          unitPrice,
          inherited?.unitPrice ?? null,
          furtherTiers,
        ]);
    expect(cellsOf('CEM-50')).toEqual([
      ['42.0000', null, 1],
      ['40.0000', null, 0],
    ]);
    expect(cellsOf('SND-01')).toEqual([
      ['120.0000', null, 0],
      [null, '120.0000', 0],
    ]);
    expect(cellsOf('LAD-06')).toEqual([
      [null, null, 0],
      [null, null, 0],
    ]);
  });

  it('shows what drafts would change, and only the products they change', async () => {
    const draft = async (tableId: string, changes: object[]) => {
      const table = `/price-tables/${tableId}`;
      const { body } = await call<{ id: string }>('POST', `${table}/revisions`, {});
      await call('PUT', `${table}/revisions/${body.data?.id}/changes`, { changes });
      return body.data?.id ?? '';
    };
    const national = await draft(shop.tables.national, [{ action: 'set', sku: 'LAD-06', unitPrice: '99' }]);
    const texas = await draft(shop.tables.state, [{ action: 'remove', sku: 'CEM-50' }]);
    const { body } = await call<Row[]>('GET', `/price-grid?changed=${national},${texas}&changedOnly=true`);
    expect(body.meta.page?.total).toBe(2);
    expect(body.data?.map(({ sku, cells }) => [sku, cells.map(({ pending }) => pending?.action ?? null)])).toEqual([
      ['CEM-50', [null, 'remove']],
      ['LAD-06', ['set', null]],
    ]);
  });

  it('takes any tables as columns, searches and pages', async () => {
    const { company, national } = shop.tables;
    const { body } = await call<Row[]>('GET', `/price-grid?tables=${national}&tables=${company}&search=cement`);
    expect(body.data?.map(({ cells }) => cells.map(({ unitPrice }) => unitPrice))).toEqual([['42.0000', '39.9000']]);
    const second = await call<Row[]>('GET', '/price-grid?page=2&pageSize=3');
    expect(second.body.data).toHaveLength(1);
  });

  it('shows prices as of any day', async () => {
    const { body } = await call<Row[]>('GET', '/price-grid?at=2025-06-01T00:00:00Z&search=cement');
    expect(body.data?.[0]?.cells.map(({ unitPrice }) => unitPrice)).toEqual([null, null]);
  });

  it('never shows another tenant’s tables or drafts', async () => {
    const other = await aShop();
    const { body } = await call<Row[]>('GET', `/price-grid?tables=${other.tables.national}&changed=${newId()}`);
    expect([body.meta.facets, body.data?.[0]?.cells]).toMatchObject([{ columns: [] }, []]);
  });

  it('is for staff who may', async () => {
    const { tenantId, staffId } = shop;
    const clerk = aToken({ tenantId, sub: staffId, kind: 'staff', permissions: ['order.read'] });
    const answers = await Promise.all([
      call('GET', '/price-grid', undefined, null),
      call('GET', '/price-grid', undefined, clerk),
      call('GET', '/price-grid?tables=mine'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 400]);
  });
});

describe('discounts', () => {
  const tierOf = async (companyId: string, tierId: string) =>
    asOwner((owner) => owner.query('update identity.company set tier_id = $2 where id = $1', [companyId, tierId]));
  const cementFor = async (companyId: string, more: object = {}) =>
    (await resolve({ companyId, ...more, lines: [{ sku: 'CEM-50', quantity: '1' }] })).body.data?.lines[0];

  it('of a buyer tier come off, the nearest category’s or the default', async () => {
    const created = await call<{ id: string; version: number }>('POST', '/buyer-tiers', {
      code: 'silver',
      name: 'Silver',
      defaultPercent: '5',
    });
    expect([created.status, created.headers.get('location')]).toEqual([
      201,
      `/api/v1/backoffice/buyer-tiers/${created.body.data?.id}`,
    ]);
    const tierId = created.body.data?.id ?? '';
    await tierOf(shop.otherCompanyId, tierId);
    expect(await cementFor(shop.otherCompanyId)).toMatchObject({
      unitPrice: '39.9000',
      listPrice: '42.0000',
      sourceLabel: 'List price, −5 %',
    });
    const changed = await call('PATCH', `/buyer-tiers/${tierId}`, {
      categories: [{ categoryId: shop.categoryId, percent: '7.25' }],
      version: 1,
    });
    expect(changed.body.data).toMatchObject({
      defaultPercent: '5',
      categories: [{ categoryId: shop.categoryId, percent: '7.25' }],
      version: 2,
    });
    expect((await cementFor(shop.otherCompanyId))?.unitPrice).toBe('38.9550');
    const { body } = await call<object[]>('GET', '/buyer-tiers');
    expect(body.data).toHaveLength(1);
  });

  it('of a trade code come off when it is better, however it is typed, and never off a contract', async () => {
    const { status, body } = await call<{ id: string }>('POST', '/trade-codes', {
      code: 'spring-27',
      name: 'Spring',
      percent: '10',
      categoryId: shop.categoryId,
    });
    expect([status, body.data]).toMatchObject([201, { code: 'SPRING-27', active: true }]);
    expect((await cementFor(shop.otherCompanyId, { tradeCode: ' Spring-27 ' }))?.unitPrice).toBe('37.8000');
    const contract = await cementFor(shop.companyId, { tradeCode: 'SPRING-27' });
    expect(contract?.unitPrice).toBe('39.9000');
    expect(contract?.trace?.adjustments).toMatchObject([
      { kind: 'trade_code', name: 'SPRING-27', percent: '10.00', passedOver: 'company_price_is_final' },
    ]);
    await call('PATCH', `/trade-codes/${body.data?.id}`, { active: false });
    expect((await cementFor(shop.otherCompanyId, { tradeCode: 'SPRING-27' }))?.unitPrice).not.toBe('37.8000');
  });

  it.each([
    ['POST', '/buyer-tiers', { code: 'gold', name: 'Gold', defaultPercent: '101' }, 400, 'request.invalid'],
    ['POST', '/buyer-tiers', { code: 'silver', name: 'Silver', defaultPercent: '1' }, 409, 'buyer_tier.code_taken'],
    [
      'POST',
      '/buyer-tiers',
      { code: 'gold', name: 'Gold', defaultPercent: '1', categories: [{ categoryId: newId(), percent: '1' }] },
      404,
      'category.not_found',
    ],
    ['PATCH', `/buyer-tiers/${newId()}`, { name: 'X' }, 404, 'buyer_tier.not_found'],
    ['POST', '/trade-codes', { code: 'Spring-27', name: 'Again', percent: '1' }, 409, 'trade_code.code_taken'],
    ['POST', '/trade-codes', { code: 'with space', name: 'X', percent: '1' }, 400, 'request.invalid'],
    [
      'POST',
      '/trade-codes',
      { code: 'W', name: 'X', percent: '1', validFrom: '2027-01-02', validTo: '2027-01-01' },
      422,
      'discount.empty_window',
    ],
    ['PATCH', `/trade-codes/${newId()}`, { name: 'X' }, 404, 'trade_code.not_found'],
  ])('%s %s %j is %i', async (method, path, body, status, code) => {
    const answer = await call(method, path, body);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });

  it('of one tenant are unknown to another, and stale changes are noticed', async () => {
    const other = await aShop();
    const id = newId();
    await asOwner((owner) =>
      insertRows(owner, other.tenantId, 'pricing.trade_code', [
        { id, code: 'THEIRS', name: 'Theirs', discount: '0.5' },
      ]),
    );
    expect((await call('PATCH', `/trade-codes/${id}`, { name: 'Mine' })).status).toBe(404);
    expect((await cementFor(shop.otherCompanyId, { tradeCode: 'THEIRS' }))?.unitPrice).toBe('38.9550');
    const { body } = await api.call<{ version: number }>(
      other,
      other.staffToken,
      'PATCH',
      `/backoffice/trade-codes/${id}`,
      {
        name: 'Ours',
        version: 1,
      },
    );
    expect(body.data?.version).toBe(2);
    const stale = await api.call(other, other.staffToken, 'PATCH', `/backoffice/trade-codes/${id}`, {
      name: 'X',
      version: 1,
    });
    expect([stale.status, stale.body.error?.code]).toEqual([409, 'trade_code.stale']);
  });

  it('are made by who may publish prices', async () => {
    const { tenantId, staffId } = shop;
    const editor = aToken({ tenantId, sub: staffId, kind: 'staff', permissions: ['price.read', 'price.edit'] });
    const answers = await Promise.all([
      call('POST', '/buyer-tiers', { code: 'gold', name: 'Gold', defaultPercent: '1' }, editor),
      call('POST', '/trade-codes', { code: 'X', name: 'X', percent: '1' }, editor),
      call('PATCH', `/trade-codes/${newId()}`, { name: 'X' }, editor),
      call('PATCH', `/buyer-tiers/${newId()}`, { name: 'X' }, editor),
      call('GET', '/trade-codes', undefined, editor),
      call('GET', '/buyer-tiers', undefined, shop.token),
      call('GET', '/trade-codes', undefined, null),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 200, 403, 401]);
  });
});

import { newId } from '../../src/shared/ids.js';
import { Api } from '../support/api.js';
import { aShop, aToken, type Shop } from '../support/shop.js';

interface Table {
  id: string;
  name: string;
  scope: string;
  priority: number;
  version: number;
  companyName: string | null;
}

let api: Api;
let shop: Shop;
let reader: string;

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  reader = aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions: ['price.read'] });
});
afterAll(() => api.stop());

const call = <T>(method: string, path: string, body?: unknown, token: string | null = shop.staffToken) =>
  api.call<T>(shop, token, method, `/backoffice/price-tables${path}`, body);

describe('price tables', () => {
  it('come national first, then states, then companies by name', async () => {
    const { status, body } = await call<Table[]>('GET', '');
    expect(status).toBe(200);
    expect(body.data?.map(({ name, scope, companyName }) => [name, scope, companyName])).toEqual([
      ['National', 'national', null],
      ['TX', 'state', null],
      ['Aurora Builders', 'company', 'Aurora Builders'],
    ]);
    expect(body.meta.page).toEqual({ number: 1, size: 24, total: 3 });
  });

  it('are found by scope, owner and part of the name', async () => {
    const found = async (query: string) => (await call<Table[]>('GET', query)).body.data?.map(({ name }) => name);
    expect(await found('?scope=state')).toEqual(['TX']);
    expect(await found(`?companyId=${shop.companyId}`)).toEqual(['Aurora Builders']);
    expect(await found('?search=AURÓRA')).toEqual(['Aurora Builders']);
  });

  it('are opened, renamed and given a priority', async () => {
    const opened = await call<Table>('POST', '', { name: 'Florida', scope: 'state', stateCode: 'FL', priority: 2 });
    expect([opened.status, opened.headers.get('location')]).toEqual([
      201,
      `/api/v1/backoffice/price-tables/${opened.body.data?.id}`,
    ]);
    expect(opened.body.data).toMatchObject({ stateCode: 'FL', currency: 'USD', priority: 2, version: 1 });

    const path = `/${opened.body.data?.id}`;
    const changed = await call<Table>('PATCH', path, { name: 'Florida 2027', priority: 3, version: 1 });
    expect(changed.body.data).toMatchObject({ name: 'Florida 2027', priority: 3, version: 2 });
    const stale = await call('PATCH', path, { name: 'Florida 2028', version: 1 });
    expect([stale.status, stale.body.error]).toMatchObject([
      409,
      { code: 'price_table.stale', details: { version: 2 } },
    ]);
    const taken = await call('PATCH', path, { name: 'National' });
    expect([taken.status, taken.body.error?.code]).toEqual([409, 'price_table.name_taken']);
  });

  it('of a higher priority count at once', async () => {
    const own = await aShop();
    const post = await api.call<Table>(own, own.staffToken, 'POST', '/backoffice/price-tables', {
      name: 'Promotion',
      scope: 'national',
      priority: 10,
    });
    expect(post.body.data?.priority).toBe(10);
  });

  it.each([
    [409, 'price_table.name_taken', { name: 'National', scope: 'national' }],
    [422, 'price_table.scope_mismatch', { name: 'X', scope: 'national', stateCode: 'TX' }],
    [422, 'price_table.scope_mismatch', { name: 'X', scope: 'state' }],
    [422, 'price_table.scope_mismatch', { name: 'X', scope: 'company', stateCode: 'TX' }],
    [404, 'company.not_found', { name: 'X', scope: 'company', companyId: newId() }],
    [400, 'request.invalid', { name: '', scope: 'national' }],
    [400, 'request.invalid', { name: 'X', scope: 'galactic' }],
    [400, 'request.invalid', { name: 'X', scope: 'national', currency: 'EUR' }],
  ])('%i %s for %j', async (expected, code, body) => {
    const answer = await call('POST', '', body);
    expect([answer.status, answer.body.error?.code]).toEqual([expected, code]);
  });

  it('of another tenant are not there', async () => {
    const other = await aShop();
    const { national } = other.tables;
    const answers = await Promise.all([
      call('GET', `/${national}`),
      call('GET', `/${national}/entries`),
      call('GET', `/${national}/revisions`),
      call('PATCH', `/${national}`, { name: 'Mine' }),
      call('POST', `/${national}/revisions`, {}),
      call('POST', '', { name: 'Theirs', scope: 'company', companyId: other.companyId }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(404));
  });

  it('are for staff who may', async () => {
    const table = shop.tables.national;
    const refused = await Promise.all([
      call('GET', '', undefined, null),
      call('GET', '', undefined, shop.token),
      call('POST', '', { name: 'X', scope: 'national' }, reader),
      call('PATCH', `/${table}`, { priority: 1 }, reader),
      call('POST', `/${table}/rollback`, { revisionId: newId() }, reader),
      call('GET', `/${table}`, undefined, reader),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([401, 403, 403, 403, 403, 200]);
  });
});

describe('a table’s entries', () => {
  it('come by product with their revision, and are found by name or SKU', async () => {
    const { body } = await call<object[]>('GET', `/${shop.tables.national}/entries`);
    expect(body.meta.page?.total).toBe(4);
    const cement = await call<object[]>('GET', `/${shop.tables.national}/entries?search=cement`);
    expect(cement.body.data).toMatchObject([
      {
        sku: 'CEM-50',
        unit: 'bag',
        minQuantity: '1',
        unitPrice: '42.0000',
        currency: 'USD',
        validFrom: null,
        liveTo: null,
      },
      { sku: 'CEM-50', unit: 'bag', minQuantity: '50', unitPrice: '40.0000' },
    ]);
  });

  it('are those of the moment asked for', async () => {
    const { body } = await call<object[]>('GET', `/${shop.tables.national}/entries?at=2025-12-31T23:59:59Z`);
    expect([body.data, body.meta.page?.total]).toEqual([[], 0]);
  });
});

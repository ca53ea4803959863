import { newId } from '../../src/shared/ids.js';
import type { BackProductView } from '../../src/catalog/http/product.dto.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, type Shop } from '../support/shop.js';
import { strangersRefused } from './refusals.js';

let api: Api;
let shop: Shop;

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
});
afterAll(() => api.stop());

const call = <T = BackProductView>(method: string, path = '', body?: unknown) =>
  api.call<T>(shop, shop.staffToken, method, `/backoffice/products${path}`, body);
const unit = (code: string, factor = '1', step = '1', minimum = '1') => ({ code, name: code, factor, step, minimum });
const aProduct = (change: object = {}) => ({
  sku: `TST-${newId().slice(-12)}`,
  name: 'Argamassa AC III cinza',
  categoryId: shop.categoryId,
  baseUnit: 'bag',
  units: [unit('bag'), unit('pallet', '64')],
  brand: 'Votomassa',
  attributes: { colour: 'Cinza', weight: '20 kg' },
  ...change,
});

describe('POST /backoffice/products', () => {
  it('adds a product under an address of its own', async () => {
    const { status, headers, body } = await call('POST', '', aProduct({ sku: 'ARG-20' }));
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/backoffice/products/${body.data?.id}`]);
    expect(body.data).toMatchObject({
      sku: 'ARG-20',
      slug: 'argamassa-ac-iii-cinza',
      status: 'active',
      version: 1,
      category: { id: shop.categoryId, slug: 'base', name: 'Base materials' },
      units: [unit('bag'), unit('pallet', '64')],
      attributes: { colour: 'Cinza', weight: '20 kg' },
      availability: { status: 'out', available: '0', branches: [] },
      images: [],
    });
    const again = await call('POST', '', aProduct({ sku: 'ARG-21' }));
    expect(again.body.data?.slug).toBe('argamassa-ac-iii-cinza-arg-21');
    expect((await call('POST', '', aProduct({ sku: 'ARG-21' }))).body.error?.code).toBe('product.sku_taken');
  });

  it('writes who did it into the audit trail', async () => {
    const { body } = await call('POST', '', aProduct());
    const entries = await asOwner(async (owner) => {
      const found = await owner.query('select action, actor_id from identity.audit_entry where entity_id = $1', [
        body.data?.id,
      ]);
      return found.rows as unknown[];
    });
    expect(entries).toEqual([{ action: 'product.created', actor_id: shop.staffId }]);
  });

  it.each([
    [{ units: [unit('pallet', '64')] }, 'product.base_unit_missing'],
    [{ units: [unit('bag', '2')] }, 'product.base_unit_factor'],
    [{ units: [unit('bag', '1', '2', '3')] }, 'product.minimum_off_step'],
    [{ units: [unit('bag'), unit('bag')] }, 'product.unit_repeated'],
    [{ units: [unit('bag', '1', '0')] }, 'product.unit_amount_invalid'],
    [{ gtin: '12345678' }, 'product.gtin_invalid'],
    [{ categoryId: newId() }, 'product.category_unknown'],
  ])('refuses %j with 422 %s', async (change, code) => {
    const { status, body } = await call('POST', '', aProduct(change));
    expect([status, body.error?.code]).toEqual([422, code]);
  });

  it.each([
    [{ sku: '' }],
    [{ name: 'x'.repeat(201) }],
    [{ name: 'nul\0byte' }],
    [{ units: [] }],
    [{ units: 'bag' }],
    [{ attributes: { colour: 5 } }],
    [{ attributes: ['a'] }],
    [{ attributes: null }],
    [{ restockDate: '2026-13-01' }],
    [{ status: 'gone' }],
    [{ surprise: 1 }],
  ])('refuses %j with 400', async (change) => {
    const { status, body } = await call('POST', '', aProduct(change));
    expect([status, body.error?.code]).toEqual([400, 'request.invalid']);
  });

  it('is for staff who may', async () => {
    expect(await strangersRefused(api, shop, 'POST', '/backoffice/products', aProduct())).toEqual({
      nobody: 401,
      buyer: 403,
      staff: 403,
      foreigner: 422,
    });
  });
});

describe('PATCH /backoffice/products/:id', () => {
  it('changes what is given, and search follows at once', async () => {
    const { body: created } = await call('POST', '', aProduct());
    const path = `/${created.data?.id}`;
    const { status, body } = await call('PATCH', path, { name: 'Rejunte branco neve', brand: null, version: 1 });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ name: 'Rejunte branco neve', brand: null, version: 2, slug: created.data?.slug });
    expect(body.data?.units).toEqual(created.data?.units);
    const found = await call<BackProductView[]>('GET', '?search=neve%20rejunte');
    expect(found.body.data?.map(({ id }) => id)).toEqual([created.data?.id]);
  });

  it('refuses a stale version, a taken SKU and a product that is not there', async () => {
    const { body: created } = await call('POST', '', aProduct());
    const path = `/${created.data?.id}`;
    await call('PATCH', path, { backorder: true, restockDate: '2026-12-24' });
    const answers = await Promise.all([
      call('PATCH', path, { name: 'Late', version: 1 }),
      call('PATCH', path, { sku: 'CEM-50' }),
      call('PATCH', `/${newId()}`, { name: 'Nobody' }),
      call('PATCH', '/nonsense', { name: 'Nobody' }),
      call('PATCH', path, { units: [unit('bag', '2')] }),
      call('PATCH', path, { name: null }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.error?.code])).toEqual([
      [409, 'product.stale'],
      [422, 'product.sku_taken'],
      [404, 'product.not_found'],
      [400, 'request.invalid'],
      [422, 'product.base_unit_factor'],
      [400, 'request.invalid'],
    ]);
    expect(answers[0]?.body.error?.details).toEqual({ version: 2 });
  });

  it("is for staff who may, and never another tenant's", async () => {
    expect(await strangersRefused(api, shop, 'PATCH', `/backoffice/products/${shop.cementId}`, { name: 'X' })).toEqual({
      nobody: 401,
      buyer: 403,
      staff: 403,
      foreigner: 404,
    });
  });
});

describe('DELETE /backoffice/products/:id', () => {
  it('archives: gone from lists, kept for whoever knows it', async () => {
    const { body: created } = await call('POST', '', aProduct({ name: 'Passing fancy' }));
    const path = `/${created.data?.id}`;
    expect((await call('DELETE', path)).body.data?.status).toBe('archived');
    expect((await call('DELETE', path)).status).toBe(200);
    const [listed, archived, one] = await Promise.all([
      call<BackProductView[]>('GET', '?search=passing'),
      call<BackProductView[]>('GET', '?search=passing&status=archived'),
      call('GET', path),
    ]);
    expect([listed.body.data?.length, archived.body.data?.length, one.body.data?.status]).toEqual([0, 1, 'archived']);
    expect((await call('DELETE', `/${newId()}`)).body.error?.code).toBe('product.not_found');
  });

  it('is for staff who may', async () => {
    expect(await strangersRefused(api, shop, 'DELETE', `/backoffice/products/${shop.ladderId}`)).toEqual({
      nobody: 401,
      buyer: 403,
      staff: 403,
      foreigner: 404,
    });
  });
});

describe('GET /backoffice/products', () => {
  it('lists by name, a page at a time', async () => {
    const lonely = await aShop();
    const list = (query: string) =>
      api.call<BackProductView[]>(lonely, lonely.staffToken, 'GET', `/backoffice/products${query}`);
    const { body } = await list('?page=2&pageSize=3');
    expect(body.data?.map(({ sku }) => sku)).toEqual(['SND-01']);
    expect(body.meta.page).toEqual({ number: 2, size: 3, total: 4 });
    expect((await list('?sort=-sku')).body.data?.map(({ sku }) => sku)).toEqual([
      'SND-01',
      'LAD-06',
      'CEM-50',
      'BRK-14',
    ]);
    expect((await list('?category=base&search=em-5')).body.data?.map(({ sku }) => sku)).toEqual(['CEM-50']);
    expect((await list('?category=nowhere')).body.data).toEqual([]);
    expect((await list('?status=draft')).body.meta.page?.total).toBe(0);
    expect((await list('?search=%25')).body.meta.page?.total).toBe(4);
  });

  it.each(['?page=0', '?pageSize=201', '?sort=price', '?status=gone', '?colour=red'])('refuses %s', async (query) => {
    expect((await call('GET', query)).status).toBe(400);
  });

  it('is for staff who may', async () => {
    expect(await strangersRefused(api, shop, 'GET', '/backoffice/products')).toEqual({
      nobody: 401,
      buyer: 403,
      staff: 403,
      foreigner: 200,
    });
    expect(await strangersRefused(api, shop, 'GET', `/backoffice/products/${shop.cementId}`)).toMatchObject({
      nobody: 401,
      foreigner: 404,
    });
  });
});

import type { BranchView } from '../../src/catalog/http/branch.dto.js';
import type { CategoryTreeView, CategoryView } from '../../src/catalog/http/category.dto.js';
import { newId } from '../../src/shared/ids.js';
import { Api } from '../support/api.js';
import { aShop, type Shop } from '../support/shop.js';
import { strangersRefused } from './refusals.js';

let api: Api;
let shop: Shop;

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
});
afterAll(() => api.stop());

const closed = { nobody: 401, buyer: 403, staff: 403 };

describe('categories', () => {
  const call = <T = CategoryView>(method: string, path = '', body?: unknown) =>
    api.call<T>(shop, shop.staffToken, method, `/backoffice/categories${path}`, body);
  const create = async (code: string, parentId: string | null = null) =>
    (await call('POST', '', { code, name: `Category ${code}`, parentId })).body.data!;

  it('form a tree that counts active products upwards', async () => {
    const root = await create('T1');
    await call('PATCH', `/${shop.categoryId}`, { parentId: root.id });
    const { status, body } = await api.call<CategoryTreeView[]>(shop, null, 'GET', '/catalog/categories');
    expect(status).toBe(200);
    expect(body.data).toEqual([
      {
        id: root.id,
        slug: 'category-t1',
        name: 'Category T1',
        drawing: null,
        productCount: 4,
        children: [expect.objectContaining({ slug: 'base', productCount: 4, children: [] })],
      },
    ]);
    await call('PATCH', `/${shop.categoryId}`, { parentId: null });
  });

  it('are created with an address made from their name', async () => {
    const { status, headers, body } = await call('POST', '', { code: 'TEL', name: 'Telhas e calhas', drawing: 'roof' });
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/backoffice/categories/${body.data?.id}`]);
    expect(body.data).toMatchObject({
      code: 'TEL',
      slug: 'telhas-e-calhas',
      parentId: null,
      productCount: 0,
      version: 1,
    });
    expect((await call('GET', `/${body.data?.id}`)).body.data).toEqual(body.data);
    expect((await call<CategoryView[]>('GET')).body.data).toContainEqual(body.data);
  });

  it('refuse what is taken, unknown, circular or still in use', async () => {
    const top = await create('A1');
    const below = await create('A2', top.id);
    const answers = await Promise.all([
      call('POST', '', { code: 'A1', name: 'Another' }),
      call('POST', '', { code: 'A3', name: 'Category A1' }),
      call('POST', '', { code: 'A4', name: 'Orphan', parentId: newId() }),
      call('PATCH', `/${top.id}`, { parentId: below.id }),
      call('PATCH', `/${top.id}`, { parentId: top.id }),
      call('PATCH', `/${top.id}`, { code: 'A2' }),
      call('PATCH', `/${top.id}`, { name: 'Late', version: 9 }),
      call('DELETE', `/${top.id}`),
      call('DELETE', `/${shop.categoryId}`),
      call('DELETE', `/${newId()}`),
      call('PATCH', `/${newId()}`, { name: 'Nobody' }),
    ]);
    expect(answers.map(({ status, body }) => `${status} ${body.error?.code}`)).toEqual([
      '422 category.code_taken',
      '422 category.slug_taken',
      '422 category.parent_unknown',
      '422 category.cycle',
      '422 category.cycle',
      '422 category.code_taken',
      '409 category.stale',
      '422 category.not_empty',
      '422 category.not_empty',
      '404 category.not_found',
      '404 category.not_found',
    ]);
    expect([(await call('DELETE', `/${below.id}`)).status, (await call('DELETE', `/${top.id}`)).status]).toEqual([
      200, 200,
    ]);
  });

  it('refuse two moves at once that would make a circle together', async () => {
    const [one, two] = [await create('C1'), await create('C2')];
    const moves = await Promise.all([
      call('PATCH', `/${one.id}`, { parentId: two.id }),
      call('PATCH', `/${two.id}`, { parentId: one.id }),
    ]);
    expect(moves.map(({ body }) => body.error?.code ?? 'ok').sort()).toEqual(['category.cycle', 'ok']);
  });

  it('rename what their products are found by', async () => {
    const lonely = await aShop();
    await api.call(lonely, lonely.staffToken, 'PATCH', `/backoffice/categories/${lonely.categoryId}`, {
      name: 'Grundstoffe',
    });
    const { body } = await api.call<unknown[]>(
      lonely,
      lonely.staffToken,
      'GET',
      '/backoffice/products?search=grundstoffe',
    );
    expect(body.data).toHaveLength(4);
  });

  it.each([[{ code: 'X' }], [{ code: 'X', name: 'Y', slug: 'Not A Slug' }], [{ code: 'X', name: 'Y', position: -1 }]])(
    'refuse %j with 400',
    async (body) => {
      expect((await call('POST', '', body)).status).toBe(400);
    },
  );

  it('are changed by staff who may', async () => {
    const path = `/backoffice/categories/${shop.categoryId}`;
    const own = { code: 'STR', name: 'Strange' };
    expect(await strangersRefused(api, shop, 'GET', '/backoffice/categories')).toEqual({ ...closed, foreigner: 200 });
    expect(await strangersRefused(api, shop, 'GET', path)).toEqual({ ...closed, foreigner: 404 });
    expect(await strangersRefused(api, shop, 'POST', '/backoffice/categories', own)).toEqual({
      ...closed,
      foreigner: 201,
    });
    expect(await strangersRefused(api, shop, 'PATCH', path, { name: 'X' })).toEqual({ ...closed, foreigner: 404 });
    expect(await strangersRefused(api, shop, 'DELETE', path)).toEqual({ ...closed, foreigner: 404 });
  });
});

describe('branches', () => {
  const call = <T = BranchView>(method: string, path = '', body?: unknown) =>
    api.call<T>(shop, shop.staffToken, method, `/backoffice/branches${path}`, body);

  it('are opened, changed and listed', async () => {
    const { status, headers, body } = await call('POST', '', { code: 'HOU', name: 'Houston', stateCode: 'TX' });
    const path = `/${body.data?.id}`;
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/backoffice/branches${path}`]);
    expect(body.data).toMatchObject({ serves: ['TX'], position: 0, active: true, version: 1 });
    const changed = await call('PATCH', path, { serves: ['TX', 'LA'], active: false, version: 1 });
    expect(changed.body.data).toMatchObject({ code: 'HOU', serves: ['TX', 'LA'], active: false, version: 2 });
    expect((await call('GET', path)).body.data).toEqual(changed.body.data);
    expect((await call<BranchView[]>('GET')).body.data?.map(({ code }) => code)).toEqual(['AUS', 'DAL', 'HOU']);
    expect((await call('DELETE', path)).status).toBe(200);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('refuse what is taken, stale, unknown or in use', async () => {
    const answers = await Promise.all([
      call('POST', '', { code: 'AUS', name: 'Another', stateCode: 'TX' }),
      call('PATCH', `/${shop.branches.dallas}`, { code: 'AUS' }),
      call('PATCH', `/${shop.branches.dallas}`, { name: 'Late', version: 7 }),
      call('PATCH', `/${newId()}`, { name: 'Nobody' }),
      call('DELETE', `/${shop.branches.austin}`),
      call('DELETE', `/${newId()}`),
      call('POST', '', { code: 'X', name: 'Y', stateCode: 'Texas' }),
      call('POST', '', { code: 'X', name: 'Y', stateCode: 'TX', serves: 'TX' }),
    ]);
    expect(answers.map(({ status, body }) => `${status} ${body.error?.code}`)).toEqual([
      '422 branch.code_taken',
      '422 branch.code_taken',
      '409 branch.stale',
      '404 branch.not_found',
      '422 branch.in_use',
      '404 branch.not_found',
      '400 request.invalid',
      '400 request.invalid',
    ]);
  });

  it('are changed by staff who may', async () => {
    const path = `/backoffice/branches/${shop.branches.austin}`;
    const own = { code: 'STR', name: 'Strange', stateCode: 'TX' };
    expect(await strangersRefused(api, shop, 'GET', '/backoffice/branches')).toEqual({ ...closed, foreigner: 200 });
    expect(await strangersRefused(api, shop, 'GET', path)).toEqual({ ...closed, foreigner: 404 });
    expect(await strangersRefused(api, shop, 'POST', '/backoffice/branches', own)).toEqual({
      ...closed,
      foreigner: 201,
    });
    expect(await strangersRefused(api, shop, 'PATCH', path, { name: 'X' })).toEqual({ ...closed, foreigner: 404 });
    expect(await strangersRefused(api, shop, 'DELETE', path)).toEqual({ ...closed, foreigner: 404 });
  });
});

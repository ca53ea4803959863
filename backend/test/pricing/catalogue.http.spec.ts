import { BrowseCatalogue } from '../../src/pricing/application/browse-catalogue.js';
import { newId } from '../../src/shared/ids.js';
import { backgroundContext, runInContext } from '../../src/shared/request-context.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, aToken, insertRows, type Shop } from '../support/shop.js';

interface Price {
  unitPrice: string;
  unit: string;
  source: string;
  sourceLabel: string;
  listPrice: string | null;
  lineTotal?: string;
  nextTier?: { minimum: string; missing: string } | null;
  tiers: { minimum: string; unitPrice: string }[];
}
interface Product {
  id: string;
  sku: string;
  price: Price | null;
  priceStatus: string;
}

let api: Api;
let shop: Shop;
let otherBuyer: string;

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  const { tenantId, otherCompanyId } = shop;
  const buyerId = newId();
  await asOwner((owner) =>
    insertRows(owner, tenantId, 'identity.member', [
      { id: buyerId, kind: 'buyer', company_id: otherCompanyId, name: 'Other', email: `other@${shop.slug}.example` },
    ]),
  );
  otherBuyer = aToken({ tenantId, sub: buyerId, kind: 'buyer', companyId: otherCompanyId });
});
afterAll(() => api.stop());

const get = async <T>(path: string, token: string | null = shop.token, of: Pick<Shop, 'slug'> = shop) =>
  api.call<T>(of, token, 'GET', path);
const pricesOf = ({ body }: { body: { data: Product[] | null } }) =>
  Object.fromEntries((body.data ?? []).map(({ sku, price }) => [sku, price?.unitPrice ?? null]));

describe('GET /catalog/products', () => {
  it('shows each product at the buyer’s own price, with its breaks', async () => {
    const answer = await get<Product[]>('/catalog/products');
    expect(answer.status).toBe(200);
    expect(answer.body.meta).toMatchObject({ page: { number: 1, size: 24, total: 4 }, facets: { brand: [] } });
    expect(pricesOf(answer)).toEqual({ 'CEM-50': '39.9000', 'SND-01': '120.0000', 'BRK-14': '0.8500', 'LAD-06': null });
    const cement = answer.body.data?.find(({ sku }) => sku === 'CEM-50');
    expect(cement?.price).toEqual({
      unitPrice: '39.9000',
      currency: 'USD',
      unit: 'bag',
      source: 'company',
      sourceLabel: 'Contract price',
      badge: { code: 'contract', stateCode: null, tierMinimum: null, tierUnit: null, discountPercent: null },
      listPrice: '42.0000',
      derived: false,
      tiers: [{ minimum: '1', unitPrice: '39.9000' }],
    });
    expect(answer.body.data?.find(({ sku }) => sku === 'LAD-06')?.priceStatus).toBe('on_request');
  });

  it('never shows one company’s price to another, however it asks', async () => {
    const lists = ['', '?sort=price', '?sort=price&priceMax=100', '?search=cement'];
    for (const query of lists) await get(`/catalog/products${query}`);
    for (const query of lists) {
      const answer = await get<Product[]>(`/catalog/products${query}`, otherBuyer);
      expect([query, pricesOf(answer)['CEM-50']]).toEqual([query, '42.0000']);
    }
  });

  it('takes the delivery state instead of the company’s own', async () => {
    const [home, texas] = await Promise.all([
      get<Product[]>('/catalog/products', otherBuyer),
      get<Product[]>('/catalog/products?stateCode=TX', otherBuyer),
    ]);
    expect([pricesOf(home)['CEM-50'], pricesOf(texas)['CEM-50']]).toEqual(['42.0000', '40.0000']);
  });

  it('hides prices from visitors, unless the tenant shows them', async () => {
    const open = await aShop({ publicPrices: true });
    const [hidden, shown] = await Promise.all([
      get<Product[]>('/catalog/products', null),
      get<Product[]>('/catalog/products?stateCode=TX', null, open),
    ]);
    expect(hidden.body.data?.map(({ price, priceStatus }) => [price, priceStatus])).toEqual(
      Array(4).fill([null, 'hidden']),
    );
    expect(pricesOf(shown)['CEM-50']).toBe('40.0000');
  });

  it('sorts by price, those without one last, either way', async () => {
    const skus = async (sort: string) =>
      (await get<Product[]>(`/catalog/products?sort=${sort}`)).body.data?.map(({ sku }) => sku);
    expect(await skus('price')).toEqual(['BRK-14', 'CEM-50', 'SND-01', 'LAD-06']);
    expect(await skus('-price')).toEqual(['SND-01', 'CEM-50', 'BRK-14', 'LAD-06']);
  });

  it('filters by price, keeps the order and counts what is left', async () => {
    const { body } = await get<Product[]>('/catalog/products?priceMin=1&priceMax=39.9&sort=name');
    expect([body.data?.map(({ sku }) => sku), body.meta.page?.total]).toEqual([['CEM-50'], 1]);
    expect(body.meta.facets).toMatchObject({ availability: { inStock: 3 } });
  });

  it('pages through a list sorted by price', async () => {
    const { body } = await get<Product[]>('/catalog/products?sort=price&page=2&pageSize=3');
    expect([body.data?.map(({ sku }) => sku), body.meta.page]).toEqual([['LAD-06'], { number: 2, size: 3, total: 4 }]);
  });

  it('takes attributes of any name', async () => {
    const { status, body } = await get<Product[]>('/catalog/products?attr.colour=red&attr.colour=blue&attr.a%20b=1');
    expect([status, body.data]).toEqual([200, []]);
  });

  it.each([
    ['page', '?page=0'],
    ['pageSize', '?pageSize=201'],
    ['sort', '?sort=cheapest'],
    ['inStock', '?inStock=perhaps'],
    ['priceMin', '?priceMin=-1'],
    ['stateCode', '?stateCode=texas'],
    ['colour', '?colour=red'],
    ['attr.', '?attr.=red'],
    ['attr.a', '?attr.a='],
    ['attr', `?${Array.from({ length: 21 }, (_, n) => `attr.a${n}=1`).join('&')}`],
  ])('says that %s is wrong', async (path, query) => {
    const { status, body } = await get(`/catalog/products${query}`);
    expect([status, body.error]).toMatchObject([400, { code: 'request.invalid', details: [{ path }] }]);
  });

  it('asks the database twice, however many products there are', async () => {
    const counts = [];
    for (const pageSize of [4, 1, 4]) {
      const context = backgroundContext(shop.tenantId, 'test');
      await runInContext(context, () =>
        api.app
          .get(BrowseCatalogue, { strict: false })
          .page({ companyId: shop.companyId, isStaff: false }, { sort: 'name', page: 1, pageSize }),
      );
      counts.push(context.statements);
    }
    // The first call also fills what is remembered for some seconds: the tenant, totals and facets.
    expect(counts[1]).toBeLessThanOrEqual(4);
    expect(counts[2]).toBeLessThanOrEqual(4);
  });
});

describe('GET /catalog/products/:id', () => {
  it.each(['id', 'slug', 'sku'])('finds a product by its %s', async (kind) => {
    const key = { id: shop.cementId, slug: 'cem-50', sku: 'CEM-50' }[kind];
    const { status, body } = await get<Product>(`/catalog/products/${key}`);
    expect([status, body.data?.price?.unitPrice]).toEqual([200, '39.9000']);
    expect(body.data).toMatchObject({ description: '', images: [], categoryPath: [{ slug: 'base' }] });
  });

  it('is 404 for another tenant’s product and for what cannot be a key', async () => {
    const other = await aShop();
    const answers = await Promise.all([
      get(`/catalog/products/${other.cementId}`),
      get('/catalog/products/%00'),
      get(`/catalog/products/${'x'.repeat(99)}`),
    ]);
    expect(answers.map(({ status, body }) => [status, body.error?.code])).toEqual(
      Array(3).fill([404, 'product.not_found']),
    );
  });
});

describe('GET /catalog/products/:id/price', () => {
  it('prices a unit and quantity, and says what comes next', async () => {
    const { body } = await get<{ price: Price }>('/catalog/products/CEM-50/price?quantity=12', otherBuyer);
    expect(body.data?.price).toMatchObject({
      unitPrice: '42.0000',
      lineTotal: '504.00',
      nextTier: { minimum: '50', missing: '38', unitPrice: '40.0000' },
    });
  });

  it('derives a pallet from bags', async () => {
    const { body } = await get<{ price: Price }>('/catalog/products/CEM-50/price?unit=pallet&quantity=2', otherBuyer);
    expect(body.data?.price).toMatchObject({ unitPrice: '1600.0000', derived: true, lineTotal: '3200.00' });
    expect(body.data?.price.tiers).toEqual([
      { minimum: '1', unitPrice: '1680.0000' },
      { minimum: '2', unitPrice: '1600.0000' },
    ]);
  });

  it('shows nothing to visitors', async () => {
    const { status, body } = await get('/catalog/products/CEM-50/price', null);
    expect([status, body.data]).toEqual([200, { price: null, priceStatus: 'hidden' }]);
  });

  it.each([
    [400, 'request.invalid', 'CEM-50/price?quantity=many'],
    [404, 'product.not_found', 'NOPE/price'],
    [422, 'product.unknown_unit', 'CEM-50/price?unit=crate'],
    [422, 'quantity.not_positive', 'CEM-50/price?quantity=0'],
    [422, 'quantity.too_precise', 'CEM-50/price?quantity=1.0001'],
  ])('%i %s', async (expected, code, path) => {
    const { status, body } = await get(`/catalog/products/${path}`);
    expect([status, body.error?.code]).toEqual([expected, code]);
  });
});

describe('POST /catalog/prices', () => {
  const post = (lines: unknown, token: string | null = shop.token) =>
    api.call<{ price: Price | null; error: { code: string } | null }[]>(shop, token, 'POST', '/catalog/prices', {
      lines,
    });

  it('prices many lines in the order asked, bad ones among them', async () => {
    const other = await aShop();
    const { status, body } = await post([
      { productId: shop.brickId, unit: 'each', quantity: '300' },
      { productId: other.cementId, quantity: '1' },
      { productId: shop.cementId, unit: 'crate', quantity: '1' },
      { productId: shop.cementId, unit: 'pallet', quantity: '1' },
      { productId: shop.ladderId, quantity: '1' },
    ]);
    expect(status).toBe(200);
    expect(body.data?.map(({ price, error }) => price?.lineTotal ?? error?.code ?? null)).toEqual([
      '255.00',
      'product.not_found',
      'product.unknown_unit',
      '1596.00',
      null,
    ]);
  });

  it('takes up to 200 lines', async () => {
    const lines = Array.from({ length: 201 }, () => ({ productId: shop.cementId, quantity: '1' }));
    expect((await post(lines)).status).toBe(400);
    expect((await post(lines.slice(1))).status).toBe(200);
  });
});

import { Catalog, type ProductQuery } from '../../src/catalog/index.js';
import { newId } from '../../src/shared/ids.js';
import { currentContext } from '../../src/shared/request-context.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, asTenant, insertRows, type Shop } from '../support/shop.js';

let api: Api;
let catalog: Catalog;
let shop: Shop;
const ids: Record<string, string> = {};

const unit = { code: 'each', name: 'each', factor: '1', step: '1', minimum: '1' };
const goods: [sku: string, name: string, category: string, brand: string | null, attributes: object, onHand: string][] =
  [
    ['CIM-CP2-50', 'Cimento CP II-E-32 50 kg', 'cement', 'Votoran', { strength: '32', bag: '50 kg' }, '100'],
    ['CIM-CP5-40', 'Cimento CP V-ARI 40 kg', 'cement', 'Cauê', { strength: 'ARI', bag: '40 kg' }, '0'],
    ['ARG-AC3', 'Argamassa colante AC III', 'mortar', 'Votoran', { bag: '20 kg' }, '8'],
    ['TIJ-6F', 'Tijolo cerâmico 6 furos', 'bricks', null, {}, '5000'],
    ['VRG-10', 'Vergalhão CA-50 10 mm', 'steel', 'Gerdau', { length: '12 m' }, '40'],
    ['FIX-100%', 'Fixador 100% nylon_6', 'steel', null, {}, '1'],
  ];

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  catalog = api.app.get(Catalog, { strict: false });
  await asOwner(async (owner) => {
    const rows = (table: string, list: object[]) => insertRows(owner, shop.tenantId, table, list);
    await owner.query(`update catalog.product set status = 'archived' where tenant_id = $1`, [shop.tenantId]);
    const categories: Record<string, string> = { binders: newId() };
    await rows('catalog.category', [
      { id: categories.binders, code: 'binders', slug: 'binders', name: 'Aglomerantes' },
    ]);
    for (const code of ['cement', 'mortar', 'bricks', 'steel']) {
      const id = (categories[code] = newId());
      const parent = code === 'cement' || code === 'mortar' ? categories.binders : null;
      await rows('catalog.category', [
        { id, code, slug: code, name: code, parent_id: parent, drawing: `${code}-drawing` },
      ]);
    }
    for (const [sku, name, category, brand, attributes, onHand] of goods) {
      const id = (ids[sku] = newId());
      await rows('catalog.product', [
        {
          id,
          sku,
          slug: sku.toLowerCase().replace('%', ''),
          name,
          brand,
          category_id: categories[category],
          base_unit: 'each',
          units: JSON.stringify([unit]),
          attributes,
        },
      ]);
      await rows('catalog.stock_level', [{ product_id: id, branch_id: shop.branches.austin, on_hand: onHand }]);
    }
    await owner.query('select catalog.refresh_search($1)', [Object.values(ids)]);
  });
});
afterAll(() => api.stop());

const page = (query: Partial<ProductQuery>) =>
  asTenant(shop, () => catalog.page({ sort: 'relevance', page: 1, pageSize: 24, ...query }));
const skus = async (query: Partial<ProductQuery>) => (await page(query)).products.map(({ sku }) => sku);
const search = (text: string) => skus({ search: text });

describe('search', () => {
  it.each([
    ['CIM-CP2-50', ['CIM-CP2-50']],
    ['cp5', ['CIM-CP5-40']],
    ['cimcp2', ['CIM-CP2-50']],
    ['50 cimento', ['CIM-CP2-50']],
    ['cimento', ['CIM-CP2-50', 'CIM-CP5-40']],
    ['CIMENTO votoran', ['CIM-CP2-50']],
    ['caue', ['CIM-CP5-40']],
    ['cerâmico', ['TIJ-6F']],
    ['ceramico tijolo', ['TIJ-6F']],
    ['VERGALHAO', ['VRG-10']],
    ['12 m gerdau', ['VRG-10']],
    ['aglomerantes', []],
    ['mortar', ['ARG-AC3']],
    ['nothing-like-it', []],
    ['100%', ['FIX-100%']],
    ['nylon_6', ['FIX-100%']],
    ['1%0', []],
    ['1_0%', []],
    ['f_x', []],
    ['c\\m', []],
    ["o'brien", []],
    ['   ', ['ARG-AC3', 'CIM-CP2-50', 'CIM-CP5-40', 'FIX-100%', 'TIJ-6F', 'VRG-10']],
  ])('%j finds %j', async (text, expected) => {
    expect((await search(text)).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['cimnto', 'cimento'],
    ['cimemto', 'cimento'],
    ['icmento', 'cimento'],
    ['cimento votorn', 'cimento votoran'],
    ['vergallhao', 'vergalhao'],
    ['tijloo', 'tijolo'],
  ])('%j is taken for %j, and says so', async (text, corrected) => {
    const { products, facets } = await page({ search: text });
    expect(products.length).toBeGreaterThan(0);
    expect(facets.correctedSearch).toBe(corrected);
  });

  it('leaves words alone that exist, and those no word is near to', async () => {
    expect((await page({ search: 'cimento' })).facets.correctedSearch).toBeUndefined();
    expect((await page({ search: 'zzzzzz' })).facets.correctedSearch).toBeUndefined();
  });

  it('puts the SKU itself first, then what begins like it, then names', async () => {
    const lonely = await aShop();
    await asOwner(async (owner) => {
      const product = (sku: string, name: string) => ({
        id: newId(),
        sku,
        slug: sku.toLowerCase(),
        name,
        category_id: lonely.categoryId,
        base_unit: 'each',
        units: JSON.stringify([unit]),
      });
      const products = [
        product('AAA-1', 'Anchor for bolt'),
        product('BOLT', 'Zinc rod'),
        product('BOLT-9', 'Yellow rod'),
        product('CCC-1', 'Bolt of steel'),
        product('DDD-1', 'A thunderbolts kit'),
      ];
      await insertRows(owner, lonely.tenantId, 'catalog.product', products);
      await owner.query('select catalog.refresh_search($1)', [products.map(({ id }) => id)]);
    });
    const { products } = await asTenant(lonely, () =>
      catalog.page({ search: 'bolt', sort: 'relevance', page: 1, pageSize: 24 }),
    );
    expect(products.map(({ sku }) => sku)).toEqual(['BOLT', 'BOLT-9', 'CCC-1', 'AAA-1', 'DDD-1']);
  });

  it('never finds what is archived, nor what is not ours', async () => {
    expect(await search('washed')).toEqual([]);
    const other = await aShop();
    const { products } = await asTenant(other, () =>
      catalog.page({ search: 'cimento', sort: 'relevance', page: 1, pageSize: 24 }),
    );
    expect(products).toEqual([]);
  });
});

describe('filters', () => {
  it('take a category with what lies below it', async () => {
    expect(await skus({ category: 'binders', sort: 'name' })).toEqual(['ARG-AC3', 'CIM-CP2-50', 'CIM-CP5-40']);
    expect(await skus({ category: 'cement', sort: '-name' })).toEqual(['CIM-CP5-40', 'CIM-CP2-50']);
    expect(await page({ category: 'nowhere' })).toMatchObject({ products: [], total: 0 });
  });

  it('take several brands, attributes and what is in stock', async () => {
    expect(await skus({ brand: ['Gerdau', 'Cauê'], sort: 'sku' })).toEqual(['CIM-CP5-40', 'VRG-10']);
    expect(await skus({ attributes: { bag: ['50 kg', '20 kg'] }, sort: 'sku' })).toEqual(['ARG-AC3', 'CIM-CP2-50']);
    expect(await skus({ attributes: { bag: ['50 kg'], strength: ['ARI'] } })).toEqual([]);
    expect(await skus({ category: 'binders', inStock: true, sort: '-sku' })).toEqual(['CIM-CP2-50', 'ARG-AC3']);
    expect(await skus({ search: 'cimento', inStock: true, brand: ['Votoran'] })).toEqual(['CIM-CP2-50']);
  });

  it('leave the same on a plain page, which counts and tells no more', async () => {
    for (const more of [
      {},
      { category: 'binders', inStock: true },
      { category: 'nowhere' },
      { search: 'cimento', brand: ['Votoran'] },
      { attributes: { bag: ['50 kg', '20 kg'] } },
      { pageSize: 2, page: 2 },
    ]) {
      const full = await page({ sort: 'name', ...more });
      const query = { sort: 'name' as const, page: 1, pageSize: 24, ...more };
      expect(await asTenant(shop, () => catalog.plainPage(query))).toEqual({
        products: full.products.map(({ availability: _availability, ...card }) => card),
        total: full.total,
      });
    }
  });

  it('page in every order without losing or repeating a product', async () => {
    for (const sort of ['name', '-name', 'sku', '-sku', 'newest', 'relevance'] as const) {
      for (const more of [{}, { category: 'binders' }, { search: 'c' }]) {
        const whole = await skus({ sort, ...more });
        const pages = await Promise.all(whole.map((_, n) => skus({ sort, ...more, page: n + 1, pageSize: 1 })));
        expect([sort, more, pages.flat()]).toEqual([sort, more, whole]);
      }
    }
    expect(await skus({ page: 2_000 })).toEqual([]);
  });

  it('every match can be had at once, to be sorted by price', async () => {
    const matchesOf = (query: object) =>
      asTenant(shop, () => catalog.matchingIds({ sort: 'name', page: 1, pageSize: 1, ...query }));
    const matches = await matchesOf({ category: 'binders' });
    const { products } = await page({ category: 'binders', sort: 'name' });
    expect(matches.map(({ id }) => id)).toEqual(products.map(({ id }) => id));
    expect(new Set(matches.map(({ id }) => id))).toEqual(
      new Set([ids['ARG-AC3'], ids['CIM-CP2-50'], ids['CIM-CP5-40']]),
    );
    expect(matches.map(({ categoryId, baseUnit, unit: { code } }) => [categoryId, baseUnit, code])).toEqual(
      products.map(({ category, baseUnit, units }) => [category.id, baseUnit, units[0]?.code]),
    );
    const searched = await matchesOf({ search: 'argamassa' });
    expect(searched).toEqual([matches.find(({ id }) => id === ids['ARG-AC3'])]);
  });
});

describe('category by category', () => {
  const grouped = (query: object = {}) =>
    asTenant(shop, () => catalog.pageByCategory({ sort: 'name', page: 1, pageSize: 24, ...query }));
  const allOf = async (query: object) => {
    const { products, total, groups } = await grouped(query);
    return {
      skus: products.map(({ sku }) => sku),
      total,
      groups: groups.map(({ name, count, all }) => [name, count, all]),
    };
  };

  it('products stand in the order of the tree and then of names, each category counted', async () => {
    expect(await allOf({})).toEqual({
      skus: ['CIM-CP2-50', 'CIM-CP5-40', 'ARG-AC3', 'TIJ-6F', 'FIX-100%', 'VRG-10'],
      total: 6,
      groups: [
        ['cement', 2, 2],
        ['mortar', 1, 1],
        ['bricks', 1, 1],
        ['steel', 2, 2],
      ],
    });
    expect(await allOf({ brand: ['Votoran', 'Gerdau'] })).toEqual({
      skus: ['CIM-CP2-50', 'ARG-AC3', 'VRG-10'],
      total: 3,
      groups: [
        ['cement', 1, 2],
        ['mortar', 1, 1],
        ['steel', 1, 2],
      ],
    });
    expect((await allOf({ category: 'binders' })).skus).toEqual(['CIM-CP2-50', 'CIM-CP5-40', 'ARG-AC3']);
    expect(await allOf({ category: 'nowhere' })).toEqual({ skus: [], total: 0, groups: [] });
  });

  it('pages neither lose nor repeat a product, and every match can be had in their order', async () => {
    for (const more of [{}, { category: 'binders' }, { search: 'c' }, { search: 'c', brand: ['Votoran', 'Gerdau'] }]) {
      const { products, total } = await grouped(more);
      const whole = products.map(({ sku }) => sku);
      expect([more, whole.length]).toEqual([more, total]);
      for (const pageSize of [1, 2, 4]) {
        const count = Math.ceil(total / pageSize) + 1;
        const pages = await Promise.all(
          Array.from({ length: count }, async (_, n) => (await grouped({ ...more, page: n + 1, pageSize })).products),
        );
        expect([more, pages.flat().map(({ sku }) => sku)]).toEqual([more, whole]);
      }
      const groups = await asTenant(shop, () =>
        catalog.matchesByCategory({ sort: 'name', page: 1, pageSize: 1, ...more }),
      );
      expect(groups.flatMap(({ ids: found }) => found)).toEqual(products.map(({ id }) => id));
    }
  });

  it('a page is whole when products went meanwhile', async () => {
    const pageSize = { pageSize: 3, page: 1 };
    const before = (await grouped(pageSize)).products.map(({ sku }) => sku);
    const archive = (status: string) =>
      asOwner((owner) =>
        owner.query('update catalog.product set status = $2 where id = $1', [ids['CIM-CP5-40'], status]),
      );
    await archive('archived');
    expect(await allOf(pageSize)).toMatchObject({ skus: ['CIM-CP2-50', 'ARG-AC3', 'TIJ-6F'], total: 5 });
    await archive('active');
    expect(before).toEqual(['CIM-CP2-50', 'CIM-CP5-40', 'ARG-AC3']);
  });
});

describe('facets', () => {
  it('count what each choice would leave, their own filter set aside', async () => {
    const { total, facets } = await page({ category: 'binders', brand: ['Votoran'] });
    expect(total).toBe(2);
    expect(facets).toEqual({
      category: [
        { slug: 'binders', name: 'Aglomerantes', count: 2 },
        { slug: 'cement', name: 'cement', count: 1 },
        { slug: 'mortar', name: 'mortar', count: 1 },
      ],
      brand: [
        { value: 'Votoran', count: 2 },
        { value: 'Cauê', count: 1 },
      ],
      attributes: [
        {
          name: 'bag',
          values: [
            { value: '20 kg', count: 1 },
            { value: '50 kg', count: 1 },
          ],
        },
        { name: 'strength', values: [{ value: '32', count: 1 }] },
      ],
      availability: { inStock: 2, outOfStock: 0 },
    });
  });

  it('keep the other values of an attribute that is chosen', async () => {
    const { total, facets } = await page({ category: 'binders', attributes: { bag: ['50 kg'] } });
    expect(total).toBe(1);
    expect(facets.attributes.find(({ name }) => name === 'bag')?.values).toHaveLength(3);
    expect(facets.attributes.find(({ name }) => name === 'strength')?.values).toEqual([{ value: '32', count: 1 }]);
  });

  it('say how much is in stock whether or not that is asked for', async () => {
    expect((await page({ category: 'cement' })).facets.availability).toEqual({ inStock: 1, outOfStock: 1 });
    expect((await page({ category: 'cement', inStock: true })).total).toBe(1);
  });
});

it('a busy list costs one statement, and a product of it knows all a row shows', async () => {
  const query = { category: 'cement', sort: 'name', page: 1, pageSize: 24 } as const;
  const [products, statements] = await asTenant(shop, async () => {
    await catalog.page(query);
    const before = currentContext()?.statements ?? 0;
    const answer = await catalog.page(query);
    return [answer.products, (currentContext()?.statements ?? 0) - before] as const;
  });
  expect(statements).toBe(1);
  expect(products[0]).toMatchObject({
    sku: 'CIM-CP2-50',
    brand: 'Votoran',
    category: { slug: 'cement', name: 'cement' },
    drawing: 'cement-drawing',
    imageUrl: null,
    attributes: { strength: '32', bag: '50 kg' },
    availability: { status: 'in_stock', branches: [{ code: 'AUS', name: 'Austin' }] },
  });
  expect(products[0]?.availability.available.toString()).toBe('100');
});

it('products are known by id, SKU and address; only active ones have a page', async () => {
  const [details, byId, bySku, available, ancestors] = await asTenant(shop, async () => [
    await Promise.all([ids['TIJ-6F'] ?? '', 'TIJ-6F', 'tij-6f', 'CEM-50', newId()].map((key) => catalog.detail(key))),
    await catalog.productsById([shop.cementId, newId()]),
    await catalog.idsBySku(['TIJ-6F', 'NOPE']),
    await catalog.availabilityOf([shop.sandId]),
    await catalog.categoryAncestors(),
  ]);
  expect(details.map((detail) => detail?.sku ?? null)).toEqual(['TIJ-6F', 'TIJ-6F', 'TIJ-6F', null, null]);
  expect(details[0]).toMatchObject({ images: [], gtin: null, categoryPath: [{ slug: 'bricks', name: 'bricks' }] });
  expect([...byId.values()].map(({ sku, status }) => [sku, status])).toEqual([['CEM-50', 'archived']]);
  expect([...bySku]).toEqual([['TIJ-6F', ids['TIJ-6F']]]);
  expect(available.get(shop.sandId)?.available.toString()).toBe('80');
  expect([...ancestors.values()].map((path) => path.length).sort()).toEqual([1, 1, 1, 1, 2, 2]);
});

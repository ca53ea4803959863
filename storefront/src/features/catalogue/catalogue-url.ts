/** What the catalogue shows, as its address says it. */
export interface CatalogueView {
  search: string;
  category: string | null;
  brands: string[];
  attributes: Record<string, string[]>;
  inStock: boolean;
  priceMin: string;
  priceMax: string;
  sort: Sort;
  page: number;
  look: 'list' | 'grid';
}

export const sorts = ['relevance', 'name', '-name', 'price', '-price', 'newest'] as const;
export type Sort = (typeof sorts)[number];

export const PAGE_SIZE = 24;
const PLAIN_AMOUNT = /^\d{1,9}(\.\d{1,4})?$/;

/** Reads an address; what makes no sense counts as not said. */
export function readView(query: URLSearchParams): CatalogueView {
  const search = query.get('search')?.trim() ?? '';
  const attributes: Record<string, string[]> = {};
  for (const [name, value] of query) {
    if (name.startsWith('attr.') && value) (attributes[name.slice(5)] ??= []).push(value);
  }
  const page = Number(query.get('page') ?? 1);
  const amount = (name: string): string => {
    const text = query.get(name) ?? '';
    return PLAIN_AMOUNT.test(text) ? text : '';
  };
  return {
    search,
    category: query.get('category') || null,
    brands: query.getAll('brand').filter(Boolean),
    attributes,
    inStock: query.get('inStock') === 'true',
    priceMin: amount('priceMin'),
    priceMax: amount('priceMax'),
    sort: sorts.find((sort) => sort === query.get('sort')) ?? defaultSort(search),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    look: query.get('view') === 'grid' ? 'grid' : 'list',
  };
}

const defaultSort = (search: string): Sort => (search ? 'relevance' : 'name');

/** Writes the address of a view; what is as usual is left out, so equal views have equal addresses. */
export function writeView(view: CatalogueView): URLSearchParams {
  const query = new URLSearchParams();
  if (view.search) query.set('search', view.search);
  if (view.category) query.set('category', view.category);
  for (const brand of view.brands) query.append('brand', brand);
  if (view.inStock) query.set('inStock', 'true');
  if (view.priceMin) query.set('priceMin', view.priceMin);
  if (view.priceMax) query.set('priceMax', view.priceMax);
  for (const [name, values] of Object.entries(view.attributes)) {
    for (const value of values) query.append(`attr.${name}`, value);
  }
  if (view.sort !== defaultSort(view.search)) query.set('sort', view.sort);
  if (view.page > 1) query.set('page', String(view.page));
  if (view.look === 'grid') query.set('view', 'grid');
  return query;
}

/** What the server is asked for this view, at the prices of a state. */
export function serverQuery(view: CatalogueView, stateCode: string): Record<string, string | string[]> {
  const asked: Record<string, string | string[]> = {
    sort: view.sort,
    page: String(view.page),
    pageSize: String(PAGE_SIZE),
  };
  if (stateCode) asked.stateCode = stateCode;
  if (view.search) asked.search = view.search;
  if (view.category) asked.category = view.category;
  if (view.brands.length > 0) asked.brand = view.brands;
  if (view.inStock) asked.inStock = 'true';
  if (view.priceMin) asked.priceMin = view.priceMin;
  if (view.priceMax) asked.priceMax = view.priceMax;
  for (const [name, values] of Object.entries(view.attributes)) asked[`attr.${name}`] = values;
  return asked;
}

/** A change of filter starts again at the first page. */
export const changed = (view: CatalogueView, change: Partial<CatalogueView>): CatalogueView => ({
  ...view,
  page: 1,
  ...change,
});

/** The values with one more, or with one less when it was there. */
export const toggled = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];

/** The attributes with one value switched; an attribute without values is not there. */
export function toggledAttribute(view: CatalogueView, name: string, value: string): Record<string, string[]> {
  const { [name]: values = [], ...rest } = view.attributes;
  const now = toggled(values, value);
  return now.length > 0 ? { ...rest, [name]: now } : rest;
}

/** How many filters narrow the list; search and category do not count. */
export function filterCount(view: CatalogueView): number {
  const attributes = Object.values(view.attributes).reduce((sum, values) => sum + values.length, 0);
  return view.brands.length + attributes + Number(view.inStock) + Number(view.priceMin !== '' || view.priceMax !== '');
}

/** The view with no filter but search and category. */
export const unfiltered = (view: CatalogueView): CatalogueView =>
  changed(view, { brands: [], attributes: {}, inStock: false, priceMin: '', priceMax: '' });

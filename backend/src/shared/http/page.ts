/** Which slice of a list an answer holds. */
export interface Page {
  readonly number: number;
  readonly size: number;
  readonly total: number;
}

/** What travels beside a list in `meta`. */
export interface ListMeta {
  readonly page: Page;
  readonly facets?: object;
}

const metas = new WeakMap<readonly unknown[], ListMeta>();

/** Marks a list as one page, with facet counts where there are any; the envelope writes the mark to `meta`. */
export function asPage<T>(items: T[], page: Page, facets?: object): T[] {
  metas.set(items, facets ? { page, facets } : { page });
  return items;
}

export const metaOf = (data: unknown): ListMeta | undefined => (Array.isArray(data) ? metas.get(data) : undefined);

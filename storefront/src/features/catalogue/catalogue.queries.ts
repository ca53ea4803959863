import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { keptFresh } from '../../shared/kept-fresh';
import type { Category, Facets, Page, Product } from '../../shared/views';
import { serverQuery, type CatalogueView } from './catalogue-url';

/** The category tree with its counts. */
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: (): Promise<Category[]> => api.data(api.http.GET('/api/v1/catalog/categories')),
  staleTime: 300_000,
});

/** One page of products as filtered, at the prices of whoever asks; the page before stays while the next one loads. */
export const productsQuery = (view: CatalogueView, stateCode: string) => {
  const query = serverQuery(view, stateCode);
  return queryOptions({
    queryKey: ['products', query],
    queryFn: async (): Promise<{ products: Product[]; page: Page; facets: Facets }> => {
      const { data, meta } = await api.answer(api.http.GET('/api/v1/catalog/products', { params: { query } }));
      return { products: data, page: meta.page, facets: meta.facets };
    },
    placeholderData: keepPreviousData,
    ...keptFresh,
  });
};

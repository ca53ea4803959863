import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';

export type Product = components['schemas']['BackProductView'];
export type ProductStatus = Product['status'];
/** Everything that can be said of a product; the API's own description leaves out what may be unsaid. */
export type ProductBody = components['schemas']['NewProduct'] &
  Pick<Product, 'description' | 'brand' | 'status' | 'gtin' | 'attributes' | 'drawing' | 'backorder' | 'restockDate'>;
export type ProductSort = 'name' | '-name' | 'sku' | '-sku' | 'newest';

export interface ProductsView {
  search: string;
  category: string;
  status: ProductStatus | 'all' | '';
  sort: ProductSort;
}

/** The products of any status, page after page. */
export const productsQuery = ({ search, category, status, sort }: ProductsView) => {
  const query = { sort, ...(search && { search }), ...(category && { category }), ...(status && { status }) };
  return listQuery<Product>(['products', query], (page) =>
    api.answer(api.http.GET('/api/v1/backoffice/products', { params: { query: { ...query, page, pageSize: 100 } } })),
  );
};

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['product', id],
    queryFn: (): Promise<Product> =>
      api.data(api.http.GET('/api/v1/backoffice/products/{id}', { params: { path: { id } } })),
  });

export type ProductChange =
  | { kind: 'create'; body: ProductBody }
  | { kind: 'change'; id: string; version?: number; body: Partial<ProductBody> }
  | { kind: 'archive'; id: string }
  | { kind: 'add-image'; id: string; key: string }
  | { kind: 'remove-image'; id: string; imageId: string }
  | { kind: 'order-images'; id: string; imageIds: string[] };

function send(change: ProductChange): Promise<Product> {
  if (change.kind === 'create') {
    return api.data(api.http.POST('/api/v1/backoffice/products', { body: change.body }));
  }
  const { id } = change;
  const params = { path: { id } };
  switch (change.kind) {
    case 'change':
      return api.data(
        api.http.PATCH('/api/v1/backoffice/products/{id}', {
          params,
          body: { ...change.body, version: change.version },
        }),
      );
    case 'archive':
      return api.data(api.http.DELETE('/api/v1/backoffice/products/{id}', { params }));
    case 'add-image':
      return api.data(api.http.POST('/api/v1/backoffice/products/{id}/images', { params, body: { key: change.key } }));
    case 'remove-image':
      return api.data(
        api.http.DELETE('/api/v1/backoffice/products/{id}/images/{imageId}', {
          params: { path: { id, imageId: change.imageId } },
        }),
      );
    case 'order-images':
      return api.data(
        api.http.PATCH('/api/v1/backoffice/products/{id}/images', { params, body: { imageIds: change.imageIds } }),
      );
  }
}

/** Any change of a product; the answered product is what the screens show from then on. */
export function useProductChange(): UseMutationResult<Product, Error, ProductChange> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (product) => {
      client.setQueryData(productQuery(product.id).queryKey, product);
      await client.invalidateQueries({ queryKey: ['products'] });
    },
  });
}

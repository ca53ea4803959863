import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { keptFresh } from './kept-fresh';
import type { ProductDetail } from './views';

/** One product by id, slug or SKU, at the prices of whoever asks. */
export const productQuery = (key: string, stateCode: string) =>
  queryOptions({
    queryKey: ['products', 'one', stateCode, key],
    queryFn: (): Promise<ProductDetail> =>
      api.data(
        api.http.GET('/api/v1/catalog/products/{id}', {
          params: { path: { id: key }, query: { stateCode: stateCode || undefined } },
        }),
      ),
    ...keptFresh,
  });

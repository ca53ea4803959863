import { ApiError } from '@tradeyard/api-client';
import { queryClient } from '../../shared/api';
import { productQuery } from '../../shared/product.queries';
import type { Product } from '../../shared/views';

const AT_ONCE = 6;

/** The products of these SKUs, null for those there are not; tells how many are done as it goes. */
export async function lookUp(
  skus: readonly string[],
  stateCode: string,
  onProgress: (done: number) => void,
): Promise<ReadonlyMap<string, Product | null>> {
  const found = new Map<string, Product | null>();
  const queue = [...skus];
  const work = async (): Promise<void> => {
    for (let sku = queue.shift(); sku !== undefined; sku = queue.shift()) {
      found.set(sku, await one(sku, stateCode));
      onProgress(found.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

async function one(sku: string, stateCode: string): Promise<Product | null> {
  try {
    return await queryClient.fetchQuery(productQuery(sku, stateCode));
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  }
}

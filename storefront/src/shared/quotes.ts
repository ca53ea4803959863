import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api';
import { useCart } from './cart/cart.queries';
import { keptFresh } from './kept-fresh';
import type { PricedLine, QuotedPrice } from './views';

interface Wish {
  productId: string;
  unit: string;
  quantity: string;
}

interface Waiting {
  wish: Wish;
  resolve: (line: PricedLine) => void;
  reject: (error: unknown) => void;
}

const AT_ONCE = 200;
const GATHER_MS = 12;
const waiting = new Map<string, Waiting[]>();

/** Rows ask one by one; what comes within a few milliseconds for one state goes out as one call. */
function quote(wish: Wish, stateCode: string): Promise<PricedLine> {
  return new Promise((resolve, reject) => {
    const gathered = waiting.get(stateCode);
    if (gathered) gathered.push({ wish, resolve, reject });
    else {
      waiting.set(stateCode, [{ wish, resolve, reject }]);
      setTimeout(() => send(stateCode), GATHER_MS);
    }
  });
}

function send(stateCode: string): void {
  const all = waiting.get(stateCode) ?? [];
  waiting.delete(stateCode);
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const part = all.slice(start, start + AT_ONCE);
    const body = { lines: part.map(({ wish }) => wish), stateCode: stateCode || undefined };
    api.data(api.http.POST('/api/v1/catalog/prices', { body })).then(
      (lines) =>
        part.forEach(({ resolve, reject }, index) => {
          const line = lines[index];
          if (line) resolve(line);
          else reject(new Error('a price is missing in the answer'));
        }),
      (error: unknown) => part.forEach(({ reject }) => reject(error)),
    );
  }
}

const quoteQuery = (wish: Wish, stateCode: string) =>
  queryOptions({
    queryKey: ['quotes', stateCode, wish.productId, wish.unit, wish.quantity],
    queryFn: () => quote(wish, stateCode),
    ...keptFresh,
  });

/**
 * The state the cart's goods go to, as prices ask for it; empty without a cart. Null until it is known: prices of another
 * state would be shown for a moment.
 */
export function usePriceState(): string | null {
  const { data, isLoading } = useCart();
  return isLoading ? null : (data?.stateCode ?? '');
}

export interface Quoted {
  price: QuotedPrice | null;
  /** The figures are still those of the wish before. */
  stale: boolean;
}

/** What a wish costs, as the server says; while a new one is asked for, the old answer stays as `stale`. */
export function useQuote(wish: Wish, enabled: boolean): Quoted {
  const stateCode = usePriceState();
  const asked = useQuery({
    ...quoteQuery(wish, stateCode ?? ''),
    enabled: enabled && stateCode !== null,
    placeholderData: keepPreviousData,
  });
  return { price: asked.data?.price ?? null, stale: asked.isPlaceholderData };
}

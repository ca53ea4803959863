import {
  mutationOptions,
  queryOptions,
  useIsMutating,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, queryClient } from '../api';
import { useMay, useSession } from '../session';
import type { Cart, CartFilledFromList, FilledCart, Product } from '../views';
import { keptFresh } from '../kept-fresh';
import { emptied, withAdded, withChanged, without } from './cart-view';

export interface LineWish {
  productId: string;
  unit: string;
  quantity: string;
  note?: string | null;
}

const KEY = ['cart'] as const;

/** The buyer's one open cart, priced anew at each look. */
export const cartQuery = queryOptions({
  queryKey: KEY,
  queryFn: (): Promise<Cart> => api.data(api.http.GET('/api/v1/cart')),
  ...keptFresh,
  staleTime: 15_000,
});

/** The cart of whoever may fill one; nothing for anybody else. */
export function useCart(): UseQueryResult<Cart> {
  const { status } = useSession();
  return useQuery({ ...cartQuery, enabled: useMay('cart.edit') && status !== 'visitor' });
}

/** Whether a change of the cart is under way: its totals are then the old ones. */
export function useCartPending(): boolean {
  return useIsMutating({ mutationKey: KEY }) > 0;
}

/** Shows the wish at once; gives back what to restore when it is refused. */
async function foresee(change: (cart: Cart) => Cart): Promise<{ before: Cart | undefined }> {
  await queryClient.cancelQueries({ queryKey: KEY });
  const before = queryClient.getQueryData(cartQuery.queryKey);
  if (before) queryClient.setQueryData(cartQuery.queryKey, change(before));
  return { before };
}

/** Takes the server's cart unless further changes are on their way, whose answer will be newer. */
function settle(cart: Cart): void {
  if (queryClient.isMutating({ mutationKey: KEY }) === 1) queryClient.setQueryData(cartQuery.queryKey, cart);
}

function stepBack(context: { before: Cart | undefined } | undefined): void {
  if (context?.before) queryClient.setQueryData(cartQuery.queryKey, context.before);
  void queryClient.invalidateQueries({ queryKey: KEY });
}

// One after the other: each change is made to the cart the one before left behind.
const inTurn = {
  mutationKey: KEY,
  scope: { id: 'cart' },
  onError: (_error: Error, _wish: unknown, context?: { before: Cart | undefined }) => stepBack(context),
};

const addLine = mutationOptions({
  ...inTurn,
  mutationFn: ({ product, unit, quantity }: { product: Product; unit: string; quantity: string }): Promise<Cart> =>
    api.data(api.http.POST('/api/v1/cart/lines', { body: { productId: product.id, unit, quantity } })),
  onMutate: ({ product, unit, quantity }) => foresee((cart) => withAdded(cart, product, unit, quantity)),
  onSuccess: settle,
});

const changeLine = mutationOptions({
  ...inTurn,
  mutationFn: ({ id, ...wish }: { id: string; quantity?: string; unit?: string }): Promise<Cart> =>
    api.data(api.http.PATCH('/api/v1/cart/lines/{id}', { params: { path: { id } }, body: wish })),
  onMutate: ({ id, ...wish }) => foresee((cart) => withChanged(cart, id, wish)),
  onSuccess: settle,
});

const removeLine = mutationOptions({
  ...inTurn,
  mutationFn: (id: string): Promise<Cart> =>
    api.data(api.http.DELETE('/api/v1/cart/lines/{id}', { params: { path: { id } } })),
  onMutate: (id) => foresee((cart) => without(cart, id)),
  onSuccess: settle,
});

const emptyCart = mutationOptions({
  ...inTurn,
  mutationFn: (): Promise<Cart> => api.data(api.http.DELETE('/api/v1/cart')),
  onMutate: () => foresee(emptied),
  onSuccess: settle,
});

const AT_ONCE = 500;

/** Sends many lines in as few calls as the API takes; indexes count through all of them. */
async function addAll(lines: readonly LineWish[]): Promise<FilledCart> {
  const [part, rest] = [lines.slice(0, AT_ONCE), lines.slice(AT_ONCE)];
  const body = { lines: part.map((line) => ({ ...line, note: line.note ?? undefined })) };
  const filled = await api.data(api.http.POST('/api/v1/cart/lines/batch', { body }));
  if (rest.length === 0) return filled;
  const more = await addAll(rest);
  const later = more.refused.map((refusal) => ({ ...refusal, index: refusal.index + AT_ONCE }));
  return { ...more, refused: [...filled.refused, ...later] };
}

const addLines = mutationOptions({
  ...inTurn,
  mutationFn: (lines: LineWish[]): Promise<FilledCart> => addAll(lines),
  onMutate: () => foresee((cart) => cart),
  onSuccess: settle,
});

const addList = mutationOptions({
  ...inTurn,
  mutationFn: ({ id, lineIds }: { id: string; lineIds?: string[] }): Promise<CartFilledFromList> =>
    api.data(api.http.POST('/api/v1/lists/{id}/add-to-cart', { params: { path: { id } }, body: { lineIds } })),
  onMutate: () => foresee((cart) => cart),
  onSuccess: settle,
});

const acceptPrices = mutationOptions({
  ...inTurn,
  mutationFn: (): Promise<Cart> => api.data(api.http.POST('/api/v1/cart/accept-prices', { body: {} })),
  onMutate: () => foresee((cart) => cart),
  onSuccess: settle,
});

const chooseContext = mutationOptions({
  ...inTurn,
  mutationFn: (context: { jobSiteId?: string | null; tradeCode?: string | null }): Promise<Cart> =>
    api.data(api.http.PATCH('/api/v1/cart', { body: context })),
  onMutate: (context) => foresee((cart) => ({ ...cart, ...context })),
  onSuccess: (cart) => {
    settle(cart);
    // The place and the code change every price on every screen.
    void queryClient.invalidateQueries({ queryKey: ['products'] });
    void queryClient.invalidateQueries({ queryKey: ['quotes'] });
    void queryClient.invalidateQueries({ queryKey: ['lists', 'one'] });
  },
});

/** Puts a product into the cart, merging with a line of the same unit. */
export const useAddLine = () => useMutation(addLine);
/** Changes a line's quantity or unit. */
export const useChangeLine = () => useMutation(changeLine);
/** Takes a line out. */
export const useRemoveLine = () => useMutation(removeLine);
/** Takes all lines out. */
export const useEmptyCart = () => useMutation(emptyCart);
/** Puts many lines in; those the server refuses come back by index. */
export const useAddLines = () => useMutation(addLines);
/** Puts a saved list in, or some of its lines; those the server refuses come back by line. */
export const useAddList = () => useMutation(addList);
/** Takes note of every changed price. */
export const useAcceptPrices = () => useMutation(acceptPrices);
/** Changes the job site or trade code, and with it every price. */
export const useChooseContext = (): UseMutationResult<
  Cart,
  Error,
  { jobSiteId?: string | null; tradeCode?: string | null },
  { before: Cart | undefined }
> => useMutation(chooseContext);

import { createApi } from '@tradeyard/api-client';
import { createQueryClient } from '@tradeyard/app-kit';

export const queryClient = createQueryClient();

/** The API as a buyer sees it. */
export const api = createApi({ side: 'buyer' });

let buyerId: string | null = null;
// Prices, carts and orders belong to one buyer: whoever comes next, here or in another tab, sees none of them.
api.session.subscribe(() => {
  const now = api.session.state.user?.id ?? null;
  if (now === buyerId) return;
  buyerId = now;
  void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'tenant' });
});

import { QueryClient } from '@tanstack/react-query';
import { ApiError, createApi } from '@tradeyard/api-client';

/** What the screens know of the server; lists stay fresh for half a minute. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal will be the same the next time; a lost line may not.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
});

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

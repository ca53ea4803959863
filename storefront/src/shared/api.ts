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
export const api = createApi({
  side: 'buyer',
  onSignedOut: (why) => {
    // After an end the page stays as it was; whoever leaves takes what they saw along.
    if (why === 'left') queryClient.clear();
  },
});

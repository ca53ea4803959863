import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@tradeyard/api-client';

/** What the screens know of the server; lists stay fresh for half a minute. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal will be the same the next time; a lost line may not.
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      },
    },
  });

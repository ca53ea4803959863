import { createApi } from '@tradeyard/api-client';
import { createQueryClient } from '@tradeyard/app-kit';

const keptForStrangers = new Set<unknown>(['boot', 'tenant']);

export const queryClient = createQueryClient();

/** The API as staff see it. */
export const api = createApi({
  side: 'staff',
  onSignedOut: (why) => {
    // After an end the page stays as it was; whoever leaves takes what they saw along. The store is nobody's secret.
    if (why === 'left') queryClient.removeQueries({ predicate: ({ queryKey }) => !keptForStrangers.has(queryKey[0]) });
  },
});

/**
 * For what carries prices: asked for again while it is open and seen, so that a published price appears within a minute,
 * and at once when somebody comes back to the page.
 */
export const keptFresh = {
  staleTime: 30_000,
  refetchInterval: 40_000,
  refetchIntervalInBackground: false,
  refetchOnWindowFocus: 'always',
} as const;

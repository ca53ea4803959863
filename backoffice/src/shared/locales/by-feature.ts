import type { ResourceKey } from 'i18next';

/** Puts files together under their feature's name; `refusals.prices.json` adds to `refusals`. */
export function byFeature(files: Record<string, object>): ResourceKey {
  const words: Record<string, object> = {};
  for (const [path, texts] of Object.entries(files)) {
    const feature = path.split('/').at(-1)?.split('.')[0] ?? path;
    words[feature] = { ...words[feature], ...texts };
  }
  return words;
}

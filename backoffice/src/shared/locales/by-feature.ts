import type { ResourceKey } from 'i18next';

interface Texts {
  [key: string]: string | Texts;
}

const merged = (one: Texts, other: Texts): Texts => {
  const all = { ...one };
  for (const [key, text] of Object.entries(other)) {
    const before = all[key];
    all[key] = typeof text === 'object' && typeof before === 'object' ? merged(before, text) : text;
  }
  return all;
};

/** Portuguese counts whole millions in a form of its own; where no words are given for it the usual plural serves. */
function withMillions(texts: Texts): Texts {
  const all: Texts = {};
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string' && key.endsWith('_other')) all[key.replace(/_other$/, '_many')] ??= text;
    all[key] = typeof text === 'string' ? text : withMillions(text);
  }
  return all;
}

/** Puts files together under their feature's name; `refusals.prices.json` adds to `refusals`. */
export function byFeature(files: Record<string, object>): ResourceKey {
  let words: Texts = {};
  for (const [path, texts] of Object.entries(files)) {
    const feature = path.split('/').at(-1)?.split('.')[0] ?? path;
    words = merged(words, { [feature]: withMillions(texts as Texts) });
  }
  return words;
}

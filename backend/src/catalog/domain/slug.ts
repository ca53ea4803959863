import { plainText } from './search-words.js';

/** A name as it stands in an address: plain letters and digits joined by hyphens, at most 80; `item` when none is left. */
export function slugOf(name: string): string {
  const slug = plainText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return slug || 'item';
}

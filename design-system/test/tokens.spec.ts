import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['design-system/src', 'app-kit/src', 'storefront/src', 'backoffice/src'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(css|tsx?)$/.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(`${root}/${folder}/${path}`, 'utf8') })),
);
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name ?? '');

/** Names that a style reads without a fallback and nobody gives a value. */
function unknown(read: typeof sources, given: ReadonlySet<string>): string[] {
  return read.flatMap(({ path, text }) =>
    all(text, /var\((--[\w-]+)\)/g)
      .filter((name) => !given.has(name))
      .map((name) => `${name} in ${path}`),
  );
}
const given = new Set(sources.flatMap(({ text }) => all(text, /(--[\w-]+)['"`]?\s*[:,]/g)));

describe('custom properties', () => {
  it('that styles read all have a value somewhere', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(unknown(sources, given)).toEqual([]);
  });

  it('that nobody gives a value are found', () => {
    const text = '.late { color: var(--danger-solid); background: var(--danger); }';
    expect(unknown([{ path: 'late.css', text }], given)).toEqual(['--danger-solid in late.css']);
  });
});

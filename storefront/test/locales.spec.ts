import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = join(dirname(fileURLToPath(import.meta.url)), '../src');
type Words = { [key: string]: string | Words };

const wordsOf = (language: string): Map<string, string> => {
  const flat = (words: Words, above = ''): [string, string][] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[above + key, value]] : flat(value, `${above}${key}.`),
    );
  return new Map(flat(JSON.parse(readFileSync(join(source, `shared/locales/${language}.json`), 'utf8')) as Words));
};
const english = wordsOf('en');
const portuguese = wordsOf('pt-BR');
const placeholders = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(String).sort();
const has = (key: string): boolean => english.has(key) || english.has(`${key}_one`);

const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(source, path), 'utf8'))
  .join('\n');
const used = [...code.matchAll(/\bt\(\s*'([^']+)'/g), ...code.matchAll(/\bkey: '([a-z]+\.[\w.]+)'/g)].map(
  ([, key]) => key ?? '',
);
const families = [...code.matchAll(/\bt\(\s*`([^`$]+)\$\{/g)].map(([, start]) => start ?? '');

describe('the words', () => {
  it('are the same keys in both languages', () => {
    expect([...portuguese.keys()].sort()).toEqual([...english.keys()].sort());
  });
  it('say the same facts in both languages', () => {
    const differing = [...english].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(portuguese.get(key)).join(),
    );
    expect(differing).toEqual([]);
  });
  it('are never empty', () => {
    expect([...english, ...portuguese].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
  it('are there for every key the screens ask for', () => {
    expect(used.length).toBeGreaterThan(200);
    expect(used.filter((key) => !has(key))).toEqual([]);
  });
  it('are there for every family of keys put together from a value', () => {
    expect(families.filter((start) => ![...english.keys()].some((key) => key.startsWith(start)))).toEqual([]);
  });
  it('come with singular and plural wherever they count', () => {
    const ones = [...english.keys()].filter((key) => key.endsWith('_one'));
    expect(ones.filter((key) => !english.has(key.replace(/_one$/, '_other')))).toEqual([]);
  });
  it('are all asked for', () => {
    const asked = (key: string): boolean =>
      used.includes(key) ||
      used.includes(key.replace(/_(one|other)$/, '')) ||
      families.some((start) => key.startsWith(start)) ||
      // Asked for by what both apps share, by the refusal's code.
      /^(refusals|failed)\./.test(key);
    expect([...english.keys()].filter((key) => !asked(key))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { byFeature } from '../src/shared/locales/by-feature';

type Texts = { [key: string]: string | Texts };

const folder = fileURLToPath(new URL('../src/shared/locales/', import.meta.url));
const files = (language: string): string[] =>
  readdirSync(`${folder}${language}`).filter((name) => name.endsWith('.json'));

function texts(language: string): Map<string, string> {
  const all = new Map<string, string>();
  const collect = (prefix: string, part: Texts): void => {
    for (const [key, text] of Object.entries(part)) {
      if (typeof text === 'string') all.set(`${prefix}.${key}`, text);
      else collect(`${prefix}.${key}`, text);
    }
  };
  for (const file of files(language)) {
    collect(file.replace('.json', ''), JSON.parse(readFileSync(`${folder}${language}/${file}`, 'utf8')) as Texts);
  }
  return all;
}

const facts = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
const [english, portuguese] = [texts('en'), texts('pt-BR')];

it('every English word has its Portuguese, with the same facts in it', () => {
  const wrong = [...english].filter(
    ([key, text]) => facts(portuguese.get(key) ?? '').join() !== facts(text).join() || !portuguese.get(key),
  );
  expect(wrong.map(([key]) => key)).toEqual([]);
});

it('nothing is said in Portuguese alone, but for whole millions and what the API itself says in English', () => {
  const alone = [...portuguese.keys()].filter(
    (key) => !english.has(key) && !key.endsWith('_many') && !key.startsWith('imports.problems.'),
  );
  expect(alone).toEqual([]);
});

it('a million of anything has words', () => {
  expect(byFeature({ './pt-BR/rows.json': { n_one: 'uma', n_other: 'muitas', deep: { m_other: 'x' } } })).toEqual({
    rows: { n_one: 'uma', n_many: 'muitas', n_other: 'muitas', deep: { m_many: 'x', m_other: 'x' } },
  });
});

it('files of one feature add up', () => {
  const files = { './en/refusals.json': { a: { one: '1' } }, './en/refusals.prices.json': { a: { two: '2' } } };
  expect(byFeature(files)).toEqual({ refusals: { a: { one: '1', two: '2' } } });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const languages = ['en', 'pt-BR'] as const;

interface Words {
  readonly entities: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const wordsIn = (language: string): Words =>
  JSON.parse(readFileSync(join(root, `backoffice/src/shared/locales/${language}/audit.json`), 'utf8')) as Words;

/** What an entry of the trail says was done, and to what, wherever the code names both. */
function recorded(code: string): { action: string; entity: string }[] {
  return [...code.matchAll(/action: '([a-z_]+\.[a-z_]+)',\s*entity: '([a-z_]+)'/g)].map(([, action, entity]) => ({
    action: action ?? '',
    entity: entity ?? '',
  }));
}

const wordless = (entries: readonly { action: string; entity: string }[], words: Words): string[] =>
  entries.flatMap(({ action, entity }) => {
    const [noun = '', verb = ''] = action.split('.');
    return [...(words.actions[noun]?.[verb] ? [] : [action]), ...(words.entities[entity] ? [] : [`entity ${entity}`])];
  });

it.each(languages)('everything the audit records has words on its screen in %s', (language) => {
  const folder = join(root, 'backend/src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.spec)\.ts$/.test(path),
  );
  const entries = sources.flatMap((path) => recorded(readFileSync(join(folder, path), 'utf8')));
  expect(entries.length).toBeGreaterThan(20);
  expect(wordless(entries, wordsIn(language))).toEqual([]);
});

it('would notice what has none', () => {
  const code = `await this.audit.record({ action: 'brick.burnt', entity: 'brick', entityId })`;
  expect(wordless(recorded(code), wordsIn('en'))).toEqual(['brick.burnt', 'entity brick']);
});

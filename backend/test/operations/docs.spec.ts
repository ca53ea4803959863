import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settings } from '../../src/shared/infrastructure/settings.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '');

const { scripts, workspaces } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  workspaces: string[];
};
const contexts = ['identity', 'catalog', 'pricing', 'orders', 'shared'].map((name) => `backend/src/${name}/README.md`);
const packages = [...workspaces.filter((name) => name !== 'backend'), 'prisma'].map((name) => `${name}/README.md`);
const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path}`);
const pages = ['README.md', 'CONTRIBUTING.md', ...contexts, ...packages, ...docs];

/** Links and pictures that lead to another file of the repository. */
const linksOf = (text: string): string[] =>
  all(text, /(?:\]\(|src=")([^)"\s]+)/g).filter((target) => !/^(?:[a-z]+:|#)/.test(target));

/** Names of files in backticks; a name without a folder, or with a gap to fill in, says nothing about where it is. */
const filesIn = (text: string): string[] =>
  all(text.replace(/```[\s\S]*?```/g, ''), /`([\w.-]+(?:\/[\w.-]+)+\.(?:tsx?|mjs|json|md|prisma|yml|sql|css))`/g);

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((path) => existsSync(join(root, path)));

const missingIn = (page: string, text: string): string[] => [
  ...linksOf(text).filter((target) => !existsSync(join(root, dirname(page), target.replace(/#.*$/, '')))),
  ...filesIn(text).filter((file) => !files.some((path) => `/${path}`.endsWith(`/${file}`))),
];

/** What stands in the first column of the tables below a heading. */
const tableBelow = (text: string, heading: string): string[] =>
  all(text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '', /^\| `(\w+)` \|/gm);

describe('the documents', () => {
  it.each(pages)('%s points at files that exist', (page) => {
    expect(missingIn(page, read(page))).toEqual([]);
  });

  it('name commands that exist', () => {
    const named = pages.flatMap((page) => all(read(page), /npm run ([\w:-]+)/g));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('tell of every command', () => {
    const readme = read('README.md');
    const told = (name: string): boolean => readme.includes(`npm run ${name}`) || readme.includes(`npm ${name} `);
    expect(Object.keys(scripts).filter((name) => !told(name))).toEqual([]);
  });

  it('list every setting there is, and no other', () => {
    expect(tableBelow(read('README.md'), 'Configuration').sort()).toEqual(Object.keys(settings()).sort());
  });

  it('name variables that the scripts read', () => {
    const [, besides = ''] = /^The scripts read these besides: ([\s\S]*?)\n\n/m.exec(read('README.md')) ?? [];
    const source = readdirSync(join(root, 'scripts')).map((name) => read(`scripts/${name}`));
    const named = all(besides, /`([A-Z_]{4,})`/g);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !source.join('\n').includes(name))).toEqual([]);
  });

  it('show the pictures that are taken, and no others', () => {
    const taken = all(read('scripts/screenshots.mjs'), /^ {2}'([\w-]+)': \{/gm).map((name) => `${name}.png`);
    expect(taken.length).toBeGreaterThan(8);
    expect(readdirSync(join(root, 'docs/screenshots')).sort()).toEqual(taken.sort());
    expect(taken.filter((name) => !read('README.md').includes(`docs/screenshots/${name}`))).toEqual([]);
  });

  it('number decisions without a gap, each of one page', () => {
    const decisions = docs.filter((path) => path.startsWith('docs/adr/')).sort();
    const numbers = decisions.map((path) => [
      Number(/(\d+)-/.exec(path)?.[1]),
      Number(/^# (\d+)\./.exec(read(path))?.[1]),
    ]);
    expect(numbers).toEqual(decisions.map((_path, index) => [index + 1, index + 1]));
    expect(decisions.filter((path) => read(path).split('\n').length > 60 || !read(path).includes('What lost'))).toEqual(
      [],
    );
  });

  it('say what each context is on forty lines at most', () => {
    expect(contexts.filter((page) => read(page).trimEnd().split('\n').length > 40)).toEqual([]);
  });
});

it('would notice what leads nowhere', () => {
  const text =
    'see [this](nowhere.md), [that](README.md#top), <img src="gone.png"> and `orders/http/gone.ts` or `app.ts`';
  expect(missingIn('README.md', text)).toEqual(['nowhere.md', 'gone.png', 'orders/http/gone.ts']);
  expect(
    tableBelow('\n## Configuration\n\n| Variable |\n| `PORT` | 3000 |\n\n## Else\n| `HOST` | |', 'Configuration'),
  ).toEqual(['PORT']);
});

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const binary = new Set(['.png', '.jpg', '.webp', '.ico', '.woff', '.woff2', '.gz', '.br']);

const rules: Readonly<Record<string, RegExp>> = {
  'a path of somebody’s machine': /(?<![\w.])\/(?:home|Users|root)\/[a-z]|(?<![\w./])\/work\/[a-z]|\b[A-Z]:\\Users\\/,
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  'a cloud access key': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'a token':
    /\b(?:gh[pousr]_\w{30,}|xox[baprs]-[\w-]{20,}|npm_\w{30,}|sk_live_\w{10,})|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
};

const violations = (text: string): string[] =>
  Object.entries(rules).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));

/** Every file git knows or would take, whatever its folder. */
function files(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root });
  return list
    .toString()
    .split('\0')
    .filter((path) => path && existsSync(join(root, path)) && statSync(join(root, path)).isFile());
}

it('the repository names no machine and holds no secret', () => {
  const found = files()
    .filter(
      (path) => !binary.has(extname(path)) && path !== 'package-lock.json' && !path.endsWith('repository-text.spec.ts'),
    )
    .flatMap((path) => violations(readFileSync(join(root, path), 'utf8')).map((rule) => `${path}: ${rule}`));
  expect(found).toEqual([]);
});

it('would notice them', () => {
  const samples = [
    'see /home/ana/shop',
    '-----BEGIN PRIVATE KEY-----',
    `AKIA${'A1'.repeat(8)}`,
    `ghp_${'a'.repeat(36)}`,
  ];
  expect(samples.map((sample) => violations(sample))).toEqual([
    ['a path of somebody’s machine'],
    ['a private key'],
    ['a cloud access key'],
    ['a token'],
  ]);
  expect(violations('the route /backoffice/home/page and a /work-orders list')).toEqual([]);
});

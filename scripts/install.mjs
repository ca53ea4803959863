import { existsSync, readFileSync } from 'node:fs';
import { root, run } from './steps.mjs';

/** Leaves node_modules exactly as the lock file says; does nothing when they already are. */
export async function install({ quiet = false } = {}) {
  if (isInstalled()) return;
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet });
}

/** npm writes down what it installed; packages for other platforms are in the lock file only. */
function isInstalled() {
  const there = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(there)) return false;
  const [wanted, installed] = [`${root}/package-lock.json`, there].map(
    (path) => JSON.parse(readFileSync(path, 'utf8')).packages,
  );
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.includes('node_modules/') || link || installed[path]?.version === version || (optional && !installed[path]),
  );
}

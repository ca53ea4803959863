import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, '.cache/made');

/** Does the work unless its result is there and was made from exactly these files; says whether it did. */
export async function unlessMade(name, { from, result, skip }, work) {
  const inputs = hashOf(from, skip);
  const note = join(folder, name);
  const made = existsSync(note) && readFileSync(note, 'utf8') === inputs;
  if (made && [result].flat().every((path) => existsSync(join(root, path)))) return false;
  await work();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${note}.${process.pid}`, inputs);
  renameSync(`${note}.${process.pid}`, note);
  return true;
}

function hashOf(paths, skip) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((entry) => filesOf(join(root, entry))).sort()) {
    if (skip?.test(path)) continue;
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

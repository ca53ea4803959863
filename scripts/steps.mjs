import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program to its end; a non-zero exit is an error that shows what it printed. */
export function run(program, args, { env = {}, quiet = false, cwd = root } = {}) {
  return new Promise((done, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(program, args, { stdio, cwd, env: { ...process.env, ...env } });
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) return done(Buffer.concat(printed).toString());
      reject(new Error(`${program} ${args.join(' ')} exited with ${code}\n${Buffer.concat(printed)}`));
    });
  });
}

export const tool = (name, args = [], options = {}) => run(`${root}/node_modules/.bin/${name}`, args, options);

/** Leaves node_modules exactly as the lock file says; does nothing when they already are. */
export async function install() {
  const done = `${root}/node_modules/.package-lock.json`;
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(`${root}/package-lock.json`).mtimeMs) return;
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Writes what the sources import and git ignores: Prisma's client, Swagger's metadata and the API client's types. */
export async function generate() {
  const { writeSwaggerMetadata } = await import('./swagger-metadata.mjs');
  const { writeClientTypes } = await import('./client-types.mjs');
  await tool('prisma', ['generate'], { env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }, quiet: true });
  await writeSwaggerMetadata();
  await writeClientTypes();
}

/** Compiles backend/src, file by file, without looking at types. */
export async function buildBackend(to = `${root}/backend/dist`) {
  const { transformFile } = await import('@swc/core');
  const from = `${root}/backend/src`;
  rmSync(to, { recursive: true, force: true });
  const sources = readdirSync(from, { recursive: true }).filter((path) => /(?<!\.spec)\.ts$/.test(path));
  for (const path of sources) {
    const { code, map } = await transformFile(`${from}/${path}`, {
      configFile: `${root}/backend/.swcrc`,
      sourceMaps: true,
    });
    const target = `${to}/${path.replace(/\.ts$/, '.js')}`;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
    writeFileSync(`${target}.map`, map);
  }
}

/** Gives the work migrated services of its own on free ports, and the settings that lead to them. */
export async function withServices(work) {
  const [{ startPostgres }, { startObjectStore }, { startMailCatcher }, { applyMigrations }] = await Promise.all([
    import('./postgres.mjs'),
    import('./object-store.mjs'),
    import('./mail-catcher.mjs'),
    import('./migrations.mjs'),
  ]);
  const postgres = await startPostgres();
  const objectStore = await startObjectStore();
  const mail = await startMailCatcher();
  // Specs run in processes of their own and read what was mailed over HTTP.
  const mailbox = createServer((_request, response) => response.end(JSON.stringify(mail.messages)));
  await new Promise((listening) => mailbox.listen(0, '127.0.0.1', listening));
  try {
    await applyMigrations(postgres.ownerUrl);
    const environment = {
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      JWT_SECRET: 'only-for-tests-and-long-enough-0123456789',
      DATABASE_URL: postgres.appUrl,
      OWNER_URL: postgres.ownerUrl,
      MAILBOX_URL: `http://127.0.0.1:${mailbox.address().port}`,
      ...objectStore.environment,
      ...mail.environment,
    };
    Object.assign(process.env, environment);
    return await work(environment);
  } finally {
    mailbox.close();
    await mail.stop();
    await objectStore.stop();
    await postgres.stop();
  }
}

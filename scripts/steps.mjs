import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export { buildBackend, generate } from './build.mjs';
export { install } from './install.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program to its end; a non-zero exit is an error that shows what it printed. */
export function run(program, args, { env = {}, quiet = false, cwd = root } = {}) {
  return new Promise((done, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(program, args, { stdio, cwd, env: { ...process.env, ...(quiet && { NO_COLOR: '1' }), ...env } });
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

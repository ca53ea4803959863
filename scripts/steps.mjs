import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export { buildBackend, buildChanged, generate } from './build.mjs';
export { install } from './install.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program to its end; a non-zero exit is an error that shows what it printed. */
export function run(program, args, { env = {}, quiet = false, cwd = root } = {}) {
  return new Promise((done, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(program, args, {
      stdio,
      cwd,
      env: { ...process.env, ...(quiet && { NO_COLOR: '1' }), ...env },
    });
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
export async function withServices(work, { cleanUps = [] } = {}) {
  const { applyMigrations } = await import('./migrations.mjs');
  const { startMailCatcher, startMailbox } = await import('./mail-catcher.mjs');
  const { startObjectStore } = await import('./object-store.mjs');
  const { startPostgres } = await import('./postgres.mjs');
  const started = [];
  const begin = (service) => {
    started.push(service);
    return service;
  };
  const end = async () => {
    while (started.length > 0) await started.pop().stop();
  };
  cleanUps.push(end);
  try {
    const postgres = begin(await startPostgres());
    const objectStore = begin(await startObjectStore());
    const mail = begin(await startMailCatcher());
    const mailbox = begin(await startMailbox(mail.messages));
    await applyMigrations(postgres.ownerUrl);
    const environment = {
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      TRUST_PROXY: '1',
      JWT_SECRET: 'only-for-tests-and-long-enough-0123456789',
      DATABASE_URL: postgres.appUrl,
      OWNER_URL: postgres.ownerUrl,
      MAILBOX_URL: mailbox.url,
      ...objectStore.environment,
      ...mail.environment,
    };
    Object.assign(process.env, environment);
    return await work(environment);
  } finally {
    cleanUps.splice(cleanUps.indexOf(end), 1);
    await end();
  }
}

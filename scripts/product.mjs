import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildChanged, generate } from './build.mjs';
import { install } from './install.mjs';
import { keepRunning } from './keep-running.mjs';
import { applyMigrations } from './migrations.mjs';
import { claim } from './running.mjs';
import { startServices } from './services.mjs';
import { root, run } from './steps.mjs';

/**
 * The whole product, running on a data folder: services, migrations, demo tenants on the first run, API and worker. Resolves
 * when it answers; `step(name, work)` is told what it does meanwhile. The port is chosen once nobody is left from before.
 */
export async function startProduct({
  folder,
  choosePort,
  seed,
  demoPassword,
  env = process.env,
  step,
  say,
  watch = false,
}) {
  const running = await claim(folder);
  const stops = [running.release];
  const stop = async (how) => {
    while (stops.length > 0) await stops.pop()(how);
  };
  try {
    const port = await choosePort();
    await step('Dependencies', () => install({ quiet: true }));
    await step('Generated code', generate);
    await step(
      'Build',
      async () => (await buildChanged(watch ? { only: ['backend'] } : {})).join(', ') || 'nothing changed',
    );
    const services = await step('Services', () => startServices(folder, { env }));
    stops.push(services.stop);
    services.pids.forEach(running.add);
    await step('Migrations', async () => `${(await applyMigrations(services.ownerUrl)).length} applied`);

    const url = `http://localhost:${port}`;
    const environment = {
      NODE_ENV: 'development',
      PUBLIC_URL: url,
      STOREFRONT_DIST: `${root}/storefront/dist`,
      BACKOFFICE_DIST: `${root}/backoffice/dist`,
      ...env,
      ...services.environment,
      PORT: String(port),
    };
    if (seed === 'demo') await step('Demo tenants', () => seedOnce(services.ownerUrl, environment, demoPassword, say));

    const program = (name, file) =>
      keepRunning({
        name,
        file: `${root}/backend/dist/${file}`,
        args: ['--enable-source-maps', '--no-warnings'],
        env: environment,
        logFile: join(folder, 'logs', `${name}.log`),
        started: running.add,
        say,
      });
    const children = [];
    stops.push((how) => Promise.all(children.map((child) => child.stop(how))));
    await step('API and worker', async () => {
      const launched = await Promise.allSettled([program('api', 'main.js'), program('worker', 'worker.js')]);
      children.push(...launched.flatMap(({ value }) => value ?? []));
      for (const { reason } of launched) if (reason) throw reason;
      await answers(`${url.replace('localhost', '127.0.0.1')}/readyz`);
    });
    running.servesAt(url);
    return {
      url,
      environment,
      ownerUrl: services.ownerUrl,
      /** Ends this process too when a run that was killed left it behind. */
      adopt: running.add,
      restart: () => Promise.all(children.map((child) => child.restart())),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(url) {
  for (const until = Date.now() + 60_000; ; await pause(50)) {
    const response = await fetch(url).catch((error) => error);
    if (response.ok) return;
    if (Date.now() > until) throw new Error(`${url} does not answer: ${response.message ?? (await response.text())}`);
  }
}

/** The database remembers that it was seeded, so that what people deleted stays deleted. */
async function seedOnce(ownerUrl, environment, demoPassword, say) {
  const loader = `${root}/prisma/seed/seed.mjs`;
  if (!existsSync(loader)) return 'none yet';
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query("select obj_description('platform'::regnamespace, 'pg_namespace') as note");
    if (rows[0].note === 'seeded') return 'as they are';
    const env = { ...environment, OWNER_URL: ownerUrl, DEMO_PASSWORD: demoPassword, LOG_LEVEL: 'error' };
    const printed = await run(process.execPath, ['--no-warnings', `${root}/scripts/seed.mjs`], { env, quiet: true });
    printed
      .trim()
      .split('\n')
      .filter(Boolean)
      .forEach((line) => say(`  ${line}`));
    await owner.query("comment on schema platform is 'seeded'");
    return 'made';
  } finally {
    await owner.end();
  }
}

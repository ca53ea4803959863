import { spawn } from 'node:child_process';
import { freePort } from './ports.mjs';
import { buildChanged, generate, install, root, withServices } from './steps.mjs';

/** A product of its own with the demo tenants' people and companies, but without goods and prices; `stop` ends all of it. */
export async function startFeedProduct(password) {
  await install();
  await generate();
  await buildChanged({ only: ['backend'] });
  let stop;
  const stopped = new Promise((done) => (stop = done));
  return new Promise((ready, fail) => {
    const ended = withServices(async (environment) => {
      await fillPeople(environment.OWNER_URL, password);
      const env = { ...process.env, ...environment, PORT: String(await freePort()), LOG_LEVEL: 'error' };
      const processes = ['main.js', 'worker.js'].map((name) =>
        spawn(process.execPath, ['--no-warnings', `${root}/backend/dist/${name}`], {
          env,
          stdio: ['ignore', 'ignore', 'inherit'],
        }),
      );
      try {
        const url = `http://127.0.0.1:${env.PORT}`;
        await untilReady(url, processes);
        ready({
          url,
          stop: () => {
            stop();
            return ended;
          },
        });
        await stopped;
      } finally {
        for (const each of processes) each.kill();
      }
    });
    ended.catch(fail);
  });
}

async function fillPeople(ownerUrl, password) {
  const [
    { default: pg },
    { default: argon2 },
    { writeMasterData },
    { construforte },
    { ironbridge },
    { defaultRoles },
  ] = await Promise.all(
    [
      ...['pg', 'argon2', '../prisma/seed/master-data.mjs', '../prisma/seed/data/construforte.mjs'],
      ...['../prisma/seed/data/ironbridge.mjs', '../backend/dist/identity/domain/default-roles.js'],
    ].map((path) => import(path)),
  );
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const passwordHash = await argon2.hash(password);
  for (const data of [ironbridge, construforte]) {
    await owner.query('begin');
    await writeMasterData(owner, { data, roles: defaultRoles, passwordHash, at: '2026-05-01T00:00:00Z' });
    await owner.query('commit');
  }
  await owner.query('analyze');
  await owner.end();
}

async function untilReady(url, processes) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (processes.some(({ exitCode }) => exitCode !== null)) throw new Error('the product did not start');
    if (
      await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error('the product is not ready after 30 seconds');
}

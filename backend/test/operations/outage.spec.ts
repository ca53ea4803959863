import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../../scripts/postgres.mjs';
import { applyMigrations } from '../../../scripts/migrations.mjs';
import { Database } from '../../src/shared/infrastructure/database.js';
import { backgroundContext, runInContext } from '../../src/shared/request-context.js';
import { Api } from '../support/api.js';
import { aShop, type Shop } from '../support/shop.js';

interface Postgres {
  appUrl: string;
  ownerUrl: string;
  stop(): Promise<void>;
}

let folder: string;
let port: number;
let postgres: Postgres;
let api: Api;
let shop: Shop;
const before = { ...process.env };

const start = (): Promise<Postgres> => startPostgres({ folder, port });
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address() as { port: number };
      probe.close(() => resolve(address.port));
    });
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tradeyard-outage-'));
  port = await freePort();
  postgres = await start();
  await applyMigrations(postgres.ownerUrl);
  Object.assign(process.env, { DATABASE_URL: postgres.appUrl, OWNER_URL: postgres.ownerUrl, LOG_LEVEL: 'silent' });
  [api, shop] = await Promise.all([Api.start(), aShop()]);
}, 60_000);

afterAll(async () => {
  await api.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  Object.assign(process.env, before);
});

const statusOf = async (path: string): Promise<number> => (await fetch(`${api.url}${path}`)).status;
const read = () => api.call(shop, shop.staffToken, 'GET', '/backoffice/imports');

it('a database that goes away costs answers, not the process, and is found again', async () => {
  expect((await read()).status).toBe(200);
  const database = api.app.get(Database, { strict: false });
  const underWay = runInContext(backgroundContext(shop.tenantId, 'outage'), () =>
    database.transaction(async () => {
      await database.query('select 1');
      // Its connection is idle, in the middle of its work, when the database goes.
      await postgres.stop();
      return database.query('select 1');
    }),
  );
  await expect(underWay).rejects.toThrow();

  const away = await Promise.all([read(), read(), read()]);
  expect(away.map(({ status, body }) => [status, body.error?.code])).toEqual(Array(3).fill([503, 'unavailable']));
  expect(away[0]?.headers.get('retry-after')).toBe('5');
  expect(await Promise.all([statusOf('/healthz'), statusOf('/readyz')])).toEqual([200, 503]);

  postgres = await start();
  expect(await statusOf('/readyz')).toBe(200);
  expect((await read()).status).toBe(200);
}, 60_000);

it('a tenant that was not known before the outage is a 503 during it, not a missing store', async () => {
  await postgres.stop();
  const { status, body } = await api.call({ slug: 'never-asked-for' }, null, 'GET', '/backoffice/imports');
  expect([status, body.error?.code]).toEqual([503, 'unavailable']);
  postgres = await start();
}, 60_000);

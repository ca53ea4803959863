import pg from 'pg';
import { withServices, buildBackend } from './steps.mjs';
import { ironbridge } from '../prisma/seed/data/ironbridge.mjs';
import { construforte } from '../prisma/seed/data/construforte.mjs';
import { writeMasterData } from '../prisma/seed/master-data.mjs';
await buildBackend();
await withServices(async (env) => {
  const { defaultRoles } = await import('../backend/dist/identity/domain/default-roles.js');
  const o = new pg.Client(env.OWNER_URL); await o.connect();
  console.time('seed');
  for (const data of [ironbridge, construforte]) { await o.query('begin'); await writeMasterData(o, { data, roles: defaultRoles, passwordHash: 'x', at: '2026-05-01T00:00:00Z' }); await o.query('commit'); }
  console.timeEnd('seed');
  console.log((await o.query(`select (select count(*) from catalog.product) p, (select count(*) from pricing.price_entry) e, (select count(*) from catalog.search_word) w, (select search_text from catalog.product limit 1) s`)).rows);
  await o.end();
});
process.exit(0);

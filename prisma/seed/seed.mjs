import pg from 'pg';
import { ironbridge } from './data/ironbridge.mjs';
import { construforte } from './data/construforte.mjs';
import { idOf, writeMasterData } from './master-data.mjs';
import { replayLists } from './replay-lists.mjs';
import { replayOrders } from './replay-orders.mjs';
import { replayRevisions } from './replay-revisions.mjs';

const tenants = [ironbridge, construforte];

/**
 * Puts the two demo tenants, their price revisions and their past orders into a migrated database that has none; says whether it did. The environment must
 * hold the application's settings, since past orders go through the application itself. Needs backend/dist.
 */
export async function seed({ ownerUrl, demoPassword, log = () => {} }) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const [before] = await counts(owner);
    if (before.tenants === 0) await writeTenants(owner, demoPassword, log);
    if (before.orders > 0) return false;
    const { createBackground } = await import('../../backend/dist/app.js');
    const app = await createBackground();
    for (const data of tenants) {
      log(`${data.tenant.name}: ${data.pricing.revisions.length} price revisions, ${data.orders.length} past orders`);
      await replayRevisions(data, idOf('tenant', data.tenant.slug), { app, owner });
      await replayOrders(data, idOf('tenant', data.tenant.slug), { app, owner });
      await replayLists(data, idOf('tenant', data.tenant.slug), { app });
    }
    await app.close();
    // What the past orders announced was mailed in its time.
    await owner.query(
      'update platform.outbox_event set processed_at = now() where processed_at is null and available_at <= now()',
    );
    return true;
  } finally {
    await owner.end();
  }
}

const counts = async (owner) =>
  (
    await owner.query(`select (select count(*)::int from identity.tenant) as tenants,
                              (select count(*)::int from orders.order) as orders`)
  ).rows;

/** All tenants or none: a seeding that is interrupted begins again at the next start. */
async function writeTenants(owner, demoPassword, log) {
  const { defaultRoles } = await import('../../backend/dist/identity/domain/default-roles.js');
  const { default: argon2 } = await import('argon2');
  const passwordHash = await argon2.hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const at = new Date(Date.now() - 200 * 24 * 3600_000).toISOString();
  await owner.query('begin');
  for (const data of tenants) {
    log(`${data.tenant.name}: ${data.products.length} products, ${data.companies.length} companies`);
    await writeMasterData(owner, { data, roles: defaultRoles, passwordHash, at });
  }
  await owner.query('commit');
  await owner.query('analyze');
}

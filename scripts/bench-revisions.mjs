import { fillBenchData } from './bench-data.mjs';
import { addDraft } from './bench-history.mjs';
import { addCarts, addMargins } from './bench-margins.mjs';
import { columnsOf, keep, option, serve, spread } from './bench-server.mjs';
import { buildBackend, generate, install, root, withServices } from './steps.mjs';

// npm run bench -- --revisions [--changes 125000] [--products 100000] [--carts 3000] [--calls 5]
// What people wait for while they work on a large revision: its diff with margins and sales, its impact, a formula.
const products = option('products', 100_000);
const changes = option('changes', 125_000);
const calls = option('calls', 5);
const carts = option('carts', 3_000);
const rows = [['', 'calls', 'p50 ms', 'max ms']];
const figures = [];

await install();
await generate();
await buildBackend();
const { default: jwt } = await import('jsonwebtoken');
const { default: pg } = await import('pg');

await withServices(async (environment) => {
  const owner = new pg.Client({ connectionString: environment.OWNER_URL });
  owner.on('error', () => {});
  await owner.connect();
  console.log(`filling ${products.toLocaleString('en')} products …`);
  const bench = await fillBenchData(owner, { products, states: 3, companies: 50 });
  await addMargins(owner, bench.tenantId, { costs: products });
  await addCarts(owner, bench.tenantId, { carts });
  const { rows: tables } = await owner.query(
    `select id from pricing.price_table where name in ('S01', 'National') order by name desc`,
  );
  const draft = await addDraft(owner, bench.tenantId, tables[0].id, changes);
  const national = await addDraft(owner, bench.tenantId, tables[1].id, changes);
  const path = `/backoffice/price-tables/${tables[0].id}/revisions`;

  const env = { ...process.env, ...environment, NODE_ENV: 'production', LOG_LEVEL: 'error' };
  env.JWT_SECRET = 'b3e1f7a09c5d4e2f8a6b7c1d0e9f3a5b7c8d';
  env.S3_SECRET_ACCESS_KEY = environment.S3_SECRET_ACCESS_KEY.padEnd(12, '0');
  const staff = { sub: bench.buyerId, tenantId: bench.tenantId, kind: 'staff', name: 'Bench', roles: [], epoch: 0 };
  const permissions = ['price.read', 'price.edit', 'price.publish', 'cost.read', 'price.override_floor'];
  const token = jwt.sign({ ...staff, permissions }, env.JWT_SECRET, { expiresIn: '4h' });
  const api = await serve(`${root}/backend/dist/main.js`, env);
  const ask = async (method, at, body) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${api.url}/api/v1${at}`, { method, headers, body: body && JSON.stringify(body) });
    const { data, meta, error } = await answer.json();
    if (error) throw new Error(`${method} ${at}: ${JSON.stringify(error).slice(0, 500)}`);
    return { data, meta };
  };

  const { meta } = await ask('GET', `${path}/${draft}/diff?pageSize=50`);
  console.log(JSON.stringify(meta.facets.totals));
  await measure('diff, first page and totals', () => ask('GET', `${path}/${draft}/diff?pageSize=50`));
  await measure('diff, last page', () =>
    ask('GET', `${path}/${draft}/diff?pageSize=50&page=${Math.floor(changes / 50)}`),
  );
  await measure('diff, outliers by SKU', () => ask('GET', `${path}/${draft}/diff?only=outliers&sort=sku&pageSize=200`));
  await measure(`impact, ${carts} open carts`, () => ask('GET', `${path}/${draft}/impact`));
  const everywhere = `/backoffice/price-tables/${tables[1].id}/revisions/${national}/impact`;
  await measure('impact of a national revision', () => ask('GET', everywhere));
  console.log(
    JSON.stringify([(await ask('GET', `${path}/${draft}/impact`)).data, (await ask('GET', everywhere)).data]),
  );
  const formula = { formula: { text: 'cost / (1 - 22 %)' }, rounding: { ending: '0.99' } };
  await measure(
    'formula, tried on every product',
    () => ask('POST', `${path}/${draft}/formula`, { ...formula, preview: true }),
    1,
  );
  const { data } = await ask('POST', path, {});
  await measure('formula, written for every product', () => ask('POST', `${path}/${data.id}/formula`, formula), 1);
  await measure(
    'handed in under the floor, by who may',
    () => ask('POST', `${path}/${draft}/submit`, { overrideReason: 'measured' }),
    1,
  );
  await api.stop();
  await owner.end();
});
console.log(`\n${columnsOf(rows)}`);
keep({ revisions: true, products, changes, carts, figures });
process.exit(0);

/** One call after another, after one that warms up unless there is only one. */
async function measure(name, call, times = calls) {
  if (times > 1) await call();
  const took = [];
  for (let n = 0; n < times; n += 1) {
    const started = performance.now();
    await call();
    took.push(performance.now() - started);
  }
  const { count, p50, max } = spread(took);
  rows.push([name, String(count), p50.toFixed(0), max.toFixed(0)]);
  figures.push({ name, count, p50, max });
}

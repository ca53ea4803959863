import { fillBenchData } from './bench-data.mjs';
import { columnsOf, cpuSeconds, keep, option, serve, statements } from './bench-server.mjs';
import { buildBackend, generate, install, root, withServices } from './steps.mjs';

// npm run bench -- [--seconds 8] [--concurrency 10] [--products 100000]
// npm run bench -- --prices measures prices with months of history instead, see bench-prices.mjs; --revisions the work on a large one.
if (process.argv.includes('--prices')) await import('./bench-prices.mjs');
if (process.argv.includes('--revisions')) await import('./bench-revisions.mjs');
const seconds = option('seconds', 8);
const concurrency = option('concurrency', 10);
const products = option('products', 100_000);

await install();
await generate();
await buildBackend();
const { default: autocannon } = await import('autocannon');
const { default: jwt } = await import('jsonwebtoken');
const { default: pg } = await import('pg');

const results = [];
await withServices(async (environment) => {
  const owner = new pg.Client({ connectionString: environment.OWNER_URL });
  owner.on('error', () => {});
  await owner.connect();
  console.log(`filling ${products.toLocaleString('en')} products …`);
  const started = performance.now();
  const bench = await fillBenchData(owner, { products });
  const { rows } = await owner.query('select count(*)::int as n from pricing.price_entry');
  console.log(
    `${rows[0].n.toLocaleString('en')} price entries, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );

  const env = { ...process.env, ...environment, NODE_ENV: 'production', LOG_LEVEL: 'error', TENANT_ID: bench.tenantId };
  Object.assign(env, { COMPANY_ID: bench.companyId, STATE_CODE: bench.stateCode });
  env.JWT_SECRET = 'b3e1f7a09c5d4e2f8a6b7c1d0e9f3a5b7c8d';
  env.S3_SECRET_ACCESS_KEY = environment.S3_SECRET_ACCESS_KEY.padEnd(12, '0');
  const tokenOf = ({ id, companyId }) =>
    jwt.sign(
      {
        ...{ sub: id, tenantId: bench.tenantId, kind: 'buyer', companyId, name: 'Bench', roles: [], epoch: 0 },
        permissions: ['catalogue.view', 'cart.edit', 'order.place', 'order.view'],
      },
      env.JWT_SECRET,
      { expiresIn: '4h' },
    );
  const token = tokenOf({ id: bench.buyerId, companyId: bench.companyId });
  const staffToken = jwt.sign(
    {
      ...{ sub: bench.buyerId, tenantId: bench.tenantId, kind: 'staff', name: 'Bench', roles: [], epoch: 0 },
      permissions: ['price.read'],
    },
    env.JWT_SECRET,
    { expiresIn: '4h' },
  );

  const baseline = await serve(`${root}/scripts/bench-baseline.mjs`, env);
  const api = await serve(`${root}/backend/dist/main.js`, env);
  const category = (n) =>
    `/api/v1/catalog/products?category=category-${1 + (n % 40)}&sort=name&page=${1 + (n % 4)}&pageSize=24`;
  const get = (path) => (n) => ({ method: 'GET', path: path(n) });
  const one = (list, n) => list[n % list.length];

  const cart = await prepareCart(api.url, token, bench.skus.slice(0, 50));
  if (cart !== 50) console.log(`the cart has ${cart} lines instead of 50`);
  await measure('list, bare server', baseline, token, get(category));
  await measure('list', api, token, get(category));
  await measure('list, bare server again', baseline, token, get(category));
  await measure('list again', api, token, get(category));
  await measure(
    'search',
    api,
    token,
    get(
      (n) =>
        `/api/v1/catalog/products?search=${encodeURIComponent(one(['cement grey', 'SKU-0123', 'plywod fine', 'brand 7 pipe', 'heavy'], n))}&pageSize=24`,
    ),
  );
  await measure(
    'product page',
    api,
    token,
    get((n) => `/api/v1/catalog/products/${one(bench.productIds, n)}`),
  );
  await measure(
    'cart of 50 lines',
    api,
    token,
    get(() => '/api/v1/cart'),
  );
  const lines = bench.skus.slice(0, 200).map((sku) => ({ sku, quantity: '10' }));
  const resolve = () => ({
    ...{ method: 'POST', path: '/api/v1/backoffice/prices/resolve' },
    body: JSON.stringify({ companyId: bench.companyId, lines }),
  });
  await measure('resolve 200 lines', api, staffToken, resolve);
  await measureOrders(api, owner, bench, tokenOf);
  for (const server of [api, baseline]) await server.stop();
  await owner.end();
});

const ratio = mean('list') / mean('list, bare server');
console.log(table());
console.log(`\nlist at ${(ratio * 100).toFixed(0)} % of the bare server's requests per second`);
keep({ seconds, concurrency, products, ratio, results });
process.exit(0);

function mean(name) {
  const runs = results.filter((row) => row.name === name || row.name === `${name} again`);
  return runs.reduce((sum, { perSecond }) => sum + perSecond, 0) / runs.length;
}

async function prepareCart(url, token, skus) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ lines: skus.map((sku) => ({ sku, quantity: '2' })) });
  const answer = await (await fetch(`${url}/api/v1/cart/lines/batch`, { method: 'POST', headers, body })).json();
  if (answer.error) throw new Error(JSON.stringify(answer.error));
  const view = await (await fetch(`${url}/api/v1/cart`, { headers })).json();
  return view.data.lines.length;
}

/** Ten connections ask as fast as they are answered, after a warm-up; CPU is the server process's own. */
async function measure(name, server, token, next) {
  const load = (duration) => {
    let n = 0;
    return autocannon({
      url: server.url,
      connections: concurrency,
      duration,
      requests: [
        {
          setupRequest: (request) => ({
            ...request,
            ...next(n++),
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          }),
        },
      ],
    });
  };
  await load(2);
  const before = { cpu: cpuSeconds(server.pid), statements: await statements(server.url) };
  const run = await load(seconds);
  const count = run.requests.total;
  const cpu = cpuSeconds(server.pid) - before.cpu;
  const sent = (await statements(server.url)) - before.statements;
  results.push({
    name,
    perSecond: run.requests.average,
    p50: run.latency.p50,
    p99: run.latency.p99,
    statements: Number.isNaN(sent) ? null : sent / count,
    cpuMs: (cpu * 1000) / count,
    failed: run.non2xx + run.errors,
  });
  console.log(`${name}: ${run.requests.average.toFixed(0)}/s`);
}

/** Ten buyers place orders of three lines, one after another, on few products; then the books must agree. */
async function measureOrders(server, owner, bench, tokenOf) {
  const call = async (token, method, path, body, more = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more };
    const answer = await fetch(`${server.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    return { status: answer.status, ...(await answer.json()) };
  };
  const times = [];
  let refused = 0;
  const before = { cpu: cpuSeconds(server.pid), at: performance.now() };
  const until = before.at + seconds * 1000;
  await Promise.all(
    bench.buyers.slice(20, 20 + concurrency).map(async (buyer, who) => {
      const token = tokenOf(buyer);
      for (let n = 0; performance.now() < until; n += 1) {
        const lines = [0, 1, 2].map((k) => ({ sku: bench.skus[(who + n + k) % 60], quantity: '1' }));
        const filled = await call(token, 'POST', '/cart/lines/batch', { lines });
        const version = filled.data?.cart?.version ?? filled.data?.version;
        const started = performance.now();
        const placed = await call(
          ...[token, 'POST', '/orders', { cartVersion: version, payment: { method: 'bank_transfer' } }],
          { 'idempotency-key': `bench-${who}-${n}` },
        );
        if (placed.status === 201) times.push(performance.now() - started);
        else refused += 1;
      }
    }),
  );
  const elapsed = (performance.now() - before.at) / 1000;
  const cpu = cpuSeconds(server.pid) - before.cpu;
  const { rows } = await owner.query(`
    select (select count(*)::int from catalog.stock_level where reserved > on_hand) as oversold,
           (select coalesce(sum(reserved), 0)::text from catalog.stock_level) as reserved,
           (select coalesce(sum(open_quantity), 0)::text from catalog.reservation where branch_id is not null) as open`);
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)] ?? null;
  results.push({
    name: 'orders of 3 lines placed (with filling the cart)',
    perSecond: times.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    statements: null,
    cpuMs: (cpu * 1000) / times.length,
    failed: refused,
    books: rows[0],
  });
  console.log(`orders: ${(times.length / elapsed).toFixed(0)}/s, refused ${refused}, books ${JSON.stringify(rows[0])}`);
}

function table() {
  const text = (value, digits) => (value === null || Number.isNaN(value) ? '–' : value.toFixed(digits));
  const rows = results.map((row) => [
    row.name,
    text(row.perSecond, 0),
    text(row.p50, 1),
    text(row.p99, 1),
    text(row.statements, 1),
    text(row.cpuMs, 2),
    String(row.failed),
  ]);
  return columnsOf([['', 'req/s', 'p50 ms', 'p99 ms', 'statements', 'CPU ms', 'not 2xx'], ...rows]);
}

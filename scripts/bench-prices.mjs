import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { fillBenchData } from './bench-data.mjs';
import { addDraft, addHistory } from './bench-history.mjs';
import { columnsOf, cpuSeconds, keep, option, serve, spread, statements } from './bench-server.mjs';
import { buildChanged, generate, install, root, withServices } from './steps.mjs';

// npm run bench -- --prices [--months 6] [--products 100000] [--calls 400] [--changes 125000] [--lines 200]
// 100,000 products make 3,000,000 live entries, and every month of history as many rows again.
const months = option('months', 6);
const products = option('products', 100_000);
const calls = option('calls', 400);
const lines = option('lines', 200);
const changes = option('changes', Math.min(125_000, products * 2));
const stages = [...new Set([0, 1, 3, months])].filter((n) => n <= months).sort((a, b) => a - b);
const rows = [['', 'rows', 'calls', 'p50 ms', 'p99 ms', 'max ms', 'CPU ms', 'statements', 'load']];
const figures = [];

await install();
await generate();
await buildChanged({ only: ['backend'] });
const { default: jwt } = await import('jsonwebtoken');
const { default: pg } = await import('pg');

await withServices(async (environment) => {
  const owner = new pg.Client({ connectionString: environment.OWNER_URL });
  owner.on('error', () => {});
  await owner.connect();
  const bench = await timed(`${products.toLocaleString('en')} products`, () => fillBenchData(owner, { products }));
  const { rows: some } = await owner.query(
    'select id, sku, category_id as category from catalog.product order by md5(sku) limit 5000',
  );
  const basket = (n) => Array.from({ length: lines }, (_, k) => some[(n * lines + k) % some.length]);

  const env = { ...process.env, ...environment, NODE_ENV: 'production', LOG_LEVEL: 'error' };
  env.JWT_SECRET = 'b3e1f7a09c5d4e2f8a6b7c1d0e9f3a5b7c8d';
  env.S3_SECRET_ACCESS_KEY = environment.S3_SECRET_ACCESS_KEY.padEnd(12, '0');
  const staff = { sub: bench.buyerId, tenantId: bench.tenantId, kind: 'staff', name: 'Bench', roles: [], epoch: 0 };
  const permissions = ['price.read', 'price.edit', 'price.publish', 'cost.read', 'price.override_floor'];
  const token = jwt.sign({ ...staff, permissions }, env.JWT_SECRET, { expiresIn: '4h' });
  const { facade, close } = await startFacade(bench);

  let have = 0;
  for (const stage of stages) {
    await timed(`${stage} months of history`, () => addHistory(owner, bench.tenantId, { from: have, to: stage }));
    have = stage;
    const { rows: counted } = await owner.query(`select count(*)::int as n from pricing.price_entry`);
    const total = counted[0].n;
    const api = await serve(`${root}/backend/dist/main.js`, env);
    try {
      await measure(`Pricing.resolve, ${stage} months`, total, process.pid, facade.sent, (n) =>
        facade.resolve(basket(n)),
      );
      const body = (n) =>
        JSON.stringify({ companyId: bench.companyId, lines: basket(n).map(({ sku }) => ({ sku, quantity: '10' })) });
      const bare = (n) =>
        JSON.stringify({
          ...{ companyId: bench.companyId, trace: false },
          lines: basket(n).map(({ sku }) => ({ sku, quantity: '10' })),
        });
      const post = caller(api.url, token);
      await measure(
        `POST prices/resolve without traces, ${stage} months`,
        total,
        api.pid,
        () => statements(api.url),
        (n) => post('POST', '/backoffice/prices/resolve', bare(n)),
      );
      await measure(
        `POST prices/resolve, ${stage} months`,
        total,
        api.pid,
        () => statements(api.url),
        (n) => post('POST', '/backoffice/prices/resolve', body(n)),
      );
      if (stage === months) {
        const { rows: tables } = await owner.query(`select id from pricing.price_table where name = 'S09'`);
        const draft = await timed(`a draft of ${changes.toLocaleString('en')} lines`, () =>
          addDraft(owner, bench.tenantId, tables[0].id, changes),
        );
        const path = `/backoffice/price-tables/${tables[0].id}/revisions/${draft}`;
        await measure(
          `diff of ${changes.toLocaleString('en')} lines`,
          total,
          api.pid,
          () => statements(api.url),
          () => post('GET', `${path}/diff?pageSize=50`),
          5,
        );
        await publishWhileReading(api, post, path, await listBuyer(owner), total, token);
      }
    } finally {
      await api.stop();
    }
  }
  await close();
  await owner.end();
});
console.log(`\n${columnsOf(rows)}`);
keep({ prices: true, products, months, calls, lines, changes, figures });
process.exit(0);

/** One call after another, each with another basket; CPU is the answering process's own. */
async function measure(name, total, pid, sent, call, times = calls) {
  for (let n = 0; n < Math.min(50, times); n += 1) await call(n);
  const before = { cpu: cpuSeconds(pid), sent: await sent() };
  const took = [];
  for (let n = 0; n < times; n += 1) {
    const started = performance.now();
    await call(50 + n);
    took.push(performance.now() - started);
  }
  const cpuMs = ((cpuSeconds(pid) - before.cpu) * 1000) / times;
  note(name, total, spread(took), cpuMs, ((await sent()) - before.sent) / times);
}

/**
 * Publishes the draft while two readers ask on: one for 200 of the table's prices, each of which must come from before
 * the publication or each from the published revision; one for a page of the catalogue.
 */
async function publishWhileReading(api, post, path, { companyId, skus }, total, token) {
  const revision = path.split('/').at(-1);
  let over = false;
  const mixtures = [];
  const seen = { old: 0, new: 0 };
  const took = { resolve: [], catalogue: [] };
  const reader = async (kind, ask) => {
    for (let n = 0; !over; n += 1) {
      const started = performance.now();
      await ask(n);
      took[kind].push(performance.now() - started);
    }
  };
  const resolve = async (n) => {
    const asked = Array.from({ length: lines }, (_, k) => ({
      sku: skus[(n * lines + k) % skus.length],
      quantity: '1',
    }));
    const answer = await read('POST', '/backoffice/prices/resolve', JSON.stringify({ companyId, lines: asked }));
    const fresh = JSON.parse(answer).data.lines.filter(({ trace }) => trace.winner.revision.id === revision).length;
    if (fresh > 0 && fresh < asked.length) mixtures.push(fresh);
    seen[fresh > 0 ? 'new' : 'old'] += 1;
  };
  const read = caller(api.url, token);
  const browse = caller(api.url, token);
  const page = (n) => `/catalog/products?category=category-${1 + (n % 40)}&sort=name&pageSize=24`;
  const readers = Promise.all([reader('resolve', resolve), reader('catalogue', (n) => browse('GET', page(n)))]);
  const publisher = async () => {
    await pause(1_000);
    const started = performance.now();
    const answer = await post('POST', `${path}/publish`, '{}');
    const publishing = performance.now() - started;
    await pause(1_000);
    return { counts: JSON.parse(answer).data, publishing };
  };
  const [{ counts, publishing }] = await Promise.all([publisher().finally(() => (over = true)), readers]);
  const { created, updated, removed, unchanged } = counts;
  console.log(
    `published in ${(publishing / 1000).toFixed(1)} s: ${JSON.stringify({ created, updated, removed, unchanged })}; ` +
      `reads with all old ${seen.old}, all new ${seen.new}, mixed ${mixtures.length}`,
  );
  if (mixtures.length > 0 || seen.old === 0 || seen.new === 0) process.exitCode = 1;
  note(`publication of ${changes.toLocaleString('en')} changes`, total, spread([publishing]), NaN, NaN);
  note('  200 prices of the table meanwhile', total, spread(took.resolve), NaN, NaN);
  note('  pages of the catalogue meanwhile', total, spread(took.catalogue), NaN, NaN);
  figures.push({ name: 'publication', counts: { created, updated, removed, unchanged }, seen, mixtures });
}

/** A company of the state the draft is for, and what it buys at the state's prices. */
async function listBuyer(owner) {
  const { rows: companies } = await owner.query(`
    select c.id, t.id as contract from identity.company c
    join pricing.price_table t on t.company_id = c.id where c.state_code = 'S09' order by c.name limit 1`);
  const { rows: list } = await owner.query(
    `select sku from catalog.product p where not exists (
       select from pricing.price_entry e where e.table_id = $1 and e.product_id = p.id) order by md5(sku) limit 5000`,
    [companies[0].contract],
  );
  return { companyId: companies[0].id, skus: list.map(({ sku }) => sku) };
}

/** The facade other contexts use, in this process, with the application's own connections. */
async function startFacade({ tenantId, companyId, stateCode }) {
  const at = (path) => import(`${root}/backend/dist/${path}`);
  const [{ createApp }, { Pricing }, { backgroundContext, runInContext }, { Quantity }] = await Promise.all(
    ['app.js', 'pricing/index.js', 'shared/request-context.js', 'shared/quantity.js'].map(at),
  );
  const app = await createApp();
  await app.init();
  const pricing = app.get(Pricing, { strict: false });
  const context = backgroundContext(tenantId, 'bench');
  const line = { unit: 'bag', factor: Quantity.one, baseUnit: 'bag', quantity: Quantity.stored('10') };
  const resolve = (list) =>
    runInContext(context, async () => {
      const asked = list.map(({ id, category }) => ({ ...line, productId: id, categoryId: category }));
      const found = await pricing.resolve({ companyId, tierId: null, stateCode, at: new Date(), lines: asked });
      if (found.some(({ unitPrice }) => !unitPrice)) throw new Error('a price is missing');
    });
  return { facade: { resolve, sent: () => context.statements }, close: () => app.close() };
}

/** Calls over one connection that stays open; answers the body. */
function caller(url, token) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return (method, path, body) =>
    new Promise((done, fail) => {
      const sent = request(`${url}/api/v1${path}`, { method, agent, headers }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode === 200) done(text);
          else fail(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 400)}`));
        });
        answer.on('error', fail);
      });
      sent.on('error', fail);
      sent.end(body);
    });
}

function note(name, total, times, cpuMs, sent) {
  const [load] = loadavg();
  figures.push({ name, total, ...times, cpuMs, statements: sent, load });
  const text = (value, digits = 1) => (Number.isNaN(value) ? '–' : value.toFixed(digits));
  const { count, p50, p99, max } = times;
  const row = [
    name,
    total.toLocaleString('en'),
    String(count),
    text(p50),
    text(p99),
    text(max),
    text(cpuMs),
    text(sent),
  ];
  rows.push([...row, text(load)]);
  console.log(`${name}: p50 ${text(p50)} ms, p99 ${text(p99)} ms`);
}

async function timed(name, work) {
  const started = performance.now();
  const result = await work();
  console.log(`${name}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return result;
}

function pause(milliseconds) {
  return new Promise((wait) => setTimeout(wait, milliseconds));
}

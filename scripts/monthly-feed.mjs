import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { columnsOf } from './bench-server.mjs';
import { FeedClient } from './feed-client.mjs';
import { startFeedProduct } from './feed-product.mjs';

// node scripts/monthly-feed.mjs feed.csv[.gz] [--sku-prefix P-] [--sku-digits 5] [--tenant slug]
//   [--url http://127.0.0.1:3000 --email … --password … --approver …] or [--setup categories.csv,products.csv]
// The feed's columns: code, state, price_cents, currency, reference_month. Every month becomes drafts by import, is looked at
// as a difference, handed in and approved where two persons must agree, and published; then every price of every month is
// asked for as of its publication, and the last month's as of now. Without --url a private product is started for it.
const [file] = process.argv.slice(2);
const text = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
if (!file || file.startsWith('--')) {
  console.error(
    'Which feed? node scripts/monthly-feed.mjs feed.csv.gz [--sku-prefix P-] [--url http://127.0.0.1:3000]',
  );
  process.exit(1);
}
const skuOf = (code) => text('sku-prefix', '') + code.padStart(Number(text('sku-digits', '0')), '0');
const months = readFeed(file);
if (months.size === 0) {
  console.error(`${file} has no prices`);
  process.exit(1);
}
const people = {
  email: text('email', 'dono@construforte.example'),
  approver: text('approver', 'gerente@construforte.example'),
  password: text('password', 'tradeyard-demo'),
};
const tenant = text('tenant', 'construforte');
const setup = text('setup', '').split(',').filter(Boolean);
const product = text('url') ? { url: text('url'), stop: async () => {} } : await startFeedProduct(people.password);
let failed = 0;
try {
  await run();
} catch (error) {
  console.error(error);
  failed += 1;
}
await product.stop();
process.exit(failed > 0 ? 1 : 0);

async function run() {
  const author = await FeedClient.signIn(product.url, tenant, people.email, people.password);
  const { twoPersonApproval } = await author.get('/backoffice/pricing-settings');
  const approver = twoPersonApproval
    ? await FeedClient.signIn(product.url, tenant, people.approver, people.password)
    : null;
  for (const path of setup) {
    const kind = path.split('/').at(-1).replace(/\..*$/, '');
    const { rows } = await author.import(kind, readFileSync(path));
    console.log(`${kind}: ${rows.created} created, ${rows.rejected} rejected`);
  }
  const head = [
    '',
    'rows',
    'not sold',
    'changes',
    'import s',
    'diff ms',
    'publish ms',
    'as of',
    'wrong',
    'check s',
    'load',
  ];
  const table = [];
  const known = new Map();
  const states = [
    ...new Set(
      months
        .values()
        .next()
        .value.map(({ state }) => state),
    ),
  ];
  const published = [];
  for (const [month, prices] of months) {
    const row = await feed(month, prices, author, approver, known);
    table.push(row);
    published.push({ month, at: row.at, prices: new Map(known) });
    console.log(`${month}: ${row.changes} changes live`);
  }
  for (const [n, { at, prices }] of published.entries()) await check(table[n], author, states, prices, at);
  const last = { month: 'now', rows: '', missing: '', changes: '', imported: NaN, diff: NaN, publish: NaN };
  table.push(last);
  await check(last, author, states, published.at(-1).prices, null);
  failed = table.reduce((sum, { wrong }) => sum + wrong, 0);
  const figure = (value, digits) => (Number.isNaN(value) ? '' : value.toFixed(digits));
  const cells = table.map((row) => [
    ...[row.month, String(row.rows), String(row.missing), String(row.changes)],
    ...[figure(row.imported, 1), figure(row.diff, 0), figure(row.publish, 0), String(row.asked), String(row.wrong)],
    ...[figure(row.checked, 1), figure(row.load, 1)],
  ]);
  console.log(`\n${columnsOf([head, ...cells])}`);
  console.log(
    failed === 0 ? '\nevery month is answered as it was, and the last one is live' : `\n${failed} prices are wrong`,
  );
}

/** One month from its rows to being live; what was taken is added to what is known. */
async function feed(month, prices, author, approver, known) {
  const lines = prices.map(({ code, state, price, currency }) => `state,${state},${skuOf(code)},${price},${currency}`);
  const csv = ['scope,state,sku,unit_price,currency', ...lines].join('\n');
  const imported = await timed(() => author.import('prices', csv, '?publish=false'));
  const { rows, errors, result } = imported.value;
  const unsold = new Set(errors.filter(({ code }) => code === 'product.not_found').map(({ value }) => value));
  let [diff, publish, changes, at] = [0, 0, 0, 0];
  for (const { tableId, revisionId } of result.revisions) {
    const path = `/backoffice/price-tables/${tableId}/revisions/${revisionId}`;
    diff += (await timed(() => author.get(`${path}/diff?pageSize=100`))).took;
    if (approver) {
      await author.post(`${path}/submit`, {});
      await approver.post(`${path}/approve`, {});
    }
    const live = await timed(() => (approver ?? author).post(`${path}/publish`, {}));
    publish += live.took;
    changes += live.value.created + live.value.updated;
    at = Math.max(at, Date.parse(live.value.revision.liveAt) + 1);
  }
  for (const { code, state, price } of prices) {
    if (!unsold.has(skuOf(code))) known.set(`${state} ${skuOf(code)}`, price);
  }
  const [load] = loadavg();
  return {
    month,
    rows: prices.length,
    missing: rows.rejected,
    changes,
    imported: imported.took / 1000,
    diff,
    publish,
    at,
    load,
  };
}

/** Asks for every price of a month as of an instant, or as of now, and counts those that are not what they were. */
async function check(row, author, states, prices, at) {
  const started = performance.now();
  [row.asked, row.wrong] = [0, 0];
  for (const state of states) {
    const own = [...prices]
      .filter(([key]) => key.startsWith(`${state} `))
      .map(([key, price]) => [key.slice(state.length + 1), price]);
    for (let from = 0; from < own.length; from += 500) {
      const part = own.slice(from, from + 500);
      const lines = part.map(([sku]) => ({ sku, quantity: '1' }));
      const when = at === null ? {} : { at: new Date(at).toISOString() };
      const { lines: answers } = await author.post('/backoffice/prices/resolve', { stateCode: state, ...when, lines });
      part.forEach(([, price], n) => {
        row.asked += 1;
        const { unitPrice, source } = answers[n];
        if (source !== 'state' || Number(unitPrice) !== Number(price)) row.wrong += 1;
      });
    }
  }
  row.checked = (performance.now() - started) / 1000;
  row.load = loadavg()[0];
}

/** The feed's prices by month, in order; amounts in cents become decimals. */
function readFeed(path) {
  const bytes = readFileSync(path);
  const plain = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  const [header, ...lines] = plain.toString('utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  const byMonth = new Map();
  for (const line of lines) {
    const cells = line.split(',');
    const of = (name) => cells[columns.indexOf(name)];
    const cents = of('price_cents').padStart(3, '0');
    const price = {
      code: of('code'),
      state: of('state'),
      currency: of('currency'),
      price: `${cents.slice(0, -2)}.${cents.slice(-2)}`,
    };
    const month = of('reference_month');
    if (!byMonth.has(month)) byMonth.set(month, []);
    byMonth.get(month).push(price);
  }
  return new Map([...byMonth].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function timed(work) {
  const started = performance.now();
  const value = await work();
  return { value, took: performance.now() - started };
}

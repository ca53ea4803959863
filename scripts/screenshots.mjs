// npm run screenshots -- [part of a picture's name …] [--at http://localhost:3000]
// Photographs the running product into docs/screenshots: one of its own on a free port, or with --at the one that runs there.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBrowser } from './browser.mjs';
import { freePort } from './ports.mjs';
import { startProduct } from './product.mjs';
import { root } from './steps.mjs';

const folder = `${root}/docs/screenshots`;
const password = 'tradeyard-demo';
const desk = { width: 1440, height: 900 };
const hand = { width: 390, height: 844 };

const hearthstone = 'purchaser@hearthstone.example';
const owner = 'owner@ironbridge.example';
const alvorada = 'compras@alvorada.example';

/** What each picture shows: who looks where, on which screen, what must be seen before it is taken, and what is done then. */
const pictures = {
  'storefront-catalogue': {
    who: hearthstone,
    at: '/?category=concrete-masonry-steel',
    see: 'AGG-APS-60',
    act: (page) => page.getByRole('row').nth(4).hover(),
  },
  'storefront-product': { who: hearthstone, at: '/products/MIX-4000-80', see: 'Austin' },
  'storefront-cart': { who: hearthstone, at: '/cart', see: 'MIX-4000-80', before: fillCart },
  'storefront-order': { who: hearthstone, at: '/orders/:partlyShipped', see: 'Austin', before: findPartlyShipped },
  'storefront-catalogue-phone': {
    who: hearthstone,
    at: '/?category=concrete-masonry-steel',
    see: 'AGG-APS-60',
    screen: hand,
  },
  'backoffice-orders': {
    who: owner,
    at: '/backoffice/orders',
    see: 'SO-1060',
    act: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('Space');
    },
  },
  'backoffice-prices': { who: owner, at: '/backoffice/prices?category=cement-lime', see: 'CEM-III-94' },
  'backoffice-revision': {
    who: owner,
    at: '/backoffice/prices/revisions/:table/:revision',
    see: 'CEM-MS-75',
    before: findIncrease,
  },
  'backoffice-simulator': {
    who: owner,
    at: '/backoffice/prices/simulator?company=:company&revision=:revision&line=MIX-4000-80~168&line=BLK-8-STD~540&line=CEM-IL-94~120&line=GYP-12-8~60',
    see: 'GYP-12-8',
    before: findIncrease,
  },
  'backoffice-explain': {
    who: owner,
    at: '/backoffice/explain?company=:company&product=:product&quantity=60',
    see: '$5.14',
    before: findContract,
  },
  'backoffice-roles': { who: owner, at: '/backoffice/roles', see: 'Fulfilment' },
  'backoffice-import': { who: owner, at: '/backoffice/imports/:import', see: 'CEM-NONE', before: sendPrices },
  'backoffice-orders-dark': { who: owner, at: '/backoffice/orders', see: 'SO-1060', dark: true },
  'white-label-catalogue': { who: alvorada, tenant: 'construforte', at: '/', see: 'ADE-850' },
};

const args = process.argv.slice(2);
const at = args.includes('--at') ? args.splice(args.indexOf('--at'), 2)[1] : null;
const wanted = Object.keys(pictures).filter((name) => args.length === 0 || args.some((part) => name.includes(part)));
if (wanted.length === 0) throw new Error(`No picture is called so. There are: ${Object.keys(pictures).join(', ')}`);

const undo = [];
let failed = 0;
try {
  const url = at ?? (await startOwn());
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'],
  });
  undo.push(() => browser.close());
  mkdirSync(folder, { recursive: true });
  for (const name of wanted) {
    try {
      await take(browser, url, name, pictures[name]);
      console.log(`✓ ${name} ${(statSync(`${folder}/${name}.png`).size / 1024).toFixed(0)} kB`);
    } catch (error) {
      failed += 1;
      console.log(`✗ ${name}: ${error.message}`);
    }
  }
} finally {
  while (undo.length > 0) await undo.pop()();
}
const total = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.log(`${wanted.length - failed} taken, ${failed} failed; all pictures together ${(total / 1024).toFixed(0)} kB`);
process.exit(failed > 0 ? 1 : 0);

/** The product on a data folder of its own, that goes with it. */
async function startOwn() {
  const data = mkdtempSync(join(tmpdir(), 'tradeyard-pictures-'));
  undo.push(() => rmSync(data, { recursive: true, force: true }));
  const step = async (name, work) => {
    console.log(`  ${name} …`);
    return await work();
  };
  // Services that were set up for other work are left alone.
  const others = /^(DATABASE_\w+|S3_\w+|SMTP_\w+|JWT_\w+|PORT|HOST|NODE_ENV|npm_lifecycle_event)$/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.test(name)));
  const [seed, demoPassword, say] = ['demo', password, console.log];
  const product = await startProduct({ folder: data, choosePort: freePort, seed, demoPassword, env, step, say });
  undo.push(product.stop);
  return product.url;
}

async function take(browser, url, name, { who, at: address, see, tenant, before, act, screen = desk, dark = false }) {
  const base = tenant ? url.replace('://localhost', `://${tenant}.localhost`) : url;
  const context = await browser.newContext({
    baseURL: base,
    viewport: screen,
    isMobile: screen === hand,
    hasTouch: screen === hand,
    deviceScaleFactor: screen === hand ? 2 : 1,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  try {
    const facts = before ? await before(await apiFor(url, tenant, who)) : {};
    await signIn(await context.newPage(), address.startsWith('/backoffice') ? '/backoffice' : '', who);
    // A page of its own: the one that signed in may have questions that nobody will answer any more.
    const page = await context.newPage();
    const asked = new Set();
    const answered = (request) => asked.delete(request);
    page.on('request', (request) => /\/(api|media)\//.test(request.url()) && asked.add(request));
    page.on('requestfinished', answered).on('requestfailed', answered);
    await page.goto(address.replace(/(?<=[/=]):(\w+)/g, (_, fact) => facts[fact]));
    await page.getByText(see).first().waitFor();
    await settled(page, asked);
    if (act) {
      await act(page);
      await settled(page, asked);
    }
    await save(name, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  } finally {
    await context.close();
  }
}

async function signIn(page, app, who) {
  await page.goto(`${app}/login`);
  await page.locator('input[autocomplete=username]').fill(who);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((to) => !to.pathname.endsWith('/login'));
  await page.close();
}

/** Waits until every question of the page is answered and drawn, with its letters and pictures. */
async function settled(page, asked) {
  const drawn = () =>
    !document.querySelector('[aria-busy="true"]') &&
    document.fonts.status === 'loaded' &&
    [...document.images].every(({ complete, loading }) => complete || loading === 'lazy');
  for (const until = Date.now() + 30_000; ; await pause(50)) {
    if (asked.size === 0 && (await page.evaluate(drawn)) && asked.size === 0) return;
    if (Date.now() > until) throw new Error(`not at rest; asked for ${[...asked].map((one) => one.url()).join(', ')}`);
  }
}

/** Few colours make small files; text stays sharp. */
async function save(name, png) {
  const { default: sharp } = await import('sharp');
  const small = await sharp(png).png({ palette: true, colours: 256, quality: 95, effort: 10, dither: 0.3 }).toBuffer();
  writeFileSync(`${folder}/${name}.png`, small);
}

/** The API as this person. */
async function apiFor(url, tenant, email) {
  const headers = tenant ? { 'x-tenant': tenant } : {};
  const call = async (method, path, body, more = {}) => {
    const json = body !== undefined && typeof body !== 'string';
    const sent = { ...headers, ...(json && { 'content-type': 'application/json' }), ...more };
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: sent,
      body: json ? JSON.stringify(body) : body,
    });
    const { data, error } = await response.json();
    if (error) throw new Error(`${method} ${path}: ${error.code}`);
    return data;
  };
  const { accessToken } = await call('POST', '/auth/login', { email, password });
  headers.authorization = `Bearer ${accessToken}`;
  return call;
}

async function fillCart(call) {
  await call('DELETE', '/cart');
  const lines = [
    { sku: 'MIX-4000-80', quantity: '120' },
    { sku: 'STUD-24-92', quantity: '300' },
    { sku: 'GYP-12-8', quantity: '60' },
    { sku: 'SPF-26-10', quantity: '48' },
    { sku: 'NUT-38', quantity: '200' },
    { sku: 'TAP-FLX-9', quantity: '6' },
  ];
  const { refused } = await call('POST', '/cart/lines/batch', { lines });
  if (refused.length > 0) throw new Error(`not taken into the cart: ${JSON.stringify(refused)}`);
  return {};
}

async function findPartlyShipped(call) {
  const orders = await call('GET', '/orders?pageSize=100');
  return { partlyShipped: orders.find(({ fulfilmentStatus }) => fulfilmentStatus === 'partially_shipped').id };
}

async function findContract(call) {
  const [company] = await call('GET', '/backoffice/companies?search=hearthstone');
  const [product] = await call('GET', '/backoffice/products?search=MIX-4000-80');
  return { company: company.id, product: product.id };
}

/** The increase that somebody works on, and a company it reaches. */
async function findIncrease(call) {
  const [increase] = await call('GET', '/backoffice/price-revisions?search=December%20supplier');
  const [company] = await call('GET', '/backoffice/companies?search=bluefin');
  return { table: increase.tableId, revision: increase.id, company: company.id };
}

/** A check of a price file with mistakes that people make. */
async function sendPrices(call) {
  const rows = [
    'scope,state,company_tax_id,sku,unit,min_quantity,unit_price,currency,valid_from,valid_to',
    'national,,,MIX-4000-80,bag,1,6.95,USD,,',
    'national,,,MIX-4000-80,bag,56,6.60,USD,,',
    'national,,,CEM-NONE,bag,1,12.40,USD,,',
    'state,TX,,GYP-12-8,sheet,1,"13,90",USD,,',
    'state,TX,,STUD-24-92,crate,1,3.95,USD,,',
    'state,TX,,NUT-38,each,10,-0.15,USD,,',
    'national,,,MIX-4000-80,bag,1,7.05,USD,,',
    'state,FL,,SPF-26-8,length,1,6.20,USD,2027-01-01,',
  ];
  const { id } = await call('POST', '/backoffice/imports/prices?dryRun=true', rows.join('\n'), {
    'content-type': 'text/csv',
    'idempotency-key': `pictures-${Date.now()}`,
  });
  return { import: id };
}

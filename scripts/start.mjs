import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { isAlive } from './processes.mjs';
import { isFree, nextFreePort } from './ports.mjs';
import { AlreadyRunning, launcher } from './running.mjs';
import { root } from './steps.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Tradeyard needs Node 20.19 or newer; this is ${process.version}.`);

const watch = process.argv.includes('--watch');
const production = process.env.NODE_ENV === 'production';
const folder = resolve(root, process.env.DATA_DIR || '.data');
const demoPassword = process.env.DEMO_PASSWORD || 'tradeyard-demo';
const seed = process.env.SEED || (production ? 'none' : 'demo');
const began = performance.now();
const say = (line) => console.log(line);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

if (!['demo', 'none'].includes(seed)) fail(`SEED is "${seed}", which is neither demo nor none.`);
if (production && seed === 'demo') fail('SEED=demo is refused in production: the demo people’s password is public.');
if (production)
  refuseMissing(['DATABASE_URL', 'JWT_SECRET', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'SMTP_URL']);

let product;
let stopping = 0;
let frontends = [];
const stop = async (code) => {
  // One Ctrl-C may arrive twice: from the terminal and from npm.
  if (stopping && performance.now() - stopping < 500) return;
  if (stopping) {
    say('Stopping at once.');
    await Promise.race([product?.stop({ now: true }), new Promise((done) => setTimeout(done, 3000))]);
    process.exit(130);
  }
  stopping = performance.now();
  say('\nStopping …');
  // A start that is under way ends by itself: its next step finds that we are stopping.
  await Promise.all(frontends.map((frontend) => frontend.stop()));
  if (product) {
    await product.stop();
    say('Stopped.');
    process.exit(code);
  }
};
process
  .on('SIGINT', () => void stop(0))
  .on('SIGTERM', () => void stop(0))
  .on('SIGHUP', () => void stop(0));

const step = async (name, work) => {
  if (stopping) throw new Error('stopped while starting');
  const since = performance.now();
  const unfinished = setTimeout(() => say(`  ${name} …`), 1500);
  try {
    const result = await work();
    const note = typeof result === 'string' ? `: ${result}` : '';
    say(`✓ ${name}${note} (${seconds(since)})`);
    return result;
  } finally {
    clearTimeout(unfinished);
  }
};

endWith(launcher());
try {
  const { startProduct } = await import('./product.mjs');
  product = await startProduct({ folder, choosePort, seed, demoPassword, step, say, watch });
  if (stopping) {
    await product.stop();
    process.exit(0);
  }
  if (watch) frontends = await (await import('./watch.mjs')).watchSources(product, say);
  announce(product);
} catch (error) {
  if (stopping) process.exit(0);
  fail(error instanceof AlreadyRunning ? error.message : `✗ ${error.message}`);
}

/** A port that was asked for must be free; without one asked for, the next free one from 3000 on will do. */
async function choosePort() {
  const wanted = Number(process.env.PORT || 3000);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    fail(`PORT is "${process.env.PORT}", which is no port.`);
  if (await isFree(wanted)) return wanted;
  if (process.env.PORT)
    fail(`Port ${wanted} is taken by another program. Stop it, or choose another: PORT=${wanted + 1} npm start`);
  const port = await nextFreePort(wanted + 1);
  say(`Port ${wanted} is taken by another program; using ${port}.`);
  return port;
}

function announce({ url, environment }) {
  const { port } = new URL(url);
  const rows = [
    ['Ironbridge Building Supply', `${url}/`],
    ['  its backoffice', `${url}/backoffice`],
    ['Construforte Materiais', `http://construforte.localhost:${port}/`],
    ['  its backoffice', `http://construforte.localhost:${port}/backoffice`],
    ['API description', `${url}/api/docs`],
    ...(environment.MAIL_CATCHER_URL ? [['Mail that was sent', `${url}/dev/mail`]] : []),
    ...frontends.map(({ name, url: at }) => [`${name}, hot reload`, at]),
  ];
  say(`\nTradeyard is up after ${seconds(began)}.\n`);
  for (const [name, address] of rows) say(`  ${name.padEnd(30)}${address}`);
  if (seed === 'demo' && existsSync(`${root}/prisma/seed/seed.mjs`)) {
    say(`\n  Demo people, password ${demoPassword}:`);
    say('    buyer   purchaser@hearthstone.example   (Texas, contract prices)');
    say('    buyer   purchaser@bluefin.example       (Florida, list prices)');
    say('    staff   owner@ironbridge.example        rep@ fulfilment@ manager@ readonly@');
    say('    buyer   compras@alvorada.example        (Construforte, contrato)');
    say('    staff   dono@construforte.example       gerente@ vendas@');
  }
  const shown = isAbsolute(process.env.DATA_DIR ?? '') ? folder : process.env.DATA_DIR || '.data';
  say(`\n  Data and logs are in ${shown}. Ctrl-C stops everything.\n`);
}

/** When npm was killed nobody could stop us any more. */
function endWith(npm) {
  if (!npm) return;
  const watching = setInterval(() => {
    if (isAlive(npm.pid)) return;
    clearInterval(watching);
    if (!stopping) void stop(0);
  }, 2000).unref();
}

function refuseMissing(names) {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) fail(`Production brings its own services and secrets. Not set: ${missing.join(', ')}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

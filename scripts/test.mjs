import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, run, tool, withServices } from './steps.mjs';

// With arguments: only the specs whose path contains one of them, at once and without the rest.
const only = process.argv.slice(2);
const reports = `${root}/test-results`;
const jestArgs = ['--experimental-vm-modules', '--no-warnings', `${root}/node_modules/jest/bin/jest.js`];
const workspaces = ['backend', 'api-client', 'app-kit', 'design-system', 'storefront', 'backoffice', 'e2e'];
const tally = { passed: 0, failed: 0 };
const failures = [];

const cleanUps = [];
let stopping = 0;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    // One Ctrl-C may arrive twice: from the terminal and from npm.
    if (stopping && performance.now() - stopping < 500) return;
    if (stopping) process.exit(130);
    stopping = performance.now();
    console.log('\nStopping …');
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
    process.exit(130);
  });
}

if (only.length > 0) await runSpecs();
else await runEverything();

async function runSpecs() {
  const { generate } = await import('./build.mjs');
  await install();
  await generate();
  try {
    await withServices(() => run(process.execPath, [...jestArgs, ...only]), { cleanUps });
    process.exit(0);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

async function runEverything() {
  const began = performance.now();
  mkdirSync(reports, { recursive: true });
  await step('install', install);
  const { buildChanged, generate } = await import('./build.mjs');
  await step('generate', generate);
  await gates();
  for (const name of ['backend', 'storefront', 'backoffice'])
    await step(`build ${name}`, () => buildChanged({ only: [name] }));
  await suite('unit, contract, HTTP and concurrency tests', specs);
  await suite('browser tests', journeys);

  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
  console.log(`\n${((performance.now() - began) / 60_000).toFixed(1)} minutes\n`);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exit(tally.failed > 0 ? 1 : 0);
}

/** What needs no services: each a process of its own, two at a time, the long ones first. */
async function gates() {
  const sources = workspaces.map((name) => `${name}/src`).filter((path) => existsSync(`${root}/${path}`));
  const description = ['--no-warnings', `${root}/scripts/openapi.mjs`, '--check'];
  const waiting = [
    ['lint', () => tool('eslint', ['--max-warnings=0', '.'], { quiet: true })],
    ['format', () => tool('prettier', ['--check', '--log-level=warn', '.'], { quiet: true })],
    ...workspaces
      .filter((workspace) => existsSync(`${root}/${workspace}/tsconfig.json`))
      .map((name) => [`types of ${name}`, () => tool('tsc', ['--noEmit', '-p', `${root}/${name}`], { quiet: true })]),
    ['boundaries', () => tool('depcruise', [...sources, '--config', '.dependency-cruiser.mjs'], { quiet: true })],
    ['API description', () => run(process.execPath, description, { quiet: true })],
  ];
  const inTurn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await step(...next);
  };
  await Promise.all([inTurn(), inTurn()]);
}

/** One check of its own; its failure is told and the others go on. */
async function step(name, work) {
  const since = performance.now();
  try {
    await work();
    count({ passed: 1, failed: 0 });
    console.log(`✓ ${name} ${secondsSince(since)}`);
  } catch (error) {
    fail(name, error, since);
  }
}

/** A suite counts each of its tests; one that could not run counts as a failure itself. */
async function suite(name, work) {
  const since = performance.now();
  try {
    const { passed, failed } = await work();
    if (passed + failed === 0) throw new Error('nothing ran');
    count({ passed, failed });
    if (failed > 0) failures.push(`${name}: ${failed}`);
    console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed, ${secondsSince(since)}`);
  } catch (error) {
    fail(name, error, since);
  }
}

function fail(name, error, since) {
  count({ passed: 0, failed: 1 });
  failures.push(name);
  console.log(`✗ ${name} ${secondsSince(since)}\n${error.message.replace(/^/gm, '    ')}`);
}

function count({ passed, failed }) {
  tally.passed += passed;
  tally.failed += failed;
}

/** Every spec of every workspace, on services of their own; a spec file that could not be loaded is one failure. */
function specs() {
  const report = `${reports}/specs.json`;
  rmSync(report, { force: true });
  return withServices(
    async () => {
      await run(process.execPath, [...jestArgs, '--json', `--outputFile=${report}`]).catch(() => {});
      const result = JSON.parse(readFileSync(report, 'utf8'));
      const unloaded = result.testResults.filter(
        (file) => file.status === 'failed' && file.assertionResults.every(isFine),
      );
      const skipped = result.numPendingTests + result.numTodoTests;
      return { passed: result.numPassedTests, failed: result.numFailedTests + unloaded.length + skipped };
    },
    { cleanUps },
  );
}

function isFine({ status }) {
  return status !== 'failed';
}

/** The journeys, in a real browser, against the product as it is started for people, on a port and data of its own. */
async function journeys() {
  const config = `${root}/e2e/playwright.config.ts`;
  if (!existsSync(config)) throw new Error('there is no e2e/playwright.config.ts');
  const { findBrowser } = await import('./browser.mjs');
  const { freePort } = await import('./ports.mjs');
  const { startProduct } = await import('./product.mjs');
  const browser = await findBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'tradeyard-e2e-'));
  const quietly = async (_name, work) => await work();
  const env = withoutServices(process.env);
  const demoPassword = 'journey-through-the-yard';
  const report = `${reports}/journeys.json`;
  rmSync(report, { force: true });
  let product;
  const end = async () => {
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  cleanUps.push(end);
  try {
    product = await startProduct({
      folder,
      choosePort: freePort,
      seed: 'demo',
      demoPassword,
      env,
      step: quietly,
      say: console.log,
    });
    const settings = {
      BASE_URL: product.url,
      MAILBOX_URL: product.environment.MAIL_CATCHER_URL,
      OWNER_URL: product.ownerUrl,
      DEMO_PASSWORD: demoPassword,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    await tool('playwright', ['test', '-c', config, '--reporter=line,json'], { env: settings }).catch(() => {});
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
  } finally {
    cleanUps.splice(cleanUps.indexOf(end), 1);
    await end();
  }
}

/** Journeys never touch services that were set up for other work. */
function withoutServices(env) {
  const named =
    /^(DATABASE_\w+|S3_\w+|SMTP_\w+|JWT_\w+|OWNER_URL|MAILBOX_URL|LOG_LEVEL|NODE_ENV|HOST|npm_lifecycle_event)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !named.test(name)));
}

function secondsSince(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

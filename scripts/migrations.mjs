import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const schemas = fileURLToPath(new URL('../prisma/schema', import.meta.url));
const migrations = fileURLToPath(new URL('../prisma/migrations', import.meta.url));
const filters = { externalTables: [], externalEnums: [] };
const schemaNow = () =>
  readdirSync(schemas).map((name) => ({ path: name, content: readFileSync(join(schemas, name), 'utf8') }));

/** Brings the database up to the last migration; Prisma's own table remembers which ones ran. */
export async function applyMigrations(url) {
  const engine = await schemaEngine(url);
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(), filters });
  await prepareJobQueues(url);
  return appliedMigrationNames;
}

/** The job queue keeps a schema of its own; the application may use it, only the owner may change it. */
async function prepareJobQueues(url) {
  const { default: PgBoss } = await import('pg-boss');
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  await boss.start();
  for (const queue of ['imports', 'tasks']) await boss.createQueue(queue);
  await boss.stop({ graceful: false });

  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`
    GRANT USAGE ON SCHEMA pgboss TO app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO app`);
  await owner.end();
}

/** Writes the SQL that leads from the committed schema to the edited one; review it before committing. */
export async function draftMigration(name, url) {
  const engine = await schemaEngine(url);
  const committed = git('ls-tree', '--name-only', 'HEAD', 'prisma/schema/')
    .split('\n')
    .filter(Boolean)
    .map((path) => ({ path, content: git('show', `HEAD:./${path}`) }));
  const { stdout } = await engine.diff({
    from: committed.length ? { tag: 'schemaDatamodel', files: committed } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: schemaNow() },
    script: true,
    exitCode: null,
    filters,
  });
  const folder = join(migrations, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), stdout);
  return folder;
}

function git(...args) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

function migrationsList() {
  const lock = join(migrations, 'migration_lock.toml');
  return {
    baseDir: migrations,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    migrationDirectories: readdirSync(migrations, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(join(migrations, name, 'migration.sql'), 'utf8') },
        },
      })),
  };
}

async function schemaEngine(url) {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const glue = await (loadedEngine ??= loadEngine());
  const factory = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg({ connectionString: url })));
  const datamodels = schemaNow().map(({ path, content }) => [path, content]);
  return glue.SchemaEngine.new({ datamodels }, () => {}, factory);
}

let loadedEngine;

/** Once per process: a second instance behind the same glue would be handed what belongs to the first. */
async function loadEngine() {
  const panics = [];
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => panics.push(message), get: () => panics.at(-1) };
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

/** The stock adapter splits a script at every semicolon, which breaks function bodies; PostgreSQL takes it whole. */
function wholeScripts(factory) {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => void (await adapter.underlyingDriver().query(script));
    return adapter;
  };
  return factory;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [name] = process.argv.slice(2);
  if (!name) throw new Error('usage: npm run db:draft -- <what_changes>');
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres();
  console.log(await draftMigration(name, postgres.ownerUrl));
  await postgres.stop();
  process.exit(0);
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { unlessMade } from './cache.mjs';
import { root, tool } from './steps.mjs';

const generated = /openapi\.metadata\.ts$/;

/** Writes what the sources import and git ignores: Prisma's client, Swagger's metadata and the API client's types. */
export async function generate() {
  await unlessMade(
    'prisma-client',
    {
      from: ['prisma/schema', 'prisma.config.ts', 'package-lock.json'],
      result: 'backend/src/shared/infrastructure/prisma/client.ts',
    },
    () => tool('prisma', ['generate'], { env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }, quiet: true }),
  );
  await unlessMade(
    'swagger-metadata',
    {
      from: ['backend/src', 'scripts/swagger-metadata.mjs', 'package-lock.json'],
      skip: generated,
      result: 'backend/src/openapi.metadata.ts',
    },
    async () => (await import('./swagger-metadata.mjs')).writeSwaggerMetadata(),
  );
  await unlessMade(
    'client-types',
    {
      from: ['api-client/openapi.json', 'scripts/client-types.mjs', 'package-lock.json'],
      result: 'api-client/src/schema.d.ts',
    },
    async () => (await import('./client-types.mjs')).writeClientTypes(),
  );
}

/** Compiles backend/src, file by file, without looking at types. */
export async function buildBackend(to = `${root}/backend/dist`) {
  const sources = readdirSync(`${root}/backend/src`, { recursive: true }).filter((path) =>
    /(?<!\.spec)\.ts$/.test(path),
  );
  rmSync(to, { recursive: true, force: true });
  for (const path of sources) await buildBackendFile(path, to);
}

/** Compiles one file of backend/src, named from there. */
export async function buildBackendFile(path, to = `${root}/backend/dist`) {
  const { transformFile } = await import('@swc/core');
  const target = `${to}/${path.replace(/\.ts$/, '.js')}`;
  const { code, map } = await transformFile(`${root}/backend/src/${path}`, {
    configFile: `${root}/backend/.swcrc`,
    sourceMaps: true,
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
  writeFileSync(`${target}.map`, map);
}

export const apps = ['storefront', 'backoffice'];

/** Builds what changed since it was last built; says what that was. */
export async function buildChanged({ only = ['backend', ...apps] } = {}) {
  const built = [];
  const once = async (name, inputs, work) => {
    if (only.includes(name) && (await unlessMade(`${name}-dist`, inputs, work))) built.push(name);
  };
  await once(
    'backend',
    {
      from: ['backend/src', 'backend/.swcrc', 'scripts/build.mjs', 'package-lock.json'],
      result: 'backend/dist/main.js',
    },
    () => buildBackend(),
  );
  const shared = ['design-system/src', 'app-kit/src', 'api-client/src', 'scripts/build.mjs', 'package-lock.json'];
  for (const app of apps.filter((name) => existsSync(`${root}/${name}/index.html`))) {
    const own = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((path) => `${app}/${path}`);
    await once(app, { from: [...own, ...shared], result: `${app}/dist/index.html` }, () => buildApp(app));
  }
  return built;
}

/** Builds one of the two apps for browsers, with its files compressed beside them. */
export async function buildApp(app) {
  await tool('vite', ['build', '--logLevel', 'warn'], { cwd: `${root}/${app}`, quiet: true });
  await compressFiles(`${root}/${app}/dist`);
}

async function compressFiles(folder) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
  for (const path of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|svg|json|txt)$/.test(path)) continue;
    const content = readFileSync(join(folder, path));
    if (content.length < 1024) continue;
    writeFileSync(join(folder, `${path}.br`), await promisify(brotliCompress)(content, quality));
    writeFileSync(join(folder, `${path}.gz`), await promisify(gzip)(content, { level: 9 }));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const only = process.argv.slice(2);
  await generate();
  console.log(`Built: ${(await buildChanged(only.length > 0 ? { only } : {})).join(', ') || 'nothing changed'}`);
}

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { committedDocument, writeClientTypes } from './client-types.mjs';
import { buildBackend, generate } from './build.mjs';
import { install } from './install.mjs';
import { root } from './steps.mjs';

/** The document the code describes right now, as text; needs no running service. */
async function describe() {
  const folder = `${root}/backend/.cache/describe-${process.pid}`;
  // Nothing is contacted: the application is put together, never started.
  const settings = { NODE_ENV: 'test', LOG_LEVEL: 'silent', JWT_SECRET: 'unused-while-describing-the-api-0123456789' };
  const services = { DATABASE_URL: 'postgresql://127.0.0.1/none', SMTP_URL: 'smtp://127.0.0.1' };
  const store = { S3_ENDPOINT: 'http://127.0.0.1', S3_ACCESS_KEY_ID: 'none', S3_SECRET_ACCESS_KEY: 'none-at-all' };
  for (const [name, value] of Object.entries({ ...settings, ...services, ...store })) process.env[name] ??= value;
  try {
    await buildBackend(folder);
    const [{ createApp }, { describeApi }] = [
      await import(pathToFileURL(`${folder}/app.js`).href),
      await import(pathToFileURL(`${folder}/openapi.js`).href),
    ];
    const document = await describeApi(await createApp());
    return `${JSON.stringify(document, null, 2)}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await install();
  await generate();
  const document = await describe();
  if (process.argv.includes('--check')) {
    const fresh = existsSync(committedDocument) && readFileSync(committedDocument, 'utf8') === document;
    if (!fresh) console.error('api-client/openapi.json is not what the code describes; run: npm run api');
    process.exit(fresh ? 0 : 1);
  }
  writeFileSync(committedDocument, document);
  await writeClientTypes();
  console.log(`${Object.keys(JSON.parse(document).paths).length} paths written to api-client/openapi.json`);
  process.exit(0);
}

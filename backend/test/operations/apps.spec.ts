import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Api } from '../support/api.js';
import { asOwner, aShop, type Shop } from '../support/shop.js';

let api: Api;
let shop: Shop;
let folder: string;

const script = "document.documentElement.dataset.theme = 'dark';";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tradeyard-apps-'));
  for (const app of ['storefront', 'backoffice']) {
    mkdirSync(join(folder, app, 'assets'), { recursive: true });
    const page = `<!doctype html><html lang="en" data-density="roomy"><head><title>Tradeyard</title><script>${script}</script></head><body>${app}</body></html>`;
    writeFileSync(join(folder, app, 'index.html'), page);
    writeFileSync(join(folder, app, 'assets/index-abc123.js'), `console.info('${app}')`);
    writeFileSync(join(folder, app, 'assets/index-abc123.js.br'), brotliCompressSync(`console.info('${app}')`));
    writeFileSync(join(folder, app, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  }
  process.env.TRUST_PROXY = '1';
  process.env.STOREFRONT_DIST = join(folder, 'storefront');
  process.env.BACKOFFICE_DIST = join(folder, 'backoffice');
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  await asOwner((owner) =>
    owner.query(
      "update identity.tenant set name = 'A & B <Supply>', brand_color = '#0a7d4f', locale = 'pt-BR' where id = $1",
      [shop.tenantId],
    ),
  );
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

const navigation = { accept: 'text/html,application/xhtml+xml' };

/** Like `fetch`, which would not let a test choose the host it asks for. */
function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; headers: http.IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    http
      .get(`${api.url}${path}`, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            headers: response.headers,
          }),
        );
      })
      .on('error', reject);
  });
}

describe('the apps', () => {
  it.each([
    ['/', 'storefront'],
    ['/orders/123?tab=history', 'storefront'],
    ['/products/CEM.50', 'storefront'],
    ['/backofficer', 'storefront'],
    ['/backoffice', 'backoffice'],
    ['/backoffice/', 'backoffice'],
    ['/backoffice/orders?status=placed', 'backoffice'],
  ])('%s is a page of the %s, never cached', async (path, app) => {
    const { status, text, headers } = await get(path, navigation);
    expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(text).toContain(`<body>${app}</body>`);
  });

  it.each([
    ['/assets/index-abc123.js', 'public, max-age=31536000, immutable'],
    ['/backoffice/assets/index-abc123.js', 'public, max-age=31536000, immutable'],
    ['/mark.svg', 'no-cache'],
  ])('%s is a file with cache-control %s', async (path, expected) => {
    const { status, headers } = await get(path);
    expect([status, headers['cache-control']]).toEqual([200, expected]);
  });

  it('sends what was compressed at build time to who takes it', async () => {
    const { headers } = await get('/assets/index-abc123.js', { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], headers['content-type']]).toEqual([
      'br',
      expect.stringContaining('javascript'),
    ]);
  });

  it.each(['/assets/gone-000000.js', '/api/v1/nowhere', '/media/nowhere', '/dev/mail', '/dev/nowhere'])(
    'never answer %s with a page',
    async (path) => {
      const { status, text } = await get(path, { ...navigation, host: `${shop.slug}.localhost` });
      expect([status, text]).toEqual([404, expect.not.stringContaining('<html')]);
    },
  );

  it('leave the operators’ addresses alone', async () => {
    const answers = await Promise.all(['/healthz', '/readyz', '/metrics'].map((path) => get(path, navigation)));
    expect(answers.map(({ status, text }) => [status, text.includes('<html')])).toEqual(Array(3).fill([200, false]));
  });

  it('do not answer a script’s request for data with a page', async () => {
    expect((await get('/orders', { accept: 'application/json' })).status).toBe(404);
  });
});

describe('a page', () => {
  it('comes in the name, language and colour of the store at its address', async () => {
    const { text } = await get('/', { ...navigation, host: `${shop.slug}.localhost` });
    expect(text).toContain(
      `<html lang="pt-BR" data-tenant="${shop.slug}" style="--tenant-brand:#0a7d4f" data-density="roomy">`,
    );
    expect(text).toContain('<title>A &#38; B &#60;Supply&#62;</title>');
  });

  it('comes as it was built where there is no such store', async () => {
    const { status, text } = await get('/', { ...navigation, host: 'nobody.localhost' });
    expect([status, text]).toEqual([200, expect.stringContaining('<html lang="en" data-density="roomy">')]);
  });

  it('may load its own files and the object store’s, its own inline script, and stand in no frame', async () => {
    const { headers } = await get('/', navigation);
    const policy = headers['content-security-policy'] as string;
    const store = new URL(process.env.S3_ENDPOINT ?? '').origin;
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]+=*';/);
    expect(policy).toContain(`connect-src 'self' ${store};`);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('says HTTPS is to stay only where it came over HTTPS', async () => {
    const plain = await get('/', navigation);
    const secure = await get('/', { ...navigation, 'x-forwarded-proto': 'https' });
    expect([plain, secure].map(({ headers }) => headers['strict-transport-security'])).toEqual([
      undefined,
      'max-age=31536000; includeSubDomains',
    ]);
  });
});

describe('the API', () => {
  it('carries the safe headers on every answer', async () => {
    const { headers } = await get('/api/v1/nowhere');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });

  it('hands out its own description, and pages that need nobody else to read it', async () => {
    const host = { host: `${shop.slug}.localhost` };
    const document = JSON.parse((await get('/api/openapi.json', host)).text) as object;
    expect(document).toMatchObject({ openapi: '3.1.0', components: { schemas: { Failure: {} } } });
    const { text } = await get('/api/docs', host);
    const files = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(await Promise.all(files.map(async (path) => (await get(path, host)).status))).toEqual([200, 200, 200]);
  });
});

import sharp from 'sharp';
import type { UploadTicketView } from '../../src/catalog/http/image.dto.js';
import type { BackProductView } from '../../src/catalog/http/product.dto.js';
import { newId } from '../../src/shared/ids.js';
import { Housekeeping } from '../../src/shared/infrastructure/housekeeping.js';
import { ObjectStorage } from '../../src/shared/object-storage.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, type Shop } from '../support/shop.js';
import { strangersRefused } from './refusals.js';

let api: Api;
let shop: Shop;
let storage: ObjectStorage;
let png: Buffer;

beforeAll(async () => {
  api = await Api.start();
  storage = api.app.get(ObjectStorage, { strict: false });
  png = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c2410c' } })
    .png()
    .toBuffer();
});
beforeEach(async () => (shop = await aShop()));
afterAll(() => api.stop());

const ask = (file: object) => api.call<UploadTicketView>(shop, shop.staffToken, 'POST', '/backoffice/uploads', file);
const imagesPath = () => `/backoffice/products/${shop.cementId}/images`;
const confirm = (key: string, productId = shop.cementId) =>
  api.call<BackProductView>(shop, shop.staffToken, 'POST', `/backoffice/products/${productId}/images`, { key });

/** Asks for a place for a file that is said to be so, and sends these bytes there. */
async function upload(bytes: Buffer, said: { contentType?: string; size?: number } = {}): Promise<UploadTicketView> {
  const { status, body } = await ask({ fileName: 'bag.png', contentType: 'image/png', size: bytes.length, ...said });
  expect(status).toBe(201);
  const ticket = body.data!;
  const sent = await fetch(ticket.url, { method: ticket.method, headers: ticket.headers, body: new Uint8Array(bytes) });
  expect(sent.status).toBe(200);
  return ticket;
}

const codeOf = ({ status, body }: Awaited<ReturnType<typeof confirm>>) => `${status} ${body.error?.code ?? 'ok'}`;

it('a picture goes from upload to thumbnails to everybody', async () => {
  const ticket = await upload(png);
  expect(new Date(ticket.expiresAt).getTime()).toBeGreaterThan(Date.now() + 10 * 60_000);
  const { status, body } = await confirm(ticket.key);
  expect(status).toBe(201);
  expect(body.data?.images).toEqual([
    { id: expect.any(String) as string, url: body.data?.imageUrl, thumbnailUrl: null, smallUrl: null },
  ]);
  expect(await storage.head(ticket.key)).toBeNull();

  await api.settle(shop);
  const { body: later } = await api.call<BackProductView>(
    shop,
    shop.staffToken,
    'GET',
    `/backoffice/products/${shop.cementId}`,
  );
  const [image] = later.data?.images ?? [];
  expect(later.data?.thumbnailUrl).toBe(image?.thumbnailUrl);

  const picture = await fetch(api.url + image?.url);
  expect([
    ...['content-type', 'cache-control', 'x-content-type-options'].map((name) => picture.headers.get(name)),
  ]).toEqual(['image/png', 'public, max-age=31536000, immutable', 'nosniff']);
  expect(Buffer.from(await picture.arrayBuffer()).equals(png)).toBe(true);
  for (const [url, width] of [
    [image?.smallUrl, 96],
    [image?.thumbnailUrl, 480],
  ] as const) {
    const thumbnail = await fetch(api.url + url);
    expect(thumbnail.headers.get('content-type')).toBe('image/webp');
    expect((await sharp(await thumbnail.arrayBuffer()).metadata()).width).toBe(width);
  }
});

describe('a file is refused, and its object removed,', () => {
  it('when it was never sent', async () => {
    const { body } = await ask({ fileName: 'a.png', contentType: 'image/png', size: 10 });
    expect(codeOf(await confirm(body.data?.key ?? ''))).toBe('422 image.not_uploaded');
  });

  it('when it is larger or smaller than announced', async () => {
    for (const size of [png.length - 1, png.length + 1]) {
      const { key } = await upload(png, { size });
      expect(codeOf(await confirm(key))).toBe('422 image.wrong_size');
      expect(await storage.head(key)).toBeNull();
      expect(codeOf(await confirm(key))).toBe('404 upload.not_found');
    }
  });

  it('when it lies about its type', async () => {
    const liars: [Buffer, string][] = [
      [png, 'image/jpeg'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'image/png'],
      [Buffer.from('GIF89a and some more bytes to look at'), 'image/webp'],
    ];
    for (const [bytes, contentType] of liars) {
      const { key } = await upload(bytes, { contentType });
      expect(codeOf(await confirm(key))).toBe('422 image.wrong_type');
      expect(await storage.head(key)).toBeNull();
    }
  });

  it('when it turns out to be broken, as soon as thumbnails are made', async () => {
    const { key } = await upload(png.subarray(0, 300));
    const { body } = await confirm(key);
    const stored = (body.data?.images[0]?.url ?? '').replace('/media/', '');
    expect(await storage.head(stored)).not.toBeNull();
    await api.settle(shop);
    const product = await api.call<BackProductView>(
      shop,
      shop.staffToken,
      'GET',
      `/backoffice/products/${shop.cementId}`,
    );
    expect([product.body.data?.images, product.body.data?.imageUrl]).toEqual([[], null]);
    expect(await storage.head(stored)).toBeNull();
    const { rows } = await asOwner((owner) =>
      owner.query(`select action from identity.audit_entry where entity_id = $1 order by id`, [shop.cementId]),
    );
    expect(rows).toContainEqual({ action: 'product.image_broken' });
  });
});

describe('a key', () => {
  it('is good once, for its own tenant, until it expires', async () => {
    const { key } = await upload(png);
    const other = await aShop();
    const foreign = await api.call(other, other.staffToken, 'POST', `/backoffice/products/${other.cementId}/images`, {
      key,
    });
    expect([foreign.status, foreign.body.error?.code]).toEqual([404, 'upload.not_found']);
    expect(codeOf(await confirm(key, newId()))).toBe('404 product.not_found');
    const both = await Promise.all([confirm(key), confirm(key)]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(codeOf(await confirm(key))).toBe('422 upload.already_used');

    const late = await upload(png);
    await asOwner((owner) =>
      owner.query(`update catalog.upload set expires_at = now() - interval '1 second' where key = $1`, [late.key]),
    );
    expect(codeOf(await confirm(late.key))).toBe('422 upload.expired');
  });

  it('that nobody handed out is refused', async () => {
    const made = `${shop.tenantId}/uploads/${newId()}.png`;
    await storage.put(made, png, 'image/png');
    expect(codeOf(await confirm(made))).toBe('404 upload.not_found');
    expect(codeOf(await confirm('../../etc/passwd'))).toBe('404 upload.not_found');
  });
});

it.each([
  [{ fileName: 'a.gif', contentType: 'image/gif', size: 10 }, 422, 'upload.type_not_accepted'],
  [{ fileName: 'a.svg', contentType: 'image/svg+xml', size: 10 }, 422, 'upload.type_not_accepted'],
  [{ fileName: 'a.png', contentType: 'image/png', size: 8 * 1024 * 1024 + 1 }, 422, 'upload.too_large'],
  [{ fileName: 'a.png', contentType: 'image/png', size: 0 }, 400, 'request.invalid'],
  [{ fileName: '', contentType: 'image/png', size: 10 }, 400, 'request.invalid'],
  [{ contentType: 'image/png' }, 400, 'request.invalid'],
])('no place is handed out for %j', async (file, status, code) => {
  const answer = await ask(file);
  expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
});

it('pictures are put in order and taken away', async () => {
  const { key: first } = await upload(png);
  const { key: second } = await upload(png);
  await confirm(first);
  const { body } = await confirm(second);
  const [one, two] = (body.data?.images ?? []).map(({ id }) => id);
  const call = (method: string, path: string, sent?: object) =>
    api.call<BackProductView>(shop, shop.staffToken, method, imagesPath() + path, sent);

  const swapped = await call('PATCH', '', { imageIds: [two, one] });
  expect(swapped.body.data?.images.map(({ id }) => id)).toEqual([two, one]);
  expect(swapped.body.data?.imageUrl).toBe(swapped.body.data?.images[0]?.url);
  expect((await call('PATCH', '', { imageIds: [one, one] })).body.error?.code).toBe('image.order_incomplete');

  const removed = await call('DELETE', `/${two}`);
  expect(removed.body.data?.images.map(({ id }) => id)).toEqual([one]);
  expect(removed.body.data?.imageUrl).toBe(removed.body.data?.images[0]?.url);
  expect((await fetch(api.url + swapped.body.data?.imageUrl)).status).toBe(404);
  expect((await call('DELETE', `/${two}`)).body.error?.code).toBe('image.not_found');
});

it('nothing else is served from the object storage', async () => {
  const { key } = await upload(png);
  const paths = [key, `${shop.tenantId}/images/${newId()}.png`, 'reports/errors.csv', '..%2F..%2Fetc%2Fpasswd', ''];
  const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${api.url}/media/${path}`)).status));
  expect(statuses).toEqual(paths.map(() => 404));
});

it('pictures are the business of staff who may', async () => {
  const closed = { nobody: 401, buyer: 403, staff: 403 };
  const file = { fileName: 'a.png', contentType: 'image/png', size: 10 };
  expect(await strangersRefused(api, shop, 'POST', '/backoffice/uploads', file)).toEqual({ ...closed, foreigner: 201 });
  expect(await strangersRefused(api, shop, 'POST', imagesPath(), { key: 'x' })).toEqual({ ...closed, foreigner: 404 });
  expect(await strangersRefused(api, shop, 'PATCH', imagesPath(), { imageIds: [] })).toEqual({
    ...closed,
    foreigner: 404,
  });
  expect(await strangersRefused(api, shop, 'DELETE', `${imagesPath()}/${newId()}`)).toEqual({
    ...closed,
    foreigner: 404,
  });
});

it('what was uploaded and never used is gone a day after it expired, and nothing else', async () => {
  const [old, fresh, used] = [await upload(png), await upload(png), await upload(png)];
  const { body } = await confirm(used.key);
  await asOwner((owner) =>
    owner.query(`update catalog.upload set expires_at = now() - interval '25 hours' where key = any($1)`, [
      [old.key, used.key],
    ]),
  );
  await api.app.get(Housekeeping, { strict: false }).tidyTenant(shop.tenantId);
  expect([await storage.head(old.key), (await storage.head(fresh.key))?.size]).toEqual([null, png.length]);
  expect(codeOf(await confirm(old.key))).toBe('404 upload.not_found');
  expect(codeOf(await confirm(fresh.key))).toBe('201 ok');
  expect((await fetch(`${api.url}${body.data?.imageUrl}`, { headers: { 'x-tenant': shop.slug } })).status).toBe(200);
});

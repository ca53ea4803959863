import { Api } from '../support/api.js';
import { aShop, aToken, type Shop } from '../support/shop.js';

let api: Api;
let shop: Shop;

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
});
afterAll(() => api.stop());

describe('operations', () => {
  it.each(['/healthz', '/readyz'])('%s answers when all is well', async (path) => {
    const response = await fetch(`${api.url}${path}`);
    expect([response.status, (await response.json()) as object]).toMatchObject([200, { error: null }]);
  });

  it('/metrics speaks Prometheus', async () => {
    const text = await (await fetch(`${api.url}/metrics`)).text();
    expect(text).toContain('http_request_duration_seconds');
  });
});

describe('every answer', () => {
  it('carries its request id in the header and in the envelope', async () => {
    const { headers, body } = await api.call(shop, null, 'GET', '/nowhere');
    expect(body).toMatchObject({ data: null, error: { code: 'request.not_found' } });
    expect(headers.get('x-request-id')).toBe(body.meta.requestId);
  });

  it('keeps a request id the caller brought, when it is one', async () => {
    const given = '01939f3e-7c00-7000-8000-000000000001';
    const { body } = await api.call(shop, null, 'GET', '/nowhere', undefined, { 'x-request-id': given });
    expect(body.meta.requestId).toBe(given);
  });

  it('is 404 where there is no such store', async () => {
    const { status, body } = await api.call({ slug: 'nobody' }, null, 'GET', '/nowhere');
    expect([status, body.error?.code]).toEqual([404, 'tenant.not_found']);
  });
});

describe('a token', () => {
  it('that somebody else signed, or of another tenant, is refused', async () => {
    const other = await aShop();
    const answers = await Promise.all([
      api.call(shop, `${shop.token.slice(0, -3)}abc`, 'GET', '/auth/me'),
      api.call(shop, other.token, 'GET', '/auth/me'),
      api.call(
        shop,
        aToken({ tenantId: shop.tenantId, sub: shop.buyerId, kind: 'buyer', companyId: shop.companyId, epoch: 7 }),
        'GET',
        '/auth/me',
      ),
    ]);
    expect(answers.map(({ status, body }) => [status, body.error?.code])).toEqual([
      [401, 'auth.invalid_token'],
      [401, 'auth.wrong_tenant'],
      [401, 'auth.token_stale'],
    ]);
  });
});

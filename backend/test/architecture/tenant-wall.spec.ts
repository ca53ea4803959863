import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '../../src/openapi.js';
import { newId } from '../../src/shared/ids.js';
import { Api } from '../support/api.js';
import { type Call, callsOf } from './tenant-wall/calls.js';
import { changedTables, type Rows, rowsOf, Secrets, seenBy } from './tenant-wall/evidence.js';
import { aFurnishedShop, type FurnishedShop } from './tenant-wall/furnished-shop.js';

/** Routes of no tenant, and those that are asked apart. */
const beside = ['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /media/*'];

let api: Api;
let routes: string[];
let document: OpenAPIObject;
let theirs: FurnishedShop;
let own: FurnishedShop;
let before: Rows;
let secrets: Secrets;
let calls: Call[];

beforeAll(async () => {
  routes = [];
  api = await Api.start((app) => {
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((verb) => `${verb} ${url}`)));
  });
  document = await describeApi(api.app);
  theirs = await aFurnishedShop(api);
  own = await aFurnishedShop(api);
  before = await rowsOf(theirs.shop.tenantId);
  secrets = Secrets.of(before, await rowsOf(own.shop.tenantId), [theirs.mark, theirs.shop.slug]);
  calls = callsOf(document, own.named, theirs.named).calls.filter(({ path }) => path.startsWith('/api/v1/'));
}, 60_000);
afterAll(() => api.stop());

interface Heard {
  readonly call: Call;
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

/** Makes a call in a shop, as somebody who may do everything there unless a token says otherwise. */
async function ask(call: Call, { shop }: FurnishedShop, token?: string): Promise<Heard> {
  const { route, method, path, query, headers } = call;
  const mine = route.includes('/backoffice/') ? shop.staffToken : shop.token;
  const signedIn = route.includes('/auth/') && !route.endsWith('/me') && !token ? null : (token ?? mine);
  const said = {
    'idempotency-key': newId(),
    'x-forwarded-for': `10.9.${calls.length % 250}.${Date.now() % 250}`,
    ...headers,
  };
  const csv: Record<string, string> = typeof call.body === 'string' ? { 'content-type': 'text/csv' } : {};
  const body = await upToDate(call.body, shop, token ?? mine);
  const address = `${path.replace('/api/v1', '')}${query && `?${query}`}`;
  const { status, body: answer } = await api.call(shop, signedIn, method, address, body, { ...said, ...csv });
  return { call, status, code: answer.error?.code, text: JSON.stringify(answer) };
}

/** An order must name the cart as it is now, or it is refused before anything else is looked at. */
async function upToDate(body: unknown, shop: FurnishedShop['shop'], token: string): Promise<unknown> {
  if (typeof body !== 'object' || body === null || !('cartVersion' in body)) return body;
  const cart = await api.call<{ version: number }>(shop, token, 'GET', '/cart');
  return { ...body, cartVersion: cart.body.data?.version ?? 1 };
}

/** Routes by which a shop may give its own things whatever names it likes, another shop's among them. */
const naming =
  /^(POST|PATCH) .*\/backoffice\/(products|branches|categories|companies|staff|buyer-tiers|trade-codes|price-tables)(\/\{id\})?$/;

/** Reads, then writes, those that give names and those that remove things last; then the reads again. */
const inOrder = (some: readonly Call[]): Call[] => {
  const turn = ({ method, route }: Call) =>
    method === 'GET' ? 0 : method === 'DELETE' ? 3 : naming.test(route) ? 2 : 1;
  return [0, 1, 2, 3, 0].flatMap((now) => some.filter((call) => turn(call) === now));
};

/** Makes all calls in a shop; words that it took up as its own may be heard again. */
async function askAll(some: readonly Call[], where: FurnishedShop): Promise<{ heard: Heard[]; told: string[] }> {
  const [heard, told, taken]: [Heard[], string[], string[]] = [[], [], []];
  for (const call of inOrder(some)) {
    const answer = await ask(call, where);
    heard.push(answer);
    const words = secrets.toldBy(answer.text, [...call.said, ...taken]);
    if (words.length > 0) told.push(`${call.route} ${call.path}?${call.query} told ${words.join(', ')}`);
    if (call.method !== 'GET' && answer.status < 300) taken.push(...call.said.filter((word) => !isId(word)));
  }
  return { heard, told };
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

describe('the wall between tenants', () => {
  it('is tried on every route there is', () => {
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = routes.filter((route) => !route.startsWith('HEAD ') && !route.startsWith('OPTIONS '));
    expect(served.length).toBeGreaterThan(100);
    expect(served.filter((route) => !described.includes(route) && !beside.includes(route))).toEqual([]);
    expect(callsOf(document, own.named, theirs.named).uncovered).toEqual([]);
  });

  it('lets nothing through: no answer tells of the other tenant, and nothing of theirs is changed', async () => {
    const { heard, told } = await askAll(calls, own);
    await api.settle(own.shop);
    expect(told).toEqual([]);
    expect(heard.filter(({ status }) => status >= 500).map(nameOf)).toEqual([]);
    expect(heard.filter(({ code }) => code === 'request.invalid').map(nameOf)).toEqual([]);
    const reached = new Set(
      heard.filter(({ status }) => status !== 401 && status !== 403).map(({ call }) => call.route),
    );
    const signIns = ['POST /api/v1/auth/login', 'POST /api/v1/auth/refresh'];
    expect(calls.map(({ route }) => route).filter((route) => !reached.has(route) && !signIns.includes(route))).toEqual(
      [],
    );
    expect(changedTables(before, await rowsOf(theirs.shop.tenantId))).toEqual([]);
    const taken = Object.entries(await rowsOf(own.shop.tenantId)).filter(([, rows]) =>
      secrets.toldBy(rows.join('\n'), []).some(isId),
    );
    expect(taken.map(([table]) => table)).toEqual([]);
  }, 120_000);

  it.each(['staff', 'buyer'] as const)('knows no %s token of the other tenant', async (side) => {
    const token = side === 'staff' ? theirs.shop.staffToken : theirs.shop.token;
    const once = new Map(calls.map((call) => [call.route, call]));
    for (const call of once.values()) {
      const { status, code } = await ask(call, own, token);
      expect([call.route, status, code]).toEqual([call.route, 401, 'auth.wrong_tenant']);
    }
    expect(changedTables(before, await rowsOf(theirs.shop.tenantId))).toEqual([]);
  });

  it('stands in the database itself, in every table', async () => {
    const ofTheirs = Object.fromEntries(Object.entries(before).map(([table, { length }]) => [table, length]));
    expect(Object.keys(ofTheirs).filter((table) => ofTheirs[table] === 0)).toEqual([]);
    expect(await seenBy(theirs.shop.tenantId)).toEqual(ofTheirs);
    expect([await seenBy(null), await seenBy(''), await seenBy(newId())]).toEqual([{}, {}, {}]);
  });

  it('shows no picture of the other tenant', async () => {
    const statusOf = async (slug: string) =>
      (await fetch(`${api.url}/media/${theirs.named.media}`, { headers: { 'x-tenant': slug } })).status;
    expect([await statusOf(theirs.shop.slug), await statusOf(own.shop.slug)]).toEqual([200, 404]);
  });
});

const nameOf = ({ call, status, text }: Heard): string => `${call.route} ${call.path}?${call.query} ${status} ${text}`;

describe('these specs would notice', () => {
  const withRoute = (path: string, operation: object): OpenAPIObject => ({
    ...document,
    paths: { [path]: { post: { responses: {}, ...operation } } },
  });
  const uncovered = (described: OpenAPIObject) => callsOf(described, own.named, theirs.named).uncovered;
  const bodyOf = (schema: object) => ({ requestBody: { content: { 'application/json': { schema } } } });

  it('a route with a path or a query nobody gave a value, or a body nobody wrote', () => {
    expect(uncovered(withRoute('/api/v1/cranes/{id}', {}))).toEqual([
      'POST /api/v1/cranes/{id}: nothing to say for cranes/{id}',
    ]);
    expect(uncovered(withRoute('/api/v1/cart', { parameters: [{ name: 'craneId', in: 'query' }] }))).toEqual([
      'POST /api/v1/cart: nothing to say for ?craneId',
    ]);
    expect(uncovered(withRoute('/api/v1/cranes', bodyOf({ type: 'object' })))).toEqual([
      'POST /api/v1/cranes: no body to send',
    ]);
  });

  it('a body that says nothing in a field that points at something', () => {
    const schema = { properties: { cartVersion: {}, payment: { properties: { craneId: {} } } } };
    expect(uncovered(withRoute('/api/v1/orders', bodyOf(schema)))).toEqual([
      'POST /api/v1/orders: nothing to say for craneId of the body',
    ]);
  });

  it('an answer that tells what the asker had not said', async () => {
    const search = calls.find(({ path, query }) => path.endsWith('/catalog/products') && query.includes('CEM-50'));
    const detail = calls.find(({ route, path }) => route.endsWith('/catalog/products/{id}') && path.endsWith('CEM-50'));
    for (const call of [search, detail]) {
      if (!call) throw new Error('the catalogue is not asked');
      const { text } = await ask(call, theirs);
      expect(secrets.toldBy(text, call.said)).toContain(theirs.named.product);
    }
    expect(secrets.toldBy(`{"email":"${theirs.named.email}"}`, [])).toEqual([theirs.shop.slug]);
    expect(secrets.toldBy(`{"sku":"${theirs.named.sku}"}`, [theirs.named.sku])).toEqual([]);
    expect(secrets.size).toBeGreaterThan(60);
  });

  it('a change to a row of theirs, of whatever table', async () => {
    const clear = calls.find(({ route }) => route === 'DELETE /api/v1/cart');
    if (!clear) throw new Error('the cart is not cleared');
    await ask(clear, theirs);
    expect(changedTables(before, await rowsOf(theirs.shop.tenantId))).toEqual(['orders.cart', 'orders.cart_line']);
  });
});

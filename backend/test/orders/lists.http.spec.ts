import type {
  CartFilledFromListView,
  KeptListView,
  ListSummaryView,
  ListView,
} from '../../src/orders/http/list.dto.js';
import { newId } from '../../src/shared/ids.js';
import type { Answer } from '../support/api.js';
import { Api } from '../support/api.js';
import { asOwner, aShop, aToken, type Shop } from '../support/shop.js';
import { aBuyerToken, aStranger, code, fillCatalog, repriceCement, Shopping, statementsSent } from './shopping.js';

let api: Api;
let shop: Shop;
let shopping: Shopping;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await aShop();
  shopping = new Shopping(api, shop);
});

const save = (body: object) => shopping.buyer<KeptListView>('POST', '/lists', body);
const show = (id: string) => shopping.buyer<ListView>('GET', `/lists/${id}`);
const all = (query = '') => shopping.buyer<ListSummaryView[]>('GET', `/lists${query}`);
const toCart = (id: string, body: object = {}) =>
  shopping.buyer<CartFilledFromListView>('POST', `/lists/${id}/add-to-cart`, body);

function given<T>({ body }: Answer<T>): T {
  if (!body.data) throw new Error(JSON.stringify(body.error));
  return body.data;
}

/** A list of ten bags of cement and 2.5 m³ of sand. */
const aSlab = async (name = 'Slab'): Promise<KeptListView> =>
  given(
    await save({
      name,
      lines: [
        { productId: shop.cementId, quantity: '10' },
        { sku: 'SND-01', quantity: '2.5', note: 'dry' },
      ],
    }),
  );
const told = ({ lines }: Pick<ListView, 'lines'>) =>
  lines.map(({ sku, unit, quantity }) => `${quantity} ${unit} ${sku}`);

describe('POST /lists', () => {
  it('keeps lines under a name, and says where', async () => {
    const answer = await save({ name: '  Slab ', lines: [{ sku: 'CEM-50', quantity: '10', note: 'dry' }] });
    expect(answer.status).toBe(201);
    const list = given(answer);
    expect(answer.headers.get('location')).toBe(`/api/v1/lists/${list.id}`);
    expect(list).toMatchObject({
      ...{ name: 'Slab', version: 1, currency: 'USD', stateCode: 'TX', subtotal: '399.00', problems: [], refused: [] },
      createdBy: { id: shop.buyerId, name: 'Test Person' },
      updatedBy: { id: shop.buyerId, name: 'Test Person' },
      lines: [{ sku: 'CEM-50', unit: 'bag', quantity: '10', note: 'dry', unitPrice: '39.9000', lineTotal: '399.00' }],
    });
  });

  it('keeps the good lines and says what is wrong with each other', async () => {
    const list = given(
      await save({
        name: 'Slab',
        lines: [
          { sku: 'NONE', quantity: '1' },
          { sku: 'CEM-50', quantity: '2' },
          { sku: 'CEM-50', quantity: '1.5' },
          { sku: 'CEM-50', unit: 'truck', quantity: '1' },
          { sku: 'CEM-50', quantity: '3' },
          { sku: 'SND-01', quantity: '0' },
        ],
      }),
    );
    expect(told(list)).toEqual(['5 bag CEM-50']);
    expect(list.refused.map(({ index, error }) => [index, error.code])).toEqual([
      [0, 'product.not_found'],
      [2, 'cart.quantity_off_step'],
      [3, 'cart.unit_not_sold'],
      [5, 'quantity.not_positive'],
    ]);
  });

  it('takes the cart as it is, and leaves it so', async () => {
    await shopping.addCement('10');
    const cart = given(await shopping.add({ sku: 'SND-01', quantity: '2.5', note: 'dry' }));
    const list = given(await save({ name: 'From the cart', from: 'cart' }));
    expect(told(list)).toEqual(['10 bag CEM-50', '2.5 m3 SND-01']);
    expect(list.lines[1]?.note).toBe('dry');
    expect(given(await shopping.cart())).toEqual(cart);
  });

  it('takes the lines of an order, also those that are not sold any more', async () => {
    const order = await shopping.placed();
    await asOwner((owner) =>
      owner.query(`update catalog.product set status = 'archived' where id = $1`, [shop.sandId]),
    );
    const list = given(await save({ name: 'As before', from: { orderId: order.id } }));
    expect(told(list)).toEqual(['10 bag CEM-50', '2.5 m3 SND-01']);
    expect(list.problems).toMatchObject([{ code: 'not_offered', reason: 'not_sold' }]);
  });

  it('may be empty', async () => {
    expect(given(await save({ name: 'Later' }))).toMatchObject({ lines: [], subtotal: '0.00' });
  });

  it('refuses what there is nothing of', async () => {
    expect(code(await save({ name: 'Slab', from: 'cart' }))).toEqual([422, 'order.cart_empty']);
    expect(code(await save({ name: 'Slab', from: { orderId: newId() } }))).toEqual([404, 'order.not_found']);
    const order = await shopping.placed();
    const theirs = await api.call(shop, await aStranger(shop), 'POST', '/lists', {
      ...{ name: 'Slab', from: { orderId: order.id } },
    });
    expect(code(theirs)).toEqual([404, 'order.not_found']);
  });

  it.each([
    ['no name', {}],
    ['an empty name', { name: '  ' }],
    ['a long name', { name: 'x'.repeat(81) }],
    ['another source', { name: 'Slab', from: 'wishes' }],
    ['a source with more to it', { name: 'Slab', from: { orderId: newId(), all: true } }],
    ['an order that is none', { name: 'Slab', from: { orderId: '7' } }],
    ['two beginnings', { name: 'Slab', from: 'cart', lines: [{ sku: 'CEM-50', quantity: '1' }] }],
    ['a field nobody knows', { name: 'Slab', colour: 'red' }],
    ['too many lines', { name: 'Slab', lines: Array.from({ length: 1001 }, () => ({ sku: 'C', quantity: '1' })) }],
  ])('refuses %s', async (_what, body) => {
    expect(code(await save(body))).toEqual([400, 'request.invalid']);
  });

  it('has each name once, however it is written', async () => {
    await aSlab();
    const { status, body } = await save({ name: 'SLAB' });
    expect([status, body.error?.code, body.error?.details]).toEqual([409, 'list.name_taken', { name: 'SLAB' }]);
  });

  it('of two at once with the same name keeps one', async () => {
    const answers = await Promise.all(['Slab', 'slab', 'SLAB', 'sLAB'].map((name) => save({ name })));
    expect(answers.map(code).sort()).toEqual([[201, undefined], ...Array(3).fill([409, 'list.name_taken'])]);
    expect(given(await all())).toHaveLength(1);
  });

  it('gives a company two hundred lists, and not one more, however many ask at once', async () => {
    await asOwner((owner) =>
      owner.query(
        `insert into orders.saved_list (tenant_id, id, company_id, name, created_by, created_by_name, created_at,
                                        updated_by, updated_by_name, updated_at)
         select $1, uuidv7(), $2, 'List ' || n, $3, 'Bo', now(), $3, 'Bo', now() from generate_series(1, 198) n`,
        [shop.tenantId, shop.companyId, shop.buyerId],
      ),
    );
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => save({ name })));
    const kept = answers.filter(({ status }) => status === 201);
    expect(kept).toHaveLength(2);
    const refused = answers.find(({ status }) => status !== 201);
    expect(refused && [code(refused), refused.body.error?.details]).toEqual([[422, 'list.too_many'], { limit: 200 }]);
  });
});

describe('GET /lists', () => {
  it("shows the company's lists to all its buyers, the one changed last first, page by page", async () => {
    const [one, two] = [await aSlab('One'), await aSlab('Two')];
    await shopping.buyer('PATCH', `/lists/${one.id}`, { name: 'One, changed' });
    const { status, body } = await all('?pageSize=1');
    expect([status, body.meta.page]).toEqual([200, { number: 1, size: 1, total: 2 }]);
    expect(body.data).toMatchObject([
      { id: one.id, name: 'One, changed', lineCount: 2, updatedBy: { id: shop.buyerId, name: 'Test Person' } },
    ]);
    expect(given(await all('?pageSize=1&page=2')).map(({ id }) => id)).toEqual([two.id]);

    const colleague = aBuyerToken(shop, {});
    const seen = await api.call<ListSummaryView[]>(shop, colleague, 'GET', '/lists');
    expect(given(seen).map(({ id }) => id)).toEqual([one.id, two.id]);
    const stranger = await api.call<ListSummaryView[]>(shop, await aStranger(shop), 'GET', '/lists');
    expect(given(stranger)).toEqual([]);
  });
});

describe('GET /lists/:id', () => {
  it('shows each line at the price of this very moment, with its badge and stock', async () => {
    const { id } = await aSlab();
    await repriceCement(shop, '41');
    const list = given(await show(id));
    expect(list).toMatchObject({
      subtotal: '710.00',
      lines: [
        {
          ...{
            sku: 'CEM-50',
            unitPrice: '41.0000',
            lineTotal: '410.00',
            source: 'company',
            badge: { code: 'contract' },
          },
          availability: { status: 'in_stock', available: '1400' },
          units: [{ code: 'bag' }, { code: 'pallet' }],
        },
        { sku: 'SND-01', note: 'dry', unitPrice: '120.0000', lineTotal: '300.00' },
      ],
      problems: [],
    });
    expect(list.lines[0]?.priceChangedFrom).toBeUndefined();
  });

  it('names what is not sold any more, and counts it for nothing', async () => {
    const { id } = await aSlab();
    await asOwner(async (owner) => {
      await owner.query('delete from pricing.price_entry where product_id = $1', [shop.cementId]);
      await owner.query(`update catalog.product set status = 'archived' where id = $1`, [shop.sandId]);
    });
    expect(given(await show(id))).toMatchObject({
      subtotal: '0.00',
      lines: [
        { sku: 'CEM-50', name: 'Cement CP II 50 kg', unitPrice: null, lineTotal: null },
        { sku: 'SND-01', name: 'Washed sand', unitPrice: null, lineTotal: null },
      ],
      problems: [
        { code: 'not_offered', reason: 'no_price' },
        { code: 'not_offered', reason: 'not_sold' },
      ],
    });
  });

  it("is priced for where the buyer's cart goes", async () => {
    const { id } = await aSlab();
    await asOwner(async (owner) => {
      await owner.query(`update identity.job_site set state_code = 'FL' where id = $1`, [shop.jobSiteId]);
      await owner.query('delete from pricing.price_entry where table_id = $1', [shop.tables.company]);
    });
    expect(given(await show(id))).toMatchObject({ stateCode: 'TX', lines: [{ unitPrice: '40.0000' }, {}] });
    await shopping.buyer('PATCH', '/cart', { jobSiteId: shop.jobSiteId });
    expect(given(await show(id))).toMatchObject({ stateCode: 'FL', lines: [{ unitPrice: '42.0000' }, {}] });
  });

  it('sends as few statements for 500 lines as for one', async () => {
    const { id: short } = given(await save({ name: 'Short', lines: [{ sku: 'CEM-50', quantity: '1' }] }));
    const ids = await fillCatalog(shop, 500);
    const lines = ids.map((productId) => ({ productId, quantity: '1' }));
    const { id: long } = given(await save({ name: 'Long', lines }));
    await show(short);
    const forOne = await statementsSent(() => show(short));
    expect(given(await show(long)).lines).toHaveLength(500);
    expect(await statementsSent(() => show(long))).toBe(forOne);
    expect(forOne).toBeLessThanOrEqual(9);
  });
});

describe('PATCH /lists/:id', () => {
  it('gives it another name', async () => {
    const { id, version } = await aSlab();
    const answer = await shopping.buyer<ListView>('PATCH', `/lists/${id}`, { name: 'Garage slab', version });
    expect([answer.status, answer.body.data?.name, answer.body.data?.version]).toEqual([200, 'Garage slab', 2]);
    expect(told(given(answer))).toEqual(['10 bag CEM-50', '2.5 m3 SND-01']);
    const written = await shopping.buyer<ListView>('PATCH', `/lists/${id}`, { name: 'GARAGE slab' });
    expect(written.body.data?.name).toBe('GARAGE slab');
  });

  it('refuses a name that is taken, and a list that changed meanwhile', async () => {
    const [one, two] = [await aSlab('One'), await aSlab('Two')];
    const rename = (body: object) => shopping.buyer('PATCH', `/lists/${two.id}`, body);
    expect(code(await rename({ name: one.name.toUpperCase() }))).toEqual([409, 'list.name_taken']);
    await shopping.buyer('POST', `/lists/${two.id}/lines`, { sku: 'CEM-50', quantity: '1' });
    const stale = await rename({ name: 'Three', version: two.version });
    expect([code(stale), stale.body.error?.details]).toEqual([[409, 'list.stale'], { version: 2 }]);
    expect(code(await rename({ name: '' }))).toEqual([400, 'request.invalid']);
    expect(code(await rename({ name: null }))).toEqual([400, 'request.invalid']);
  });
});

describe('the lines of a list', () => {
  it('grow by what is added, the same product and unit as one', async () => {
    const { id } = await aSlab();
    const add = (line: object) => shopping.buyer<ListView>('POST', `/lists/${id}/lines`, line);
    const answer = await add({ sku: 'CEM-50', quantity: '5' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/api/v1/lists/${id}`);
    const list = given(await add({ productId: shop.cementId, unit: 'pallet', quantity: '1', note: 'on top' }));
    expect(told(list)).toEqual(['15 bag CEM-50', '2.5 m3 SND-01', '1 pallet CEM-50']);
    expect(code(await add({ sku: 'NONE', quantity: '1' }))).toEqual([404, 'product.not_found']);
    expect(code(await add({ sku: 'CEM-50', quantity: '0.5' }))).toEqual([422, 'cart.quantity_off_step']);
    expect(code(await add({ sku: 'CEM-50', quantity: '-1' }))).toEqual([422, 'quantity.not_positive']);
    expect(code(await add({ sku: 'CEM-50' }))).toEqual([400, 'request.invalid']);
    expect(code(await add({ sku: 'CEM-50', quantity: '1', version: 1 }))).toEqual([409, 'list.stale']);
    expect(told(given(await show(id)))).toEqual(told(list));
  });

  it('all get in when many add at once', async () => {
    const { id } = await aSlab();
    const lines = [1, 2, 3, 4, 5].map(() => ({ sku: 'CEM-50', quantity: '1' }));
    const answers = await Promise.all(lines.map((line) => shopping.buyer('POST', `/lists/${id}/lines`, line)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(told(given(await show(id)))).toEqual(['15 bag CEM-50', '2.5 m3 SND-01']);
  });

  it('change quantity, unit and note, and go', async () => {
    const { id, lines } = await aSlab();
    const [cement, sand] = lines;
    const change = (lineId = '', body: object) =>
      shopping.buyer<ListView>('PATCH', `/lists/${id}/lines/${lineId}`, body);
    const changed = given(await change(cement?.id, { quantity: '2', unit: 'pallet', note: 'by crane' }));
    expect(told(changed)).toEqual(['2 pallet CEM-50', '2.5 m3 SND-01']);
    expect(changed.lines[0]?.note).toBe('by crane');
    expect(code(await change(sand?.id, { quantity: '2.3' }))).toEqual([422, 'cart.quantity_off_step']);
    expect(code(await change(sand?.id, { quantity: '2', version: 1 }))).toEqual([409, 'list.stale']);
    expect(code(await change(newId(), { quantity: '2' }))).toEqual([404, 'list.line_not_found']);

    const remove = (lineId = '', query = '') =>
      shopping.buyer<ListView>('DELETE', `/lists/${id}/lines/${lineId}${query}`);
    expect(code(await remove(sand?.id, '?version=1'))).toEqual([409, 'list.stale']);
    expect(told(given(await remove(sand?.id)))).toEqual(['2 pallet CEM-50']);
    expect(code(await remove(sand?.id))).toEqual([404, 'list.line_not_found']);
  });
});

describe('DELETE /lists/:id', () => {
  it('forgets the list, and frees its name', async () => {
    const { id, version } = await aSlab();
    const remove = (query = '') => shopping.buyer('DELETE', `/lists/${id}${query}`);
    expect(code(await remove('?version=7'))).toEqual([409, 'list.stale']);
    expect((await remove(`?version=${version}`)).body.data).toEqual({ done: true });
    expect(code(await show(id))).toEqual([404, 'list.not_found']);
    expect(code(await remove())).toEqual([404, 'list.not_found']);
    await aSlab();
  });
});

describe('POST /lists/:id/add-to-cart', () => {
  it('puts the list into the cart at today’s prices, to what is there already', async () => {
    const { id } = await aSlab();
    await shopping.addCement('1');
    const answer = await toCart(id);
    expect(answer.status).toBe(200);
    expect(told(given(answer))).toEqual(['11 bag CEM-50', '2.5 m3 SND-01']);
    expect(given(answer)).toMatchObject({ subtotal: '738.90', refused: [] });
    expect(given(await shopping.cart()).lines).toEqual(given(answer).lines);
  });

  it('puts in the lines that are chosen, and names those that cannot be bought', async () => {
    const { id, lines } = await aSlab();
    const [cement, sand] = lines.map((line) => line.id);
    expect(told(given(await toCart(id, { lineIds: [sand] })))).toEqual(['2.5 m3 SND-01']);
    await shopping.buyer('DELETE', '/cart');
    await asOwner((owner) =>
      owner.query(`update catalog.product set status = 'archived' where id = $1`, [shop.sandId]),
    );
    const filled = given(await toCart(id, { lineIds: [cement, sand] }));
    expect(told(filled)).toEqual(['10 bag CEM-50']);
    expect(filled.refused).toMatchObject([{ index: 1, lineId: sand, error: { code: 'price.not_offered' } }]);
  });

  it('refuses lines the list does not have', async () => {
    const { id } = await aSlab();
    expect(code(await toCart(id, { lineIds: [newId()] }))).toEqual([404, 'list.line_not_found']);
    expect(code(await toCart(id, { lineIds: [] }))).toEqual([400, 'request.invalid']);
    expect(given(await shopping.cart()).lines).toEqual([]);
  });
});

describe('lists are', () => {
  const routes = (id: string, line: string): [method: string, path: string, body?: object][] => [
    ['GET', `/lists/${id}`],
    ['PATCH', `/lists/${id}`, { name: 'Mine' }],
    ['DELETE', `/lists/${id}`],
    ['POST', `/lists/${id}/lines`, { sku: 'CEM-50', quantity: '1' }],
    ['PATCH', `/lists/${id}/lines/${line}`, { quantity: '1' }],
    ['DELETE', `/lists/${id}/lines/${line}`],
    ['POST', `/lists/${id}/add-to-cart`, {}],
  ];

  it('not there for another company or another store', async () => {
    const list = await aSlab();
    const elsewhere = await aShop();
    const stranger = await aStranger(shop);
    for (const [method, path, body] of routes(list.id, list.lines[0]?.id ?? '')) {
      const ofCompany = await api.call(shop, stranger, method, path, body);
      const ofTenant = await api.call(elsewhere, elsewhere.token, method, path, body);
      expect([method, path, code(ofCompany), code(ofTenant)]).toEqual([
        ...[method, path, [404, 'list.not_found'], [404, 'list.not_found']],
      ]);
    }
    expect(given(await show(list.id))).toMatchObject({ name: 'Slab', version: 1 });
  });

  it('for buyers who fill carts', async () => {
    const list = await aSlab();
    const viewer = aBuyerToken(shop, { permissions: ['catalogue.view', 'order.view'] });
    const every = [...routes(list.id, list.lines[0]?.id ?? ''), ['GET', '/lists'], ['POST', '/lists', { name: 'A' }]];
    for (const [method, path, body] of every as [string, string, object?][]) {
      const statuses = [
        (await api.call(shop, null, method, path, body)).status,
        (await api.call(shop, viewer, method, path, body)).status,
        (await api.call(shop, shop.staffToken, method, path, body)).status,
      ];
      expect([method, path, statuses]).toEqual([method, path, [401, 403, 403]]);
    }
  });
});

describe('GET /backoffice/companies/:id/lists', () => {
  const ofCompany = (id: string) => shopping.staff<ListSummaryView[]>('GET', `/companies/${id}/lists`);

  it('shows staff the lists of that company', async () => {
    const list = await aSlab();
    const { status, body } = await ofCompany(shop.companyId);
    expect([status, body.meta.page]).toEqual([200, { number: 1, size: 24, total: 1 }]);
    expect(body.data).toMatchObject([{ id: list.id, name: 'Slab', lineCount: 2, updatedBy: { name: 'Test Person' } }]);
    expect(given(await ofCompany(shop.otherCompanyId))).toEqual([]);
    const elsewhere = await aShop();
    expect(code(await ofCompany(elsewhere.companyId))).toEqual([404, 'company.not_found']);
  });

  it('is for staff who may look at companies', async () => {
    const path = `/backoffice/companies/${shop.companyId}/lists`;
    const { tenantId, staffId: sub } = shop;
    const token = aToken({ tenantId, sub, kind: 'staff', permissions: ['price.read'] });
    const statuses = [null, token, shop.token].map(async (each) => (await api.call(shop, each, 'GET', path)).status);
    expect(await Promise.all(statuses)).toEqual([401, 403, 403]);
  });
});

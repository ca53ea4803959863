import { newId } from '../../src/shared/ids.js';
import type { Permission } from '../../src/shared/permissions.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, aToken, insertRows, type Shop } from '../support/shop.js';

interface Cost {
  productId: string;
  sku: string;
  unitCost: string | null;
  validFrom: string | null;
  validTo: string | null;
  enteredBy: string | null;
  floor: string | null;
}
interface Past {
  unitCost: string;
  validFrom: string | null;
  validTo: string | null;
  holds: boolean;
}
interface Changed {
  accepted: number;
  refused: { index: number; error: { code: string } }[];
}
interface Import {
  status: string;
  rows: { created: number; updated: number; unchanged: number; rejected: number };
  errors: { row: number; column: string; code: string; value?: string }[];
}

let api: Api;
let shop: Shop;

beforeAll(async () => {
  api = await Api.start();
});
beforeEach(async () => {
  shop = await aShop();
});
afterAll(() => api.stop());

const call = <T = unknown>(method: string, path: string, body?: unknown, token: string | null = shop.staffToken) =>
  api.call<T>(shop, token, method, `/backoffice${path}`, body);
const tokenWith = (...permissions: Permission[]) =>
  aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions });
const put = (...changes: object[]) => call<Changed>('PUT', '/costs', { changes });
const listed = async (query = ''): Promise<Cost[]> => (await call<Cost[]>('GET', `/costs?${query}`)).body.data ?? [];
const costOf = async (sku: string, at = ''): Promise<string | null | undefined> =>
  (await listed(at && `at=${at}`)).find((cost) => cost.sku === sku)?.unitCost;
const history = async (productId: string) => (await call<Past[]>('GET', `/costs/${productId}/history`)).body.data ?? [];

describe('what goods cost', () => {
  it('stands beside every product, with who entered it', async () => {
    expect((await put({ sku: 'CEM-50', unitCost: '31.5' })).body.data).toMatchObject({ accepted: 1, refused: [] });
    const costs = await listed();
    expect(costs.map(({ sku, unitCost, enteredBy }) => [sku, unitCost, enteredBy])).toEqual([
      ['CEM-50', '31.5000', 'Test Person'],
      ['BRK-14', null, null],
      ['LAD-06', null, null],
      ['SND-01', null, null],
    ]);
    expect((await listed('missing=true')).map(({ sku }) => sku)).toEqual(['BRK-14', 'LAD-06', 'SND-01']);
    expect((await listed('search=sand')).map(({ sku }) => sku)).toEqual(['SND-01']);
  });

  it('holds since ever when it is the first, from now on afterwards; what was said before stays in the history', async () => {
    await put({ sku: 'CEM-50', unitCost: '30' });
    await put({ sku: 'CEM-50', unitCost: '32' });
    const told = await history(shop.cementId);
    expect(told.map(({ unitCost, validTo, holds }) => [unitCost, validTo, holds])).toEqual([
      ['32.0000', null, true],
      ['30.0000', null, false],
    ]);
    expect([told[0]?.validFrom === null, told[1]?.validFrom]).toEqual([false, null]);
    expect([await costOf('CEM-50'), await costOf('CEM-50', '2026-01-01')]).toEqual(['32.0000', '30.0000']);
    await put({ sku: 'CEM-50', unitCost: '32' });
    expect(await history(shop.cementId)).toHaveLength(2);
  });

  it('holds over the time that is said, and the one that begins last wins', async () => {
    await put({ sku: 'CEM-50', unitCost: '30' });
    await put({ sku: 'CEM-50', unitCost: '33', validFrom: '2027-01-01', validTo: '2027-02-01' });
    expect(await costOf('CEM-50')).toBe('30.0000');
    expect(await costOf('CEM-50', '2027-01-15')).toBe('33.0000');
    expect(await costOf('CEM-50', '2027-02-01')).toBe('30.0000');
  });

  it('is read as somebody writes it', async () => {
    const answer = await call<Changed>('PUT', '/costs', {
      locale: 'pt-BR',
      changes: [
        { sku: 'CEM-50', unitCostText: ' 1.234,50 ' },
        { sku: 'SND-01', unitCostText: 'about ten' },
      ],
    });
    expect(answer.body.data?.refused.map(({ index, error }) => [index, error.code])).toEqual([[1, 'price.unreadable']]);
    expect(await costOf('CEM-50')).toBe('1234.5000');
  });

  it('refuses each bad one by its place and keeps the others', async () => {
    const { body } = await put(
      { sku: 'NOPE', unitCost: '1' },
      { sku: 'CEM-50', unitCost: '-1' },
      { sku: 'CEM-50', unitCost: '1.00001' },
      { sku: 'CEM-50', unitCost: '1,5' },
      { sku: 'CEM-50' },
      { sku: 'CEM-50', unitCost: '1', validFrom: '2027-01-02', validTo: '2027-01-01' },
      { sku: 'CEM-50', unitCost: '1', validTo: '2020-01-01' },
      { productId: newId(), unitCost: '1' },
      { productId: shop.sandId, unitCost: '0' },
    );
    expect(body.data?.accepted).toBe(1);
    expect(body.data?.refused.map(({ index, error }) => [index, error.code])).toEqual([
      [0, 'product.not_found'],
      [1, 'cost.negative'],
      [2, 'cost.too_precise'],
      [3, 'cost.invalid'],
      [4, 'cost.not_given'],
      [5, 'cost.empty_window'],
      [6, 'cost.empty_window'],
      [7, 'product.not_found'],
    ]);
    expect(await costOf('SND-01')).toBe('0.0000');
  });

  it('is taken back entry by entry, and what was said otherwise holds again', async () => {
    await put({ sku: 'CEM-50', unitCost: '30' });
    await put({ sku: 'CEM-50', unitCost: '33', validFrom: '2026-01-01', validTo: '2027-06-01' });
    const remove = (validFrom = '') =>
      call('DELETE', `/costs/${shop.cementId}/history${validFrom && `?validFrom=${validFrom}`}`);
    expect(await costOf('CEM-50')).toBe('33.0000');
    expect((await remove('2026-01-01T00:00:00.000Z')).status).toBe(200);
    expect([await costOf('CEM-50'), await history(shop.cementId)]).toEqual([
      '30.0000',
      [expect.objectContaining({ unitCost: '30.0000', validFrom: null, holds: true })],
    ]);
    expect((await remove()).status).toBe(200);
    expect([await costOf('CEM-50'), await history(shop.cementId)]).toEqual([null, []]);
    const again = await remove();
    expect([again.status, again.body.error?.code]).toEqual([404, 'cost.not_found']);
  });

  it('is entered again as it was: since ever beside later ones, and over a time that is past', async () => {
    await put({ sku: 'CEM-50', unitCost: '33', validFrom: '2026-06-01' });
    const { body } = await put({ sku: 'CEM-50', unitCost: '30', validFrom: null, validTo: '2026-03-01' });
    expect(body.data).toMatchObject({ accepted: 1, refused: [] });
    const told = await history(shop.cementId);
    expect(told.map(({ unitCost, validFrom, validTo }) => [unitCost, validFrom, validTo])).toEqual([
      ['33.0000', '2026-06-01T00:00:00.000Z', null],
      ['30.0000', null, '2026-03-01T00:00:00.000Z'],
    ]);
    await put({ sku: 'SND-01', unitCost: '1' }, { sku: 'SND-01', unitCost: '2', validFrom: null });
    expect((await history(shop.sandId)).map(({ unitCost }) => unitCost)).toEqual(['2.0000']);
  });

  it('is taken back by who may edit costs, of the own products only, and the audit says so without the figure', async () => {
    await put({ sku: 'CEM-50', unitCost: '31.87' });
    const path = `/costs/${shop.cementId}/history`;
    expect((await call('DELETE', path, undefined, tokenWith('cost.read', 'price.publish'))).status).toBe(403);
    expect((await call('DELETE', path, undefined, null)).status).toBe(401);
    expect((await call('DELETE', `${path}?validFrom=soon`)).status).toBe(400);
    const stranger = await aShop();
    const elsewhere = await api.call(stranger, stranger.staffToken, 'DELETE', `/backoffice${path}`);
    expect([elsewhere.status, elsewhere.body.error?.code]).toEqual([404, 'product.not_found']);
    const removed = await call('DELETE', path, undefined, tokenWith('cost.edit'));
    expect([removed.status, JSON.stringify(removed.body)]).toEqual([200, expect.not.stringContaining('31.87')]);
    const told = await call<{ action: string }[]>('GET', '/audit?entity=product_cost');
    expect(told.body.data?.map(({ action }) => action)).toContain('cost.removed');
    expect(JSON.stringify(told.body)).not.toContain('31.87');
  });

  it('is for those who may see costs', async () => {
    const rep = tokenWith('price.read', 'price.edit', 'price.publish', 'tenant.edit', 'import.run');
    const answers = [
      await call('GET', '/costs', undefined, rep),
      await call('GET', `/costs/${shop.cementId}/history`, undefined, rep),
      await call('GET', '/margin-floors', undefined, rep),
      await call('PUT', '/costs', { changes: [{ sku: 'CEM-50', unitCost: '1' }] }, tokenWith('cost.read')),
      await call('PUT', '/margin-floors', { floors: [] }, tokenWith('cost.read')),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    const { body } = await call('GET', `/costs/${newId()}/history`);
    expect(body.error?.code).toBe('product.not_found');
  });

  it('is no number of the audit, which others read', async () => {
    await put({ sku: 'CEM-50', unitCost: '31.87' });
    const [entry] = await asOwner(
      async (owner) =>
        (
          await owner.query(
            `select a::text as text from identity.audit_entry a where action = 'cost.changed' and tenant_id = $1`,
            [shop.tenantId],
          )
        ).rows as { text: string }[],
    );
    expect(entry?.text).toContain(shop.cementId);
    expect(entry?.text).not.toContain('31.87');
  });
});

describe('a file of costs', () => {
  const send = async (csv: string, token = shop.staffToken): Promise<Import> => {
    const headers = { 'content-type': 'text/csv' };
    const { body } = await api.call<{ id: string }>(shop, token, 'POST', '/backoffice/imports/costs', csv, headers);
    await api.settle(shop);
    return (await call<Import>('GET', `/imports/${body.data?.id}`)).body.data as Import;
  };

  it('says costs from now on or over a time, and the same file twice changes nothing', async () => {
    await put({ sku: 'CEM-50', unitCost: '30' });
    const csv =
      'sku,cost,currency,valid_from,valid_to\nCEM-50,31,USD,,\nSND-01,80.5,,,\nBRK-14,0.4,usd,2027-01-01,2027-07-01\n';
    expect(await send(csv)).toMatchObject({
      status: 'done',
      rows: { created: 2, updated: 1, unchanged: 0, rejected: 0 },
    });
    expect([await costOf('CEM-50'), await costOf('CEM-50', '2026-01-01')]).toEqual(['31.0000', '30.0000']);
    expect([await costOf('BRK-14'), await costOf('BRK-14', '2027-03-01')]).toEqual([null, '0.4000']);
    expect(await send(csv)).toMatchObject({ rows: { created: 0, updated: 0, unchanged: 3 } });
    const [latest] = await history(shop.cementId);
    await put({ sku: 'CEM-50', unitCost: '31.5', validFrom: latest?.validFrom });
    expect([await costOf('CEM-50'), (await history(shop.cementId)).length]).toEqual(['31.5000', 2]);
    expect(await send('sku,cost,valid_from\nCEM-50,29,0001-01-01\n')).toMatchObject({ rows: { updated: 1 } });
    expect(await costOf('CEM-50', '2026-01-01')).toBe('29.0000');
  });

  it('is refused row by row, and the report repeats no cost', async () => {
    const done = await send(
      'sku,cost,currency,valid_from,valid_to\nNOPE,1,,,\nCEM-50,"31,87",,,\nCEM-50,-1,,,\nCEM-50,12345678901,,,\n' +
        'CEM-50,1,EUR,,\nCEM-50,1,,2027-02-01,2027-01-01\nSND-01,80,,,\nSND-01,81,,,\n',
    );
    expect(done).toMatchObject({ rows: { created: 1, rejected: 7 } });
    expect(done.errors.map(({ row, code }) => [row, code]).sort()).toEqual([
      [2, 'product.not_found'],
      [3, 'number.decimal_comma'],
      [4, 'number.negative'],
      [5, 'number.too_large'],
      [6, 'price.other_currency'],
      [7, 'cost.empty_window'],
      [9, 'row.duplicate'],
    ]);
    expect(JSON.stringify(done)).not.toContain('31,87');
    expect(await costOf('SND-01')).toBe('80.0000');
  });

  it('takes the right to edit costs', async () => {
    const answer = await api.call(
      shop,
      tokenWith('import.run', 'price.edit'),
      'POST',
      '/backoffice/imports/costs',
      'sku,cost\n',
      {
        'content-type': 'text/csv',
      },
    );
    expect(answer.body.error?.code).toBe('import.not_permitted');
  });
});

describe('floors and settings', () => {
  const floors = async () =>
    (await call<{ categoryId: string; floor: string | null; inherited: string | null }[]>('GET', '/margin-floors')).body
      .data ?? [];

  it('hold by the nearest category, else the tenant’s', async () => {
    const [child, grandchild] = [newId(), newId()];
    await asOwner((owner) =>
      insertRows(owner, shop.tenantId, 'catalog.category', [
        { id: child, code: 'CEM', slug: 'cement', name: 'Cement', parent_id: shop.categoryId },
        { id: grandchild, code: 'WHI', slug: 'white', name: 'White', parent_id: child },
      ]),
    );
    await call('PUT', '/pricing-settings', { defaultFloor: '0.1' });
    await call('PUT', '/margin-floors', { floors: [{ categoryId: child, floor: '0.15' }] });
    expect((await floors()).map(({ categoryId, floor, inherited }) => [categoryId, floor, inherited])).toEqual([
      [shop.categoryId, null, '0.1000'],
      [child, '0.1500', '0.1000'],
      [grandchild, null, '0.1500'],
    ]);
    expect((await listed()).find(({ sku }) => sku === 'CEM-50')?.floor).toBe('0.1000');
    await call('PUT', '/margin-floors', { floors: [{ categoryId: child, floor: null }] });
    expect((await floors())[2]).toMatchObject({ floor: null, inherited: '0.1000' });
  });

  it('are of categories there are, and under the whole', async () => {
    const answers = [
      await call('PUT', '/margin-floors', { floors: [{ categoryId: newId(), floor: '0.1' }] }),
      await call('PUT', '/margin-floors', { floors: [{ categoryId: shop.categoryId, floor: '1' }] }),
      await call('PUT', '/margin-floors', { floors: [{ categoryId: shop.categoryId, floor: '-0.1' }] }),
      await call('PUT', '/pricing-settings', { outlierPercent: '0' }),
    ];
    expect(answers.map(({ body }) => body.error?.code)).toEqual([
      'category.not_found',
      'request.invalid',
      'request.invalid',
      'request.invalid',
    ]);
  });

  it('keep what is left out, and refuse a version nobody looked at', async () => {
    const { body } = await call<object>('GET', '/pricing-settings');
    expect(body.data).toEqual({
      twoPersonApproval: false,
      defaultFloor: null,
      outlierPercent: '20.00',
      expiryReminderDays: 30,
      version: 1,
    });
    await call('PUT', '/pricing-settings', { defaultFloor: '0.12', twoPersonApproval: true, version: 1 });
    const next = await call<object>('PUT', '/pricing-settings', { outlierPercent: '15', version: 2 });
    expect(next.body.data).toEqual({
      twoPersonApproval: true,
      defaultFloor: '0.1200',
      outlierPercent: '15.00',
      expiryReminderDays: 30,
      version: 3,
    });
    const stale = await call('PUT', '/pricing-settings', { outlierPercent: '10', version: 2 });
    expect([stale.status, stale.body.error?.code]).toEqual([409, 'pricing_settings.stale']);
  });

  it('tell the floor only to those who may see costs, who alone change it', async () => {
    await call('PUT', '/pricing-settings', { defaultFloor: '0.12' });
    const rep = tokenWith('price.read', 'tenant.edit');
    const { body } = await call<{ defaultFloor: null }>('GET', '/pricing-settings', undefined, rep);
    expect(body.data?.defaultFloor).toBeNull();
    expect((await call('PUT', '/pricing-settings', { defaultFloor: null }, rep)).status).toBe(403);
    expect((await call('PUT', '/pricing-settings', { expiryReminderDays: 7 }, rep)).status).toBe(200);
    const seen = await call<{ defaultFloor: string }>('GET', '/pricing-settings');
    expect(seen.body.data).toMatchObject({ defaultFloor: '0.1200', expiryReminderDays: 7 });
  });
});

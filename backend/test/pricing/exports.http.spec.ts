import { Api } from '../support/api.js';
import { aToken, asOwner, aShop, insertRows, type Shop } from '../support/shop.js';
import { newId } from '../../src/shared/ids.js';

interface Revision {
  id: string;
  status: string;
  changeCount: number;
  version: number;
  table: string;
  changes: number;
}
interface Import {
  status: string;
  rows: { total: number; created: number; updated: number; unchanged: number; rejected: number };
  errors: { row: number; column: string | null; code: string }[];
  warnings: string[];
  failure: { code: string } | null;
  result: { revisions: { table: string; changes: number; revisionId: string }[] } | null;
}
type Format = 'csv' | 'xlsx';

let api: Api;
let shop: Shop;

const types: Record<Format, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

beforeAll(async () => {
  api = await Api.start();
});
beforeEach(async () => {
  shop = await aShop();
});
afterAll(() => api.stop());

const staff = <T>(method: string, path: string, body?: unknown) =>
  api.call<T>(shop, shop.staffToken, method, `/backoffice${path}`, body);
const made = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
  const { status, body: answer } = await staff<T>(method, path, body);
  if (status >= 300) throw new Error(JSON.stringify(answer.error));
  return answer.data as T;
};
const text = async (path: string): Promise<string[]> =>
  (await made<string>('GET', path)).replace('\ufeff', '').split('\r\n').filter(Boolean);

async function file(path: string, format: Format): Promise<Buffer> {
  const url = `${api.url}/api/v1/backoffice${path}${path.includes('?') ? '&' : '?'}format=${format}`;
  const answer = await fetch(url, { headers: { 'x-tenant': shop.slug, authorization: `Bearer ${shop.staffToken}` } });
  expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, types[format]]);
  return Buffer.from(await answer.arrayBuffer());
}

async function taken(bytes: Buffer, format: Format, query = '', kind = 'prices'): Promise<Import> {
  const answer = await fetch(`${api.url}/api/v1/backoffice/imports/${kind}${query}`, {
    method: 'POST',
    headers: {
      ...{ 'x-tenant': shop.slug, authorization: `Bearer ${shop.staffToken}` },
      'content-type': types[format],
    },
    body: new Uint8Array(bytes),
  });
  const { data } = (await answer.json()) as { data: { id: string } };
  expect(answer.status).toBe(202);
  await api.settle(shop);
  return made<Import>('GET', `/imports/${data.id}`);
}

/** Prices with everything that is awkward to write into a file: names, windows, tiers, units, all four decimals. */
async function awkwardPrices(): Promise<{ table: string; skus: string[] }> {
  const table = newId();
  const skus = ['=1+1', '+A1', '-B', "@x's", 'Ç"ão, é;', 'two words', '007'];
  await asOwner(async (owner) => {
    const units = JSON.stringify([
      { code: 'each', name: 'each', factor: '1', step: '1', minimum: '1' },
      { code: 'box', name: 'box', factor: '12.5', step: '1', minimum: '1' },
    ]);
    await insertRows(
      owner,
      shop.tenantId,
      'catalog.product',
      skus.map((sku, index) => ({
        ...{ id: newId(), sku, slug: `awkward-${index}`, name: `=${sku}\n"two, lines"`, category_id: shop.categoryId },
        ...{ base_unit: 'each', units },
      })),
    );
    await insertRows(owner, shop.tenantId, 'pricing.price_table', [
      { id: table, name: '=Prices, "special"', scope: 'state', state_code: 'FL', currency: 'USD' },
    ]);
    const { rows } = await owner.query<{ id: string }>(
      'select id from catalog.product where sku = any($1) and tenant_id = $2',
      [skus, shop.tenantId],
    );
    const entry = (product_id: string, more: object) => ({
      ...{ table_id: table, product_id, unit: 'each', min_quantity: '1', unit_price: '1234567890.0001' },
      ...{ live_from: '2026-01-01T00:00:00Z', revision_id: newId(), ...more },
    });
    await insertRows(
      owner,
      shop.tenantId,
      'pricing.price_entry',
      rows.flatMap(({ id }, index) => [
        entry(id, { unit_price: `9.467${index}` }),
        entry(id, { min_quantity: '12.125', unit_price: '9.4' }),
        entry(id, { unit: 'box', unit_price: '0', valid_from: '2026-03-01T06:00:00Z' }),
        entry(id, { unit: 'box', valid_from: '2026-01-01T05:30:00.125Z', valid_to: '2026-03-01T06:00:00Z' }),
      ]),
    );
  });
  return { table, skus };
}

describe('the export of a price table', () => {
  it('is a file with a line for each price, by SKU, unit and tier', async () => {
    const { status, headers, body } = await staff<string>('GET', `/price-tables/${shop.tables.national}/export`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="prices-national-\d{4}-\d\d-\d\d\.csv"$/);
    expect(body.data?.replace('\ufeff', '').split('\r\n')).toEqual([
      'scope,state,company_tax_id,table,sku,name,unit,min_quantity,unit_price,currency,valid_from,valid_to',
      'national,,,National,BRK-14,Clay brick 14x19x29,each,1,0.85,USD,,',
      'national,,,National,CEM-50,Cement CP II 50 kg,bag,1,42,USD,,',
      'national,,,National,CEM-50,Cement CP II 50 kg,bag,50,40,USD,,',
      'national,,,National,SND-01,Washed sand,m3,0.5,120,USD,,',
      '',
    ]);
  });

  it('says what the table said on any day', async () => {
    const path = `/price-tables/${shop.tables.national}`;
    const { id } = await made<Revision>('POST', `${path}/revisions`, { name: 'Up' });
    await made('PUT', `${path}/revisions/${id}/changes`, {
      changes: [{ sku: 'CEM-50', action: 'set', unitPrice: '44.4444' }],
    });
    const before = new Date().toISOString();
    await made('POST', `${path}/revisions/${id}/publish`, {});
    expect((await text(`${path}/export`)).filter((line) => line.includes('CEM-50,'))[0]).toContain(',1,44.4444,USD');
    expect((await text(`${path}/export?at=${before}`)).filter((line) => line.includes('CEM-50,'))[0]).toContain(
      ',1,42,USD',
    );
    expect(await text(`${path}/export?at=2025-01-01T00:00:00Z`)).toHaveLength(1);
  });

  it.each(['csv', 'xlsx'] as const)('comes back as %s without a change, whatever is in it', async (format) => {
    const { table } = await awkwardPrices();
    const bytes = await file(`/price-tables/${table}/export`, format);
    const back = await taken(bytes, format);
    expect(back).toMatchObject({
      status: 'done',
      rows: { total: 28, created: 0, updated: 0, unchanged: 28, rejected: 0 },
      ...{ errors: [], warnings: [], result: { revisions: [] } },
    });
    const company = await taken(await file(`/price-tables/${shop.tables.company}/export`, format), format);
    expect(company.rows).toMatchObject({ total: 1, unchanged: 1, rejected: 0 });
  });

  it('holds no text that a spreadsheet would run', async () => {
    const { table } = await awkwardPrices();
    const csv = await text(`/price-tables/${table}/export`);
    const cells = csv.join('\n').match(/(?<=^|,)("(?:[^"]|"")*"|[^,\n]*)/gm) ?? [];
    expect(cells.length).toBeGreaterThan(300);
    expect(cells.filter((cell) => /^"?[=+@\t\r]|^"?-(?!\d)/.test(cell))).toEqual([]);
    expect(csv.some((line) => line.includes(`"'=Prices, ""special"""`))).toBe(true);
  });
});

describe('the export of the grid', () => {
  it('has a line for each price that the shown tables have of the shown products', async () => {
    const lines = await text('/price-grid/export?search=cement');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 9).join(','))).toEqual([
      'national,,,National,CEM-50,Cement CP II 50 kg,bag,1,42',
      'national,,,National,CEM-50,Cement CP II 50 kg,bag,50,40',
      'state,TX,,TX,CEM-50,Cement CP II 50 kg,bag,1,40',
    ]);
    const columns = `tables=${shop.tables.state},${shop.tables.company}`;
    expect((await text(`/price-grid/export?${columns}`)).slice(1).map((line) => line.split(',')[0])).toEqual([
      'state',
      'company',
    ]);
    expect((await taken(await file('/price-grid/export', 'xlsx'), 'xlsx')).rows).toMatchObject({
      total: 5,
      unchanged: 5,
    });
  });
});

describe('the export of the grid with drafts', () => {
  const draftOf = async (table: string, changes: object[]): Promise<string> => {
    const { id } = await made<Revision>('POST', `/price-tables/${table}/revisions`, {});
    await made('PUT', `/price-tables/${table}/revisions/${id}/changes`, { changes });
    return id;
  };
  const national = () =>
    draftOf(shop.tables.national, [
      { sku: 'CEM-50', action: 'set', unitPrice: '43.5555' },
      { sku: 'CEM-50', action: 'set', minQuantity: '120', unitPrice: '38', validFrom: '2026-12-01T06:00:00Z' },
      { sku: 'SND-01', action: 'remove', minQuantity: '0.5' },
    ]);

  it('has the changes in place of what they change, and what would go', async () => {
    const ids = [
      await national(),
      await draftOf(shop.tables.state, [{ sku: 'LAD-06', action: 'set', unitPrice: '199' }]),
    ];
    const lines = await text(`/price-grid/export?pending=true&sort=category&changed=${ids.join()}`);
    expect(lines.map((line) => line.split(',').slice(4).join(','))).toEqual([
      'sku,name,unit,min_quantity,unit_price,currency,valid_from,valid_to,action',
      'CEM-50,Cement CP II 50 kg,bag,1,43.5555,USD,,,set',
      'CEM-50,Cement CP II 50 kg,bag,50,40,USD,,,set',
      'CEM-50,Cement CP II 50 kg,bag,120,38,USD,2026-12-01,,set',
      'CEM-50,Cement CP II 50 kg,bag,1,40,USD,,,set',
      'BRK-14,Clay brick 14x19x29,each,1,0.85,USD,,,set',
      'LAD-06,Ladder 6 m,each,1,199,USD,,,set',
      'SND-01,Washed sand,m3,0.5,,USD,,,remove',
    ]);
    expect(await text(`/price-grid/export?pending=true&only=changed&search=sand&changed=${ids.join()}`)).toHaveLength(
      2,
    );
    expect(await text(`/price-grid/export?changed=${ids.join()}`)).toEqual(await text('/price-grid/export'));
  });

  it.each(['csv', 'xlsx'] as const)(
    'makes the same drafts when it comes back as %s, and none once they are live',
    async (format) => {
      const first = await national();
      const bytes = await file(`/price-grid/export?pending=true&changed=${first}`, format);
      const again = await taken(bytes, format, '?publish=false');
      expect(again.rows).toMatchObject({ total: 6, created: 1, updated: 2, unchanged: 3, rejected: 0 });
      const [copied] = again.result?.revisions ?? [];
      expect(again.result?.revisions).toHaveLength(1);
      const lines = (id: string) => text(`/price-tables/${shop.tables.national}/revisions/${id}/diff/export`);
      expect(await lines(copied?.revisionId ?? '')).toEqual(await lines(first));
      await made('POST', `/price-tables/${shop.tables.national}/revisions/${first}/publish`, {});
      expect((await taken(bytes, format)).rows).toMatchObject({
        total: 6,
        created: 0,
        updated: 0,
        unchanged: 6,
        rejected: 0,
      });
    },
  );
});

describe('the export of a diff', () => {
  const path = () => `/price-tables/${shop.tables.national}/revisions`;
  const draft = async (changes: object[] = []): Promise<Revision> => {
    const revision = await made<Revision>('POST', path(), {});
    if (changes.length > 0) await made('PUT', `${path()}/${revision.id}/changes`, { changes });
    return made<Revision>('GET', `${path()}/${revision.id}`);
  };
  const changes = [
    { sku: 'CEM-50', action: 'set', unitPrice: '43.5555' },
    { sku: 'CEM-50', action: 'set', minQuantity: '120', unitPrice: '38', validFrom: '2026-12-01T06:00:00Z' },
    { sku: 'LAD-06', action: 'set', unitPrice: '199' },
    { sku: 'SND-01', action: 'remove', minQuantity: '0.5' },
  ];

  it('tells what each price was and will be', async () => {
    const { id } = await draft(changes);
    const lines = await text(`${path()}/${id}/diff/export`);
    expect(lines[0]).toBe(
      'scope,state,company_tax_id,table,sku,name,unit,min_quantity,unit_price,currency,valid_from,valid_to,action,' +
        'old_unit_price,difference,percent,flags',
    );
    expect(lines.slice(1).map((line) => line.split(',').slice(4).join(','))).toEqual([
      'CEM-50,Cement CP II 50 kg,bag,1,43.5555,USD,,,set,42,1.5555,3.7,',
      'CEM-50,Cement CP II 50 kg,bag,120,38,USD,2026-12-01,,set,,,,',
      'LAD-06,Ladder 6 m,each,1,199,USD,,,set,,,,',
      'SND-01,Washed sand,m3,0.5,,USD,,,remove,120,,,',
    ]);
    expect(await text(`${path()}/${id}/diff/export?only=raised`)).toHaveLength(2);
  });

  it.each(['csv', 'xlsx'] as const)('makes the same draft of another when it comes back as %s', async (format) => {
    const [first, second] = [await draft(changes), await draft()];
    const bytes = await file(`${path()}/${first.id}/diff/export`, format);
    const again = await taken(bytes, format, `?revisionId=${first.id}`);
    expect([again.rows, again.result?.revisions]).toMatchObject([
      { total: 4, created: 0, updated: 0, unchanged: 4, rejected: 0 },
      [],
    ]);
    expect(await made<Revision>('GET', `${path()}/${first.id}`)).toMatchObject({ version: first.version });
    const other = await taken(bytes, format, `?revisionId=${second.id}`);
    expect(other.rows).toMatchObject({ total: 4, created: 2, updated: 2, unchanged: 0, rejected: 0 });
    expect(await made<Revision>('GET', `${path()}/${second.id}`)).toMatchObject({ changeCount: 4, status: 'draft' });
    const lines = (id: string) => text(`${path()}/${id}/diff/export`);
    expect(await lines(second.id)).toEqual(await lines(first.id));

    await made('POST', `${path()}/${first.id}/publish`, {});
    expect((await taken(bytes, format)).rows).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
  });

  it('takes an approval back with what comes in, and leaves it with what does not', async () => {
    const { id } = await draft(changes);
    await made('POST', `${path()}/${id}/submit`, {});
    await made('POST', `${path()}/${id}/approve`, {});
    const csv = (price: string) =>
      Buffer.from(`scope,sku,min_quantity,unit_price,action\nnational,CEM-50,1,${price},\nnational,LAD-06,1,,remove\n`);
    const same = await taken(await file(`${path()}/${id}/diff/export`, 'csv'), 'csv', `?revisionId=${id}`);
    expect([same.rows.unchanged, (await made<Revision>('GET', `${path()}/${id}`)).status]).toEqual([4, 'approved']);
    const dry = await taken(csv('44'), 'csv', `?revisionId=${id}&dryRun=true`);
    expect([dry.rows.updated, (await made<Revision>('GET', `${path()}/${id}`)).status]).toEqual([2, 'approved']);
    await taken(csv('44'), 'csv', `?revisionId=${id}`);
    expect(await made<Revision>('GET', `${path()}/${id}`)).toMatchObject({ status: 'draft', changeCount: 3 });
    const events = await made<{ kind: string }[]>('GET', `${path()}/${id}/events`);
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'submitted', 'approved', 'reopened']);
  });

  it('goes into a draft of its own table only, while it is one', async () => {
    const { id } = await draft(changes);
    const mixed = Buffer.from(
      'scope,state,sku,unit_price,table\nstate,TX,CEM-50,1,\nnational,,CEM-50,45,Other\nnational,,CEM-50,45,\n',
    );
    const { rows, errors } = await taken(mixed, 'csv', `?revisionId=${id}`);
    expect(rows).toMatchObject({ total: 3, updated: 1, rejected: 2 });
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'scope', 'price.other_table'],
      [3, 'table', 'price.other_table'],
    ]);
    await made('POST', `${path()}/${id}/publish`, {});
    const late = await taken(mixed, 'csv', `?revisionId=${id}`);
    expect(late).toMatchObject({ status: 'failed', failure: { code: 'revision.transition_not_allowed' } });
    const nowhere = await api.call(
      ...([shop, shop.staffToken, 'POST', `/backoffice/imports/prices?revisionId=${newId()}`] as const),
      ...(['scope,sku,unit_price\n', { 'content-type': 'text/csv' }] as const),
    );
    expect([nowhere.status, nowhere.body.error?.code]).toEqual([404, 'revision.not_found']);
    const stock = await api.call(
      ...([shop, shop.staffToken, 'POST', `/backoffice/imports/stock?revisionId=${id}`] as const),
      ...(['sku,branch,on_hand\n', { 'content-type': 'text/csv' }] as const),
    );
    expect([stock.status, stock.body.error?.code]).toEqual([422, 'import.no_target']);
  });
});

describe('the export of costs', () => {
  it.each(['csv', 'xlsx'] as const)('comes back as %s without a change', async (format) => {
    const costs =
      'sku,cost,valid_from,valid_to\nCEM-50,30.1234,0001-01-01,2026-06-01\nCEM-50,31,2026-06-01,\nSND-01,80,0001-01-01,\n';
    expect((await taken(Buffer.from(costs), 'csv', '', 'costs')).rows).toMatchObject({ created: 3 });
    expect((await text('/costs/export')).slice(1)).toEqual([
      'CEM-50,30.1234,USD,0001-01-01,2026-06-01',
      'CEM-50,31,USD,2026-06-01,',
      'SND-01,80,USD,0001-01-01,',
    ]);
    expect(await text('/costs/export?at=2026-03-01T00:00:00Z')).toHaveLength(3);
    const back = await taken(await file('/costs/export', format), format, '', 'costs');
    expect(back).toMatchObject({ rows: { total: 3, created: 0, updated: 0, unchanged: 3, rejected: 0 }, warnings: [] });
  });
});

describe('who may', () => {
  it('sees prices to export them, and costs to export those', async () => {
    const reader = aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions: ['price.read'] });
    const paths = [`/price-tables/${shop.tables.national}/export`, '/price-grid/export', '/costs/export'];
    const asked = (token: string | null) =>
      Promise.all(paths.map(async (path) => (await api.call(shop, token, 'GET', `/backoffice${path}`)).status));
    expect([await asked(reader), await asked(shop.token), await asked(null)]).toEqual([
      [200, 200, 403],
      [403, 403, 403],
      [401, 401, 401],
    ]);
  });

  it('is told what there is not, and of formats there are not', async () => {
    const answers = await Promise.all([
      staff('GET', `/price-tables/${newId()}/export`),
      staff('GET', `/price-tables/${shop.tables.national}/revisions/${newId()}/diff/export`),
      staff('GET', `/price-tables/${shop.tables.national}/export?format=pdf`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 400]);
  });
});

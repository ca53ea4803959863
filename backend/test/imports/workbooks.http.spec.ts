import writeElsewhere from 'write-excel-file/node';
import { Api } from '../support/api.js';
import { asOwner, aShop, type Shop } from '../support/shop.js';

interface Import {
  status: string;
  rows: { total: number; created: number; updated: number; unchanged: number; rejected: number };
  errors: { row: number; column: string | null; code: string; value?: string }[];
  warnings: string[];
  failure: { code: string; row?: number } | null;
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

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function taken(kind: string, bytes: Buffer, query = '', type = workbook): Promise<Import> {
  const answer = await fetch(`${api.url}/api/v1/backoffice/imports/${kind}${query}`, {
    method: 'POST',
    headers: { 'x-tenant': shop.slug, authorization: `Bearer ${shop.staffToken}`, 'content-type': type },
    body: new Uint8Array(bytes),
  });
  const { data } = (await answer.json()) as { data: { id: string } };
  expect(answer.status).toBe(202);
  await api.settle(shop);
  const shown = await api.call<Import>(shop, shop.staffToken, 'GET', `/backoffice/imports/${data.id}`);
  if (!shown.body.data) throw new Error(JSON.stringify(shown.body.error));
  return shown.body.data;
}

const sheet = (rows: (string | number | Date | null)[][]): Promise<Buffer> =>
  writeElsewhere(
    rows.map((row) => row.map((value) => (value instanceof Date ? { value, format: 'dd/mm/yyyy' } : value))),
  ).toBuffer();

describe('a workbook', () => {
  const header = ['Scope', 'SKU', 'Unit', 'Min_quantity', 'Unit_price', 'Valid_from', 'Remarks'];

  it('is taken like CSV, with numbers and days as spreadsheets write them', async () => {
    const bytes = await sheet([
      header,
      ['national', 'CEM-50', 'bag', 1, 41.99 + 1.455, null, 'dearer'],
      ['national', 'LAD-06', null, null, 199.9, new Date('2026-03-01T00:00:00Z'), null],
      [null, null, null, null, null, null, null],
      ['national', 'NOPE', null, null, 1, null, null],
      ['national', 'SND-01', 'm3', 0.5, 41.99 * 1.0351, null, null],
      ['national', 'SND-01', 'm3', 0.5, '12,50', null, null],
    ]);
    const view = await taken('prices', bytes);
    expect(view).toMatchObject({ status: 'done', rows: { total: 5, created: 1, updated: 1, rejected: 3 } });
    expect(view.warnings).toEqual(['remarks']);
    expect(view.errors.map(({ row, column, code }) => [row, column, code]).sort()).toEqual([
      [5, 'sku', 'product.not_found'],
      [6, 'unit_price', 'number.too_precise'],
      [7, 'unit_price', 'number.decimal_comma'],
    ]);
    const { rows } = await asOwner((owner) =>
      owner.query<{ unit_price: string; valid_from: Date | number }>(
        `select unit_price, valid_from from pricing.price_entry
         where tenant_id = $1 and table_id = $2 and live_to = 'infinity' and product_id = any($3) and min_quantity = 1
         order by unit_price`,
        [shop.tenantId, shop.tables.national, [shop.cementId, shop.ladderId]],
      ),
    );
    expect(rows.map(({ unit_price, valid_from }) => [unit_price, valid_from])).toEqual([
      ['43.4450', -Infinity],
      ['199.9000', new Date('2026-03-01T06:00:00Z')],
    ]);
  });

  it('means days and times by the store’s clock', async () => {
    const time = (text: string) => ({ value: new Date(`${text}Z`), format: 'dd/mm/yyyy hh:mm' });
    const cost = (sku: string, from: string) => [sku, 30, time(from)];
    const bytes = await writeElsewhere([
      ['sku', 'cost', 'valid_from'],
      ...[cost('CEM-50', '2026-03-01T10:20:00'), cost('SND-01', '2026-07-01T10:20:00')],
      ...[cost('LAD-06', '2026-03-08T00:00:00'), cost('BRK-14', '2026-03-08T02:30:00')],
    ]).toBuffer();
    const view = await taken('costs', bytes);
    expect(view).toMatchObject({ rows: { created: 3, rejected: 1 } });
    expect(view.errors).toMatchObject([{ row: 5, column: 'valid_from', code: 'date.time_skipped' }]);
    const { rows } = await asOwner((owner) =>
      owner.query<{ valid_from: Date }>(
        'select valid_from from pricing.product_cost where tenant_id = $1 order by valid_from',
        [shop.tenantId],
      ),
    );
    expect(rows.map(({ valid_from }) => valid_from.toISOString())).toEqual([
      '2026-03-01T16:20:00.000Z',
      '2026-03-08T06:00:00.000Z',
      '2026-07-01T15:20:00.000Z',
    ]);
  });

  it('is known by what it holds, and of any kind', async () => {
    const stock = await sheet([
      ['sku', 'branch', 'on_hand'],
      ['CEM-50', 'AUS', 77],
    ]);
    expect((await taken('stock', stock, '', 'text/csv')).rows).toMatchObject({ total: 1, updated: 1 });
    expect((await taken('stock', stock, '?dryRun=true')).rows).toMatchObject({ total: 1, unchanged: 1 });
  });

  it('is refused as a whole when it cannot be read', async () => {
    const good = await sheet([header, ['national', 'CEM-50', 'bag', 1, 45, null, null]]);
    const failures = [
      await taken('prices', good.subarray(0, good.length - 60)),
      await taken('prices', Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex')),
      await taken(
        'prices',
        await sheet([
          ['sku', 'unit_price'],
          ['CEM-50', 1],
        ]),
      ),
    ];
    expect(failures.map(({ status, failure }) => [status, failure?.code])).toEqual([
      ['failed', 'import.not_a_spreadsheet'],
      ['failed', 'import.not_a_spreadsheet'],
      ['failed', 'import.missing_columns'],
    ]);
  });
});

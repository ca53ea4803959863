import { asOwner, aShop, aToken, insertRows, type Shop } from '../support/shop.js';
import { Api } from '../support/api.js';
import { newId } from '../../src/shared/ids.js';

interface ImportView {
  id: string;
  status: string;
  progress: number;
  rows: { total: number; created: number; updated: number; unchanged: number; rejected: number };
  errors: { row: number; column: string | null; code: string; value?: string }[];
  warnings: string[];
  failure: { code: string; row?: number } | null;
  errorReportUrl: string | null;
  result: { revisions?: { revisionId: string; table: string; changes: number }[]; published?: boolean } | null;
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

const csv = { 'content-type': 'text/csv' };
const send = (kind: string, body: string, query = '', more: Record<string, string> = {}) =>
  api.call<{ id: string; status: string }>(shop, shop.staffToken, 'POST', `/backoffice/imports/${kind}${query}`, body, {
    ...csv,
    ...more,
  });

/** Sends a file, lets the worker do its work, and shows what became of it. */
async function taken(kind: string, body: string, query = ''): Promise<ImportView> {
  const accepted = await send(kind, body, query);
  expect([accepted.status, accepted.body.data?.status]).toEqual([202, 'queued']);
  await api.settle(shop);
  const id = accepted.body.data?.id ?? '';
  const { body: shown } = await api.call<ImportView>(shop, shop.staffToken, 'GET', `/backoffice/imports/${id}`);
  if (!shown.data) throw new Error(JSON.stringify(shown.error));
  return shown.data;
}

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const reasons = ({ errors }: ImportView) => errors.map(({ row, column, code }) => [row, column, code]);
const priceOf = async (sku: string) => {
  const { rows } = await asOwner((owner) =>
    owner.query<{ unit_price: string }>(
      `select e.unit_price from pricing.price_entry e
       join catalog.product p on p.id = e.product_id and p.tenant_id = e.tenant_id
       where e.tenant_id = $1 and p.sku = $2 and e.table_id = $3 and e.live_to = 'infinity' and e.min_quantity = 1`,
      [shop.tenantId, sku, shop.tables.national],
    ),
  );
  return rows.map(({ unit_price }) => unit_price);
};

describe('a file of prices', () => {
  const header = 'scope,state,company_tax_id,sku,unit,min_quantity,unit_price,currency,valid_from,valid_to';

  it('goes live as one revision per table, makes missing tables, and is unchanged the second time', async () => {
    const file = lines(
      header,
      'national,,,CEM-50,bag,1,43.5,USD,,',
      'national,,,LAD-06,,,199.9,,,',
      'state,FL,,CEM-50,bag,1,41,USD,,',
      'company,,22-2222222,CEM-50,bag,1,38.25,USD,2026-03-01,2026-06-30',
    );
    const first = await taken('prices', file);
    expect(first).toMatchObject({
      status: 'done',
      rows: { total: 4, created: 3, updated: 1, unchanged: 0, rejected: 0 },
    });
    expect(first.result).toMatchObject({ published: true });
    expect(first.result?.revisions?.map(({ table, changes }) => [table, changes]).sort()).toEqual([
      ['Borealis Homes', 1],
      ['FL', 1],
      ['National', 2],
    ]);
    expect(await priceOf('CEM-50')).toEqual(['43.5000']);
    expect((await taken('prices', file)).rows).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
    type Audited = { action: string; entityId: string; actor: { id: string } | null };
    const { body } = await api.call<Audited[]>(shop, shop.staffToken, 'GET', '/backoffice/audit?entity=revision');
    const live = body.data?.filter(({ action, actor }) => action === 'revision.live' && actor?.id === shop.staffId);
    expect(live?.map(({ entityId }) => entityId).sort()).toEqual(
      first.result?.revisions?.map(({ revisionId }) => revisionId).sort(),
    );
  });

  it('is refused row by row, with the column and the reason, while good rows go in', async () => {
    const view = await taken(
      'prices',
      lines(
        header,
        'national,,,CEM-50,bag,1,44,USD,,',
        'national,,,NOPE,bag,1,44,USD,,',
        'national,,,CEM-50,sack,1,44,USD,,',
        'national,,,SND-01,m3,0.5,-3,USD,,',
        'national,,,SND-01,m3,0.5,"12,50",USD,,',
        'national,,,SND-01,m3,0.5,12.34567,USD,,',
        'national,,,SND-01,m3,0.5,=1+1,USD,,',
        'national,,,SND-01,m3,0.5,12,EUR,,',
        'galaxy,,,SND-01,m3,0.5,12,USD,,',
        'state,,,SND-01,m3,0.5,12,USD,,',
        'company,,99-9999999,SND-01,m3,0.5,12,USD,,',
        'national,,,SND-01,m3,0.5,12,USD,2026-05-01,2026-04-01',
        'national,,,CEM-50,bag,1,45,USD,,',
        'national,,,SND-01,m3,0.5,12,USD,2026-02-30,0000-01-01',
        'national,,,SND-01,m3,0.5,12,USD,,,too,many',
        'national,,,,m3,0.5,12,USD,,',
      ),
    );
    expect(view).toMatchObject({ status: 'done', rows: { total: 16, updated: 1, rejected: 15 } });
    expect(new Set(reasons(view).map((reason) => JSON.stringify(reason)))).toEqual(
      new Set(
        [
          [3, 'sku', 'product.not_found'],
          [4, 'unit', 'price.unknown_unit'],
          [5, 'unit_price', 'number.negative'],
          [6, 'unit_price', 'number.decimal_comma'],
          [7, 'unit_price', 'number.too_precise'],
          [8, 'unit_price', 'number.invalid'],
          [9, 'currency', 'price.other_currency'],
          [10, 'scope', 'cell.unknown_word'],
          [11, 'state', 'cell.required'],
          [12, 'company_tax_id', 'company.not_found'],
          [13, 'valid_to', 'price.empty_window'],
          [14, 'sku', 'row.duplicate'],
          [15, 'valid_from', 'date.invalid'],
          [15, 'valid_to', 'date.invalid'],
          [16, '', 'row.too_many_cells'],
          [17, 'sku', 'cell.required'],
        ].map((reason) => JSON.stringify(reason)),
      ),
    );
    expect(await priceOf('CEM-50')).toEqual(['44.0000']);
  });

  it('gives a report of every refused row to download', async () => {
    const refused = Array.from({ length: 1_200 }, (_, n) => `national,,,NO-${n},bag,1,=2,USD,,`);
    const view = await taken('prices', lines(header, ...refused));
    expect([view.rows.rejected, view.errors.length]).toEqual([1_200, 1_000]);
    const report = await (await fetch(view.errorReportUrl ?? '')).text();
    expect(report.trim().split('\n')).toHaveLength(1_201);
    expect(report).toContain(`"'=2"`);
  });

  it('changes nothing as a dry run, and says what it would do', async () => {
    const view = await taken('prices', lines(header, 'national,,,CEM-50,bag,1,1,USD,,'), '?dryRun=true');
    expect(view).toMatchObject({ status: 'done', rows: { total: 1, updated: 1, rejected: 0 } });
    expect(await priceOf('CEM-50')).toEqual(['42.0000']);
  });

  it('stays a draft with publish=false', async () => {
    const view = await taken('prices', lines(header, 'national,,,CEM-50,bag,1,1,USD,,'), '?publish=false');
    expect(view.result).toMatchObject({ published: false });
    expect(await priceOf('CEM-50')).toEqual(['42.0000']);
  });

  it('names columns it does not know instead of dropping them silently', async () => {
    const view = await taken('prices', lines('scope,sku,unit_price,colour', 'national,CEM-50,45,red'));
    expect([view.warnings, view.rows.updated]).toEqual([['colour'], 1]);
  });
});

describe('a file that is not what it should be', () => {
  it.each([
    [
      'a quote that never closes',
      'scope,sku,unit_price\nnational,"CEM-50,45\nnational,SND-01,3\n',
      'import.quote_not_closed',
    ],
    ['a row without end', `scope,sku,unit_price\nnational,${'x'.repeat(200_000)},45\n`, 'import.row_too_long'],
    ['no header it knows', 'a,b\n1,2\n', 'import.missing_columns'],
    ['a column named twice', 'scope,sku,sku,unit_price\nnational,A,B,2\n', 'import.duplicate_columns'],
    ['only blank lines', '\n\n', 'import.empty'],
  ])('%s fails as a whole and changes nothing', async (_story, file, code) => {
    const view = await taken('prices', file);
    expect(view).toMatchObject({ status: 'failed', failure: { code } });
    expect(await priceOf('CEM-50')).toEqual(['42.0000']);
  });

  it('in another encoding is refused before it becomes wrong names', async () => {
    const latin1 = Buffer.from('code,name\nA,Constru\u00e7\u00e3o\n', 'latin1');
    const response = await fetch(`${api.url}/api/v1/backoffice/imports/categories`, {
      method: 'POST',
      headers: { ...csv, authorization: `Bearer ${shop.staffToken}`, 'x-tenant': shop.slug },
      body: latin1,
    });
    const { data } = (await response.json()) as { data: { id: string } };
    await api.settle(shop);
    const { body } = await api.call<ImportView>(shop, shop.staffToken, 'GET', `/backoffice/imports/${data.id}`);
    expect(body.data?.failure?.code).toBe('import.not_utf8');
  });

  it('is taken with a byte order mark, CRLF and spaces around cells', async () => {
    const view = await taken('prices', '\ufeffscope, sku ,unit_price\r\n national , CEM-50 , 46 \r\n');
    expect(view.rows).toMatchObject({ total: 1, updated: 1 });
  });
});

describe('the other kinds', () => {
  it('categories come in any order; cycles and unknown parents are refused', async () => {
    const view = await taken(
      'categories',
      lines(
        'code,parent_code,name',
        'B,A,Cimento e cal',
        'A,,Básicos',
        'C,D,Um',
        'D,C,Dois',
        'E,ZZ,Órfã',
        'BASE,,Base materials',
      ),
    );
    expect(view.rows).toMatchObject({ total: 6, created: 2, unchanged: 1, rejected: 3 });
    expect(new Set(view.errors.map(({ code }) => code))).toEqual(
      new Set(['category.cycle', 'category.unknown_parent']),
    );
  });

  it('products are added and changed by SKU, and found at once', async () => {
    const units =
      '"[{""code"":""un"",""name"":""unidade"",""factor"":1},{""code"":""cx"",""name"":""caixa"",""factor"":""12""}]"';
    const view = await taken(
      'products',
      lines(
        'sku,name,description,brand,category_code,base_unit,status,gtin,attributes,units',
        `PAR-1,Parafuso sextavado,,Fixa,BASE,un,active,,"{""rosca"":""M8""}",${units}`,
        'CEM-50,Cement CP II 50 kg renamed,,,BASE,bag,active,,,',
        'BAD-1,Sem base,,,BASE,m,active,,,"[{""code"":""un"",""factor"":""1""}]"',
        'BAD-2,GTIN errado,,,BASE,un,active,7891234567890,,',
        'BAD-3,Sem categoria,,,NOPE,un,active,,,',
        'PAR-1,Duas vezes,,,BASE,un,active,,,',
      ),
    );
    expect(view.rows).toMatchObject({ total: 6, created: 1, updated: 1, rejected: 4 });
    expect(reasons(view)).toEqual(
      expect.arrayContaining([
        [4, 'units', 'product.base_unit_missing'],
        [5, 'gtin', 'product.gtin_invalid'],
        [6, 'category_code', 'category.not_found'],
        [7, 'sku', 'row.duplicate'],
      ]),
    );
  });

  it('stock is counted, with a movement for each change', async () => {
    const file = lines(
      'sku,branch,on_hand,safety',
      'CEM-50,AUS,77,',
      'SND-01,DAL,5,1',
      'CEM-50,NOPE,1,',
      'CEM-50,AUS,78,',
    );
    const view = await taken('stock', file);
    expect(view.rows).toMatchObject({ total: 4, created: 1, updated: 1, rejected: 2 });
    const { rows } = await asOwner((owner) =>
      owner.query<{ quantity: string; actor_name: string }>(
        `select quantity::text, actor_name from catalog.stock_movement where tenant_id = $1 order by quantity`,
        [shop.tenantId],
      ),
    );
    expect(rows).toEqual([
      { quantity: '-423.000', actor_name: 'Test Person' },
      { quantity: '5.000', actor_name: 'Test Person' },
    ]);
  });

  it('companies are known by tax id', async () => {
    await asOwner((owner) =>
      insertRows(owner, shop.tenantId, 'pricing.buyer_tier', [{ id: newId(), code: 'gold', name: 'Gold' }]),
    );
    const view = await taken(
      'companies',
      lines(
        'name,tax_id,state,tier,email,credit_limit,payment_terms',
        'Cobalt Framing,33-3333333,TX,gold,office@cobalt.example,5000,net30',
        'Aurora Builders & Sons,11-1111111,TX,,,100000,net30',
        'Nowhere,44-4444444,ZZ,,,,',
        'Tierless,55-5555555,TX,platinum,,,',
      ),
    );
    expect(view.rows).toMatchObject({ total: 4, created: 1, updated: 1, rejected: 2 });
    expect(view.errors.map(({ code }) => code).sort()).toEqual(['company.state_unknown', 'tier.unknown']);
  });
});

describe('who may', () => {
  it('needs the right to import, and the right to what is imported', async () => {
    const clerk = (...permissions: ('import.run' | 'stock.edit' | 'price.edit')[]) =>
      aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions });
    const file = 'scope,sku,unit_price\nnational,CEM-50,45\n';
    const call = (token: string | null, query = '') =>
      api.call(shop, token, 'POST', `/backoffice/imports/prices${query}`, file, csv);
    const answers = await Promise.all([
      call(null),
      call(shop.token),
      call(clerk('stock.edit')),
      call(clerk('import.run', 'stock.edit')),
      call(clerk('import.run', 'price.edit')),
      call(clerk('import.run', 'price.edit'), '?publish=false'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 403, 403, 202]);
    await api.settle(shop);
  });

  it('shows no import of another tenant', async () => {
    const { body } = await send('stock', 'sku,branch,on_hand\nCEM-50,AUS,1\n');
    const other = await aShop();
    const answer = await api.call(other, other.staffToken, 'GET', `/backoffice/imports/${body.data?.id}`);
    expect(answer.status).toBe(404);
    await api.settle(shop);
  });

  it('refuses what it cannot take: unknown kind, other type, empty body, bad query', async () => {
    const answers = await Promise.all([
      send('unicorns', 'a\n'),
      api.call(shop, shop.staffToken, 'POST', '/backoffice/imports/prices', { a: 1 }),
      send('prices', ''),
      send('prices', 'a\n', '?dryRun=maybe'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 415, 400, 400]);
  });

  it('takes a file once for one Idempotency-Key', async () => {
    const file = 'sku,branch,on_hand\nCEM-50,AUS,1\n';
    const once = { 'idempotency-key': 'monthly' };
    const [first, again, other] = [
      await send('stock', file, '', once),
      await send('stock', file, '', once),
      await send('stock', `${file}SND-01,AUS,1\n`, '', once),
    ];
    expect(again.body.data).toEqual(first.body.data);
    expect([other.status, other.body.error?.code]).toEqual([409, 'idempotency.key_reused']);
    await api.settle(shop);
  });
});

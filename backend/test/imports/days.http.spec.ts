import { Api } from '../support/api.js';
import { asOwner, aShop, type Shop } from '../support/shop.js';

interface Import {
  status: string;
  rows: { total: number; created: number; updated: number; unchanged: number; rejected: number };
  errors: { row: number; column: string | null; code: string }[];
  result: { revisions: { revisionId: string }[] } | null;
}
type Format = 'csv' | 'xlsx';

let api: Api;
let shop: Shop;

beforeAll(async () => {
  api = await Api.start();
});
beforeEach(async () => {
  shop = await aShop();
});
afterAll(() => api.stop());

const types: Record<Format, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const inZone = (zone: string, { tenantId } = shop) =>
  asOwner((owner) => owner.query('update identity.tenant set time_zone = $2 where id = $1', [tenantId, zone]));

async function taken(kind: string, file: string | Buffer, format: Format = 'csv', query = ''): Promise<Import> {
  const answer = await fetch(`${api.url}/api/v1/backoffice/imports/${kind}${query}`, {
    method: 'POST',
    headers: {
      ...{ 'x-tenant': shop.slug, authorization: `Bearer ${shop.staffToken}` },
      'content-type': types[format],
    },
    body: new Uint8Array(Buffer.from(file)),
  });
  const { data } = (await answer.json()) as { data: { id: string } };
  expect(answer.status).toBe(202);
  await api.settle(shop);
  const { body } = await api.call<Import>(shop, shop.staffToken, 'GET', `/backoffice/imports/${data.id}`);
  return body.data as Import;
}

async function file(path: string, format: Format): Promise<Buffer> {
  const url = `${api.url}/api/v1/backoffice${path}${path.includes('?') ? '&' : '?'}format=${format}`;
  const answer = await fetch(url, { headers: { 'x-tenant': shop.slug, authorization: `Bearer ${shop.staffToken}` } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** The last columns of each line of a file that speaks of the ladder: when what it says holds. */
const windowsOf = (csv: Buffer, first: number): string[] =>
  csv
    .toString()
    .split('\r\n')
    .filter((line) => line.includes('LAD-06'))
    .map((line) =>
      line
        .split(',')
        .slice(first, first + 2)
        .join(' '),
    );

const kept = async (from: 'price_entry' | 'product_cost'): Promise<string[]> => {
  const { rows } = await asOwner((owner) =>
    owner.query<{ valid_from: Date; valid_to: Date | number }>(
      `select valid_from, valid_to from pricing.${from} where tenant_id = $1 and product_id = $2 order by 1`,
      [shop.tenantId, shop.ladderId],
    ),
  );
  const text = (at: Date | number) => (at instanceof Date ? at.toISOString().replace('.000Z', 'Z') : 'open');
  return rows.map(({ valid_from, valid_to }) => `${text(valid_from)} ${text(valid_to)}`);
};

/** A store's zone, a day of it, and when that begins. */
const days = [
  ['America/Chicago', '2027-03-01', '2027-03-01T06:00:00Z'],
  ['America/Sao_Paulo', '2027-03-01', '2027-03-01T03:00:00Z'],
  ['Asia/Tokyo', '2027-03-01', '2027-02-28T15:00:00Z'],
  // Midnight is skipped there that night.
  ['America/Santiago', '2024-09-08', '2024-09-08T04:00:00Z'],
  ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00Z'],
] as const;

describe.each(days)('a day in a file of a store in %s', (zone, day, start) => {
  const odd = '2028-01-01T00:00:00Z';
  /** As written, and as it is written again. */
  const said = [`2023-05-05,${day}`, `${day},${odd}`, `${odd},2028-01-15T12:30:15.125+02:00`];
  const windows = [`2023-05-05 ${day}`, `${day} 2028-01-01T00:00:00.000Z`];
  const last = '2028-01-01T00:00:00.000Z 2028-01-15T10:30:15.125Z';
  beforeEach(() => inZone(zone));

  it('is that of the store, for prices', async () => {
    const csv = [
      'scope,sku,unit_price,valid_from,valid_to',
      ...said.map((each, n) => `national,LAD-06,20${n},${each}`),
    ];
    expect((await taken('prices', csv.join('\n'))).rows).toMatchObject({ created: 3, rejected: 0 });
    const starts = await kept('price_entry');
    expect([starts[0]?.split(' ')[1], starts[1]]).toEqual([start, `${start} ${odd}`]);
    const paths = [`/price-tables/${shop.tables.national}/export`, `/price-grid/export?search=LAD-06`];
    for (const path of paths) {
      expect(windowsOf(await file(path, 'csv'), 10)).toEqual([...windows, last]);
      for (const format of ['csv', 'xlsx'] as const) {
        const { rows } = await taken('prices', await file(path, format), format);
        expect(rows).toMatchObject({ created: 0, updated: 0, unchanged: rows.total, rejected: 0 });
      }
    }
  });

  it('is that of the store, for what a draft changes', async () => {
    const csv = [
      'scope,sku,unit_price,valid_from,valid_to',
      ...said.map((each, n) => `national,LAD-06,20${n},${each}`),
    ];
    const { result } = await taken('prices', csv.join('\n'), 'csv', '?publish=false');
    const draft = result?.revisions[0]?.revisionId ?? '';
    const paths = [
      `/price-tables/${shop.tables.national}/revisions/${draft}/diff/export`,
      `/price-grid/export?pending=true&only=changed&changed=${draft}`,
    ];
    for (const path of paths) {
      expect(windowsOf(await file(path, 'csv'), 10)).toEqual([...windows, last]);
      for (const format of ['csv', 'xlsx'] as const) {
        const { rows } = await taken('prices', await file(path, format), format, `?revisionId=${draft}`);
        expect(rows).toMatchObject({ total: 3, created: 0, updated: 0, unchanged: 3, rejected: 0 });
      }
    }
  });

  it('is that of the store, for costs', async () => {
    const csv = ['sku,cost,valid_from,valid_to', ...said.map((each, n) => `LAD-06,15${n},${each}`)];
    expect((await taken('costs', csv.join('\n'))).rows).toMatchObject({ total: 3, rejected: 0 });
    const starts = await kept('product_cost');
    expect([starts[0]?.split(' ')[1], starts[1]]).toEqual([start, `${start} ${odd}`]);
    expect(windowsOf(await file('/costs/export', 'csv'), 3)).toEqual([...windows, last]);
    for (const format of ['csv', 'xlsx'] as const) {
      const { rows } = await taken('costs', await file('/costs/export', format), format);
      expect(rows).toMatchObject({ total: 3, created: 0, updated: 0, unchanged: 3, rejected: 0 });
    }
  });
});

describe('the name of an export', () => {
  it('has the day it is in the store', async () => {
    const path = `/backoffice/price-tables/${shop.tables.national}/export?at=2027-03-01T03:00:00Z`;
    const nameOf = async () => (await api.call(shop, shop.staffToken, 'GET', path)).headers.get('content-disposition');
    expect(await nameOf()).toContain('prices-national-2027-02-28.csv');
    const other = await aShop();
    await inZone('Asia/Tokyo', other);
    const there = await api.call(other, other.staffToken, 'GET', '/backoffice/costs/export?at=2027-03-01T16:00:00Z');
    expect(there.headers.get('content-disposition')).toContain('costs-2027-03-02.csv');
  });
});

describe('the end of a window in a file', () => {
  it('is the first day the price holds no more, so that the next one begins with it', async () => {
    const csv =
      'scope,sku,unit_price,valid_from,valid_to\nnational,LAD-06,9,2026-01-01,2026-02-01\nnational,LAD-06,8,2026-02-01,\n';
    expect((await taken('prices', csv)).rows).toMatchObject({ created: 2 });
    expect(await kept('price_entry')).toEqual([
      '2026-01-01T06:00:00Z 2026-02-01T06:00:00Z',
      '2026-02-01T06:00:00Z open',
    ]);
  });

  it('is refused where it is the first day, too, and where no year holds it', async () => {
    const { rows, errors } = await taken(
      'prices',
      'scope,sku,unit_price,valid_from,valid_to\nnational,LAD-06,9,2026-01-01,2026-01-01\n' +
        'national,LAD-06,9,0001-01-01T00:00:00+05:00,\nnational,LAD-06,9,,9999-12-31T23:00:00-05:00\n',
    );
    expect(rows).toMatchObject({ created: 0, rejected: 3 });
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'valid_to', 'price.empty_window'],
      [3, 'valid_from', 'date.invalid'],
      [4, 'valid_to', 'date.invalid'],
    ]);
  });
});

import type { ExplanationView } from '../../src/pricing/http/explanation.dto.js';
import type { GridRowView } from '../../src/pricing/http/price-grid.dto.js';
import type { EntryView, PriceTableView } from '../../src/pricing/http/price-table.dto.js';
import type { RevisionView } from '../../src/pricing/http/revision.dto.js';
import { Housekeeping } from '../../src/shared/infrastructure/housekeeping.js';
import { aPerson, giveRoles, mailsTo } from '../identity/people.js';
import { Api } from '../support/api.js';
import { asOwner, aShop, type Shop } from '../support/shop.js';

let api: Api;
let shop: Shop;

beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await aShop();
});

const call = <T>(method: string, path: string, body?: unknown) =>
  api.call<T>(shop, shop.staffToken, method, `/backoffice${path}`, body);

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();

async function priceOf(companyId: string, at?: string) {
  const lines = [{ sku: 'CEM-50', quantity: '1' }];
  const { body } = await call<ExplanationView>('POST', '/prices/resolve', { companyId, at, lines });
  const [line] = body.data?.lines ?? [];
  if (!line?.trace) throw new Error(`no answer: ${JSON.stringify(body.error)}`);
  return line;
}

const period = (validFrom: string | null, validTo: string | null) =>
  call<PriceTableView>('PATCH', `/price-tables/${shop.tables.company}`, { validFrom, validTo });

describe('the period of a price table', () => {
  it('clips its prices: before it and after it the next scope answers, and the trace says why', async () => {
    const [from, to] = [inDays(10), inDays(20)];
    const { status, body } = await period(from, to);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ validFrom: from, validTo: to, daysLeft: 20, expired: false });

    const today = await priceOf(shop.companyId);
    expect([today.unitPrice, today.source]).toEqual(['40.0000', 'state']);
    const reasonOf = (line: typeof today) => line.trace?.losers.find(({ scope }) => scope === 'company');
    expect(reasonOf(today)).toMatchObject({ reason: 'not_yet_valid', validFrom: from, validTo: to });
    expect((await priceOf(shop.companyId, inDays(11))).unitPrice).toBe('39.9000');
    expect((await priceOf(shop.companyId, from)).unitPrice).toBe('39.9000');
    const after = await priceOf(shop.companyId, to);
    expect([after.unitPrice, reasonOf(after)?.reason]).toEqual(['40.0000', 'expired']);
  });

  it('never widens what an entry says itself', async () => {
    await asOwner((owner) =>
      owner.query('update pricing.price_entry set valid_to = $1 where table_id = $2', [inDays(5), shop.tables.company]),
    );
    await period(null, inDays(20));
    expect((await priceOf(shop.companyId, inDays(6))).source).toBe('state');
    expect((await priceOf(shop.companyId, inDays(4))).source).toBe('company');
  });

  it('holds in the list of entries, the grid and the history as well', async () => {
    const [from, to] = [inDays(10), inDays(20)];
    await period(from, to);
    const entries = await call<EntryView[]>('GET', `/price-tables/${shop.tables.company}/entries`);
    expect(entries.body.data?.[0]).toMatchObject({ validFrom: from, validTo: to });
    const history = await call<{ scope: string; validFrom: string | null; validTo: string | null }[]>(
      'GET',
      `/price-history?productId=${shop.cementId}&tableId=${shop.tables.company}`,
    );
    expect(history.body.data?.[0]).toMatchObject({ validFrom: from, validTo: to });

    const cellAt = async (at: string) => {
      const query = `tables=${shop.tables.national},${shop.tables.company}&search=CEM-50&at=${at}`;
      const { body } = await call<GridRowView[]>('GET', `/price-grid?${query}`);
      return body.data?.[0]?.cells.find(({ tableId }) => tableId === shop.tables.company)?.unitPrice;
    };
    expect([await cellAt(inDays(1)), await cellAt(inDays(11)), await cellAt(inDays(21))]).toEqual([
      null,
      '39.9000',
      null,
    ]);
  });

  it('is opened again by null, left alone when it is not named, and cannot end before it begins', async () => {
    await period(inDays(-5), inDays(-1));
    expect((await priceOf(shop.companyId)).source).toBe('state');
    const path = `/price-tables/${shop.tables.company}`;
    const renamed = await call<PriceTableView>('PATCH', path, { name: 'Aurora 2026' });
    expect(renamed.body.data).toMatchObject({ expired: true, daysLeft: 0 });
    const opened = await call<PriceTableView>('PATCH', path, { validTo: null });
    expect(opened.body.data).toMatchObject({ validTo: null, daysLeft: null, expired: false });
    expect((await priceOf(shop.companyId)).source).toBe('company');

    const wrong = await call('PATCH', path, { validTo: inDays(-6) });
    expect([wrong.status, wrong.body.error?.code]).toEqual([422, 'price_table.empty_period']);
    const made = { name: 'Backwards', scope: 'national', validFrom: inDays(2), validTo: inDays(2) };
    expect((await call('POST', '/price-tables', made)).body.error?.code).toBe('price_table.empty_period');
  });

  it('that ends soon is found in the list', async () => {
    const expiring = async () =>
      (await call<PriceTableView[]>('GET', '/price-tables?expiring=true')).body.data?.map(({ name }) => name);
    expect(await expiring()).toEqual([]);
    await period(null, inDays(29));
    expect(await expiring()).toEqual(['Aurora Builders']);
    await period(null, inDays(31));
    expect(await expiring()).toEqual([]);
    await period(null, inDays(-1));
    expect(await expiring()).toEqual([]);
  });
});

describe('the reminder of a contract that ends', () => {
  const everyHour = async () => {
    await api.app.get(Housekeeping, { strict: false }).tidyTenant(shop.tenantId);
    await api.settle(shop);
  };

  it('reaches the sales rep of the company once, in their language, and again for another end', async () => {
    const roles = await giveRoles(shop);
    const rep = await aPerson(shop, 'staff', [roles.sales_rep], { locale: 'pt-BR' });
    const manager = await aPerson(shop, 'staff', [roles.sales_manager]);
    await call('PATCH', `/companies/${shop.companyId}`, { salesRepId: rep.id });
    await period(null, inDays(40));
    await everyHour();
    expect(await mailsTo(rep.email)).toEqual([]);

    await period(null, inDays(30));
    await everyHour();
    await everyHour();
    const mails = await mailsTo(rep.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toContain('Preços terminam em');
    expect(mails[0]?.text).toContain('Aurora Builders');
    expect(mails[0]?.text).toContain('/backoffice/prices/tables');
    expect(await mailsTo(manager.email)).toEqual([]);

    await period(null, inDays(20));
    await everyHour();
    expect(await mailsTo(rep.email)).toHaveLength(2);
  });

  it('reaches who may publish prices where nobody looks after the company', async () => {
    const roles = await giveRoles(shop);
    const rep = await aPerson(shop, 'staff', [roles.sales_rep]);
    const manager = await aPerson(shop, 'staff', [roles.sales_manager], { locale: 'en-US' });
    const gone = await aPerson(shop, 'staff', [roles.sales_rep], { status: 'disabled' });
    await asOwner((owner) =>
      owner.query('update identity.company set sales_rep_id = $1 where id = $2', [gone.id, shop.companyId]),
    );
    await period(null, inDays(10));
    await everyHour();
    const [mail] = await mailsTo(manager.email);
    expect(mail?.subject).toContain('Prices end on');
    expect([await mailsTo(rep.email), await mailsTo(gone.email)]).toEqual([[], []]);
  });

  it('waits until the contract says a price', async () => {
    const roles = await giveRoles(shop);
    const manager = await aPerson(shop, 'staff', [roles.sales_manager]);
    const table = { name: 'Empty yet', scope: 'company', companyId: shop.companyId, validTo: inDays(10) };
    const { body } = await call<{ id: string }>('POST', '/price-tables', table);
    await everyHour();
    expect(await mailsTo(manager.email)).toEqual([]);
    const revisions = `/price-tables/${body.data?.id}/revisions`;
    const draft = await call<RevisionView>('POST', revisions, {});
    const path = `${revisions}/${draft.body.data?.id}`;
    const changes = [{ action: 'set', sku: 'CEM-50', unit: 'bag', minQuantity: '1', unitPrice: '30' }];
    await call('PUT', `${path}/changes`, { changes });
    const published = await call('POST', `${path}/publish`, {});
    expect(published.status).toBe(200);
    await everyHour();
    expect(await mailsTo(manager.email)).toHaveLength(1);
  });

  it('says nothing of an end that was moved before the mail went out', async () => {
    const roles = await giveRoles(shop);
    const manager = await aPerson(shop, 'staff', [roles.sales_manager]);
    await period(null, inDays(10));
    await api.app.get(Housekeeping, { strict: false }).tidyTenant(shop.tenantId);
    await period(null, null);
    await api.settle(shop);
    expect(await mailsTo(manager.email)).toEqual([]);
  });
});

describe('a contract copied to another company', () => {
  const copy = (body: object, from = shop.tables.company) =>
    call<RevisionView>('POST', `/price-tables/${from}/copy`, body);

  it('is a new table with a draft of every live price; nobody pays by it before it is published', async () => {
    const [from, to] = [inDays(-1), inDays(300)];
    await period(from, to);
    const { status, body, headers } = await copy({ companyId: shop.otherCompanyId });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({ source: 'copy', status: 'draft', changeCount: 1, number: 1 });
    const { id, tableId } = body.data ?? { id: '', tableId: '' };
    expect(headers.get('location')).toBe(`/api/v1/backoffice/price-tables/${tableId}/revisions/${id}`);
    const table = await call<PriceTableView>('GET', `/price-tables/${tableId}`);
    expect(table.body.data).toMatchObject({
      name: 'Aurora Builders · Borealis Homes',
      scope: 'company',
      companyId: shop.otherCompanyId,
      validFrom: from,
      validTo: to,
    });
    expect((await priceOf(shop.otherCompanyId)).source).toBe('national');

    await call('POST', `/price-tables/${tableId}/revisions/${id}/publish`, {});
    const price = await priceOf(shop.otherCompanyId);
    expect([price.unitPrice, price.source]).toEqual(['39.9000', 'company']);
    expect((await priceOf(shop.companyId)).unitPrice).toBe('39.9000');
  });

  it('takes a name and a period of its own, and finds a free name when none is given', async () => {
    await period(null, inDays(3));
    const own = await copy({ companyId: shop.otherCompanyId, name: 'Borealis 2027', validTo: null });
    const table = await call<PriceTableView>('GET', `/price-tables/${own.body.data?.tableId}`);
    expect(table.body.data).toMatchObject({ name: 'Borealis 2027', validTo: null });
    const taken = await copy({ companyId: shop.otherCompanyId, name: 'Borealis 2027' });
    expect([taken.status, taken.body.error?.code]).toEqual([409, 'price_table.name_taken']);
    const names: (string | undefined)[] = [];
    for (const _ of [1, 2]) {
      const { body } = await copy({ companyId: shop.otherCompanyId });
      names.push((await call<PriceTableView>('GET', `/price-tables/${body.data?.tableId}`)).body.data?.name);
    }
    expect(names).toEqual(['Aurora Builders · Borealis Homes', 'Aurora Builders · Borealis Homes (2)']);
  });

  it('leaves out what is over and what was replaced', async () => {
    await asOwner((owner) =>
      owner.query(
        `update pricing.price_entry set valid_to = now() - interval '1 day' where table_id = $1 and min_quantity = 50`,
        [shop.tables.national],
      ),
    );
    const { body } = await copy({ companyId: shop.otherCompanyId }, shop.tables.national);
    expect(body.data?.changeCount).toBe(3);
  });

  it('is refused for a company or a table that does not exist, or a period that ends before it begins', async () => {
    const code = async (answer: ReturnType<typeof copy>) => (await answer).body.error?.code;
    expect(await code(copy({ companyId: shop.buyerId }))).toBe('company.not_found');
    expect(await code(copy({ companyId: shop.otherCompanyId }, shop.buyerId))).toBe('price_table.not_found');
    const backwards = { companyId: shop.otherCompanyId, validFrom: inDays(2), validTo: inDays(1) };
    expect(await code(copy(backwards))).toBe('price_table.empty_period');
    const tables = await call<PriceTableView[]>('GET', `/price-tables?companyId=${shop.otherCompanyId}`);
    expect(tables.body.data).toEqual([]);
  });
});

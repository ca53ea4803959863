import { Api } from '../support/api.js';
import { aShop, type Shop } from '../support/shop.js';

let api: Api;
let shop: Shop;

beforeAll(async () => {
  api = await Api.start();
});
beforeEach(async () => {
  shop = await aShop();
});
afterAll(() => api.stop());

const get = (path: string) => api.call<string>(shop, shop.staffToken, 'GET', `/backoffice${path}`);

describe('the export of a price table', () => {
  it('is a file with a line for each price, by SKU, unit and tier, of any day', async () => {
    const { status, headers, body } = await get(`/price-tables/${shop.tables.national}/export`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="prices-national-\d{4}-\d\d-\d\d\.csv"$/);
    expect(body.data).toBe(
      [
        'scope,state,company_tax_id,table,sku,name,unit,min_quantity,unit_price,currency,valid_from,valid_to',
        'national,,,National,BRK-14,Clay brick 14x19x29,each,1,0.85,USD,,',
        'national,,,National,CEM-50,Cement CP II 50 kg,bag,1,42,USD,,',
        'national,,,National,CEM-50,Cement CP II 50 kg,bag,50,40,USD,,',
        'national,,,National,SND-01,Washed sand,m3,0.5,120,USD,,',
        '',
      ].join('\r\n'),
    );
  });
});

import { Database } from '../../src/shared/infrastructure/database.js';
import { Api } from '../support/api.js';
import { aShop, asTenant, type Shop } from '../support/shop.js';

let api: Api;
let shop: Shop;
let database: Database;

beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
  database = api.app.get(Database, { strict: false });
});
afterAll(() => api.stop());

const rename = (name: string) =>
  database.query('update pricing.price_table set name = $2 where id = $1', [shop.tables.national, name]);
const nameNow = async () => {
  const { rows } = await database.query<{ name: string }>('select name from pricing.price_table where id = $1', [
    shop.tables.national,
  ]);
  return rows[0]?.name;
};

it('a transaction whose time is up sends nothing more: it would be kept without the rest', async () => {
  await asTenant(shop, async () => {
    const late = database.transaction(async () => {
      await rename('half of it');
    }, 100);
    await expect(late).rejects.toThrow('took too long');
    expect(await nameNow()).toBe('National');
  });
});

it('work that names its own time has that, also for what takes part in it', async () => {
  await asTenant(shop, async () => {
    await database.transaction(() => database.transaction(async () => void (await rename('all of it')), 100), 60_000);
    expect(await nameNow()).toBe('all of it');
  });
});

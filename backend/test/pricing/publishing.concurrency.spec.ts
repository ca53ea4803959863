import type pg from 'pg';
import { settings } from '../../src/shared/infrastructure/settings.js';
import { Api } from '../support/api.js';
import { aShop, asOwner, type Shop } from '../support/shop.js';
import { PriceDesk, set } from './price-desk.js';

let api: Api;
let shop: Shop;
let desk: PriceDesk;

beforeAll(async () => {
  api = await Api.start();
});
beforeEach(async () => {
  shop = await aShop();
  desk = new PriceDesk(api, shop);
});
afterAll(() => api.stop());

const pricesOf = `hashtextextended('prices of ' || $1::text, 0)`;

/** Somebody else is at the shop's national prices for as long as the work takes. */
const whileHeld = <T>(work: (owner: pg.Client) => Promise<T>): Promise<T> =>
  asOwner(async (owner) => {
    await owner.query(`select pg_advisory_lock(${pricesOf})`, [shop.tables.national]);
    return work(owner);
  });

/** Resolves when somebody waits for the shop's national prices. */
async function somebodyWaits(owner: pg.Client): Promise<void> {
  for (let waiting = 0; waiting === 0;) {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from pg_locks
       where locktype = 'advisory' and not granted and (classid::bigint << 32 | objid::bigint) = ${pricesOf}`,
      [shop.tables.national],
    );
    waiting = rows[0]?.n ?? 0;
  }
}

it('whatever is done to a live revision at once is done or refused, and leaves one price', async () => {
  for (const price of ['43', '44', '45', '46']) {
    const path = await desk.draft(set('CEM-50', price));
    await desk.publish(path);
    const undo = () => desk.call('POST', '/rollback', { revisionId: path.split('/').at(-1) });
    const answers = await Promise.all([
      ...[undo(), desk.publish(path), desk.step(path, 'withdraw'), undo()],
      ...[desk.publish(path), undo(), desk.step(path, 'withdraw'), desk.publish(path)],
    ]);
    const told = answers.map(({ status, body }) => `${status} ${body.error?.code ?? 'done'}`);
    expect(told.filter((each) => each === '201 done')).toHaveLength(1);
    expect(new Set(told)).toEqual(
      new Set(['201 done', '409 revision.conflict', '422 revision.transition_not_allowed']),
    );
    expect(await desk.priceOf('CEM-50')).toBe('42.0000');
  }
});

it('who waits for a table leaves everybody else their connections', async () => {
  const paths: string[] = [];
  const many = settings().DATABASE_POOL + 5;
  for (let n = 0; n < many; n += 1)
    paths.push(await desk.draft(set('CEM-50', `${50 + n}`, { minQuantity: `${n + 2}` })));
  const answers = await whileHeld(async (owner) => {
    const published = paths.map((path) => desk.publish(path));
    await somebodyWaits(owner);
    const reads = await Promise.all(paths.map((path) => desk.call('GET', path)));
    expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200]));
    return published;
  });
  const done = await Promise.all(answers);
  expect(new Set(done.map(({ status }) => status))).toEqual(new Set([200]));
}, 30_000);

it('while a file is being published drafts of its table are begun, and numbers stay in order', async () => {
  const file = 'scope,sku,unit_price\nnational,CEM-50,44\n';
  const [begun, settled] = await whileHeld(async (owner) => {
    await api.call(shop, shop.staffToken, 'POST', '/backoffice/imports/prices', file, { 'content-type': 'text/csv' });
    const working = api.settle(shop);
    await somebodyWaits(owner);
    return [await desk.draft(), working];
  });
  await settled;
  expect(await desk.priceOf('CEM-50')).toBe('44.0000');
  const { number } = await desk.one(begun);
  const { body } = await desk.call<{ number: number; source: string }[]>('GET', '/revisions');
  expect(body.data?.find(({ source }) => source === 'import')?.number).toBe(number + 1);
});

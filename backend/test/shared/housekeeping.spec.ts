import { newId } from '../../src/shared/ids.js';
import { Housekeeping } from '../../src/shared/infrastructure/housekeeping.js';
import { Api } from '../support/api.js';
import { asOwner, aShop, insertRows, type Shop } from '../support/shop.js';

let api: Api;
let housekeeping: Housekeeping;
beforeAll(async () => {
  api = await Api.start();
  housekeeping = api.app.get(Housekeeping, { strict: false });
});
afterAll(() => api.stop());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const left = (shop: Shop, table: string, column: string) =>
  asOwner(async (owner) => {
    const { rows } = await owner.query<{ value: string }>(
      `select ${column} as value from platform.${table} where tenant_id = $1 order by 1`,
      [shop.tenantId],
    );
    return rows.map(({ value }) => value);
  });

/** Answers and events of eight days and of six days ago, and one event that waits since eight days. */
async function aWeekOfTraces(shop: Shop): Promise<void> {
  const event = (type: string, days: number, delivered = true) => ({
    id: newId(),
    type,
    payload: {},
    occurred_at: daysAgo(days),
    processed_at: delivered ? daysAgo(days) : null,
  });
  const events = [event('old', 8), event('recent', 6), event('waiting', 8, false)];
  await asOwner(async (owner) => {
    const rows = (table: string, list: object[]) => insertRows(owner, shop.tenantId, `platform.${table}`, list);
    await rows('outbox_event', events);
    await rows(
      'event_receipt',
      events.map(({ id, type }) => ({ event_id: id, listener: type })),
    );
    await rows('idempotency_key', [
      { actor_id: shop.buyerId, key: 'old', fingerprint: 'x', created_at: daysAgo(8) },
      { actor_id: shop.buyerId, key: 'recent', fingerprint: 'x', created_at: daysAgo(6) },
    ]);
  });
}

it('forgets answers and delivered events after a week, in every tenant, and nothing that waits', async () => {
  const shops = [await aShop(), await aShop()];
  for (const shop of shops) await aWeekOfTraces(shop);
  await housekeeping.tidy();
  for (const shop of shops) {
    expect(await left(shop, 'idempotency_key', 'key')).toEqual(['recent']);
    expect(await left(shop, 'outbox_event', 'type')).toEqual(['recent', 'waiting']);
    expect(await left(shop, 'event_receipt', 'listener')).toEqual(['recent', 'waiting']);
  }
});

it('does the other chores when one fails', async () => {
  const shop = await aShop();
  const done: string[] = [];
  const chore = (name: string, run: () => Promise<void>) => housekeeping.add({ name, run });
  chore('broken', () => Promise.reject(new Error('no broom')));
  chore('sound', () => Promise.resolve(void done.push('sound')));
  await housekeeping.tidyTenant(shop.tenantId);
  expect(done).toEqual(['sound']);
});

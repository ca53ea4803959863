import type { Lists } from '../../src/orders/application/ports.js';
import { SavedList } from '../../src/orders/domain/saved-list.js';
import { PostgresLists } from '../../src/orders/infrastructure/postgres-lists.js';
import { newId } from '../../src/shared/ids.js';
import { Database } from '../../src/shared/infrastructure/database.js';
import { InMemoryLists } from '../fakes/in-memory-lists.js';
import { asTenant, aShop, type Shop } from '../support/shop.js';
import { aGoods, known, must, qty } from './builders.js';

const [cement, sand] = [newId(), newId()];
const goods = known(
  aGoods({ productId: cement }),
  aGoods({ productId: sand, unit: { code: 'm3', step: '0.001', minimum: '0.001' } }),
);
const made = { by: { id: newId(), name: 'Bo' }, at: new Date('2026-11-20T15:00:00.123Z') };
const later = { by: { id: newId(), name: 'Cy' }, at: new Date('2026-11-21T15:00:00.456Z') };

function contract(lists: () => Lists, inContext: <T>(work: () => Promise<T>) => Promise<T> = (work) => work()) {
  const named = (name: string, companyId: string = newId()) => SavedList.begin(companyId, name, made);
  const aKept = async (name = 'Slab', companyId: string = newId()) => {
    const one = must(named(name, companyId).add({ productId: sand, quantity: qty('0.125'), note: 'dry' }, goods));
    return must(await lists().save(must(one.add({ productId: cement, quantity: qty('3') }, goods))));
  };

  it('gives back what was kept, in order, to that company only', () =>
    inContext(async () => {
      const kept = await aKept();
      expect(kept.version).toBe(1);
      const again = await lists().find(kept.id, kept.companyId);
      expect(again).toMatchObject({ name: 'Slab', version: 1, created: made, updated: made });
      expect(again?.lines).toEqual(kept.lines);
      expect(await lists().find(kept.id, newId())).toBeNull();
      expect(await lists().find(newId(), kept.companyId)).toBeNull();
    }));

  it('keeps a name, changes, removals and additions of a later save, new lines last', () =>
    inContext(async () => {
      const kept = await aKept();
      const fewer = must(kept.removeLine(kept.lines[0]!.id));
      const more = must(fewer.add({ productId: cement, unit: 'pallet', quantity: qty('2') }, goods));
      const changed = must(more.changeLine(more.lines[0]!.id, { quantity: qty('7'), note: 'n' }, goods));
      must(await lists().save(changed.renamed('Slab, spring').editedBy(later)));
      const again = await lists().find(kept.id, kept.companyId);
      expect(again).toMatchObject({ name: 'Slab, spring', version: 2, created: made, updated: later });
      expect(again?.lines).toEqual(changed.lines);
    }));

  it('refuses a list that was read before the last save, and says which version is kept', () =>
    inContext(async () => {
      const kept = await aKept();
      must(await lists().save(kept.renamed('Other')));
      const stale = { ok: false, error: { code: 'list.stale', version: 2 } };
      expect(await lists().save(kept.renamed('Third'))).toEqual(stale);
      expect(await lists().remove(kept)).toEqual(stale);
    }));

  it('has each name once per company, however it is written', () =>
    inContext(async () => {
      const kept = await aKept('Épico para lajes');
      const twin = named('épico PARA lajes', kept.companyId);
      expect(await lists().save(twin)).toEqual({ ok: false, error: { code: 'list.name_taken', name: twin.name } });
      expect((await lists().save(named('épico PARA lajes'))).ok).toBe(true);

      const other = await aKept('Walls', kept.companyId);
      expect(await lists().save(other.renamed('ÉPICO para lajes'))).toMatchObject({
        error: { code: 'list.name_taken' },
      });
      expect((await lists().save(kept.renamed('ÉPICO para lajes'))).ok).toBe(true);
    }));

  it('forgets what was removed, and frees its name', () =>
    inContext(async () => {
      const kept = await aKept();
      must(await lists().remove(kept));
      expect(await lists().find(kept.id, kept.companyId)).toBeNull();
      expect(await lists().save(kept.renamed('Slab'))).toMatchObject({ error: { code: 'list.stale', version: 0 } });
      expect(await lists().remove(kept)).toMatchObject({ error: { code: 'list.stale', version: 0 } });
      await aKept('Slab', kept.companyId);
    }));

  it('gives a company two hundred lists, and not one more', () =>
    inContext(async () => {
      const companyId = newId();
      for (let n = 0; n < SavedList.maxPerCompany; n += 1) must(await lists().save(named(`List ${n}`, companyId)));
      expect(await lists().save(named('One more', companyId))).toEqual({
        ...{ ok: false, error: { code: 'list.too_many', limit: 200 } },
      });
      await aKept('One of others');
    }));
}

describe('Lists in memory', () => {
  const lists = new InMemoryLists();
  contract(() => lists);
});

describe('Lists in PostgreSQL', () => {
  const database = new Database();
  const lists = new PostgresLists(database);
  let shop: Shop;
  beforeAll(async () => {
    shop = await aShop();
  });
  afterAll(() => database.onModuleDestroy());

  contract(
    () => lists,
    (work) => asTenant(shop, work),
  );

  it("hides a company's list from another tenant", async () => {
    const kept = await asTenant(shop, async () => must(await lists.save(SavedList.begin(newId(), 'Slab', made))));
    const stranger = await aShop();
    expect(await asTenant(stranger, () => lists.find(kept.id, kept.companyId))).toBeNull();
    expect(await asTenant(stranger, () => lists.remove(kept))).toMatchObject({ error: { version: 0 } });
    expect(await asTenant(shop, () => lists.find(kept.id, kept.companyId))).toMatchObject({ name: 'Slab' });
  });
});

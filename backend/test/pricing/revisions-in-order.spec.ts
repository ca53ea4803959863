import fc from 'fast-check';
import { PriceBook } from '../../src/pricing/application/book-ports.js';
import { RevisionChanges } from '../../src/pricing/application/revision-ports.js';
import { SetWisePublication } from '../../src/pricing/infrastructure/set-wise-publication.js';
import { newId } from '../../src/shared/ids.js';
import { Database } from '../../src/shared/infrastructure/database.js';
import { Api } from '../support/api.js';
import { aShop, asTenant, type Shop } from '../support/shop.js';
import { keys, productStory, type Step, steps, type Wanted } from './generated-timelines.js';
import { NaiveLedger, placeOf } from './naive-ledger.js';
import { seedOfThisRun } from './seed-of-this-run.js';

const timelines = 10;
const productsEach = 1_050;
const seed = seedOfThisRun();

let api: Api;
let shop: Shop;
beforeAll(async () => {
  [api, shop] = await Promise.all([Api.start(), aShop()]);
});
afterAll(() => api.stop());

/**
 * Each product is a case of its own: a dozen revisions of one table, published, scheduled, withdrawn and rolled back at
 * random, of which it takes part in some. All products of a timeline are published by the same few statements.
 */
it.each(Array.from({ length: timelines }, (_, n) => seed + n))(
  'whatever is published, scheduled, withdrawn and rolled back, the last word on each price counts (seed %i)',
  async (ownSeed) => {
    const [timeline = []] = fc.sample(steps, { seed: ownSeed, numRuns: 1 });
    const stories = fc.sample(productStory, { seed: ownSeed, numRuns: productsEach });
    await asTenant(shop, async () => {
      const table = await Table.open(api, stories.length);
      const ledger = new NaiveLedger(stories);
      for (const [n, step] of timeline.entries()) await play(table, ledger, n, step);
      const instants = [...new Set(timeline.map(({ live }) => live.getTime() + 1))].sort((a, b) => a - b);
      for (const instant of [Date.parse('2029-01-01'), ...instants]) {
        const found = await table.at(new Date(instant));
        const wrong = stories.flatMap((_, product) =>
          keys.flatMap((_key, key) => {
            const [is, should] = [found.get(placeOf(product, key)), ledger.at(placeOf(product, key), instant)];
            if (is === textOf(should)) return [];
            const story = stories[product]?.map((changes, step) => `${step}: ${textOf(changes[key] ?? null)}`);
            return [{ instant: new Date(instant), key: keys[key], is, should: textOf(should), timeline, story }];
          }),
        );
        expect(wrong.slice(0, 1)).toEqual([]);
      }
    });
  },
  60_000,
);

/** Does a step to the table and to the ledger; steps that have nothing to be done to become publications. */
async function play(table: Table, ledger: NaiveLedger, n: number, step: Step): Promise<void> {
  const { kind, now, pick } = step;
  const possible = kind === 'withdraw' || kind === 'roll_back' ? ledger.candidates(kind, now) : [];
  const chosen = possible[pick % possible.length];
  if (kind === 'withdraw' && chosen !== undefined) {
    await table.withdraw(chosen);
    ledger.withdraw(chosen);
  } else if (kind === 'roll_back' && chosen !== undefined) {
    const { changes, conflicts } = ledger.undoing(chosen, now);
    expect(await table.rollBack(n, chosen, now)).toEqual({ restored: changes.size, conflicts: conflicts.size });
    ledger.enter(n, step, changes);
  } else {
    const published: Step = kind === 'schedule' ? step : { ...step, kind: 'publish', live: now };
    const changes = ledger.changesOf(n);
    const bases = new Map([...changes.keys()].map((place) => [place, ledger.at(place, now.getTime())]));
    expect(await table.publish(n, published, changes, bases)).toBe(changes.size);
    ledger.enter(n, published, changes);
  }
}

const textOf = (wanted: Wanted): string | undefined =>
  wanted ? `${wanted.unitPrice} until ${wanted.validTo?.toISOString() ?? 'ever'}` : undefined;

/** A national price table with revisions made and moved by the product's own statements, at instants of the test's choice. */
class Table {
  private readonly publication = new SetWisePublication((text, values) => this.database.query(text, values));
  private readonly revisions = new Map<number, string>();

  private constructor(
    private readonly database: Database,
    private readonly book: PriceBook,
    private readonly changes: RevisionChanges,
    private readonly id: string,
    private readonly products: readonly string[],
  ) {}

  static async open({ app }: Api, products: number): Promise<Table> {
    const database = app.get(Database, { strict: false });
    const id = newId();
    await database.query(
      `insert into pricing.price_table (id, name, scope, currency) values ($1, $2, 'national', 'USD')`,
      [id, id],
    );
    return new Table(
      database,
      app.get(PriceBook, { strict: false }),
      app.get(RevisionChanges, { strict: false }),
      id,
      Array.from({ length: products }, () => newId()),
    );
  }

  /** Answers how many changes there were; none of them may be a conflict. */
  publish(
    step: number,
    { kind, now, live }: Step,
    changes: ReadonlyMap<string, Wanted>,
    bases: ReadonlyMap<string, Wanted>,
  ): Promise<number> {
    return this.database.transaction(async () => {
      const id = await this.begin(step, kind === 'schedule' ? 'scheduled' : 'live');
      const rows = [...changes].map(([place, wanted]) => {
        const [product = 0, key = 0] = place.split('/').map(Number);
        return { product: this.products[product], ...keys[key], ...wanted, base: bases.get(place)?.unitPrice };
      });
      await this.database.query(
        `insert into pricing.revision_change
           (revision_id, product_id, unit, min_quantity, valid_from, valid_to, action, unit_price, base_price)
         select $1, product, unit, "minQuantity", coalesce("validFrom", '-infinity'), coalesce("validTo", 'infinity'),
                case when "unitPrice" is null then 'remove' else 'set' end, "unitPrice", base
         from jsonb_to_recordset($2::jsonb) as w(product uuid, unit text, "minQuantity" numeric,
           "validFrom" timestamptz, "validTo" timestamptz, "unitPrice" numeric, base numeric)`,
        [id, JSON.stringify(rows)],
      );
      const instant = await this.publication.takeInstant(id, this.id, now, kind === 'schedule' ? live : null);
      expect((await this.publication.conflicts(id, this.id, instant.present, 1)).total).toBe(0);
      const counts = await this.publication.publish(id, this.id, instant);
      return counts.created + counts.updated + counts.removed + counts.unchanged;
    });
  }

  withdraw(step: number): Promise<void> {
    return this.database.transaction(async () => {
      await this.publication.takeBack(this.revisionOf(step), this.id);
      await this.database.query(`update pricing.revision set status = 'withdrawn' where id = $1`, [
        this.revisionOf(step),
      ]);
    });
  }

  /** Restores all prices that were not changed again since. */
  rollBack(step: number, undone: number, now: Date): Promise<{ restored: number; conflicts: number }> {
    return this.database.transaction(async () => {
      const id = await this.begin(step, 'live');
      await this.changes.restore(id, this.revisionOf(undone));
      const instant = await this.publication.takeInstant(id, this.id, now, null);
      const conflicts = await this.publication.conflicts(id, this.id, instant.present, 1);
      const { rowCount } = await this.database.query(
        `delete from pricing.revision_change c where revision_id = $1 and c.base_price is distinct from (
           select e.unit_price from pricing.price_entry e
           where e.table_id = $2 and e.product_id = c.product_id and e.live_to > $3 and e.live_from <= $3
             and e.unit = c.unit and e.min_quantity = c.min_quantity and e.valid_from = c.valid_from)`,
        [id, this.id, instant.present],
      );
      expect(conflicts.total).toBe(rowCount);
      const counts = await this.publication.publish(id, this.id, instant);
      const restored = counts.created + counts.updated + counts.removed + counts.unchanged;
      return { restored, conflicts: conflicts.total };
    });
  }

  /** What a visitor's prices come from at an instant, by place. */
  async at(instant: Date): Promise<Map<string, string>> {
    const viewpoint = { companyId: null, stateCode: null, currency: 'USD', at: instant };
    const candidates = await this.book.candidates(this.products, viewpoint);
    const found = new Map<string, string>();
    this.products.forEach((id, product) =>
      candidates.get(id)?.forEach(({ unit, minimum, unitPrice, validFrom, validTo, liveFrom }) => {
        if (liveFrom) return;
        const key = keys.findIndex(
          (each) =>
            each.unit === unit &&
            each.minQuantity === minimum.toString() &&
            each.validFrom?.getTime() === validFrom?.getTime(),
        );
        const place = placeOf(product, key);
        const text = textOf({ unitPrice: unitPrice.toString(), validTo }) ?? '';
        found.set(place, found.has(place) ? `${found.get(place)} and ${text}` : text);
      }),
    );
    return found;
  }

  private async begin(step: number, status: string): Promise<string> {
    const id = newId();
    await this.database.query(
      `insert into pricing.revision (id, table_id, number, source, status) values ($1, $2, $3, 'manual', $4)`,
      [id, this.id, step + 1, status],
    );
    this.revisions.set(step, id);
    return id;
  }

  private revisionOf(step: number): string {
    const id = this.revisions.get(step);
    if (!id) throw new Error(`step ${step} made no revision`);
    return id;
  }
}

import type { PriceConflict, PublishedCounts } from '../application/ports.js';

/** Sends one statement on the connection whose transaction the publication belongs to. */
export type SendStatement = <Row extends object>(
  text: string,
  values: unknown[],
) => Promise<{ rows: Row[]; rowCount: number | null }>;

// One price of the table: an entry `e` and a change `c` of the same key. The key's own order keeps each lookup short;
// unit, minimum and start are compared afterwards, because row-level security keeps numeric comparisons off indexes.
const samePrice = (entry: string) =>
  `${entry}.product_id = c.product_id and ${entry}.unit = c.unit and ${entry}.min_quantity = c.min_quantity
   and ${entry}.valid_from = c.valid_from`;

/**
 * Puts the changes of a revision in force, in as many statements as there are kinds of change. An entry that covers the
 * instant T is split: its row becomes the new price from T on, and what it said before is written beside it, ending at
 * T. So readers see all of it or none, later schedules stay where they are, and history is never rewritten.
 */
export class SetWisePublication {
  constructor(private readonly send: SendStatement) {}

  /** Makes other publications to this table wait until the transaction ends. */
  async hold(tableId: string): Promise<void> {
    // Not a row lock: drafts of the same table are begun and numbered meanwhile.
    await this.send(`select pg_advisory_xact_lock(hashtextextended('prices of ' || $1::text, 0))`, [tableId]);
  }

  /** Changes whose price is no longer what it was when they were written down. */
  async conflicts(
    revisionId: string,
    tableId: string,
    now: Date,
    limit: number,
  ): Promise<{ total: number; lines: PriceConflict[] }> {
    const { rows } = await this.send<PriceConflict & { total: number }>(
      `select c.product_id as "productId", c.unit, trim_scale(c.min_quantity)::text as "minQuantity",
              c.base_price::text as "basePrice", e.unit_price::text as "livePrice", c.unit_price::text as "newPrice",
              count(*) over ()::int as total
       from pricing.revision_change c
       left join lateral (
         select e.unit_price from pricing.price_entry e
         where e.table_id = $2 and ${samePrice('e')} and e.live_to > $3 and e.live_from <= $3
         offset 0
       ) e on true
       where c.revision_id = $1 and e.unit_price is distinct from c.base_price
       order by c.product_id, c.unit, c.min_quantity limit $4`,
      [revisionId, tableId, now, limit],
    );
    return { total: rows[0]?.total ?? 0, lines: rows.map(({ total: _total, ...line }) => line) };
  }

  /** From `wanted` on, or now when null; writes down the instant at the revision. The table must be held. */
  async publish(revisionId: string, tableId: string, now: Date, wanted: Date | null): Promise<PublishedCounts> {
    await this.send(`set local enable_hashjoin = off`, []);
    await this.send(`set local enable_mergejoin = off`, []);
    const at = await this.takeInstant(revisionId, tableId, wanted ?? now, wanted !== null);
    const updated = await this.replace(revisionId, tableId, at);
    const created = await this.create(revisionId, tableId, at);
    const removed = await this.remove(revisionId, tableId, at);
    const { rows } = await this.send<{ count: number }>(
      `select count(*)::int as count from pricing.revision_change where revision_id = $1`,
      [revisionId],
    );
    await this.send(`set local enable_hashjoin = default`, []);
    await this.send(`set local enable_mergejoin = default`, []);
    return { created, updated, removed, unchanged: (rows[0]?.count ?? 0) - created - updated - removed };
  }

  /** As if it had never been published. Only before its instant; the table must be held. */
  async takeBack(revisionId: string, tableId: string): Promise<void> {
    const values = [revisionId, tableId];
    const published = `
      pricing.revision r join pricing.revision_change c on c.revision_id = r.id and c.action = 'set'
      join pricing.price_entry n on n.table_id = $2 and ${samePrice('n')}
        and n.live_to > r.live_at and n.live_from = r.live_at and n.revision_id = r.id
      where r.id = $1`;
    await this.send(
      `with before as (
         delete from pricing.price_entry p
         using (select n.product_id, n.unit, n.min_quantity, n.valid_from, r.live_at from ${published}) as c
         where p.table_id = $2 and ${samePrice('p')} and p.live_to = c.live_at
         returning p.*)
       update pricing.price_entry n
       set id = b.id, unit_price = b.unit_price, valid_to = b.valid_to, live_from = b.live_from, revision_id = b.revision_id
       from before b
       where n.table_id = $2 and n.product_id = b.product_id and n.unit = b.unit and n.min_quantity = b.min_quantity
         and n.valid_from = b.valid_from and n.live_from = b.live_to and n.live_to > b.live_to and n.revision_id = $1`,
      values,
    );
    await this.send(
      `delete from pricing.price_entry p using (select n.product_id, n.unit, n.min_quantity, n.valid_from, n.live_to from ${published}) as c
       where p.table_id = $2 and ${samePrice('p')} and p.live_to = c.live_to and p.revision_id = $1`,
      values,
    );
    await this.send(
      `update pricing.price_entry p set live_to = least(c.previous_live_to, ${nextLiveFrom('c.live_at')})
       from (select c.*, r.live_at from pricing.revision r join pricing.revision_change c on c.revision_id = r.id
             where r.id = $1 and c.action = 'remove' and c.previous_live_to is not null) c
       where p.table_id = $2 and ${samePrice('p')} and p.live_to = c.live_at`,
      values,
    );
  }

  /** No two revisions of a table share an instant: whoever comes second in a millisecond goes a microsecond later. */
  private async takeInstant(revisionId: string, tableId: string, at: Date, ahead: boolean): Promise<string> {
    const { rows } = await this.send<{ at: string }>(
      `update pricing.revision set live_at = greatest($3::timestamptz, (
         select max(o.live_at) + interval '1 microsecond' from pricing.revision o
         where o.table_id = $2 and o.live_at >= $3 and o.id <> $1 and o.status in ('live', 'scheduled')
           and (o.live_at < $3::timestamptz + interval '1 millisecond' or (not $4 and o.status = 'live'))))
       where id = $1 returning live_at::text as at`,
      [revisionId, tableId, at, ahead],
    );
    const instant = rows[0]?.at;
    if (!instant) throw new Error(`there is no revision ${revisionId} to publish`);
    return instant;
  }

  private async replace(revisionId: string, tableId: string, at: string): Promise<number> {
    const { rowCount } = await this.send(
      `with replaced as (
         update pricing.price_entry e
         set id = uuidv7(), unit_price = c.unit_price, valid_to = c.valid_to, live_from = $3, revision_id = $1
         from pricing.revision_change c
         where c.revision_id = $1 and c.action = 'set' and e.table_id = $2 and ${samePrice('e')}
           and e.live_to > $3 and e.live_from < $3 and (e.unit_price <> c.unit_price or e.valid_to <> c.valid_to)
         returning old.id, old.product_id, old.unit, old.min_quantity, old.unit_price, old.valid_from, old.valid_to,
                   old.live_from, old.revision_id)
       insert into pricing.price_entry
         (id, table_id, product_id, unit, min_quantity, unit_price, valid_from, valid_to, live_from, live_to, revision_id)
       select id, $2, product_id, unit, min_quantity, unit_price, valid_from, valid_to, live_from, $3, revision_id
       from replaced`,
      [revisionId, tableId, at],
    );
    return rowCount ?? 0;
  }

  private async create(revisionId: string, tableId: string, at: string): Promise<number> {
    const { rowCount } = await this.send(
      `insert into pricing.price_entry
         (table_id, product_id, unit, min_quantity, unit_price, valid_from, valid_to, live_from, live_to, revision_id)
       select $2, c.product_id, c.unit, c.min_quantity, c.unit_price, c.valid_from, c.valid_to, $3,
              ${nextLiveFrom('$3::timestamptz')}, $1
       from pricing.revision_change c
       where c.revision_id = $1 and c.action = 'set' and not exists (
         select from pricing.price_entry e
         where e.table_id = $2 and ${samePrice('e')} and e.live_to > $3 and e.live_from <= $3)`,
      [revisionId, tableId, at],
    );
    return rowCount ?? 0;
  }

  private async remove(revisionId: string, tableId: string, at: string): Promise<number> {
    const { rowCount } = await this.send(
      `with removed as (
         update pricing.price_entry e set live_to = $3
         from pricing.revision_change c
         where c.revision_id = $1 and c.action = 'remove' and e.table_id = $2 and ${samePrice('e')}
           and e.live_to > $3 and e.live_from < $3
         returning e.product_id, e.unit, e.min_quantity, e.valid_from, old.live_to)
       update pricing.revision_change c set previous_live_to = e.live_to
       from removed e where c.revision_id = $1 and c.action = 'remove' and ${samePrice('e')}`,
      [revisionId, tableId, at],
    );
    return rowCount ?? 0;
  }
}

/** When the next entry of the same price goes live after the instant, as far as is scheduled. */
const nextLiveFrom = (at: string): string =>
  `coalesce((select min(l.live_from) from pricing.price_entry l
             where l.table_id = $2 and ${samePrice('l')} and l.live_to > ${at} and l.live_from > ${at}), 'infinity')`;

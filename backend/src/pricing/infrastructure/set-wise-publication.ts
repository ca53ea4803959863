import type { PriceConflict, PublishedCounts, TakenInstant } from '../application/revision-ports.js';

/** Sends one statement on the connection whose transaction the publication belongs to. */
export type SendStatement = <Row extends object>(
  text: string,
  values: unknown[],
) => Promise<{ rows: Row[]; rowCount: number | null }>;

// One price of the table: an entry `e` and a change `c` of the same key. The key's own order keeps each lookup short;
// unit, minimum and start are compared afterwards, because row-level security keeps numeric comparisons off indexes.
const samePrice = (entry: string) =>
  `${entry}.table_id = $2 and ${entry}.product_id = c.product_id and ${entry}.unit = c.unit
   and ${entry}.min_quantity = c.min_quantity and ${entry}.valid_from = c.valid_from`;

/** The table's revisions that are to go live after the instant; mostly none. Needed by `nextWord`. */
const ahead = (at: string): string =>
  `ahead as materialized (
     select r.id, r.live_at from pricing.revision r
     where r.table_id = $2 and r.live_at > ${at} and r.status in ('live', 'scheduled') and r.id <> $1)`;

/** When somebody else has the next word on the same price after the instant: a price of their own, or its removal. */
const nextWord = (at: string): string =>
  `least((select coalesce(min(l.live_from), 'infinity') from pricing.price_entry l
          where ${samePrice('l')} and l.live_to > ${at} and l.live_from > ${at}),
         (select coalesce(min(a.live_at), 'infinity') from ahead a
          join pricing.revision_change x on x.revision_id = a.id and x.action = 'remove' and x.product_id = c.product_id
            and x.unit = c.unit and x.min_quantity = c.min_quantity and x.valid_from = c.valid_from
          where a.live_at > ${at}))`;

/**
 * Puts the changes of a revision in force with one statement, however many there are. An entry that covers the instant T
 * is split: its row becomes the new price from T on, and what it said before is written beside it, ending at T. So
 * readers see all of it or none, later schedules stay where they are, and history is never rewritten. A price that is
 * scheduled is written even where it changes nothing: what goes live before it may change, and still it has its word.
 *
 * Each change looks its entry up by itself (`offset 0`) and reaches it again by its place (`ctid`), so that the cost of
 * a change depends neither on the table's size and history nor on statistics, which a fresh import has none of.
 */
export class SetWisePublication {
  constructor(private readonly send: SendStatement) {}

  /** Makes other publications to this table wait until the transaction ends. */
  async hold(tableId: string): Promise<void> {
    // Not a row lock: drafts of the same table are begun and numbered meanwhile.
    await this.send(`select pg_advisory_xact_lock(hashtextextended('prices of ' || $1::text, 0))`, [tableId]);
  }

  /**
   * Says when a revision takes effect, from `wanted` on or now when null, and writes it down at the revision. No two
   * revisions of a table share an instant: whoever comes second in a millisecond goes a microsecond later, and what is
   * published at once comes after all that spoke already, even by a clock that is ahead. The table must be held.
   */
  async takeInstant(revisionId: string, tableId: string, now: Date, wanted: Date | null): Promise<TakenInstant> {
    const { rows } = await this.send<TakenInstant>(
      `with others as (
         select max(live_at) filter (where status = 'live' or live_at < $3::timestamptz + interval '1 millisecond') as spoke,
                max(live_at) filter (where live_at between $4 and $4::timestamptz + interval '999 microseconds') as beside
         from pricing.revision
         where table_id = $2 and id <> $1 and status in ('live', 'scheduled') and live_at >= $3)
       update pricing.revision
       set live_at = case when $4::timestamptz is null then greatest($3, spoke + interval '1 microsecond')
                          else greatest($4, beside + interval '1 microsecond') end
       from others where id = $1
       returning live_at::text as at, ($4::timestamptz is not null) as ahead,
                 (case when $4::timestamptz is null then live_at else greatest($3, spoke) end)::text as present`,
      [revisionId, tableId, now, wanted],
    );
    if (!rows[0]) throw new Error(`there is no revision ${revisionId} to publish`);
    return rows[0];
  }

  /** Changes whose price is no longer what it was when they were written down; as of a present that was taken, or of now. */
  async conflicts(
    revisionId: string,
    tableId: string,
    present: Date | string,
    limit: number,
  ): Promise<{ total: number; lines: PriceConflict[] }> {
    const { rows } = await this.send<PriceConflict & { total: number }>(
      `select c.product_id as "productId", c.unit, trim_scale(c.min_quantity)::text as "minQuantity",
              c.base_price::text as "basePrice", e.unit_price::text as "livePrice", c.unit_price::text as "newPrice",
              count(*) over ()::int as total
       from pricing.revision_change c
       left join lateral (
         select e.unit_price from pricing.price_entry e
         where ${samePrice('e')} and e.live_to > $3 and e.live_from <= $3
         offset 0
       ) e on true
       where c.revision_id = $1 and e.unit_price is distinct from c.base_price
       order by c.product_id, c.unit, c.min_quantity limit $4`,
      [revisionId, tableId, present, limit],
    );
    return { total: rows[0]?.total ?? 0, lines: rows.map(({ total: _total, ...line }) => line) };
  }

  /** From the instant on that was taken for it. The table must be held. */
  async publish(revisionId: string, tableId: string, { at, ahead: isAhead }: TakenInstant): Promise<PublishedCounts> {
    return this.oneByOne(async () => {
      const { rows } = await this.send<PublishedCounts>(
        `with ${ahead('$3::timestamptz')},
         change as materialized (
           select c.*, c.ctid as own_place, e.place,
                  c.unit_price <> e.unit_price or c.valid_to <> e.valid_to as differs
           from pricing.revision_change c
           left join lateral (
             select e.ctid as place, e.unit_price, e.valid_to from pricing.price_entry e
             where ${samePrice('e')} and e.live_to > $3 and e.live_from <= $3
             offset 0
           ) e on true
           where c.revision_id = $1),
         replaced as (
           update pricing.price_entry e
           set id = uuidv7(), unit_price = c.unit_price, valid_to = c.valid_to, live_from = $3, revision_id = $1
           from change c
           where e.ctid = c.place and c.action = 'set' and (c.differs or $4)
           returning old.*),
         history as (
           insert into pricing.price_entry (id, table_id, product_id, unit, min_quantity, unit_price, valid_from, valid_to,
                                            live_from, live_to, revision_id)
           select id, table_id, product_id, unit, min_quantity, unit_price, valid_from, valid_to, live_from, $3, revision_id
           from replaced returning 1),
         created as (
           insert into pricing.price_entry (table_id, product_id, unit, min_quantity, unit_price, valid_from, valid_to,
                                            live_from, live_to, revision_id)
           select $2, c.product_id, c.unit, c.min_quantity, c.unit_price, c.valid_from, c.valid_to, $3,
                  ${nextWord('$3::timestamptz')}, $1
           from change c where c.place is null and c.action = 'set' returning 1),
         removed as (
           update pricing.price_entry e set live_to = $3 from change c
           where e.ctid = c.place and c.action = 'remove'
           returning c.own_place, old.live_to),
         noted as (
           update pricing.revision_change c set previous_live_to = r.live_to from removed r
           where c.ctid = r.own_place returning 1)
         select created, updated, removed, total - created - updated - removed as unchanged
         from (select count(*)::int as total, count(*) filter (where action = 'set' and differs)::int as updated,
                      (select count(*) from created)::int as created, (select count(*) from noted)::int as removed
               from change) counts`,
        [revisionId, tableId, at, isAhead],
      );
      if (!rows[0]) throw new Error('a publication always counts');
      return rows[0];
    });
  }

  /** As if it had never been published. Only before its instant; the table must be held. */
  async takeBack(revisionId: string, tableId: string): Promise<void> {
    await this.oneByOne(() =>
      this.send(
        `with ${ahead('(select live_at from pricing.revision where id = $1)')},
         change as materialized (
           select c.*, r.live_at, n.place, p.place as before_place
           from pricing.revision r
           join pricing.revision_change c on c.revision_id = r.id
           left join lateral (
             select n.ctid as place from pricing.price_entry n
             where ${samePrice('n')} and n.live_to > r.live_at and n.live_from = r.live_at and n.revision_id = r.id
             offset 0
           ) n on c.action = 'set'
           left join lateral (
             select p.ctid as place from pricing.price_entry p where ${samePrice('p')} and p.live_to = r.live_at
             offset 0
           ) p on true
           where r.id = $1),
         before as (
           delete from pricing.price_entry p using change c
           where p.ctid = c.before_place and c.place is not null
           returning p.*, c.place),
         restored as (
           update pricing.price_entry n
           set id = b.id, unit_price = b.unit_price, valid_to = b.valid_to, live_from = b.live_from,
               revision_id = b.revision_id
           from before b where n.ctid = b.place),
         dropped as (
           delete from pricing.price_entry n using change c where n.ctid = c.place and c.before_place is null)
         update pricing.price_entry p set live_to = ${nextWord('c.live_at')}
         from change c
         where p.ctid = c.before_place and c.action = 'remove'`,
        [revisionId, tableId],
      ),
    );
  }

  /** Without statistics the planner would compare all entries with all changes. */
  private async oneByOne<T>(work: () => Promise<T>): Promise<T> {
    await this.send(`set local enable_hashjoin = off`, []);
    await this.send(`set local enable_mergejoin = off`, []);
    const result = await work();
    await this.send(`set local enable_hashjoin = default`, []);
    await this.send(`set local enable_mergejoin = default`, []);
    return result;
  }
}

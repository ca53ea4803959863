import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type ChangeKey, type LineKey, type PriceNow, RevisionChanges } from '../application/revision-ports.js';
import { keyOf, type PriceChange } from '../domain/price-change.js';
import type { Person, Revision } from '../domain/revision.js';
import { Quantity } from '../../shared/quantity.js';

interface KeptRow {
  product_id: string;
  unit: string;
  min_quantity: string;
  valid_from: Date | null;
  added: boolean;
}

/** One statement for any number of changes. */
@Injectable()
export class SqlRevisionChanges extends RevisionChanges {
  constructor(private readonly database: Database) {
    super();
  }

  async put(
    { state: { id, tableId } }: Revision,
    changes: readonly PriceChange[],
    now: Date,
    by: Person | null,
  ): Promise<{ keptKeys: ReadonlySet<string>; added: number }> {
    if (changes.length === 0) return { keptKeys: new Set(), added: 0 };
    const kept = await this.database.sql<KeptRow>`
      insert into pricing.revision_change
        (revision_id, product_id, unit, min_quantity, valid_from, valid_to, action, unit_price, base_price, base_entry_id,
         edited_by, edited_by_name, edited_at)
      select ${id}, w.product_id, w.unit, w.min_quantity, coalesce(w.valid_from, '-infinity'),
             coalesce(w.valid_to, 'infinity'), case when w.unit_price is null then 'remove' else 'set' end,
             w.unit_price, e.unit_price, e.id, ${by?.id ?? null}, ${by?.name ?? null}, ${now}
      from unnest(${changes.map(({ productId }) => productId)}::uuid[], ${changes.map(({ unit }) => unit)}::text[],
                  ${changes.map(({ minimum }) => minimum.toString())}::numeric[],
                  ${changes.map(({ validFrom }) => validFrom)}::timestamptz[],
                  ${changes.map(({ validTo }) => validTo)}::timestamptz[],
                  ${changes.map(({ unitPrice }) => unitPrice?.toString() ?? null)}::numeric[])
        as w(product_id, unit, min_quantity, valid_from, valid_to, unit_price)
      left join lateral (
        select id, unit_price from pricing.price_entry
        where table_id = ${tableId} and product_id = w.product_id and live_to > ${now} and live_from <= ${now}
          and unit = w.unit and min_quantity = w.min_quantity and valid_from = coalesce(w.valid_from, '-infinity')
        offset 0
      ) e on true
      where w.unit_price is not null or e.id is not null
      on conflict (tenant_id, revision_id, product_id, unit, min_quantity, valid_from) do update
      set valid_to = excluded.valid_to, action = excluded.action, unit_price = excluded.unit_price,
          base_price = excluded.base_price, base_entry_id = excluded.base_entry_id,
          edited_by = excluded.edited_by, edited_by_name = excluded.edited_by_name, edited_at = excluded.edited_at
      returning product_id, unit, min_quantity, nullif(valid_from, '-infinity') as valid_from,
                old.revision_id is null as added`;
    return { keptKeys: new Set(kept.map(keyOfRow)), added: kept.filter(({ added }) => added).length };
  }

  async pricesNow(
    { state: { id, tableId } }: Revision,
    changes: readonly PriceChange[],
    now: Date,
  ): Promise<readonly PriceNow[]> {
    if (changes.length === 0) return [];
    return this.database.sql<PriceNow>`
      select case when c.revision_id is null then e.unit_price else c.unit_price end as "unitPrice",
             c.revision_id is not null as pending,
             case when c.revision_id is not null and c.edited_by is not null
                    then json_build_object('id', c.edited_by, 'name', c.edited_by_name)
                  when c.revision_id is null and r.author_id is not null
                    then json_build_object('id', r.author_id, 'name', r.author_name) end as by,
             coalesce(c.edited_at, e.live_from) as at
      from unnest(${changes.map(({ productId }) => productId)}::uuid[], ${changes.map(({ unit }) => unit)}::text[],
                  ${changes.map(({ minimum }) => minimum.toString())}::numeric[],
                  ${changes.map(({ validFrom }) => validFrom)}::timestamptz[])
        with ordinality as w(product_id, unit, min_quantity, valid_from, place)
      left join lateral (
        select revision_id, unit_price, edited_by, edited_by_name, edited_at from pricing.revision_change
        where revision_id = ${id} and product_id = w.product_id and unit = w.unit and min_quantity = w.min_quantity
          and valid_from = coalesce(w.valid_from, '-infinity')
        offset 0
      ) c on true
      left join lateral (
        select unit_price, live_from, revision_id from pricing.price_entry
        where table_id = ${tableId} and product_id = w.product_id and live_to > ${now} and live_from <= ${now}
          and unit = w.unit and min_quantity = w.min_quantity and valid_from = coalesce(w.valid_from, '-infinity')
        offset 0
      ) e on true
      left join pricing.revision r on r.id = e.revision_id
      order by w.place`;
  }

  async resolveConflicts(
    { state: { id, tableId } }: Revision,
    now: Date,
    take: 'mine' | 'live',
    lines: readonly LineKey[] | null,
  ): Promise<{ resolved: number; dropped: number }> {
    const [counts] = await this.database.sql<{ resolved: number; dropped: number }>`
      with conflict as materialized (
        select c.ctid as place, e.id as entry_id, e.unit_price as live_price,
               ${take}::text = 'live' or (c.action = 'remove' and e.id is null) as goes
        from pricing.revision_change c
        left join lateral (
          select id, unit_price from pricing.price_entry
          where table_id = ${tableId} and product_id = c.product_id and live_to > ${now} and live_from <= ${now}
            and unit = c.unit and min_quantity = c.min_quantity and valid_from = c.valid_from
          offset 0
        ) e on true
        where c.revision_id = ${id} and e.unit_price is distinct from c.base_price
          and (${lines === null}::boolean or exists (
            select from unnest(${(lines ?? []).map(({ productId }) => productId)}::uuid[],
                               ${(lines ?? []).map(({ unit }) => unit)}::text[],
                               ${(lines ?? []).map(({ minQuantity }) => minQuantity)}::numeric[],
                               ${(lines ?? []).map(({ validFrom }) => validFrom)}::timestamptz[])
              as w(product_id, unit, min_quantity, valid_from)
            where w.product_id = c.product_id and w.unit = c.unit and w.min_quantity = c.min_quantity
              and coalesce(w.valid_from, '-infinity') = c.valid_from))),
      dropped as (
        delete from pricing.revision_change c using conflict x where c.ctid = x.place and x.goes returning 1),
      rebased as (
        update pricing.revision_change c set base_price = x.live_price, base_entry_id = x.entry_id
        from conflict x where c.ctid = x.place and not x.goes returning 1)
      select (select count(*) from conflict)::int as resolved, (select count(*) from dropped)::int as dropped,
             (select count(*) from rebased)::int as rebased`;
    return counts ?? { resolved: 0, dropped: 0 };
  }

  async drop(revisionId: string, { productId, unit, minQuantity, validFrom }: ChangeKey): Promise<number> {
    const dropped = await this.database.sql<{ unit: string }>`
      delete from pricing.revision_change
      where revision_id = ${revisionId} and product_id = ${productId}
        and (${unit ?? null}::text is null or unit = ${unit ?? null})
        and (${minQuantity ?? null}::numeric is null or min_quantity = ${minQuantity ?? null}::numeric)
        and (${validFrom ?? null}::timestamptz is null or valid_from = ${validFrom ?? null})
      returning unit`;
    return dropped.length;
  }

  async dropAll({ state: { id } }: Revision, changes: readonly PriceChange[]): Promise<number> {
    if (changes.length === 0) return 0;
    const dropped = await this.database.sql<{ unit: string }>`
      delete from pricing.revision_change c
      using unnest(${changes.map(({ productId }) => productId)}::uuid[], ${changes.map(({ unit }) => unit)}::text[],
                   ${changes.map(({ minimum }) => minimum.toString())}::numeric[],
                   ${changes.map(({ validFrom }) => validFrom)}::timestamptz[])
        as w(product_id, unit, min_quantity, valid_from)
      where c.revision_id = ${id} and c.product_id = w.product_id and c.unit = w.unit
        and c.min_quantity = w.min_quantity and c.valid_from = coalesce(w.valid_from, '-infinity')
      returning c.unit`;
    return dropped.length;
  }

  async restore(revisionId: string, undone: string, lines: readonly LineKey[] | null = null): Promise<number> {
    // What stood before ends where the undone revision begins; what it left behind begins there. The latter becomes the
    // base, so that a price changed again since then shows as a conflict when the restoring revision is published.
    const restored = await this.database.sql<object>`
      insert into pricing.revision_change
        (revision_id, product_id, unit, min_quantity, valid_from, valid_to, action, unit_price, base_price, base_entry_id)
      select ${revisionId}, c.product_id, c.unit, c.min_quantity, c.valid_from, coalesce(before.valid_to, c.valid_to),
             case when before.id is null then 'remove' else 'set' end, before.unit_price, after.unit_price, after.id
      from pricing.revision r
      join pricing.revision_change c on c.revision_id = r.id
      left join lateral (
        select id, unit_price, valid_to from pricing.price_entry
        where table_id = r.table_id and product_id = c.product_id and live_to = r.live_at and unit = c.unit
          and min_quantity = c.min_quantity and valid_from = c.valid_from
        offset 0
      ) before on true
      left join lateral (
        select id, unit_price from pricing.price_entry
        where table_id = r.table_id and product_id = c.product_id and live_to > r.live_at and live_from = r.live_at
          and unit = c.unit and min_quantity = c.min_quantity and valid_from = c.valid_from
        offset 0
      ) after on true
      where r.id = ${undone} and (after.id is not null or (c.action = 'remove' and before.id is not null))
        and (${lines === null}::boolean or exists (
          select from unnest(${(lines ?? []).map(({ productId }) => productId)}::uuid[],
                             ${(lines ?? []).map(({ unit }) => unit)}::text[],
                             ${(lines ?? []).map(({ minQuantity }) => minQuantity)}::numeric[],
                             ${(lines ?? []).map(({ validFrom }) => validFrom)}::timestamptz[])
            as w(product_id, unit, min_quantity, valid_from)
          where w.product_id = c.product_id and w.unit = c.unit and w.min_quantity = c.min_quantity
            and coalesce(w.valid_from, '-infinity') = c.valid_from))
      returning 1`;
    return restored.length;
  }
}

const keyOfRow = ({ product_id, unit, min_quantity, valid_from }: KeptRow): string =>
  keyOf({
    productId: product_id,
    unit,
    minimum: Quantity.stored(min_quantity),
    validFrom: valid_from,
    validTo: null,
    unitPrice: null,
  });

import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type ChangeKey, RevisionChanges } from '../application/ports.js';
import { keyOf, type PriceChange } from '../domain/price-change.js';
import type { Revision } from '../domain/revision.js';
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
  ): Promise<{ keptKeys: ReadonlySet<string>; added: number }> {
    const kept = await this.database.sql<KeptRow>`
      insert into pricing.revision_change
        (revision_id, product_id, unit, min_quantity, valid_from, valid_to, action, unit_price, base_price, base_entry_id)
      select ${id}, w.product_id, w.unit, w.min_quantity, coalesce(w.valid_from, '-infinity'),
             coalesce(w.valid_to, 'infinity'), case when w.unit_price is null then 'remove' else 'set' end,
             w.unit_price, e.unit_price, e.id
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
          base_price = excluded.base_price, base_entry_id = excluded.base_entry_id
      returning product_id, unit, min_quantity, nullif(valid_from, '-infinity') as valid_from,
                old.revision_id is null as added`;
    return { keptKeys: new Set(kept.map(keyOfRow)), added: kept.filter(({ added }) => added).length };
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

  async restore(revisionId: string, undone: string): Promise<number> {
    // What stood before ends where the undone revision begins; what it left behind begins there. The latter becomes the
    // base, so that a price changed again since then shows as a conflict when the restoring revision is published.
    const restored = await this.database.sql<{ unit: string }>`
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
      returning unit`;
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

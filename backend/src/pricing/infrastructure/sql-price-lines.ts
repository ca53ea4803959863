import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type PriceLine, PriceLines } from '../application/price-lines.js';

/** One statement for any number of products. */
@Injectable()
export class SqlPriceLines extends PriceLines {
  constructor(private readonly database: Database) {
    super();
  }

  live(tableId: string, productIds: readonly string[], at: Date): Promise<PriceLine[]> {
    return this.database.sql<PriceLine>`
      select p.id as "productId", e.unit, trim_scale(e.min_quantity)::text as "minQuantity",
             nullif(e.valid_from, '-infinity') as "validFrom", nullif(e.valid_to, 'infinity') as "validTo",
             e.unit_price as "unitPrice"
      from unnest(${productIds}::uuid[]) with ordinality as p(id, place)
      cross join lateral (
        select unit, min_quantity, valid_from, valid_to, unit_price from pricing.price_entry
        where table_id = ${tableId} and product_id = p.id and live_to > ${at} and live_from <= ${at} and valid_to > ${at}
        offset 0
      ) e
      order by p.place, e.unit, e.min_quantity, e.valid_from`;
  }

  pending(revisionId: string): Promise<PriceLine[]> {
    return this.database.sql<PriceLine>`
      select product_id as "productId", unit, trim_scale(min_quantity)::text as "minQuantity",
             nullif(valid_from, '-infinity') as "validFrom", nullif(valid_to, 'infinity') as "validTo",
             unit_price as "unitPrice"
      from pricing.revision_change where revision_id = ${revisionId}
      order by product_id, unit, min_quantity, valid_from`;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { newId } from '../../shared/ids.js';
import { UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import { PendingPrices, type PendingRevision, type Viewpoint } from '../application/book-ports.js';
import type { PriceScope } from '../domain/price-resolver.js';
import type { PendingPrice } from '../domain/revision-overlay.js';

interface ChangeRow {
  product_id: string;
  revision_id: string;
  unit: string;
  min_quantity: string;
  valid_from: Date | null;
  valid_to: Date | null;
  unit_price: string | null;
  table_id: string;
  name: string;
  scope: PriceScope;
  state_code: string | null;
  priority: number;
  table_from: Date | null;
  table_to: Date | null;
}

/** One statement for the changes of all revisions to all products. */
@Injectable()
export class SqlPendingPrices extends PendingPrices {
  constructor(private readonly database: Database) {
    super();
  }

  revisions(ids: readonly string[]): Promise<readonly PendingRevision[]> {
    return this.database.sql<PendingRevision>`
      select id, case when status = 'scheduled' and live_at <= now() then 'live' else status end as status,
             live_at as "liveAt"
      from pricing.revision where id = any(${ids}::uuid[])`;
  }

  async changes(
    revisionIds: readonly string[],
    productIds: readonly string[],
    { companyId, stateCode, currency }: Omit<Viewpoint, 'at'>,
  ): Promise<ReadonlyMap<string, readonly PendingPrice[]>> {
    if (revisionIds.length === 0 || productIds.length === 0) return new Map();
    const rows = await this.database.sql<ChangeRow>`
      select c.product_id, c.revision_id, c.unit, c.min_quantity, nullif(c.valid_from, '-infinity') as valid_from,
             nullif(c.valid_to, 'infinity') as valid_to, case when c.action = 'set' then c.unit_price end as unit_price,
             t.id as table_id, t.name, t.scope, t.state_code, t.priority,
             nullif(t.valid_from, '-infinity') as table_from, nullif(t.valid_to, 'infinity') as table_to
      from unnest(${revisionIds}::uuid[]) with ordinality as wanted(id, place)
      join pricing.revision r on r.id = wanted.id
      join pricing.price_table t on t.id = r.table_id
      join pricing.revision_change c on c.revision_id = r.id and c.product_id = any(${productIds}::uuid[])
      where t.archived_at is null and t.currency = ${currency}
        and (t.scope = 'national'
          or (t.scope = 'state' and t.state_code = ${stateCode})
          or (t.scope = 'company' and t.company_id = ${companyId}))
      order by wanted.place`;
    const byProduct = new Map<string, PendingPrice[]>();
    for (const row of rows) {
      const change = pendingOf(row);
      const ofProduct = byProduct.get(row.product_id);
      if (ofProduct) ofProduct.push(change);
      else byProduct.set(row.product_id, [change]);
    }
    return byProduct;
  }
}

const pendingOf = (row: ChangeRow): PendingPrice => ({
  entryId: newId(),
  revisionId: row.revision_id,
  table: {
    id: row.table_id,
    name: row.name,
    scope: row.scope,
    stateCode: row.state_code,
    priority: row.priority,
    validFrom: row.table_from,
    validTo: row.table_to,
  },
  unit: row.unit,
  minimum: Quantity.stored(row.min_quantity),
  validFrom: row.valid_from,
  validTo: row.valid_to,
  unitPrice: row.unit_price === null ? null : UnitPrice.stored(row.unit_price),
});

import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { currentContext } from '../../shared/request-context.js';
import { type CountedPlace, StockCounts } from '../application/ports.js';

/** Writes any number of counted levels with three statements, locking them in the order the ledger does. */
@Injectable()
export class SqlStockCounts extends StockCounts {
  constructor(private readonly database: Database) {
    super();
  }

  async resolve(
    skus: readonly string[],
    branches: readonly string[],
  ): Promise<{ products: ReadonlyMap<string, string>; branches: ReadonlyMap<string, string> }> {
    const products = await this.database.sql<{ sku: string; id: string }>`
      select sku, id from catalog.product where sku = any(${skus}::text[])`;
    const places = await this.database.sql<{ code: string; id: string }>`
      select code, id from catalog.branch where code = any(${branches}::text[])`;
    return {
      products: new Map(products.map(({ sku, id }) => [sku, id])),
      branches: new Map(places.map(({ code, id }) => [code, id])),
    };
  }

  async write(places: readonly CountedPlace[]): Promise<void> {
    const productIds = places.map(({ productId }) => productId);
    const branchIds = places.map(({ branchId }) => branchId);
    await this.database.sql`
      insert into catalog.stock_level (product_id, branch_id)
      select * from unnest(${productIds}::uuid[], ${branchIds}::uuid[]) as p(product_id, branch_id) order by 1, 2
      on conflict do nothing`;
    await this.database.sql`
      select from catalog.stock_level s
      where (s.product_id, s.branch_id) in (select * from unnest(${productIds}::uuid[], ${branchIds}::uuid[]))
      order by s.product_id, s.branch_id for update`;
    const actor = currentContext()?.actor;
    await this.database.sql`
      with counted as (
        select * from unnest(${productIds}::uuid[], ${branchIds}::uuid[],
          ${places.map(({ onHand }) => onHand)}::numeric[], ${places.map(({ safety }) => safety)}::numeric[],
          ${places.map(({ reason }) => reason)}::text[]) as c(product_id, branch_id, on_hand, safety, reason)
      ), written as (
        update catalog.stock_level s
        set on_hand = c.on_hand, safety = coalesce(c.safety, s.safety), updated_at = now()
        from counted c where s.product_id = c.product_id and s.branch_id = c.branch_id
        returning s.product_id, s.branch_id, new.on_hand, new.reserved, new.on_hand - old.on_hand as counted,
                  new.safety - old.safety as kept, c.reason
      ), movement as (
        select product_id, branch_id, 'count' as kind, counted as quantity, on_hand, reserved, reason from written
        union all
        select product_id, branch_id, 'safety', kept, on_hand, reserved, reason from written where kept <> 0
      )
      insert into catalog.stock_movement
        (id, product_id, branch_id, kind, quantity, on_hand_after, reserved_after, reason, actor_id, actor_name)
      select uuidv7(), product_id, branch_id, kind, quantity, on_hand, reserved, reason, ${actor?.id ?? null}::uuid,
             ${actor?.name ?? null}
      from movement`;
  }
}

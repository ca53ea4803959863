import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import { Carts, type CartStale } from '../application/ports.js';
import { Cart, type CartLine } from '../domain/cart.js';

/** A line as it is kept; without an id there is none. */
export interface StoredLine {
  line_id: string | null;
  product_id: string;
  unit: string;
  quantity: string;
  note: string | null;
  seen_price: string | null;
}

interface Row extends StoredLine {
  id: string;
  job_site_id: string | null;
  trade_code: string | null;
  version: number;
}

/** Keeps carts in PostgreSQL: read by one statement, written by one that a newer version stops. New lines go to the end. */
@Injectable()
export class PostgresCarts extends Carts {
  constructor(private readonly database: Database) {
    super();
  }

  async openCartOf(buyerId: string, companyId: string): Promise<Cart> {
    const rows = await this.database.sql<Row>`
      select c.id, c.job_site_id, c.trade_code, c.version,
             l.id as line_id, l.product_id, l.unit, l.quantity, l.note, l.seen_price
      from orders.cart c left join orders.cart_line l on l.tenant_id = c.tenant_id and l.cart_id = c.id
      where c.buyer_id = ${buyerId} and c.company_id = ${companyId}
      order by l.position, l.id`;
    const [cart] = rows;
    if (!cart) return Cart.openFor(buyerId, companyId);
    const { id, job_site_id: jobSiteId, trade_code: tradeCode, version } = cart;
    return Cart.restore({ id, buyerId, companyId, jobSiteId, tradeCode, version, lines: rows.flatMap(lineOf) });
  }

  async save(cart: Cart): Promise<Result<Cart, CartStale>> {
    const written = cart.version === 0 ? await this.open(cart) : await this.overwrite(cart);
    if (written) return ok(cart.kept());
    const [current] = await this.database.sql<{ version: number }>`
      select version from orders.cart where buyer_id = ${cart.buyerId} and company_id = ${cart.companyId}`;
    return err({ code: 'cart.stale', version: current?.version ?? 0 });
  }

  private async open(cart: Cart): Promise<boolean> {
    const line = columnsOf(cart.lines);
    const rows = await this.database.sql`
      with kept as (
        insert into orders.cart (id, buyer_id, company_id, job_site_id, trade_code, version)
        values (${cart.id}, ${cart.buyerId}, ${cart.companyId}, ${cart.jobSiteId}, ${cart.tradeCode}, 1)
        on conflict do nothing returning id
      ), put as (
        insert into orders.cart_line (id, cart_id, position, product_id, unit, quantity, note, seen_price)
        select l.id, kept.id, l.position, l.product_id, l.unit, l.quantity, l.note, l.seen_price
        from kept, unnest(${line.ids}::uuid[], ${line.productIds}::uuid[], ${line.units}::text[],
                          ${line.quantities}::numeric[], ${line.notes}::text[], ${line.prices}::numeric[])
             with ordinality as l (id, product_id, unit, quantity, note, seen_price, position)
      )
      select id from kept`;
    return rows.length > 0;
  }

  private async overwrite(cart: Cart): Promise<boolean> {
    const { changed, gone } = difference(cart);
    const line = columnsOf(changed);
    const rows = await this.database.sql`
      with kept as (
        update orders.cart
        set version = version + 1, job_site_id = ${cart.jobSiteId}, trade_code = ${cart.tradeCode}, updated_at = now()
        where id = ${cart.id} and version = ${cart.version} returning id
      ), gone as (
        delete from orders.cart_line l using kept where l.cart_id = kept.id and l.id = any(${gone}::uuid[])
      ), put as (
        insert into orders.cart_line (id, cart_id, position, product_id, unit, quantity, note, seen_price)
        select l.id, kept.id, l.position + last.position, l.product_id, l.unit, l.quantity, l.note, l.seen_price
        from kept,
             (select coalesce(max(position), 0) as position from orders.cart_line where cart_id = ${cart.id}) as last,
             unnest(${line.ids}::uuid[], ${line.productIds}::uuid[], ${line.units}::text[],
                    ${line.quantities}::numeric[], ${line.notes}::text[], ${line.prices}::numeric[])
             with ordinality as l (id, product_id, unit, quantity, note, seen_price, position)
        on conflict (tenant_id, id) do update
        set unit = excluded.unit, quantity = excluded.quantity, note = excluded.note, seen_price = excluded.seen_price
      )
      select id from kept`;
    return rows.length > 0;
  }
}

/** Lines are immutable, so one that is not the very object that was read is new or changed. */
function difference({ lines, storedLines }: Cart): { changed: CartLine[]; gone: string[] } {
  const [before, ids] = [new Set(storedLines), new Set(lines.map(({ id }) => id))];
  return {
    changed: lines.filter((line) => !before.has(line)),
    gone: storedLines.flatMap(({ id }) => (ids.has(id) ? [] : [id])),
  };
}

const columnsOf = (lines: readonly CartLine[]) => ({
  ids: lines.map(({ id }) => id),
  productIds: lines.map(({ productId }) => productId),
  units: lines.map(({ unit }) => unit),
  quantities: lines.map(({ quantity }) => quantity.toString()),
  notes: lines.map(({ note }) => note),
  prices: lines.map(({ seenPrice }) => seenPrice?.toString() ?? null),
});

/** The line of a row, or none. */
export const lineOf = (row: StoredLine): CartLine[] =>
  row.line_id === null
    ? []
    : [
        {
          id: row.line_id,
          productId: row.product_id,
          unit: row.unit,
          quantity: Quantity.stored(row.quantity),
          note: row.note,
          seenPrice: row.seen_price === null ? null : UnitPrice.stored(row.seen_price),
        },
      ];

import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { Quantity } from '../../shared/quantity.js';
import { currentContext } from '../../shared/request-context.js';
import { err, ok, type Result } from '../../shared/result.js';
import { type DispatchLine, type NotReserved, StockLedger } from '../application/ports.js';
import type { ReservedLine, ServingBranch, StockedGoods, WantedLine } from '../domain/allocation.js';
import { availableAt } from '../domain/availability.js';

interface LevelRow {
  product_id: string;
  sku: string;
  name: string;
  base_unit: string;
  backorder: boolean;
  restock_date: string | null;
  branch_id: string | null;
  code: string;
  branch_name: string;
  serves: string[] | null;
  position: number;
  on_hand: string | null;
  reserved: string;
  safety: string;
}

interface OpenRow {
  id: string;
  line_no: number;
  product_id: string;
  branch_id: string | null;
  open_quantity: string;
}

/**
 * Locks stock levels by product and branch, always in that order, so writers queue and never deadlock. Each change is
 * one statement that writes the levels and their movements together.
 */
@Injectable()
export class SqlStockLedger extends StockLedger {
  constructor(private readonly database: Database) {
    super();
  }

  async lock(
    productIds: readonly string[],
  ): Promise<{ goods: ReadonlyMap<string, StockedGoods>; branches: readonly ServingBranch[] }> {
    const rows = await this.database.sql<LevelRow>`
      with level as materialized (
        select product_id, branch_id, on_hand, reserved, safety from catalog.stock_level
        where product_id = any(${productIds}::uuid[]) order by product_id, branch_id for update)
      select p.id as product_id, p.sku, p.name, p.base_unit, p.backorder, p.restock_date::text as restock_date,
             b.id as branch_id, b.code, b.name as branch_name, b.serves, b.position, l.on_hand, l.reserved, l.safety
      from catalog.product p
      left join catalog.branch b on b.active
      left join level l on l.product_id = p.id and l.branch_id = b.id
      where p.id = any(${productIds}::uuid[])`;
    const branches = new Map<string, ServingBranch>();
    const goods = new Map<string, StockedGoods & { available: Map<string, Quantity> }>();
    for (const row of rows) {
      const product = goods.get(row.product_id) ?? goodsOf(row);
      goods.set(row.product_id, product);
      if (!row.branch_id) continue;
      branches.set(row.branch_id, branchOf(row, row.branch_id));
      if (row.on_hand === null) continue;
      const [onHand, reserved, safety] = [row.on_hand, row.reserved, row.safety].map((text) => Quantity.stored(text));
      if (onHand && reserved && safety) product.available.set(row.branch_id, availableAt({ onHand, reserved, safety }));
    }
    return { goods, branches: [...branches.values()] };
  }

  async reserve(documentId: string, lines: readonly WantedLine[], reserved: readonly ReservedLine[]): Promise<void> {
    const branchOfLine = new Map(reserved.map(({ lineNo, branch }) => [lineNo, branch?.id ?? null]));
    const actor = actorNow();
    await this.database.sql`
      with line as (
        select * from unnest(${lines.map(({ lineNo }) => lineNo)}::int[], ${lines.map((line) => line.productId)}::uuid[],
          ${lines.map(({ lineNo }) => branchOfLine.get(lineNo) ?? null)}::uuid[],
          ${lines.map(({ quantity }) => quantity.toString())}::numeric[]) as l(line_no, product_id, branch_id, quantity)
      ), promised as (
        update catalog.stock_level s set reserved = s.reserved + w.quantity, updated_at = now()
        from (select product_id, branch_id, sum(quantity) as quantity from line group by 1, 2) w
        where s.product_id = w.product_id and s.branch_id = w.branch_id
        returning s.product_id, s.branch_id, s.on_hand, s.reserved, w.quantity
      ), moved as (
        insert into catalog.stock_movement
          (id, product_id, branch_id, kind, quantity, on_hand_after, reserved_after, document_id, actor_id, actor_name)
        select uuidv7(), product_id, branch_id, 'reserve', quantity, on_hand, reserved, ${documentId}::uuid,
               ${actor.id}::uuid, ${actor.name}
        from promised
      )
      insert into catalog.reservation (id, document_id, line_no, product_id, branch_id, quantity, open_quantity)
      select uuidv7(), ${documentId}::uuid, line_no, product_id, branch_id, quantity, quantity from line`;
  }

  async release(documentId: string, reason: string): Promise<void> {
    const open = await this.lockOpen(documentId);
    if (open.length === 0) return;
    const actor = actorNow();
    await this.database.sql`
      with closed as (
        update catalog.reservation set open_quantity = 0
        where document_id = ${documentId}::uuid and open_quantity > 0
        returning product_id, branch_id, old.open_quantity as quantity
      ), freed as (
        update catalog.stock_level s set reserved = s.reserved - w.quantity, updated_at = now()
        from (select product_id, branch_id, sum(quantity) as quantity from closed group by 1, 2) w
        where s.product_id = w.product_id and s.branch_id = w.branch_id
        returning s.product_id, s.branch_id, s.on_hand, s.reserved, w.quantity
      )
      insert into catalog.stock_movement
        (id, product_id, branch_id, kind, quantity, on_hand_after, reserved_after, reason, document_id, actor_id, actor_name)
      select uuidv7(), product_id, branch_id, 'release', -quantity, on_hand, reserved, ${reason}, ${documentId}::uuid,
             ${actor.id}::uuid, ${actor.name}
      from freed`;
  }

  async dispatch(
    documentId: string,
    branchId: string,
    lines: readonly DispatchLine[],
  ): Promise<Result<void, NotReserved>> {
    const open = await this.lockOpen(documentId, branchId);
    const held = await this.heldAt(branchId, open);
    const refused = lines.find((line) => !takes(line, open, held, branchId));
    if (refused) return err({ code: 'stock.not_reserved', lineNo: refused.lineNo });
    if (lines.length === 0) return ok(undefined);

    const actor = actorNow();
    await this.database.sql`
      with line as (
        select r.id, r.product_id, r.branch_id, sum(l.quantity) as quantity
        from unnest(${lines.map(({ lineNo }) => lineNo)}::int[],
                    ${lines.map(({ quantity }) => quantity.toString())}::numeric[]) as l(line_no, quantity)
        join catalog.reservation r on r.document_id = ${documentId}::uuid and r.line_no = l.line_no
        group by r.id, r.product_id, r.branch_id
      ), closed as (
        update catalog.reservation r set open_quantity = r.open_quantity - l.quantity from line l where r.id = l.id
      ), taken as (
        update catalog.stock_level s
        set on_hand = s.on_hand - w.quantity, reserved = s.reserved - w.promised, updated_at = now()
        from (select product_id, sum(quantity) as quantity,
                     coalesce(sum(quantity) filter (where branch_id is not null), 0) as promised
              from line group by product_id) w
        where s.product_id = w.product_id and s.branch_id = ${branchId}::uuid
        returning s.product_id, s.branch_id, s.on_hand, s.reserved, w.quantity
      )
      insert into catalog.stock_movement
        (id, product_id, branch_id, kind, quantity, on_hand_after, reserved_after, document_id, actor_id, actor_name)
      select uuidv7(), product_id, branch_id, 'dispatch', -quantity, on_hand, reserved, ${documentId}::uuid,
             ${actor.id}::uuid, ${actor.name}
      from taken`;
    return ok(undefined);
  }

  /** Holds a document's open reservations, then the levels they lie on; with a branch, that branch's levels too. */
  private async lockOpen(documentId: string, branchId: string | null = null): Promise<OpenRow[]> {
    const open = await this.database.sql<OpenRow>`
      select id, line_no, product_id, branch_id, open_quantity from catalog.reservation
      where document_id = ${documentId}::uuid and open_quantity > 0 order by line_no for update`;
    if (open.length === 0) return open;
    await this.database.sql`
      select from catalog.stock_level
      where product_id = any(${open.map((row) => row.product_id)}::uuid[])
        and branch_id = any(${[...open.flatMap((row) => row.branch_id ?? []), ...(branchId ? [branchId] : [])]}::uuid[])
      order by product_id, branch_id for update`;
    return open;
  }

  /** What lies at a branch, and what of it is promised to nobody. */
  private async heldAt(branchId: string, open: readonly OpenRow[]): Promise<ReadonlyMap<string, Held>> {
    const rows = await this.database.sql<{ product_id: string; on_hand: string; reserved: string }>`
      select product_id, on_hand, reserved from catalog.stock_level
      where branch_id = ${branchId}::uuid and product_id = any(${open.map((row) => row.product_id)}::uuid[])`;
    return new Map(
      rows.map((row) => {
        const onHand = Quantity.stored(row.on_hand);
        return [row.product_id, { onHand, free: onHand.minus(Quantity.stored(row.reserved)) }];
      }),
    );
  }
}

interface Held {
  onHand: Quantity;
  free: Quantity;
}

/**
 * Takes a line from what is open and from what lies at the branch; says whether there was enough of both. A
 * backordered line was promised by no branch and takes what is promised to nobody.
 */
function takes(line: DispatchLine, open: OpenRow[], held: ReadonlyMap<string, Held>, branchId: string): boolean {
  const row = open.find(({ line_no: lineNo }) => lineNo === line.lineNo);
  if (!row || (row.branch_id !== null && row.branch_id !== branchId)) return false;
  const [left, at] = [Quantity.stored(row.open_quantity), held.get(row.product_id)];
  if (!at || !left.atLeast(line.quantity) || !at.onHand.atLeast(line.quantity)) return false;
  if (row.branch_id === null) {
    if (!at.free.atLeast(line.quantity)) return false;
    at.free = at.free.minus(line.quantity);
  }
  row.open_quantity = left.minus(line.quantity).toString();
  at.onHand = at.onHand.minus(line.quantity);
  return true;
}

const goodsOf = (row: LevelRow) => ({
  productId: row.product_id,
  sku: row.sku,
  name: row.name,
  unit: row.base_unit,
  backorder: row.backorder,
  restockDate: row.restock_date,
  available: new Map<string, Quantity>(),
});

const branchOf = (row: LevelRow, id: string): ServingBranch => ({
  id,
  code: row.code,
  name: row.branch_name,
  serves: row.serves ?? [],
  position: row.position,
});

/** Whose movement it is; nobody's when the system acts by itself. */
const actorNow = (): { id: string | null; name: string | null } => {
  const actor = currentContext()?.actor;
  return { id: actor?.id ?? null, name: actor?.name ?? null };
};

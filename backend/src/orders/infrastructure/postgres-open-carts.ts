import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type OpenCart, OpenCarts } from '../application/ports.js';
import { Cart } from '../domain/cart.js';
import { lineOf, type StoredLine } from './postgres-carts.js';

interface Row {
  id: string;
  buyerId: string;
  companyId: string;
  jobSiteId: string | null;
  tradeCode: string | null;
  version: number;
  updatedAt: Date;
  lines: StoredLine[];
}

/** One statement for a page of carts with all their lines. */
@Injectable()
export class PostgresOpenCarts extends OpenCarts {
  constructor(private readonly database: Database) {
    super();
  }

  async page(
    companyId: string | null,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<{ carts: OpenCart[]; total: number }> {
    const [rows, [counted]] = await Promise.all([
      this.read(null, companyId, pageSize, (page - 1) * pageSize),
      this.database.sql<{ total: number }>`
        select count(*)::int as total from orders.cart c
        where (${companyId}::uuid is null or c.company_id = ${companyId})
          and exists (select from orders.cart_line l where l.tenant_id = c.tenant_id and l.cart_id = c.id)`,
    ]);
    return { carts: rows.map(openCartOf), total: counted?.total ?? 0 };
  }

  async find(id: string): Promise<OpenCart | null> {
    const [row] = await this.read(id, null, 1, 0);
    return row ? openCartOf(row) : null;
  }

  private read(id: string | null, companyId: string | null, limit: number, offset: number): Promise<Row[]> {
    return this.database.sql<Row>`
      select c.id, c.buyer_id as "buyerId", c.company_id as "companyId", c.job_site_id as "jobSiteId",
             c.trade_code as "tradeCode", c.version, c.updated_at as "updatedAt",
             (select json_agg(json_build_object(
                'line_id', l.id, 'product_id', l.product_id, 'unit', l.unit, 'quantity', l.quantity::text,
                'note', l.note, 'seen_price', l.seen_price::text) order by l.position, l.id)
              from orders.cart_line l where l.tenant_id = c.tenant_id and l.cart_id = c.id) as lines
      from orders.cart c
      where (${id}::uuid is null or c.id = ${id}) and (${companyId}::uuid is null or c.company_id = ${companyId})
        and exists (select from orders.cart_line l where l.tenant_id = c.tenant_id and l.cart_id = c.id)
      order by c.updated_at desc, c.id limit ${limit} offset ${offset}`;
  }
}

const openCartOf = ({ lines, updatedAt, ...cart }: Row): OpenCart => ({
  cart: Cart.restore({ ...cart, lines: lines.flatMap(lineOf) }),
  updatedAt,
});

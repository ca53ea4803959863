import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type OrderBasket, OrderBaskets } from '../../shared/order-baskets.js';

/** One statement for an order and its lines. */
@Injectable()
export class SqlOrderBaskets extends OrderBaskets {
  constructor(private readonly database: Database) {
    super();
  }

  async of(orderId: string): Promise<OrderBasket | null> {
    const [basket] = await this.database.sql<OrderBasket>`
      select o.company_id as "companyId", o.state_code as "stateCode",
             (select json_agg(json_build_object('productId', l.product_id, 'unit', l.unit,
                                                'quantity', trim_scale(l.quantity)::text) order by l.line_no)
              from orders.order_line l where l.tenant_id = o.tenant_id and l.order_id = o.id) as lines
      from orders.order o where o.id = ${orderId}`;
    return basket ?? null;
  }
}

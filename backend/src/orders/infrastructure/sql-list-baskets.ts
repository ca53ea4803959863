import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type ListBasket, ListBaskets } from '../../shared/list-baskets.js';

/** One statement for a list and its lines. */
@Injectable()
export class SqlListBaskets extends ListBaskets {
  constructor(private readonly database: Database) {
    super();
  }

  async of(listId: string): Promise<ListBasket | null> {
    const [basket] = await this.database.sql<ListBasket>`
      select s.company_id as "companyId",
             coalesce((select json_agg(json_build_object('productId', l.product_id, 'unit', l.unit,
                                                         'quantity', trim_scale(l.quantity)::text)
                                       order by l.position, l.id)
                       from orders.saved_list_line l where l.tenant_id = s.tenant_id and l.list_id = s.id), '[]') as lines
      from orders.saved_list s where s.id = ${listId}`;
    return basket ?? null;
  }
}

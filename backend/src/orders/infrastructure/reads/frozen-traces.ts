import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';

export interface FrozenTrace {
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly listPrice: string | null;
  readonly currency: string;
  readonly source: string;
  readonly sourceLabel: string;
  readonly derived: boolean;
  readonly trace: object;
}

/** Reads why a line of an order cost what it cost, as it was frozen. */
@Injectable()
export class FrozenTraces {
  constructor(private readonly database: Database) {}

  async of(orderId: string, lineNo: number): Promise<FrozenTrace | null> {
    const [row] = await this.database.sql<FrozenTrace>`
      select l.sku, l.name, l.unit, l.quantity, l.unit_price as "unitPrice", l.list_price as "listPrice", o.currency,
             l.source, l.source_label as "sourceLabel", l.derived, l.trace
      from orders.order_line l join orders.order o on o.tenant_id = l.tenant_id and o.id = l.order_id
      where l.order_id = ${orderId} and l.line_no = ${lineNo}`;
    return row ?? null;
  }
}

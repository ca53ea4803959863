import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { err, ok, type Result } from '../../shared/result.js';
import { Orders, type OrderStale } from '../application/ports.js';
import { Order, type OrderState } from '../domain/order.js';
import type { HistoryEntry } from '../domain/order-history.js';
import { baseUnitsOf } from '../domain/order-line.js';
import { OrderRows } from './reads/order-rows.js';

/** Keeps orders in PostgreSQL, each part set-wise; a change is stopped by a newer version. */
@Injectable()
export class PostgresOrders extends Orders {
  constructor(
    private readonly database: Database,
    private readonly rows: OrderRows,
  ) {
    super();
  }

  async nextNumber(): Promise<string> {
    const [row] = await this.database.sql<{ number: number }>`
      insert into orders.order_counter as c (next) values (1002)
      on conflict (tenant_id) do update set next = c.next + 1
      returning next - 1 as number`;
    if (!row) throw new Error('the order counter did not count');
    return `SO-${row.number}`;
  }

  async add(order: Order, traces: readonly object[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.addHead(order.state);
      await this.addLines(order.state, traces);
      await this.addEvents(order.state.id, order.news);
    });
  }

  async find(id: string, companyId: string | null): Promise<Order | null> {
    const found = await this.rows.find(id, companyId);
    return found && Order.restore(found.state);
  }

  async save(order: Order): Promise<Result<Order, OrderStale>> {
    return this.database.transaction(async () => {
      const { state, news } = order;
      const written = await this.database.sql`
        update orders.order
        set version = version + 1, status = ${state.status}, payment_status = ${state.paymentStatus},
            fulfilment_status = ${state.fulfilmentStatus}, paid = ${state.paid.toString()}
        where id = ${state.id} and version = ${state.version} returning id`;
      if (written.length === 0) return err(await this.staleness(state.id));

      await this.saveProgress(state);
      await this.saveShipments(state);
      await this.savePayments(state);
      await this.addEvents(state.id, news);
      return ok(order.kept());
    });
  }

  private async staleness(id: string): Promise<OrderStale> {
    const [row] = await this.database.sql<{ version: number }>`select version from orders.order where id = ${id}`;
    return { code: 'order.stale', version: row?.version ?? 0 };
  }

  private async addHead(state: OrderState): Promise<void> {
    const { company, buyer, payment } = state;
    await this.database.sql`
      insert into orders.order
        (id, number, company_id, company_name, buyer_id, buyer_name, buyer_email, sales_rep_id, status, payment_status,
         fulfilment_status, placed_at, currency, job_site_id, address, state_code, po_number, requested_date,
         payment_method, payment_terms, payment_reference, due_at, trade_code, note, subtotal, tax, freight, total,
         paid, version)
      values
        (${state.id}, ${state.number}, ${company.id}, ${company.name}, ${buyer.id}, ${buyer.name}, ${buyer.email},
         ${state.salesRepId}, ${state.status}, ${state.paymentStatus}, ${state.fulfilmentStatus}, ${state.placedAt},
         ${state.currency}, ${state.jobSiteId}, ${JSON.stringify(state.address)}::jsonb, ${state.stateCode},
         ${state.poNumber}, ${state.requestedDate}::date, ${payment.method}, ${payment.terms}, ${payment.reference},
         ${payment.dueAt}, ${state.tradeCode}, ${state.note}, ${state.subtotal.toString()}, ${state.tax.toString()},
         ${state.freight.toString()}, ${state.total.toString()}, ${state.paid.toString()}, ${state.version})`;
  }

  /** As one JSON document: a line has more columns than reads well as arrays. */
  private async addLines({ id, lines }: OrderState, traces: readonly object[]): Promise<void> {
    const rows = lines.map((line, index) => ({
      line_no: line.lineNo,
      product_id: line.productId,
      sku: line.sku,
      name: line.name,
      unit: line.unit,
      unit_name: line.unitName,
      factor: line.factor.toString(),
      quantity: line.quantity.toString(),
      base_quantity: baseUnitsOf(line).toString(),
      unit_price: line.unitPrice.toString(),
      list_price: line.listPrice?.toString() ?? null,
      line_total: line.lineTotal.toString(),
      source: line.source,
      source_label: line.sourceLabel,
      badge: line.badge,
      derived: line.derived,
      trace: traces[index] ?? {},
      branch_id: line.branch?.id ?? null,
      branch_code: line.branch?.code ?? null,
      branch_name: line.branch?.name ?? null,
      backordered: line.branch === null,
      expected_date: line.expectedDate,
      note: line.note,
    }));
    await this.database.sql`
      insert into orders.order_line
        (order_id, line_no, product_id, sku, name, unit, unit_name, factor, quantity, base_quantity, unit_price,
         list_price, line_total, source, source_label, badge, derived, trace, branch_id, branch_code, branch_name,
         backordered, expected_date, note)
      select ${id}, line_no, product_id, sku, name, unit, unit_name, factor, quantity, base_quantity, unit_price,
             list_price, line_total, source, source_label, badge, derived, trace, branch_id, branch_code, branch_name,
             backordered, expected_date, note
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as line
        (line_no int, product_id uuid, sku text, name text, unit text, unit_name text, factor numeric,
         quantity numeric, base_quantity numeric, unit_price numeric, list_price numeric, line_total numeric,
         source text, source_label text, badge jsonb, derived boolean, trace jsonb, branch_id uuid, branch_code text,
         branch_name text, backordered boolean, expected_date date, note text)`;
  }

  private async addEvents(orderId: string, news: readonly HistoryEntry[]): Promise<void> {
    if (news.length === 0) return;
    // Ids of one millisecond come in any order; history is read by them, so they are put in order first.
    const ids = news.map(({ id }) => id).sort();
    await this.database.sql`
      insert into orders.order_event (id, order_id, at, actor_id, actor_name, actor_kind, event, note, facts)
      select e.id, ${orderId}, e.at, e.actor_id, e.actor_name, e.actor_kind, e.event, e.note, e.facts
      from unnest(${ids}::uuid[], ${news.map(({ at }) => at)}::timestamptz[],
                  ${news.map(({ actor }) => actor.id)}::uuid[], ${news.map(({ actor }) => actor.name)}::text[],
                  ${news.map(({ actor }) => actor.kind)}::text[], ${news.map(({ event }) => event)}::text[],
                  ${news.map(({ note }) => note)}::text[],
                  ${news.map(({ facts }) => facts && JSON.stringify(facts))}::jsonb[])
           as e (id, at, actor_id, actor_name, actor_kind, event, note, facts)`;
  }

  private async saveProgress({ id, lines }: OrderState): Promise<void> {
    await this.database.sql`
      update orders.order_line l
      set shipped = p.shipped, delivered = p.delivered, branch_id = p.branch_id, branch_code = p.branch_code,
          branch_name = p.branch_name
      from unnest(${lines.map(({ lineNo }) => lineNo)}::int[],
                  ${lines.map(({ shipped }) => shipped.toString())}::numeric[],
                  ${lines.map(({ delivered }) => delivered.toString())}::numeric[],
                  ${lines.map(({ branch }) => branch?.id ?? null)}::uuid[],
                  ${lines.map(({ branch }) => branch?.code ?? null)}::text[],
                  ${lines.map(({ branch }) => branch?.name ?? null)}::text[])
           as p (line_no, shipped, delivered, branch_id, branch_code, branch_name)
      where l.order_id = ${id} and l.line_no = p.line_no
        and (l.shipped, l.delivered) is distinct from (p.shipped, p.delivered)`;
  }

  private async saveShipments({ id, shipments }: OrderState): Promise<void> {
    if (shipments.length === 0) return;
    await this.database.sql`
      insert into orders.shipment (id, order_id, number, branch_id, branch_name, shipped_at, delivered_at, note)
      select s.id, ${id}, s.number, s.branch_id, s.branch_name, s.shipped_at, s.delivered_at, s.note
      from unnest(${shipments.map((shipment) => shipment.id)}::uuid[],
                  ${shipments.map(({ number }) => number)}::int[],
                  ${shipments.map(({ branchId }) => branchId)}::uuid[],
                  ${shipments.map(({ branchName }) => branchName)}::text[],
                  ${shipments.map(({ shippedAt }) => shippedAt)}::timestamptz[],
                  ${shipments.map(({ deliveredAt }) => deliveredAt)}::timestamptz[],
                  ${shipments.map(({ note }) => note)}::text[])
           as s (id, number, branch_id, branch_name, shipped_at, delivered_at, note)
      on conflict (tenant_id, id) do update set delivered_at = excluded.delivered_at`;
    const parts = shipments.flatMap((shipment) => shipment.lines.map((line) => ({ shipmentId: shipment.id, ...line })));
    await this.database.sql`
      insert into orders.shipment_line (shipment_id, line_no, quantity)
      select * from unnest(${parts.map(({ shipmentId }) => shipmentId)}::uuid[],
                           ${parts.map(({ lineNo }) => lineNo)}::int[],
                           ${parts.map(({ quantity }) => quantity.toString())}::numeric[])
      on conflict do nothing`;
  }

  private async savePayments({ id, payment, payments }: OrderState): Promise<void> {
    if (payments.length === 0) return;
    await this.database.sql`
      insert into orders.payment (id, order_id, amount, method, reference, recorded_by, recorded_by_name, at)
      select p.id, ${id}, p.amount, ${payment.method}, p.reference, p.recorded_by, p.recorded_by_name, p.at
      from unnest(${payments.map((entry) => entry.id)}::uuid[],
                  ${payments.map(({ amount }) => amount.toString())}::numeric[],
                  ${payments.map(({ reference }) => reference)}::text[],
                  ${payments.map(({ recordedBy }) => recordedBy.id)}::uuid[],
                  ${payments.map(({ recordedBy }) => recordedBy.name)}::text[],
                  ${payments.map(({ at }) => at)}::timestamptz[])
           as p (id, amount, reference, recorded_by, recorded_by_name, at)
      on conflict do nothing`;
  }
}

import { Injectable } from '@nestjs/common';
import { Directory } from '../../identity/index.js';
import { Demand, type Place, type Sale, type WaitingLine } from '../../shared/demand.js';
import { Database } from '../../shared/infrastructure/database.js';

/** Prices of these scopes are those that a place's own prices take the turn of. */
const noMoreSpecific: Readonly<Record<Place['scope'], readonly string[]>> = {
  national: ['national'],
  state: ['national', 'state'],
  company: ['national', 'state', 'company'],
};

/** Reads what orders and open carts say. */
@Injectable()
export class SqlDemand extends Demand {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {
    super();
  }

  soldSince(from: Date, { scope, stateCode, companyId }: Place): Promise<Sale[]> {
    return this.database.sql<Sale>`
      select l.product_id as "productId", l.unit, l.quantity, l.base_quantity as "baseQuantity", count(*)::int as times,
             case when ${scope} = 'company' then 1
               else 1 - coalesce((l.badge ->> 'discountPercent')::numeric, 0) / 100 end as "keptShare",
             sum(l.line_total) as revenue
      from orders."order" o join orders.order_line l on l.order_id = o.id
      where o.placed_at >= ${from} and o.status not in ('rejected', 'cancelled')
        and l.source = any(${noMoreSpecific[scope]}::text[])
        and (${stateCode}::text is null or o.state_code = ${stateCode})
        and (${companyId}::uuid is null or o.company_id = ${companyId})
      group by l.product_id, l.unit, l.quantity, l.base_quantity, "keptShare"`;
  }

  async touchedBy(
    productIds: readonly string[],
    from: Date,
    place: Place,
  ): Promise<{ companies: number; waiting: readonly WaitingLine[] }> {
    const { scope, stateCode, companyId } = place;
    const [bought] = await this.database.sql<{ companies: number }>`
      select count(distinct o.company_id)::int as companies
      from orders."order" o join orders.order_line l on l.order_id = o.id
      where o.placed_at >= ${from} and o.status not in ('rejected', 'cancelled')
        and l.product_id = any(${productIds}::uuid[]) and l.source = any(${noMoreSpecific[scope]}::text[])
        and (${stateCode}::text is null or o.state_code = ${stateCode})
        and (${companyId}::uuid is null or o.company_id = ${companyId})`;
    const lines = await this.database.sql<Omit<WaitingLine, 'stateCode'> & { jobSiteId: string | null }>`
      select c.id as "cartId", c.company_id as "companyId", c.job_site_id as "jobSiteId", l.product_id as "productId",
             l.unit, l.quantity
      from orders.cart c join orders.cart_line l on l.cart_id = c.id
      where (${companyId}::uuid is null or c.company_id = ${companyId}) and l.product_id = any(${productIds}::uuid[])
      order by row_number() over (partition by c.id order by l.position, l.id), c.id`;
    const stateOf = await this.states(lines);
    const waiting = lines.map(({ jobSiteId, ...line }) => ({ ...line, stateCode: stateOf(line.companyId, jobSiteId) }));
    return {
      companies: bought?.companies ?? 0,
      waiting: stateCode ? waiting.filter((line) => line.stateCode === stateCode) : waiting,
    };
  }

  /** Where goods go: to the job site, else to the company. */
  private async states(
    lines: readonly { companyId: string; jobSiteId: string | null }[],
  ): Promise<(companyId: string, jobSiteId: string | null) => string> {
    const [companies, sites] = await Promise.all([
      this.directory.companiesById(lines.map(({ companyId }) => companyId)),
      this.directory.jobSiteStates(lines.flatMap(({ jobSiteId }) => jobSiteId ?? [])),
    ]);
    return (companyId, jobSiteId) => sites.get(jobSiteId ?? '') ?? companies.get(companyId)?.stateCode ?? '';
  }
}

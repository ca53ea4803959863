import { Injectable } from '@nestjs/common';
import { Directory } from '../../identity/index.js';
import { Demand, type Place, type Sale } from '../../shared/demand.js';
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
             sum(l.line_total) as revenue
      from orders."order" o join orders.order_line l on l.order_id = o.id
      where o.placed_at >= ${from} and o.status not in ('rejected', 'cancelled')
        and l.source = any(${noMoreSpecific[scope]}::text[])
        and (${stateCode}::text is null or o.state_code = ${stateCode})
        and (${companyId}::uuid is null or o.company_id = ${companyId})
      group by l.product_id, l.unit, l.quantity, l.base_quantity`;
  }

  async touchedBy(
    productIds: readonly string[],
    from: Date,
    place: Place,
  ): Promise<{ companies: number; openCarts: number }> {
    const { scope, stateCode, companyId } = place;
    const [bought] = await this.database.sql<{ companies: number }>`
      select count(distinct o.company_id)::int as companies
      from orders."order" o join orders.order_line l on l.order_id = o.id
      where o.placed_at >= ${from} and o.status not in ('rejected', 'cancelled')
        and l.product_id = any(${productIds}::uuid[]) and l.source = any(${noMoreSpecific[scope]}::text[])
        and (${stateCode}::text is null or o.state_code = ${stateCode})
        and (${companyId}::uuid is null or o.company_id = ${companyId})`;
    const carts = await this.database.sql<{ companyId: string; jobSiteId: string | null }>`
      select c.company_id as "companyId", c.job_site_id as "jobSiteId" from orders.cart c
      where (${companyId}::uuid is null or c.company_id = ${companyId})
        and exists (select from orders.cart_line l where l.cart_id = c.id and l.product_id = any(${productIds}::uuid[]))`;
    const states = stateCode ? await this.statesOf(carts) : [];
    const openCarts = stateCode ? states.filter((state) => state === stateCode).length : carts.length;
    return { companies: bought?.companies ?? 0, openCarts };
  }

  /** Where each cart's goods go: to its job site, else to the company. */
  private async statesOf(carts: readonly { companyId: string; jobSiteId: string | null }[]): Promise<string[]> {
    const [companies, sites] = await Promise.all([
      this.directory.companiesById(carts.map(({ companyId }) => companyId)),
      this.directory.jobSiteStates(carts.flatMap(({ jobSiteId }) => jobSiteId ?? [])),
    ]);
    return carts.map(
      ({ companyId, jobSiteId }) => sites.get(jobSiteId ?? '') ?? companies.get(companyId)?.stateCode ?? '',
    );
  }
}

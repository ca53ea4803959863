import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { Quantity } from '../../../shared/quantity.js';
import {
  type Availability,
  availableAt,
  availabilityOf,
  type BranchStock,
  lowAtMost,
} from '../../domain/availability.js';
import { ActiveBranches } from '../active-branches.js';
import { nameOf, StatementValues } from './product-filter.js';
import { mediaUrl } from './product-rows.js';
import { SearchPlans } from './search-plans.js';

export interface StockQuery {
  readonly search?: string;
  /** A branch's code. */
  readonly branch?: string;
  readonly status?: 'low' | 'out';
  readonly page: number;
  readonly pageSize: number;
}

export interface StockedItem {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly baseUnit: string;
  readonly baseUnitName: string;
  readonly thumbnailUrl: string | null;
  readonly availability: Availability;
  readonly branches: readonly (BranchStock & { readonly id: string; readonly available: Quantity })[];
}

export interface Movement {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly branch: string;
  readonly branchName: string;
  readonly quantity: string;
  readonly onHandAfter: string;
  readonly reservedAfter: string;
  readonly reason: string | null;
  readonly documentId: string | null;
  readonly actorName: string | null;
}

interface Row {
  id: string;
  sku: string;
  name: string;
  base_unit: string;
  base_unit_name: string | null;
  thumbnail_key: string | null;
  backorder: boolean;
  levels: { id: string; code: string; name: string; onHand: string; reserved: string; safety: string }[] | null;
}

/** What lies where, product by product in the order of their names, and how it came to. */
@Injectable()
export class StockList {
  constructor(
    private readonly database: Database,
    private readonly branches: ActiveBranches,
    private readonly searches: SearchPlans,
  ) {}

  async page(query: StockQuery): Promise<{ items: StockedItem[]; total: number }> {
    const values = new StatementValues();
    const conditions = await this.conditions(query, values);
    const counting = `select count(*)::int as total from catalog.product p where p.status = 'active'${conditions}`;
    const { rows: counted } = await this.database.query<{ total: number }>(counting, [...values.all], nameOf(counting));
    const branch = query.branch === undefined ? '' : ` and b.code = ${values.bind(query.branch, 'text')}`;
    const text = `select ${itemColumns}, (${levels(branch)}) as levels
      from (
        select * from catalog.product p where p.status = 'active'${conditions}
        order by p.name, p.id limit ${values.bind(query.pageSize, 'int')}
        offset ${values.bind((query.page - 1) * query.pageSize, 'int')}) p order by p.name, p.id`;
    const { rows } = await this.database.query<Row>(text, values.all, nameOf(text));
    return { items: rows.map(itemOf), total: counted[0]?.total ?? 0 };
  }

  /** Those of these products that there are, as in the list. */
  async items(productIds: readonly string[]): Promise<StockedItem[]> {
    const { rows } = await this.database.query<Row>(
      `select ${itemColumns}, (${levels('')}) as levels
       from catalog.product p where p.id = any($1::uuid[]) order by p.name, p.id`,
      [productIds],
      'catalog.stock-items',
    );
    return rows.map(itemOf);
  }

  /** The newest first; null when there is no such product. */
  async movements(
    productId: string,
    page: { page: number; pageSize: number },
  ): Promise<{ movements: Movement[]; total: number } | null> {
    const [product] = await this.database.sql<{ total: number }>`
      select (select count(*) from catalog.stock_movement m where m.product_id = p.id)::int as total
      from catalog.product p where p.id = ${productId}`;
    if (!product) return null;
    const movements = await this.database.sql<Movement>`
      select m.id, m.at, m.kind, b.code as branch, b.name as "branchName", m.quantity, m.on_hand_after as "onHandAfter",
             m.reserved_after as "reservedAfter", m.reason, m.document_id as "documentId", m.actor_name as "actorName"
      from catalog.stock_movement m join catalog.branch b on b.id = m.branch_id
      where m.product_id = ${productId} order by m.at desc, m.id desc
      limit ${page.pageSize}::int offset ${(page.page - 1) * page.pageSize}::int`;
    return { movements, total: product.total };
  }

  private async conditions({ search, branch, status }: StockQuery, values: StatementValues): Promise<string> {
    const plan = this.searches.asTyped(search);
    const found = plan
      ? ` and p.id in (select id from catalog.found_products(${values.bind(plan.words, 'text[]')}, '{}',
          ${values.bind(plan.phrase, 'text')}, array['active']))`
      : '';
    if (!status) return found;
    const asked = (await this.branches.all()).filter(({ code }) => branch === undefined || code === branch);
    const branchIds = asked.map(({ id }) => id);
    const available = `select s.product_id from catalog.stock_level s
        where s.branch_id = any(${values.bind(branchIds, 'uuid[]')})
        group by s.product_id having sum(greatest(s.on_hand - s.reserved - s.safety, 0)) > 0`;
    if (status === 'out') return `${found} and p.id not in (${available})`;
    const most = values.bind(lowAtMost.toString(), 'numeric');
    return `${found} and p.id in (${available}
        and sum(greatest(s.on_hand - s.reserved - s.safety, 0)) <= greatest(${most}, sum(s.safety)))`;
  }
}

const itemColumns = `p.id, p.sku, p.name, p.base_unit, p.thumbnail_key, p.backorder,
  (select u ->> 'name' from jsonb_array_elements(p.units) u where u ->> 'code' = p.base_unit limit 1) as base_unit_name`;

/** A product's levels at every branch in use, nought where nothing was ever counted. */
const levels = (condition: string): string => `
  select json_agg(json_build_object('id', b.id, 'code', b.code, 'name', b.name,
    'onHand', coalesce(s.on_hand, 0)::text, 'reserved', coalesce(s.reserved, 0)::text,
    'safety', coalesce(s.safety, 0)::text) order by b.position, b.code)
  from catalog.branch b left join catalog.stock_level s on s.branch_id = b.id and s.product_id = p.id
  where b.active${condition}`;

function itemOf(row: Row): StockedItem {
  const branches = (row.levels ?? []).map(({ id, code, name, onHand, reserved, safety }) => {
    const level = {
      onHand: Quantity.stored(onHand),
      reserved: Quantity.stored(reserved),
      safety: Quantity.stored(safety),
    };
    return { id, code, name, ...level, available: availableAt(level) };
  });
  return {
    id: row.id,
    sku: row.sku,
    name: row.name,
    baseUnit: row.base_unit,
    baseUnitName: row.base_unit_name ?? row.base_unit,
    thumbnailUrl: mediaUrl(row.thumbnail_key),
    availability: availabilityOf(branches, row.backorder),
    branches,
  };
}

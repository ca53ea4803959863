import { Injectable } from '@nestjs/common';
import { Demand, type Place, type Sale } from '../../../shared/demand.js';
import { Database } from '../../../shared/infrastructure/database.js';
import { ShortMemory } from '../../../shared/short-memory.js';
import { Assortment, unitNameOf } from '../../application/catalogue-ports.js';
import { type Measure, Measures } from '../../application/cost-ports.js';
import { KeepFloors } from '../../application/keep-floors.js';
import type { Light } from '../../domain/margin.js';
import { type MeasuredGoods, measuredGoods } from '../measured-goods.js';
import { type DiffPart, type DiffSort, diffStatement } from './diff-statement.js';
import type { RevisionRow } from './revision-list.js';
import { TouchedCarts } from './touched-carts.js';

export const diffFlags = ['over_percent', 'below_floor', 'zero', 'decimal_slip'] as const;
export type DiffFlag = (typeof diffFlags)[number];

export interface DiffRow {
  readonly productId: string;
  readonly sku: string | null;
  readonly name: string | null;
  readonly unit: string;
  /** As people call it. */
  readonly unitName: string;
  readonly minQuantity: string;
  /** As PostgreSQL writes instants in JSON. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly action: 'set' | 'remove';
  readonly oldPrice: string | null;
  readonly newPrice: string | null;
  readonly difference: string | null;
  readonly percent: string | null;
  readonly conflict: boolean;
  readonly basePrice: string | null;
  /** What the unit costs when the change goes live; this and what follows are null for who may not see costs. */
  readonly cost: string | null;
  readonly oldMargin: string | null;
  readonly newMargin: string | null;
  readonly floor: string | null;
  readonly light: Light;
  readonly sold90: string;
  readonly revenueEffect: string | null;
  readonly flags: readonly DiffFlag[];
}

/** A line before the catalogue says what its product is called. */
type ComparedRow = Omit<DiffRow, 'sku' | 'name' | 'unitName'>;

export interface DiffTotals {
  readonly changes: number;
  readonly products: number;
  readonly added: number;
  readonly removed: number;
  readonly raised: number;
  readonly lowered: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly outliers: number;
  readonly overPercent: number;
  readonly belowFloor: number;
  readonly zero: number;
  readonly decimalSlips: number;
  readonly averagePercent: string | null;
  readonly largestRise: string | null;
  readonly largestFall: string | null;
  readonly revenueEffect: string;
}

/** The revision that is looked at, and where its prices hold. */
export interface ComparedRevision {
  readonly id: string;
  readonly tableId: string;
  /** Changes with every edit. */
  readonly version: number;
  readonly place: Place;
  /** Its prices are in the table already, from `liveAt` on. */
  readonly published: boolean;
  /** When it goes or went live; null: at once. */
  readonly liveAt: Date | null;
}

/** How a revision is compared with its table. */
export const compared = ({
  id,
  tableId,
  version,
  table,
  status,
  liveAt,
  goesLiveAt,
}: RevisionRow): ComparedRevision => ({
  ...{ id, tableId, version },
  place: { scope: table.scope, stateCode: table.stateCode, companyId: table.companyId },
  published: status === 'scheduled' || status === 'live' || status === 'superseded',
  liveAt: liveAt ?? goesLiveAt,
});

export interface DiffWanted {
  readonly page: number;
  readonly pageSize: number;
  readonly only?: DiffPart | undefined;
  readonly search?: string | undefined;
  readonly sort?: DiffSort | undefined;
}

export interface Impact {
  readonly products: number;
  readonly companies: number;
  readonly openCarts: number;
  readonly revenue90: string;
  readonly revenueEffect: string;
}

interface Known {
  readonly goods: MeasuredGoods;
  readonly sales: readonly Sale[];
  readonly outlierPercent: string;
}

/** How long a million prices may take to be compared on a slow machine. */
const longestMs = 2 * 60_000;
const weighedMs = 90 * 24 * 60 * 60 * 1000;

/** What a revision does to the prices of its table, what should be looked at twice first. */
@Injectable()
export class RevisionDiff {
  /** Where products stand in the catalogue, for whoever turns the pages of a diff. */
  private readonly measured = new ShortMemory<readonly Measure[]>(30_000, 4);

  constructor(
    private readonly database: Database,
    private readonly assortment: Assortment,
    private readonly measures: Measures,
    private readonly floors: KeepFloors,
    private readonly demand: Demand,
    private readonly carts: TouchedCarts,
  ) {}

  /**
   * Before it is published the old price is what is live at `now`; afterwards what it replaced, and there are no
   * conflicts any more. Costs, margins and floors are there only when `seesCosts`; the light is always.
   */
  async page(
    revision: ComparedRevision,
    now: Date,
    wanted: DiffWanted,
    seesCosts: boolean,
  ): Promise<{ rows: DiffRow[]; totals: DiffTotals; total: number; outlierPercent: string }> {
    const known = await this.known(revision, now);
    const { rows, totals, total } = await this.compare(revision, now, wanted, known);
    const goods = await this.assortment.byIds([...new Set(rows.map(({ productId }) => productId))]);
    return {
      rows: rows.map((row) => {
        const known = goods.get(row.productId);
        const { sku = null, name = null } = known ?? {};
        return { ...row, sku, name, unitName: unitNameOf(known, row.unit), ...(!seesCosts && hidden) };
      }),
      ...{ totals, total, outlierPercent: known.outlierPercent },
    };
  }

  /** What it touches besides prices. */
  async impact(revision: ComparedRevision, now: Date): Promise<Impact> {
    const known = await this.known(revision, now);
    const { totals } = await this.compare(revision, now, { page: 1, pageSize: 1 }, known);
    const { ids } = known.goods;
    const touched = await this.demand.touchedBy(ids, since(now), revision.place);
    const changed = new Set(ids);
    const sold = known.sales.filter(({ productId }) => changed.has(productId));
    return {
      products: totals.products,
      companies: revision.place.scope === 'company' ? 1 : touched.companies,
      openCarts: await this.carts.count(revision, now, known.goods, touched.waiting),
      revenue90: sum(sold.map(({ revenue }) => revenue)),
      revenueEffect: totals.revenueEffect,
    };
  }

  private async known({ id, version, place }: ComparedRevision, now: Date): Promise<Known> {
    const [measures, sales, rules, { settings }] = await Promise.all([
      this.measured.get(`${id}|${version}`, () => this.measuresOf(id)),
      this.demand.soldSince(since(now), place),
      this.floors.rules(),
      this.floors.current(),
    ]);
    return { goods: measuredGoods(measures, rules), sales, outlierPercent: settings.outlierPercent };
  }

  private async measuresOf(revisionId: string): Promise<readonly Measure[]> {
    const changed = await this.database.sql<{ id: string }>`
      select distinct product_id as id from pricing.revision_change where revision_id = ${revisionId}`;
    return this.measures.of(changed.map(({ id }) => id));
  }

  private async compare(
    { id, tableId, published, liveAt }: ComparedRevision,
    now: Date,
    { page, pageSize, only, search, sort = 'outliers' }: DiffWanted,
    { goods, sales, outlierPercent }: Known,
  ): Promise<{ rows: ComparedRow[]; totals: DiffTotals; total: number }> {
    const found = search ? await this.assortment.matches({ search, sort: 'sku' }) : null;
    const changed = new Set(goods.ids);
    const sold = sales.filter(({ productId }) => changed.has(productId));
    const before = published ? (liveAt ?? now) : now;
    const after = liveAt && (published || liveAt > now) ? liveAt : now;
    const values = [
      ...[id, tableId, published, now, before, after, outlierPercent],
      ...[goods.ids, goods.baseUnits, goods.floors, sort === 'sku' ? goods.skus : goods.ids.map(() => null)],
      ...[goods.unitIds, goods.units, goods.factors],
      ...[sold.map((each) => each.productId), sold.map((each) => each.unit), sold.map((each) => each.quantity)],
      ...[sold.map((each) => each.baseQuantity), sold.map((each) => each.times), sold.map((each) => each.keptShare)],
      ...[found?.map((match) => match.id) ?? null, pageSize, (page - 1) * pageSize],
    ];
    return this.database.transaction(async () => {
      // Lists come as parameters and drafts are fresh: without this the planner might compare all of one with all of
      // the other. What is looked up one by one still is.
      await this.database.query('set local enable_nestloop = off');
      await this.database.query('set local enable_memoize = off');
      await this.database.query(`set local work_mem = '64MB'`);
      // Without a name it is planned for these very lists.
      const { rows } = await this.database.query<{
        rows: ComparedRow[] | null;
        totals: DiffTotals;
        total: number;
      }>(diffStatement(sort, only), values);
      const [answer] = rows;
      if (!answer) throw new Error('a diff has always one row');
      return { rows: answer.rows ?? [], totals: answer.totals, total: answer.total };
    }, longestMs);
  }
}

const hidden = { cost: null, oldMargin: null, newMargin: null, floor: null };

const since = (now: Date): Date => new Date(now.getTime() - weighedMs);

/** Of amounts in decimal text with two decimals. */
const sum = (amounts: readonly string[]): string => {
  const cents = amounts.reduce((total, amount) => total + BigInt(amount.replace('.', '')), 0n);
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

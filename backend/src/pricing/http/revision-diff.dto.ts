import { IsBoolean, IsIn } from 'class-validator';
import { Flag, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import type { Light } from '../domain/margin.js';
import { diffParts, type DiffPart, diffSorts, type DiffSort } from '../infrastructure/reads/diff-statement.js';
import type { DiffFlag, DiffRow, DiffTotals } from '../infrastructure/reads/revision-diff.js';

/** Which lines are wanted, and what comes first: what should be looked at twice unless said. */
export class DiffQuery extends PageQuery {
  @WhenGiven()
  @Flag()
  @IsBoolean()
  conflictsOnly?: boolean;

  @WhenGiven()
  @IsIn(diffParts)
  only?: DiffPart;

  /** Active products that match. */
  @WhenGiven()
  @Text(0, 200)
  search?: string;

  @WhenGiven()
  @IsIn(diffSorts)
  sort?: DiffSort;
}

/**
 * One price before and after; `conflict`: it is no longer what it was when the change was written down. Cost, margins and
 * floor are fractions of what is asked for, and null for who may not see costs; `light` is for everybody.
 */
export class DiffLineView {
  productId!: string;
  sku!: string | null;
  name!: string | null;
  unit!: string;
  unitName!: string;
  minQuantity!: string;
  validFrom!: string | null;
  validTo!: string | null;
  action!: 'set' | 'remove';
  oldPrice!: string | null;
  newPrice!: string | null;
  difference!: string | null;
  percent!: string | null;
  conflict!: boolean;
  basePrice!: string | null;
  /** What the unit costs. */
  cost!: string | null;
  oldMargin!: string | null;
  newMargin!: string | null;
  floor!: string | null;
  light!: Light;
  /** Sold at this price in the last 90 days, in base units. */
  sold90!: string;
  /** What those sales would have brought more or less. */
  revenueEffect!: string | null;
  flags!: DiffFlag[];
}

/** The diff in one line. */
export class DiffTotalsView {
  changes!: number;
  products!: number;
  added!: number;
  removed!: number;
  raised!: number;
  lowered!: number;
  unchanged!: number;
  conflicts!: number;
  outliers!: number;
  overPercent!: number;
  belowFloor!: number;
  zero!: number;
  decimalSlips!: number;
  averagePercent!: string | null;
  largestRise!: string | null;
  largestFall!: string | null;
  revenueEffect!: string;
}

/** What travels beside the diff's lines in `meta.facets`. */
export class DiffFacetsView {
  currency!: string;
  outlierPercent!: string;
  totals!: DiffTotalsView;
}

/** What a revision touches: goods, companies that buy them, open carts that hold them, and money of the last 90 days. */
export class ImpactView {
  products!: number;
  companies!: number;
  openCarts!: number;
  revenue90!: string;
  revenueEffect!: string;
  currency!: string;
}

const iso = (instant: string | null): string | null => (instant ? new Date(instant).toISOString() : null);

export const toDiffLine = (row: DiffRow): DiffLineView => ({
  ...row,
  flags: [...row.flags],
  validFrom: iso(row.validFrom),
  validTo: iso(row.validTo),
});

export const toDiffFacets = (totals: DiffTotals, currency: string, outlierPercent: string): DiffFacetsView => ({
  currency,
  outlierPercent,
  totals,
});

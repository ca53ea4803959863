import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { formatDecimal } from '../../shared/decimal.js';
import { Flag, Instant, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { unitNameOf } from '../application/catalogue-ports.js';
import type { KeptCost, PricingSettings } from '../application/cost-ports.js';
import type { CategoryFloor } from '../application/keep-floors.js';
import type { ListedCost } from '../application/show-costs.js';
import { type WritingLocale, writingLocales } from '../domain/written-price.js';
import { ChangeErrorView } from './revision.dto.js';

/** A fraction from 0 to under 1 with at most four decimals: 12 % is `0.12`. */
const Fraction = () =>
  Matches(/^0(\.\d{1,4})?$/, { message: '$property must be a fraction like 0.12, from 0 to under 1' });

/** Active products with what they cost at an instant, now unless said. */
export class CostQuery extends PageQuery {
  @WhenGiven()
  @Text(0, 200)
  search?: string;

  @WhenGiven()
  @Text(1, 200)
  category?: string;

  /** Only products without a cost. */
  @WhenGiven()
  @Flag()
  @IsBoolean()
  missing?: boolean;

  @WhenGiven()
  @Instant()
  at?: Date;
}

/** What one base unit costs; from now on (since ever, if it is the first, or where null says so) and for ever unless said. */
export class CostBody {
  @WhenGiven()
  @Text(1, 100)
  sku?: string;

  @WhenGiven()
  @IsUUID()
  productId?: string;

  @WhenGiven()
  @MaxLength(30)
  unitCost?: string;

  /** As somebody typed or pasted it; `locale` says how to read what is ambiguous. */
  @WhenGiven()
  @MaxLength(60)
  unitCostText?: string;

  /** Null: since ever. */
  @IsOptional()
  @Instant()
  validFrom?: Date | null;

  @WhenGiven()
  @Instant()
  validTo?: Date;
}

/** Which entry of a product's cost: the one that begins then; left out, since ever. */
export class CostEntryQuery {
  @WhenGiven()
  @Instant()
  validFrom?: Date;
}

export class CostsBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => CostBody)
  changes!: CostBody[];

  @WhenGiven()
  @IsIn(writingLocales)
  locale?: WritingLocale;
}

/** A product and the cost that holds; `floor` is the least margin of its category, a fraction. */
export class CostView {
  productId!: string;
  sku!: string;
  name!: string;
  categoryName!: string;
  baseUnit!: string;
  /** As people call it. */
  baseUnitName!: string;
  unitCost!: string | null;
  validFrom!: string | null;
  validTo!: string | null;
  enteredBy!: string | null;
  enteredAt!: string | null;
  floor!: string | null;
}

/** What travels beside the costs in `meta.facets`. */
export class CostFacetsView {
  currency!: string;
}

/** A cost that was not taken, by its place in the list. */
export class RefusedCostView {
  index!: number;
  error!: ChangeErrorView;
}

export class ChangedCostsView {
  accepted!: number;
  refused!: RefusedCostView[];
}

/** The entry that was taken back; without the figure, which who edits costs need not be allowed to see. */
export class RemovedCostView {
  productId!: string;
  validFrom!: string | null;
}

/** What was said of a product's cost; `holds` marks the one that is used now. */
export class CostHistoryView {
  unitCost!: string;
  validFrom!: string | null;
  validTo!: string | null;
  enteredBy!: string | null;
  enteredAt!: string;
  holds!: boolean;
}

/** Whose leave a change of prices needs, and what is looked at twice; a null `defaultFloor` is none, or hidden. */
export class PricingSettingsView {
  twoPersonApproval!: boolean;
  defaultFloor!: string | null;
  outlierPercent!: string;
  expiryReminderDays!: number;
  version!: number;
}

/** What is left out stays; the floor takes the right to edit costs. */
export class PricingSettingsBody {
  @WhenGiven()
  @IsBoolean()
  twoPersonApproval?: boolean;

  @IsOptional()
  @Fraction()
  defaultFloor?: string | null;

  @WhenGiven()
  @Matches(/^(?=.*[1-9])\d{1,4}(\.\d{1,2})?$/, { message: '$property must be a percentage above zero' })
  outlierPercent?: string;

  @WhenGiven()
  @IsInt()
  @Min(0)
  @Max(365)
  expiryReminderDays?: number;

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

/** A category's own least margin, and what holds from above while it has none. */
export class MarginFloorView {
  categoryId!: string;
  categoryName!: string;
  parentId!: string | null;
  floor!: string | null;
  inherited!: string | null;
}

export class MarginFloorBody {
  @IsUUID()
  categoryId!: string;

  @IsOptional()
  @Fraction()
  floor!: string | null;
}

export class MarginFloorsBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => MarginFloorBody)
  floors!: MarginFloorBody[];
}

const iso = (instant: Date | null | undefined): string | null => instant?.toISOString() ?? null;

/** A floor as it travels: `0.1200`. */
export const fraction = (tenThousandths: number | null): string | null =>
  tenThousandths === null ? null : formatDecimal(BigInt(tenThousandths), 4);

/** Ten-thousandths of a fraction that passed validation. */
export const tenThousandths = (text: string | null): number | null =>
  text === null ? null : Math.round(Number(text) * 10_000);

export const toCost = ({ goods, cost, floor }: ListedCost): CostView => ({
  productId: goods.id,
  sku: goods.sku,
  name: goods.name,
  categoryName: goods.category.name,
  baseUnit: goods.baseUnit,
  baseUnitName: unitNameOf(goods, goods.baseUnit),
  unitCost: cost?.unitCost ?? null,
  validFrom: iso(cost?.validFrom),
  validTo: iso(cost?.validTo),
  enteredBy: cost?.enteredBy ?? null,
  enteredAt: iso(cost?.enteredAt),
  floor: fraction(floor),
});

export const toHistory = (cost: KeptCost, holds: boolean): CostHistoryView => ({
  unitCost: cost.unitCost,
  validFrom: iso(cost.validFrom),
  validTo: iso(cost.validTo),
  enteredBy: cost.enteredBy,
  enteredAt: cost.enteredAt.toISOString(),
  holds,
});

export const toFloor = ({ category, floor, inherited }: CategoryFloor): MarginFloorView => ({
  categoryId: category.id,
  categoryName: category.name,
  parentId: category.parentId,
  floor: fraction(floor),
  inherited: fraction(inherited),
});

export const toSettings = (
  { defaultFloor, outlierPercent, expiryReminderDays, version }: PricingSettings,
  twoPersonApproval: boolean,
  seesCosts: boolean,
): PricingSettingsView => ({
  twoPersonApproval,
  defaultFloor: seesCosts ? fraction(defaultFloor) : null,
  outlierPercent,
  expiryReminderDays,
  version,
});

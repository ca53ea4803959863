import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Text, WhenGiven } from '../../shared/http/fields.js';
import type { FormulaOutcome, SkipReason } from '../application/apply-formula.js';
import { RevisionView } from './revision.dto.js';

/** A signed decimal like `-3.5`. */
const Signed = (after: number) =>
  Matches(new RegExp(`^[+-]?\\d{1,9}(\\.\\d{1,${after}})?$`), {
    message: `$property must be a number like -3.5 with at most ${after} decimals`,
  });

/** Which products are meant; filters of different kinds narrow, values of one kind widen. Nothing said: all of them. */
export class SelectionBody {
  /** A category's slug; its descendants count as well. */
  @WhenGiven()
  @Text(1, 200)
  category?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  brand?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20_000)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  skus?: string[];

  @WhenGiven()
  @Text(0, 200)
  search?: string;

  /** Only products with a price of this table's own, or with a change in this revision. */
  @WhenGiven()
  @IsIn(['override', 'changed'])
  only?: 'override' | 'changed';
}

/** What a price becomes: said in words (`text`), or put together from a base, a percentage, an amount or a margin. */
export class FormulaBody {
  /** `+3.5 %`, `-0.10`, `cost + 22 %`, `cost / (1 - 22 %)`, `table - 2 %`, `= 9.90`. */
  @WhenGiven()
  @MaxLength(200)
  text?: string;

  @WhenGiven()
  @IsIn(['current', 'cost', 'table'])
  base?: 'current' | 'cost' | 'table';

  /** The table that `table` speaks of. */
  @WhenGiven()
  @IsUUID()
  tableId?: string;

  @WhenGiven()
  @Signed(4)
  percent?: string;

  @WhenGiven()
  @Signed(4)
  amount?: string;

  /** The margin to reach: base / (1 - margin %). */
  @WhenGiven()
  @Signed(4)
  margin?: string;
}

/** To a multiple of `to`, or to the next price that ends in `ending`. */
export class RoundingBody {
  @WhenGiven()
  @Matches(/^(?=.*[1-9])\d{1,6}(\.\d{1,4})?$/, { message: '$property must be a step like 0.05' })
  to?: string;

  @WhenGiven()
  @Matches(/^(?=.*[1-9])\d{1,3}(\.\d{1,4})?$/, { message: '$property must be an ending like 0.99' })
  ending?: string;

  @WhenGiven()
  @IsIn(['nearest', 'up', 'down'])
  mode?: 'nearest' | 'up' | 'down';
}

/** A formula for the prices of a selection; with `preview` nothing is written. */
export class ApplyFormulaBody {
  @WhenGiven()
  @ValidateNested()
  @Type(() => SelectionBody)
  selection?: SelectionBody;

  @IsDefined()
  @ValidateNested()
  @Type(() => FormulaBody)
  formula!: FormulaBody;

  @IsOptional()
  @ValidateNested()
  @Type(() => RoundingBody)
  rounding?: RoundingBody | null;

  @WhenGiven()
  @IsBoolean()
  preview?: boolean;

  /** How numbers in `text` are written. */
  @WhenGiven()
  @IsIn(['en', 'pt-BR'])
  locale?: 'en' | 'pt-BR';
}

/** Prices the formula could not make, and a few of their products. */
export class SkippedView {
  reason!: SkipReason;
  count!: number;
  examples!: string[];
}

/** One price before and after. */
export class FormulaSampleView {
  productId!: string;
  sku!: string;
  name!: string;
  unit!: string;
  unitName!: string;
  minQuantity!: string;
  oldPrice!: string | null;
  newPrice!: string;
}

/** What the formula changes, or changed; `revision` is null for a preview. */
export class AppliedFormulaView {
  changes!: number;
  products!: number;
  unchanged!: number;
  skipped!: SkippedView[];
  sample!: FormulaSampleView[];
  revision!: RevisionView | null;
}

export const toApplied = (
  { changes, products, unchanged, skipped, sample }: FormulaOutcome,
  revision: RevisionView | null,
): AppliedFormulaView => ({
  changes,
  products,
  unchanged,
  skipped: skipped.map(({ reason, count, examples }) => ({ reason, count, examples: [...examples] })),
  sample: sample.map((each) => ({ ...each })),
  revision,
});

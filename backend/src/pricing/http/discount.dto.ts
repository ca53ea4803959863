import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { Instant, Text, WhenGiven } from '../../shared/http/fields.js';
import type { BuyerTier, TradeCode } from '../application/keep-discounts.js';

/** Percent with at most two decimals, from 0 to 100. */
const Percent = () =>
  Matches(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, { message: '$property must be a percentage like 5 or 7.25' });

const Code = () =>
  Matches(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, { message: '$property must be letters, digits, - or _' });

export class TierCategoryBody {
  @IsUUID()
  categoryId!: string;

  @Percent()
  percent!: string;
}

/** A standing of companies; categories without a percentage of their own take the nearest above, else the default. */
export class NewBuyerTier {
  @Code()
  code!: string;

  @Text(1, 120)
  name!: string;

  @Percent()
  defaultPercent!: string;

  @WhenGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => TierCategoryBody)
  categories?: TierCategoryBody[];
}

/** What to change; `categories` replaces all of them. */
export class BuyerTierPatch {
  @WhenGiven()
  @Code()
  code?: string;

  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @WhenGiven()
  @Percent()
  defaultPercent?: string;

  @WhenGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => TierCategoryBody)
  categories?: TierCategoryBody[];

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

/** A code that gives a discount to who enters it. */
export class NewTradeCode {
  @Code()
  code!: string;

  @Text(1, 120)
  name!: string;

  @Percent()
  percent!: string;

  @IsOptional()
  @IsUUID()
  categoryId?: string | null;

  @IsOptional()
  @Instant()
  validFrom?: Date | null;

  @IsOptional()
  @Instant()
  validTo?: Date | null;

  @WhenGiven()
  @IsBoolean()
  active?: boolean;
}

export class TradeCodePatch {
  @WhenGiven()
  @Code()
  code?: string;

  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @WhenGiven()
  @Percent()
  percent?: string;

  @IsOptional()
  @IsUUID()
  categoryId?: string | null;

  @IsOptional()
  @Instant()
  validFrom?: Date | null;

  @IsOptional()
  @Instant()
  validTo?: Date | null;

  @WhenGiven()
  @IsBoolean()
  active?: boolean;

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

export class TierCategoryView {
  categoryId!: string;
  percent!: string;
}

export class BuyerTierView {
  id!: string;
  code!: string;
  name!: string;
  defaultPercent!: string;
  categories!: TierCategoryView[];
  version!: number;
}

export class TradeCodeView {
  id!: string;
  code!: string;
  name!: string;
  percent!: string;
  categoryId!: string | null;
  validFrom!: string | null;
  validTo!: string | null;
  active!: boolean;
  version!: number;
}

export const toTier = ({ categories, ...tier }: BuyerTier): BuyerTierView => ({
  ...tier,
  categories: categories.map(({ categoryId, percent }) => ({ categoryId, percent })),
});

export const toCode = ({ validFrom, validTo, ...code }: TradeCode): TradeCodeView => ({
  ...code,
  validFrom: validFrom?.toISOString() ?? null,
  validTo: validTo?.toISOString() ?? null,
});

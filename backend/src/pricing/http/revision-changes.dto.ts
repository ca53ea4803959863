import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Decimal, Instant, Text, WhenGiven } from '../../shared/http/fields.js';
import type { LineKey } from '../application/revision-ports.js';
import { type WritingLocale, writingLocales } from '../domain/written-price.js';
import { RefusedChangeView, RevisionView } from './revision.dto.js';

/**
 * One price to set or remove, or a change to take out of the draft again; the unit is the product's first and the
 * minimum 1 unless said.
 */
export class ChangeBody {
  @WhenGiven()
  @Text(1, 100)
  sku?: string;

  @WhenGiven()
  @IsUUID()
  productId?: string;

  @WhenGiven()
  @MaxLength(30)
  unit?: string;

  @WhenGiven()
  @MaxLength(30)
  minQuantity?: string;

  @IsIn(['set', 'remove', 'drop'])
  action!: 'set' | 'remove' | 'drop';

  @WhenGiven()
  @MaxLength(30)
  unitPrice?: string;

  /** The price as somebody typed or pasted it; counts when there is no `unitPrice`. */
  @WhenGiven()
  @IsString()
  @MaxLength(100)
  unitPriceText?: string;

  /** The pending price the editor saw, without one the live price, null for none; a line that differs is not written. */
  @IsOptional()
  @Decimal(4)
  expects?: string | null;

  @WhenGiven()
  @Instant()
  validFrom?: Date;

  @WhenGiven()
  @Instant()
  validTo?: Date;
}

/** Changes to write; `locale` says how to read what is ambiguous in a text, and is the tenant's unless said. */
export class ChangesBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => ChangeBody)
  changes!: ChangeBody[];

  @WhenGiven()
  @IsIn(writingLocales)
  locale?: WritingLocale;
}

/** Which change to drop; what is left out matches any, so that a product alone drops all of its changes. */
export class ChangeKeyQuery {
  @IsUUID()
  productId!: string;

  @WhenGiven()
  @Text(1, 30)
  unit?: string;

  @WhenGiven()
  @Decimal(3, 10)
  minQuantity?: string;

  @WhenGiven()
  @Instant()
  validFrom?: Date;
}

/** One price of a revision. */
export class LineKeyBody {
  @IsUUID()
  productId!: string;

  @Text(1, 30)
  unit!: string;

  @Decimal(3, 10)
  minQuantity!: string;

  /** Left out or null: since ever. */
  @IsOptional()
  @Instant()
  validFrom?: Date | null;
}

/** Whose price a conflict ends with: the draft's, or what is live. Without `lines` all conflicts are meant. */
export class ResolveConflictsBody {
  @IsIn(['mine', 'live'])
  take!: 'mine' | 'live';

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => LineKeyBody)
  lines?: LineKeyBody[];
}

/** What to restore: all of a revision or some of its lines, at once or as a draft to look at. */
export class RollbackBody {
  @IsUUID()
  revisionId!: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => LineKeyBody)
  lines?: LineKeyBody[];

  /** Leaves it as a draft. */
  @IsOptional()
  @IsIn([true, false])
  draft?: boolean;
}

/** What a text was read as, by its place in the list. */
export class ReadPriceView {
  index!: number;
  unitPrice!: string;
}

export class ChangedPricesView {
  accepted!: number;
  refused!: RefusedChangeView[];
  read!: ReadPriceView[];
  revision!: RevisionView;
}

export class DroppedChangesView {
  dropped!: number;
  revision!: RevisionView;
}

export class ResolvedConflictsView {
  resolved!: number;
  revision!: RevisionView;
}

export const toLineKey = ({ productId, unit, minQuantity, validFrom }: LineKeyBody): LineKey => ({
  productId,
  unit,
  minQuantity,
  validFrom: validFrom ?? null,
});

import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { Decimal, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import type { AvailabilityStatus } from '../domain/availability.js';
import type { Movement, StockedItem } from '../infrastructure/reads/stock-list.js';

/** Which stock is wanted; with a branch's code, figures and status are that branch's. */
export class StockListQuery extends PageQuery {
  @WhenGiven()
  @Text(0, 100)
  search?: string;

  @WhenGiven()
  @Text(1, 20)
  branch?: string;

  @WhenGiven()
  @IsIn(['low', 'out'])
  status?: 'low' | 'out';
}

/** A level somebody counted, in base units; without `safety` the safety stock stays as it is. */
export class CountLine {
  @Text(1, 60)
  sku!: string;

  /** A branch's code. */
  @Text(1, 20)
  branch!: string;

  @Decimal(3)
  onHand!: string;

  @WhenGiven()
  @Decimal(3)
  safety?: string;

  @Text(1, 200)
  reason!: string;
}

/** Up to 1,000 counted levels, written together or not at all. */
export class CountRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => CountLine)
  lines!: CountLine[];
}

/** A product's stock at one branch, in base units. */
export class BranchStockView {
  id!: string;
  code!: string;
  name!: string;
  onHand!: string;
  reserved!: string;
  safety!: string;
  available!: string;
}

/** A product with its stock at every branch, in base units. */
export class StockView {
  productId!: string;
  sku!: string;
  name!: string;
  baseUnit!: string;
  baseUnitName!: string;
  thumbnailUrl!: string | null;
  status!: AvailabilityStatus;
  available!: string;
  branches!: BranchStockView[];
}

/** One change of a level: how much, and how it stood afterwards. */
export class MovementView {
  id!: string;
  at!: string;
  kind!: string;
  branch!: string;
  branchName!: string;
  quantity!: string;
  onHandAfter!: string;
  reservedAfter!: string;
  reason!: string | null;
  documentId!: string | null;
  actorName!: string | null;
}

export const toStockView = ({
  id,
  sku,
  name,
  baseUnit,
  baseUnitName,
  thumbnailUrl,
  ...item
}: StockedItem): StockView => ({
  productId: id,
  sku,
  name,
  baseUnit,
  baseUnitName,
  thumbnailUrl,
  status: item.availability.status,
  available: item.availability.available.toString(),
  branches: item.branches.map((at) => ({
    id: at.id,
    code: at.code,
    name: at.name,
    onHand: at.onHand.toString(),
    reserved: at.reserved.toString(),
    safety: at.safety.toString(),
    available: at.available.toString(),
  })),
});

export const toMovementView = ({ at, ...movement }: Movement): MovementView => ({ ...movement, at: at.toISOString() });

import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Day, DecimalText, List, OptionalText, Text, Version } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { type PaymentMethod, paymentMethods } from '../domain/payment-plan.js';
import { fulfilmentStatuses, orderStatuses, paymentStatuses } from '../domain/order-states.js';
import { type OrderSort, orderSorts } from '../infrastructure/reads/order-list.js';

/** Where the goods of one order go. */
export class AddressBody {
  @OptionalText(120)
  name?: string | null;

  @Text(1, 200)
  line1!: string;

  @OptionalText(200)
  line2?: string | null;

  @Text(1, 100)
  city!: string;

  @Text(2, 2)
  stateCode!: string;

  @Text(3, 12)
  postalCode!: string;

  @OptionalText(120)
  contactName?: string | null;

  @OptionalText(40)
  contactPhone?: string | null;

  @OptionalText(1000)
  accessNotes?: string | null;
}

/** How the buyer wants to pay. */
export class PaymentChoice {
  @IsIn(paymentMethods)
  method!: PaymentMethod;
}

/** The buyer's consent to the cart as they saw it. */
export class PlaceOrderRequest {
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  cartVersion!: number;

  @IsOptional()
  @IsUUID()
  jobSiteId?: string | null;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AddressBody)
  address?: AddressBody | null;

  @OptionalText(60)
  poNumber?: string | null;

  @IsOptional()
  @Day()
  requestedDate?: string | null;

  @IsObject()
  @ValidateNested()
  @Type(() => PaymentChoice)
  payment!: PaymentChoice;

  @OptionalText(40)
  tradeCode?: string | null;

  @OptionalText(1000)
  note?: string | null;
}

/** Which of a company's orders are asked for; `from` and `to` are days of the tenant's calendar or instants, both included. */
export class OrderQuery extends PageQuery {
  @IsOptional()
  @List()
  @IsIn(orderStatuses, { each: true })
  status?: string[];

  @IsOptional()
  @Text(1, 100)
  search?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;

  @IsOptional()
  @IsIn(Object.keys(orderSorts))
  sort: OrderSort = '-placedAt';
}

/** Which of all orders are asked for. */
export class BackofficeOrderQuery extends OrderQuery {
  @IsOptional()
  @IsUUID()
  company?: string;

  @IsOptional()
  @IsUUID()
  rep?: string;

  @IsOptional()
  @List()
  @IsIn(paymentStatuses, { each: true })
  payment?: string[];

  @IsOptional()
  @List()
  @IsIn(fulfilmentStatuses, { each: true })
  fulfilment?: string[];
}

/** Why an order ends; the reason stays in its history. */
export class EndOrderRequest {
  @OptionalText(500)
  reason?: string | null;

  @Version()
  version?: number;
}

/** A note for the history. */
export class ConfirmOrderRequest {
  @OptionalText(500)
  note?: string | null;

  @Version()
  version?: number;
}

/** So much of a line leaves, in the line's unit. */
export class ShipLine {
  @IsInt()
  @Min(1)
  @Max(1_000)
  lineNo!: number;

  @DecimalText()
  quantity!: string;
}

/** What leaves: without lines everything open, without a branch from where each line is reserved; backordered lines need one. */
export class ShipOrderRequest extends ConfirmOrderRequest {
  @IsOptional()
  @IsUUID()
  branchId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => ShipLine)
  lines?: ShipLine[];
}

/** What arrived: one shipment, or all that are underway. */
export class DeliverOrderRequest extends ConfirmOrderRequest {
  @IsOptional()
  @IsUUID()
  shipmentId?: string;
}

/** Money that came in, in the order's currency. */
export class PaymentBody extends ConfirmOrderRequest {
  @DecimalText()
  amount!: string;

  @OptionalText(120)
  reference?: string | null;
}

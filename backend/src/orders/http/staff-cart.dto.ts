import { IsUUID, Max } from 'class-validator';
import { WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import type { ShownCart } from '../application/show-open-carts.js';
import { CartHeadView, CartLineView, toCartView, toLineView } from './cart.dto.js';
import { NamedView, OrderBuyerView } from './order-view.dto.js';

/** Whose open carts are wanted. */
export class StaffCartQuery extends PageQuery {
  @WhenGiven()
  @IsUUID()
  companyId?: string;

  @Max(50)
  override pageSize: number = 24;
}

/** A cart with something in it; the total is today's, with tax. */
export class StaffCartSummaryView {
  id!: string;
  buyer!: OrderBuyerView;
  company!: NamedView;
  lines!: number;
  currency!: string;
  total!: string;
  tradeCode!: string | null;
  updatedAt!: string;
}

/** A line of somebody's cart, and why it costs what it costs today; without a price there is nothing to explain. */
export class StaffCartLineView extends CartLineView {
  trace!: object | null;
}

/** Somebody's cart as they would see it now. */
export class StaffCartView extends CartHeadView {
  buyer!: OrderBuyerView;
  company!: NamedView;
  updatedAt!: string;
  lines!: StaffCartLineView[];
}

export const toStaffCartSummary = ({ quoted, buyer, updatedAt }: ShownCart): StaffCartSummaryView => ({
  id: quoted.cart.id,
  buyer,
  company: { id: quoted.customer.companyId, name: quoted.customer.name },
  lines: quoted.lines.length,
  currency: quoted.customer.currency,
  total: quoted.total.toString(),
  tradeCode: quoted.cart.tradeCode,
  updatedAt: updatedAt.toISOString(),
});

export const toStaffCart = ({ quoted, buyer, updatedAt }: ShownCart): StaffCartView => ({
  ...toCartView(quoted),
  buyer,
  company: { id: quoted.customer.companyId, name: quoted.customer.name },
  updatedAt: updatedAt.toISOString(),
  lines: quoted.lines.map((line) => ({ ...toLineView(line), trace: line.price?.trace ?? null })),
});

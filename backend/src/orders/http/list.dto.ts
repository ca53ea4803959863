import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, isUUID, ValidateBy, ValidateNested } from 'class-validator';
import { Text, Version, WhenGiven } from '../../shared/http/fields.js';
import type { CartFilledFromList } from '../application/add-list-to-cart.js';
import type { ShownList } from '../application/list-editing.js';
import type { KeptList } from '../application/save-list.js';
import type { ListSummary } from '../infrastructure/reads/list-summaries.js';
import {
  CartLineView,
  CartProblemView,
  CartView,
  NewCartLine,
  RefusalView,
  RefusedLineView,
  toCartView,
  toFilledCartView,
} from './cart.dto.js';
import { messageOf } from './failures.js';
import { NamedView } from './order-view.dto.js';

type Source = 'cart' | { readonly orderId: string };

const isSource = (value: unknown): value is Source =>
  value === 'cart' ||
  (typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    isUUID((value as { orderId?: unknown }).orderId));

/** A list to keep: empty, with these lines, or with those of the buyer's cart or of an order. */
export class SaveListRequest {
  @Text(1, 80)
  name!: string;

  @WhenGiven()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => NewCartLine)
  lines?: NewCartLine[];

  @WhenGiven()
  @ValidateBy({
    name: 'isSource',
    validator: {
      validate: (value, rest) => isSource(value) && (rest?.object as SaveListRequest).lines === undefined,
      defaultMessage: () => 'from must be "cart" or { "orderId": … }, and comes without lines',
    },
  })
  @ApiProperty({
    required: false,
    oneOf: [
      { type: 'string', enum: ['cart'] },
      {
        type: 'object',
        properties: { orderId: { type: 'string', format: 'uuid' } },
        required: ['orderId'],
        additionalProperties: false,
      },
    ],
  })
  from?: Source;
}

/** What to change about a list; with a version it is refused when the list changed meanwhile. */
export class ChangeListRequest {
  @WhenGiven()
  @Text(1, 80)
  name?: string;

  @Version()
  version?: number;
}

/** Which lines go into the cart; all of them unless some are named. */
export class ListToCartRequest {
  @WhenGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  lineIds?: string[];
}

/** A saved list as lists of them show it. */
export class ListSummaryView {
  id!: string;
  name!: string;
  lineCount!: number;
  updatedAt!: string;
  updatedBy!: NamedView;
}

/** A saved list at today's prices; what is not sold any more has none. */
export class ListView {
  id!: string;
  name!: string;
  version!: number;
  currency!: string;
  /** The state whose prices these are. */
  stateCode!: string;
  lines!: CartLineView[];
  /** What its lines come to today, before tax. */
  subtotal!: string;
  /** What would keep lines from being ordered today. */
  problems!: CartProblemView[];
  createdAt!: string;
  createdBy!: NamedView;
  updatedAt!: string;
  updatedBy!: NamedView;
}

/** A list as it was kept, with the lines that stayed out. */
export class KeptListView extends ListView {
  refused!: RefusedLineView[];
}

/** A line of a list that stayed out of the cart; `index` counts from zero among the lines that were to go in. */
export class RefusedListLineView extends RefusedLineView {
  lineId!: string;
}

/** The cart after a list was put in, with the lines that stayed out. */
export class CartFilledFromListView extends CartView {
  refused!: RefusedListLineView[];
}

/** That a list is gone. */
export class ListDeletedView {
  done!: boolean;
}

export const toListSummary = ({ updatedAt, ...list }: ListSummary): ListSummaryView => ({
  ...list,
  updatedAt: updatedAt.toISOString(),
});

export function toListView({ list, quoted }: ShownList): ListView {
  const { lines, currency, stateCode, subtotal, problems } = toCartView(quoted);
  return {
    id: list.id,
    name: list.name,
    version: list.version,
    currency,
    stateCode,
    lines,
    subtotal,
    problems,
    createdAt: list.created.at.toISOString(),
    createdBy: list.created.by,
    updatedAt: list.updated.at.toISOString(),
    updatedBy: list.updated.by,
  };
}

export const toKeptList = ({ refused, ...shown }: KeptList): KeptListView => ({
  ...toListView(shown),
  refused: refused.map(({ index, error }) => ({ index, error: toRefusal(error) })),
});

export function toCartFilledFromList(filled: CartFilledFromList): CartFilledFromListView {
  const { refused, ...cart } = toFilledCartView(filled);
  const lineIds = new Map(filled.refused.map(({ index, lineId }) => [index, lineId]));
  return { ...cart, refused: refused.map((line) => ({ ...line, lineId: lineIds.get(line.index) ?? '' })) };
}

function toRefusal({ code, ...facts }: KeptList['refused'][number]['error']): RefusalView {
  return { code, message: messageOf(code), ...(Object.keys(facts).length > 0 && { details: facts }) };
}

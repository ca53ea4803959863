import type { Failures } from '../../shared/http/failure.js';
import type { AddListToCartError } from '../application/add-list-to-cart.js';
import type { AddToCartError } from '../application/add-to-cart.js';
import type { AddToListError } from '../application/add-to-list.js';
import type { ChangeCartTermsError } from '../application/change-cart-terms.js';
import type { ClearCartError } from '../application/clear-cart.js';
import type { DeleteListError } from '../application/delete-list.js';
import type { DeliverOrderError } from '../application/deliver-order.js';
import type { PlaceOrderError } from '../application/place-order.js';
import type { RecordPaymentError } from '../application/record-payment.js';
import type { ReorderError } from '../application/reorder.js';
import type { SaveListError } from '../application/save-list.js';
import type { ShipOrderError } from '../application/ship-order.js';

type Code = (
  | AddToCartError
  | ChangeCartTermsError
  | ClearCartError
  | PlaceOrderError
  | ReorderError
  | ShipOrderError
  | DeliverOrderError
  | RecordPaymentError
  | SaveListError
  | AddToListError
  | DeleteListError
  | AddListToCartError
)['code'];

export const failures: Failures<Code> = {
  'quantity.not_positive': { status: 422, message: 'The quantity must be above zero' },
  'quantity.too_precise': { status: 422, message: 'The quantity has at most three decimals' },
  'product.not_found': { status: 404, message: 'There is no such product' },
  'price.not_offered': { status: 422, message: 'This is not offered to your company at the moment' },
  'cart.unit_not_sold': { status: 422, message: 'This product is not sold in this unit' },
  'cart.quantity_off_step': { status: 422, message: 'The quantity must be a multiple of the selling step' },
  'cart.below_minimum': { status: 422, message: 'The quantity is below the minimum' },
  'cart.quantity_too_large': { status: 422, message: 'The quantity is too large' },
  'cart.full': { status: 422, message: 'The cart is full' },
  'cart.line_not_found': { status: 404, message: 'The cart has no such line' },
  'cart.stale': { status: 409, message: 'The cart changed meanwhile; reload and try again' },
  'list.not_found': { status: 404, message: 'There is no such list' },
  'list.line_not_found': { status: 404, message: 'The list has no such line' },
  'list.stale': { status: 409, message: 'The list changed meanwhile; reload and try again' },
  'list.name_taken': { status: 409, message: 'Your company has a list of this name' },
  'list.full': { status: 422, message: 'The list is full' },
  'list.too_many': { status: 422, message: 'Your company has as many lists as it may' },
  'company.not_found': { status: 404, message: 'There is no such company' },
  'company.blocked': { status: 422, message: 'Your company cannot order at the moment' },
  'trade_code.not_valid': { status: 422, message: 'This trade code is not valid, or not any more' },
  'trade_code.used_up': { status: 409, message: 'This trade code has been used as often as it may' },
  'trade_code.used_up_by_company': {
    status: 409,
    message: 'Your company has used this trade code as often as it may',
  },
  'trade_code.minimum_order': { status: 422, message: 'The order is too small for this trade code' },
  'job_site.not_found': { status: 404, message: 'Your company has no such job site' },
  'order.cart_empty': { status: 422, message: 'The cart is empty' },
  'order.address_missing': { status: 422, message: 'Say where the goods should go' },
  'order.requested_date_past': { status: 422, message: 'The requested date has passed' },
  'order.lines_not_offered': { status: 422, message: 'Some lines are not offered any more' },
  'order.quantities_not_sold': { status: 422, message: 'Some lines are not sold in this quantity any more' },
  'order.price_changed': { status: 422, message: 'Prices changed since you saw them; please accept them first' },
  'payment.method_unavailable': { status: 422, message: 'This way to pay is not available' },
  'stock.insufficient': { status: 422, message: 'There is not enough stock' },
  'idempotency.key_missing': { status: 400, message: 'Send an Idempotency-Key header of at most 200 characters' },
  'idempotency.key_reused': { status: 409, message: 'This Idempotency-Key was used for another request' },
  'order.not_found': { status: 404, message: 'There is no such order' },
  'order.stale': { status: 409, message: 'The order changed meanwhile; reload and try again' },
  'order.transition_not_allowed': { status: 422, message: 'The order does not allow this where it stands' },
  'shipment.empty': { status: 422, message: 'There is nothing to ship' },
  'shipment.line_not_found': { status: 422, message: 'The order has no such line' },
  'shipment.exceeds_open': { status: 422, message: 'More than is still open cannot be shipped' },
  'shipment.other_branch': { status: 422, message: 'A shipment leaves from one branch; this line lies at another' },
  'shipment.awaits_stock': { status: 422, message: 'This line is backordered and lies at no branch yet' },
  'shipment.not_found': { status: 404, message: 'The order has no such shipment' },
  'stock.not_reserved': { status: 422, message: 'The branch does not hold this much for the order' },
  'payment.amount_not_positive': { status: 422, message: 'The amount must be above zero, in whole minor units' },
  'payment.exceeds_balance': { status: 422, message: 'This is more than is still to be paid' },
};

/** The text for people that belongs to a code. */
export const messageOf = (code: Code): string => failures[code].message;

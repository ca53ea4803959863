import { Money } from '../../shared/money.js';
import { err, ok, type Result } from '../../shared/result.js';
import { type Address, taxRateIn, usualAddress } from './customer.js';
import { isOffered, type OfferedLine, type QuotedCart, type QuotedLine, taxOn } from './quoted-cart.js';
import { refusalOfQuantity } from './sellable-quantity.js';

/** What a buyer decides when ordering; whatever is left out is as the cart has it. */
export interface CheckoutRequest {
  readonly address: Address | null;
  readonly requestedDate: string | null;
  /** Whether job site or trade code were chosen with the order, and not in the cart where their prices show. */
  readonly termsChosenNow: boolean;
  /** The day it is for the tenant, `2026-11-20`. */
  readonly today: string;
}

/** A cart that may become an order: where it goes and what it costs there. */
export interface Checkout {
  readonly lines: readonly OfferedLine[];
  readonly address: Address;
  readonly subtotal: Money;
  readonly tax: Money;
  readonly freight: Money;
  readonly total: Money;
}

interface LineRef {
  readonly lineId: string;
  readonly sku: string | null;
  readonly name: string | null;
}

export type CheckoutError =
  | { readonly code: 'order.cart_empty' }
  | { readonly code: 'company.blocked' }
  | { readonly code: 'job_site.not_found' }
  | { readonly code: 'order.address_missing' }
  | { readonly code: 'order.requested_date_past'; readonly earliest: string }
  | { readonly code: 'order.lines_not_offered'; readonly lines: readonly LineRef[] }
  | {
      readonly code: 'order.quantities_not_sold';
      readonly lines: readonly (LineRef & { readonly below: string | null; readonly above: string | null })[];
    }
  | {
      readonly code: 'order.price_changed';
      readonly lines: readonly (LineRef & { readonly from: string; readonly to: string })[];
    };

/** Checks everything about a cart that orders can know; stock is for whoever keeps it to say. */
export function checkOut(quoted: QuotedCart, request: CheckoutRequest): Result<Checkout, CheckoutError> {
  const { customer, cart } = quoted;
  if (customer.blocked) return err({ code: 'company.blocked' });
  if (cart.jobSiteId && !customer.jobSite) return err({ code: 'job_site.not_found' });
  if (quoted.lines.length === 0) return err({ code: 'order.cart_empty' });
  if (request.requestedDate && request.requestedDate < request.today) {
    return err({ code: 'order.requested_date_past', earliest: request.today });
  }
  const address = request.address ?? usualAddress(customer);
  if (!address) return err({ code: 'order.address_missing' });

  const withdrawn = quoted.lines.filter((line) => !isOffered(line));
  if (withdrawn.length > 0) return err({ code: 'order.lines_not_offered', lines: withdrawn.map(refOf) });
  const lines = quoted.offeredLines;
  const unsold = lines.flatMap(unsoldQuantity);
  if (unsold.length > 0) return err({ code: 'order.quantities_not_sold', lines: unsold });
  const changed = lines.flatMap((line) => unseenPrice(line, request.termsChosenNow));
  if (changed.length > 0) return err({ code: 'order.price_changed', lines: changed });

  const tax = taxOn(quoted.subtotal, taxRateIn(customer, address.stateCode));
  const freight = Money.zero(customer.currency);
  const total = quoted.subtotal.plus(tax).plus(freight);
  return ok({ lines, address, subtotal: quoted.subtotal, tax, freight, total });
}

/** Never silent: a price that moved is refused; one that the buyer's own choice of terms lowered is what they asked for. */
function unseenPrice(line: OfferedLine, termsChosenNow: boolean) {
  const { priceChangedFrom: from, price } = line;
  if (!from) return [];
  if (termsChosenNow && price.unitPrice.compare(from) < 0) return [];
  return [{ ...refOf(line), from: from.toString(), to: price.unitPrice.toString() }];
}

function unsoldQuantity(line: OfferedLine) {
  const refusal = refusalOfQuantity(line.productId, line.sellingUnit, line.quantity);
  if (!refusal) return [];
  const nearest = refusal.code === 'cart.quantity_too_large' ? { below: refusal.limit, above: null } : refusal;
  return [{ ...refOf(line), below: nearest.below, above: nearest.above }];
}

const refOf = ({ id, goods }: QuotedLine): LineRef => ({
  lineId: id,
  sku: goods?.sku ?? null,
  name: goods?.name ?? null,
});

import { ApiError } from '@tradeyard/api-client';

/** What a text is looked up by and filled with. */
export interface RefusalText {
  key: string;
  values: Record<string, string>;
}

/** The refusals that have a sentence of their own; every other one gets the general sentence. */
export const knownRefusals = [
  'auth.invalid_credentials',
  'auth.forbidden',
  'auth.link_not_valid',
  'auth.password_too_weak',
  'company.blocked',
  'company.state_unknown',
  'job_site.not_found',
  'member.email_taken',
  'role.beyond_own_rights',
  'quantity.not_positive',
  'quantity.too_precise',
  'product.not_found',
  'price.not_offered',
  'cart.unit_not_sold',
  'cart.quantity_off_step',
  'cart.below_minimum',
  'cart.quantity_too_large',
  'cart.full',
  'cart.line_not_found',
  'cart.stale',
  'order.cart_empty',
  'order.address_missing',
  'order.requested_date_past',
  'order.lines_not_offered',
  'order.quantities_not_sold',
  'order.price_changed',
  'order.not_found',
  'order.stale',
  'order.transition_not_allowed',
  'payment.method_unavailable',
  'stock.insufficient',
  'idempotency.key_reused',
  'request.invalid',
  'network.unreachable',
  'unavailable',
] as const;

const asText = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

/** Where the words for a failure stand, and the facts that go into them; quantities through `quantity`. */
export function refusalText(error: unknown, quantity: (text: string) => string = (text) => text): RefusalText {
  if (!(error instanceof ApiError)) return { key: 'refusals.internal', values: {} };
  if (error.status === 429) return { key: 'refusals.tooMany', values: { seconds: String(error.retryAfter ?? 60) } };
  const known = (knownRefusals as readonly string[]).includes(error.code);
  const [first] = Array.isArray(error.facts.lines) ? (error.facts.lines as unknown[]) : [];
  const facts = { ...error.facts, ...(first !== null && typeof first === 'object' ? first : {}) };
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) {
    const text = asText(value);
    if (text !== null) values[name] = /^\d+(\.\d+)?$/.test(text) ? quantity(text) : text;
  }
  return { key: known ? `refusals.${error.code}` : 'refusals.internal', values };
}

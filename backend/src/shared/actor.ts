import type { Permission, Side } from './permissions.js';

/** Whoever the access token vouches for, with what they may do. */
export interface Actor {
  readonly id: string;
  readonly kind: Side;
  readonly name: string;
  /** The company a buyer belongs to; null for staff. */
  readonly companyId: string | null;
  readonly permissions: ReadonlySet<Permission>;
}

/** A company's person on whose behalf goods are priced and bought. */
export interface Buyer extends Actor {
  readonly kind: 'buyer';
  readonly companyId: string;
}

export const isBuyer = (actor: Actor): actor is Buyer => actor.kind === 'buyer' && actor.companyId !== null;

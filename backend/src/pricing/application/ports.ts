import type { CodeTerms, TierTerms } from '../domain/discounts.js';
import type { Candidate } from '../domain/price-resolver.js';

/** Whose prices are looked at, where, when and in which money. */
export interface Viewpoint {
  readonly companyId: string | null;
  readonly stateCode: string | null;
  readonly currency: string;
  readonly at: Date;
}

/** The entries of all tables that have a say, scheduled and outdated ones included; what was replaced before `at` is not. */
export abstract class PriceBook {
  abstract candidates(
    productIds: readonly string[],
    from: Viewpoint,
  ): Promise<ReadonlyMap<string, readonly Candidate[]>>;
  /** What a buyer tier and a trade code promise; null for those there are not. One question for both. */
  abstract discounts(
    tierId: string | null,
    tradeCode: string | null,
  ): Promise<{ tier: TierTerms | null; code: CodeTerms | null }>;
}

/** Which category lies under which. */
export abstract class CategoryTree {
  /** Each category's id with its own and its ancestors' ids, nearest first. */
  abstract ancestors(): Promise<ReadonlyMap<string, readonly string[]>>;
}

export interface Seller {
  readonly currency: string;
  readonly publicPrices: boolean;
  readonly twoPersonApproval: boolean;
}

/** What pricing must know of the tenant and its companies. */
export abstract class Sellers {
  abstract current(): Promise<Seller>;
}

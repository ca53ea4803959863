import { isInForce } from './trade-code.js';

/** A share off a state or national price; `rate` in ten-thousandths (5 % = 500). */
export interface Discount {
  readonly kind: 'tier_discount' | 'trade_code';
  /** The buyer tier's name, or the code as it is known. */
  readonly name: string;
  readonly rate: bigint;
}

/** What a buyer tier promises: by category, else its default. Rates in ten-thousandths. */
export interface TierTerms {
  readonly name: string;
  readonly defaultRate: bigint;
  readonly byCategory: ReadonlyMap<string, bigint>;
}

/** What a trade code promises, to whom enters it while it is valid. */
export interface CodeTerms {
  readonly code: string;
  readonly rate: bigint;
  /** Only for products of this category or below it; null: for all. */
  readonly categoryId: string | null;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly active: boolean;
}

/** The discounts that may apply to a product of a category at an instant; the resolver takes the better one. */
export class Discounts {
  constructor(
    private readonly tier: TierTerms | null,
    private readonly code: CodeTerms | null,
    /** Each category with its ancestors, itself first. */
    private readonly ancestors: ReadonlyMap<string, readonly string[]>,
    private readonly at: Date,
  ) {}

  static readonly none = new Discounts(null, null, new Map(), new Date(0));

  on(categoryId: string): Discount[] {
    if (!this.tier && !this.code) return [];
    const path = this.ancestors.get(categoryId) ?? [categoryId];
    return [this.ofTier(path), this.ofCode(path)].filter((discount) => discount !== null);
  }

  /** The nearest category with a rate of its own decides, even when that rate is zero. */
  private ofTier(path: readonly string[]): Discount | null {
    if (!this.tier) return null;
    const nearest = path.find((category) => this.tier?.byCategory.has(category));
    const rate = nearest === undefined ? this.tier.defaultRate : (this.tier.byCategory.get(nearest) ?? 0n);
    return rate > 0n ? { kind: 'tier_discount', name: this.tier.name, rate } : null;
  }

  private ofCode(path: readonly string[]): Discount | null {
    if (!this.code || !isInForce(this.code, this.at)) return null;
    const { categoryId, code, rate } = this.code;
    if (rate <= 0n) return null;
    return categoryId === null || path.includes(categoryId) ? { kind: 'trade_code', name: code, rate } : null;
  }
}

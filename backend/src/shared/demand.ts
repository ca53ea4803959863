/** Where prices of one scope are asked for: anywhere, in a state, or by one company. */
export interface Place {
  readonly scope: 'national' | 'state' | 'company';
  readonly stateCode: string | null;
  readonly companyId: string | null;
}

/** Lines of orders that are alike: this much of a product in this unit at this discount, so many times. */
export interface Sale {
  readonly productId: string;
  readonly unit: string;
  /** Of one line, in its unit and in base units; decimal text. */
  readonly quantity: string;
  readonly baseQuantity: string;
  readonly times: number;
  /** What a buyer tier or a trade code left of the price: 0.95 of it, as decimal text; all of a contract's. */
  readonly keptShare: string;
  /** Of all those lines. */
  readonly revenue: string;
}

/** A line of an open cart, whose it is and where its goods go. */
export interface WaitingLine {
  readonly cartId: string;
  readonly companyId: string;
  readonly stateCode: string;
  readonly productId: string;
  readonly unit: string;
  /** In its unit; decimal text. */
  readonly quantity: string;
}

/** What is bought and about to be bought; orders own both, and prices are weighed by them. */
export abstract class Demand {
  /** Sales since an instant in a place, those at prices of a more specific place left out, and what was called off. */
  abstract soldSince(from: Date, place: Place): Promise<readonly Sale[]>;
  /**
   * How many companies bought any of the products in the place since then, and the lines of open carts there that hold
   * any: first one of each cart, then another of each that has one more.
   */
  abstract touchedBy(
    productIds: readonly string[],
    from: Date,
    place: Place,
  ): Promise<{ readonly companies: number; readonly waiting: readonly WaitingLine[] }>;
}

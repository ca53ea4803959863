/** One price of a table, live or pending; a null price removes it. */
export interface PriceLine {
  readonly productId: string;
  readonly unit: string;
  /** Shortest form of decimal text. */
  readonly minQuantity: string;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly unitPrice: string | null;
}

/** Prices as they stand in a table or a revision, product after product. */
export abstract class PriceLines {
  /** What a table says of these products at an instant or will once their validity begins, smallest tiers first. */
  abstract live(tableId: string, productIds: readonly string[], at: Date): Promise<readonly PriceLine[]>;
  /** What a revision wants. */
  abstract pending(revisionId: string): Promise<readonly PriceLine[]>;
}

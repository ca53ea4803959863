/** What a saved list holds, as far as prices are concerned. */
export interface ListBasket {
  readonly companyId: string;
  readonly lines: readonly { readonly productId: string; readonly unit: string; readonly quantity: string }[];
}

/** Knows the saved lists of companies; for those who are below the orders and want to price one. */
export abstract class ListBaskets {
  abstract of(listId: string): Promise<ListBasket | null>;
}

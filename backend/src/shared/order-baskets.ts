/** What an order was about, as far as its prices are concerned. */
export interface OrderBasket {
  readonly companyId: string;
  readonly stateCode: string;
  readonly lines: readonly { readonly productId: string; readonly unit: string; readonly quantity: string }[];
}

/** Knows past orders; for those who are below the orders and want to price one again. */
export abstract class OrderBaskets {
  abstract of(orderId: string): Promise<OrderBasket | null>;
}

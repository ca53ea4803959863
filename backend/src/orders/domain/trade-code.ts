/** Why a trade code does not count. */
export type TradeCodeProblem =
  | { readonly code: 'trade_code.not_valid' }
  | { readonly code: 'trade_code.used_up'; readonly limit: number }
  | { readonly code: 'trade_code.used_up_by_company'; readonly limit: number }
  | {
      readonly code: 'trade_code.minimum_order';
      readonly minimum: string;
      readonly subtotal: string;
      readonly missing: string;
    };

export { TradeCodeClaims } from './application/trade-code-claims.js';
export {
  type Offer,
  type PriceLine,
  type PriceRequest,
  Pricing,
  type Quotation,
  type Resolution,
} from './application/pricing.js';
export type { PriceBadge } from './domain/price-badge.js';
export type { LossReason, PriceBreak, PriceScope } from './domain/price-resolver.js';
export type { Trace, TraceAdjustment, TraceEntry } from './domain/price-trace.js';
export type { TradeCodeProblem } from './domain/trade-code.js';
export type { PriceRevisionLive } from './domain/price-revision-live.js';
export { PricingModule } from './pricing.module.js';

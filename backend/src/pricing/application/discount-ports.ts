import type { KnownCode } from '../domain/trade-code.js';
import type { BuyerTier, TradeCode } from './keep-discounts.js';

/** Standings of companies with their discounts. */
export abstract class BuyerTiers {
  abstract list(): Promise<BuyerTier[]>;
  abstract find(id: string): Promise<BuyerTier | null>;
  /** False when the code is taken. */
  abstract add(tier: BuyerTier): Promise<boolean>;
  /** False when the code is taken; a stale version throws. */
  abstract save(tier: BuyerTier): Promise<boolean>;
}

/** Codes that give a discount to who enters them. */
export abstract class TradeCodes {
  abstract list(): Promise<TradeCode[]>;
  abstract find(id: string): Promise<TradeCode | null>;
  /** False when the code is taken. */
  abstract add(code: TradeCode): Promise<boolean>;
  /** False when the code is taken; a stale version throws. */
  abstract save(code: TradeCode): Promise<boolean>;
  /** Who used it, newest first; uses that were given back as well. */
  abstract uses(id: string, page: { readonly page: number; readonly pageSize: number }): Promise<TradeCodeUsePage>;
  /** The code with its uses as they are now; where it has limits, other orders with it wait until the transaction ends. */
  abstract hold(code: string, companyId: string): Promise<KnownCode | null>;
  abstract addUse(id: string, use: Omit<TradeCodeUse, 'releasedAt'>): Promise<void>;
  /** Gives back what an order used. */
  abstract releaseUses(orderId: string, at: Date): Promise<void>;
}

/** An order that was placed with a trade code. */
export interface TradeCodeUse {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly buyerName: string;
  readonly orderTotal: string;
  /** What the code took off the order's lines. */
  readonly discount: string;
  readonly usedAt: Date;
  /** When a cancelled or rejected order gave it back. */
  readonly releasedAt: Date | null;
}

export interface TradeCodeUsePage {
  readonly rows: readonly TradeCodeUse[];
  readonly total: number;
}

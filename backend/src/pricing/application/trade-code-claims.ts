import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '../../shared/result.js';
import { refusalOf, type TradeCodeProblem } from '../domain/trade-code.js';
import { TradeCodes, type TradeCodeUse } from './discount-ports.js';

/** Counts the uses of trade codes, in the surrounding transaction; two orders at once never exceed a limit. */
@Injectable()
export class TradeCodeClaims {
  constructor(private readonly codes: TradeCodes) {}

  /** Writes down that an order uses the code, unless it does not hold at the time or is used up by now. */
  async claim(code: string, use: Omit<TradeCodeUse, 'releasedAt'>): Promise<Result<void, TradeCodeProblem>> {
    const known = await this.codes.hold(code, use.companyId);
    const refusal = refusalOf(known, use.usedAt);
    if (refusal || !known) return err(refusal ?? { code: 'trade_code.not_valid' });
    await this.codes.addUse(known.id, use);
    return ok(undefined);
  }

  /** Gives back what an order used; one that used nothing is left as it is. */
  release(orderId: string, at: Date): Promise<void> {
    return this.codes.releaseUses(orderId, at);
  }
}

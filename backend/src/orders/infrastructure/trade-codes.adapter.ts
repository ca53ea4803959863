import { Injectable } from '@nestjs/common';
import { TradeCodeClaims } from '../../pricing/index.js';
import type { Money } from '../../shared/money.js';
import type { Result } from '../../shared/result.js';
import { TradeCodes } from '../application/ports.js';
import type { OrderState } from '../domain/order.js';
import type { TradeCodeProblem } from '../domain/trade-code.js';

/** Claims and gives back at pricing, which keeps the codes. */
@Injectable()
export class PricingTradeCodes extends TradeCodes {
  constructor(private readonly claims: TradeCodeClaims) {
    super();
  }

  claim(code: string, order: OrderState, discount: Money): Promise<Result<void, TradeCodeProblem>> {
    return this.claims.claim(code, {
      orderId: order.id,
      orderNumber: order.number,
      companyId: order.company.id,
      companyName: order.company.name,
      buyerName: order.buyer.name,
      orderTotal: order.total.toString(),
      discount: discount.toString(),
      usedAt: order.placedAt,
    });
  }

  release(orderId: string, at: Date): Promise<void> {
    return this.claims.release(orderId, at);
  }
}

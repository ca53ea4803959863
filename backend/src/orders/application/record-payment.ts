import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { Idempotency, type IdempotencyError } from '../../shared/idempotency.js';
import { digitsOf, Money } from '../../shared/money.js';
import { parseDecimal } from '../../shared/decimal.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { Order, PaymentError } from '../domain/order.js';
import type { TransitionRefused } from '../domain/order-states.js';
import { type OrderChangeError, OrderChanges, type OrderTarget } from './order-changes.js';

export interface PaymentRequest extends OrderTarget {
  /** In the order's currency. */
  readonly amount: string;
  readonly reference?: string | null;
}

export type RecordPaymentError = PaymentError | TransitionRefused | OrderChangeError | IdempotencyError;

/** Notes money that came in, once per key, whatever way it came. */
@Injectable()
export class RecordPayment {
  constructor(
    private readonly changes: OrderChanges,
    private readonly idempotency: Idempotency,
  ) {}

  execute<Answer extends object>(
    actor: Actor,
    key: string | undefined,
    request: PaymentRequest,
    answer: (orderId: string) => Promise<Answer>,
  ): Promise<Result<Answer, RecordPaymentError>> {
    return this.idempotency.once<Answer, RecordPaymentError>(key, request, async () => {
      const recorded = await this.changes.run<PaymentError | TransitionRefused>(actor, request, (order, act) => {
        const amount = amountOf(request.amount, order);
        return amount.ok
          ? order.recordPayment({ amount: amount.value, reference: request.reference ?? null }, act)
          : amount;
      });
      return recorded.ok ? ok(await answer(request.id)) : recorded;
    });
  }
}

function amountOf(text: string, { state }: Order): Result<Money, PaymentError> {
  const minor = parseDecimal(text, digitsOf(state.currency));
  return minor === null ? err({ code: 'payment.amount_not_positive' }) : ok(Money.ofMinor(minor, state.currency));
}

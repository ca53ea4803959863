import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '../../shared/result.js';
import { PaymentMethods } from '../application/ports.js';
import {
  creditDays,
  creditorReference,
  dueAfter,
  type PaymentMethod,
  type PaymentPlan,
  type PaymentRefused,
} from '../domain/payment-plan.js';

/** Bank transfer for everybody, credit for companies with terms; money is recorded by staff when it comes in. */
@Injectable()
export class OfflinePaymentMethods extends PaymentMethods {
  availableTo(terms: string): readonly PaymentMethod[] {
    return creditDays(terms) === null ? ['bank_transfer'] : ['credit', 'bank_transfer'];
  }

  arrange(
    method: PaymentMethod,
    { number, terms, placedAt }: { readonly number: string; readonly terms: string; readonly placedAt: Date },
  ): Promise<Result<PaymentPlan, PaymentRefused>> {
    const available = this.availableTo(terms);
    const days = creditDays(terms);
    if (method === 'bank_transfer') {
      return Promise.resolve(ok({ method, terms: 'prepaid', reference: creditorReference(number), dueAt: null }));
    }
    if (method === 'credit' && days !== null) {
      return Promise.resolve(ok({ method, terms, reference: null, dueAt: dueAfter(placedAt, days) }));
    }
    return Promise.resolve(err({ code: 'payment.method_unavailable', method, available }));
  }
}

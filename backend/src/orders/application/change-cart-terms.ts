import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { QuotedCart } from '../domain/quoted-cart.js';
import { CartEditing, type CartEditError } from './cart-editing.js';

export type ChangeCartTermsError = CartEditError | { readonly code: 'job_site.not_found' };

/** Chooses the job site and a trade code that holds; prices that change thereby say so until they are accepted. */
@Injectable()
export class ChangeCartTerms {
  constructor(private readonly carts: CartEditing) {}

  async execute(
    buyer: Buyer,
    terms: { readonly jobSiteId?: string | null; readonly tradeCode?: string | null },
    version?: number,
  ): Promise<Result<QuotedCart, ChangeCartTermsError>> {
    const edited = await this.carts.edit<ChangeCartTermsError>(buyer, {
      version,
      jobSiteId: terms.jobSiteId,
      needsTradeCode: Boolean(terms.tradeCode),
      change: ({ cart, customer }) =>
        terms.jobSiteId && !customer.jobSite ? err({ code: 'job_site.not_found' }) : ok(cart.under(terms)),
    });
    return edited.ok ? ok(edited.value.quoted) : edited;
  }
}

import { Injectable } from '@nestjs/common';
import type { Money, UnitPrice } from '../../shared/money.js';
import type { Quantity } from '../../shared/quantity.js';
import { Discounts } from '../domain/discounts.js';
import { badgeOf, labelOf, type PriceBadge } from '../domain/price-badge.js';
import { type Candidate, type PriceBreak, PriceResolver, type PriceScope } from '../domain/price-resolver.js';
import { type Trace, traceOf } from '../domain/price-trace.js';
import { CategoryTree, PriceBook, Sellers } from './ports.js';

/** What is to be priced; the caller knows the product from the catalogue. */
export interface PriceLine {
  readonly productId: string;
  readonly unit: string;
  /** How many base units one `unit` holds. */
  readonly factor: Quantity;
  readonly baseUnit: string;
  readonly categoryId: string;
  readonly quantity: Quantity;
  /** For price breaks only: the unit's minimum and step, so that breaks are quantities one can buy. */
  readonly minimum?: Quantity;
  readonly step?: Quantity;
}

/** Lines to price for one company (null: a visitor), delivered to one state, at one instant. */
export interface PriceRequest {
  readonly companyId: string | null;
  readonly tierId: string | null;
  readonly stateCode: string | null;
  readonly at: Date;
  readonly tradeCode?: string | null;
  readonly lines: readonly PriceLine[];
}

/** The answer for one line; `unitPrice` null means: not offered. `trace` is plain JSON, put together when it is read. */
export interface Resolution {
  readonly productId: string;
  readonly unit: string;
  readonly quantity: Quantity;
  readonly unitPrice: UnitPrice | null;
  /** What the national tables say before discounts. */
  readonly listPrice: UnitPrice | null;
  readonly currency: string;
  readonly source: PriceScope | null;
  readonly sourceLabel: string;
  readonly badge: PriceBadge;
  readonly tableName: string | null;
  readonly derived: boolean;
  readonly lineTotal: Money | null;
  readonly trace: Trace;
}

/** A line's price together with the quantities at which it changes. */
export interface Offer {
  readonly resolution: Resolution;
  readonly tiers: PriceBreak[];
}

/** One offer per line, in their order, and whether the trade code that was given is one that holds at the time. */
export interface Quotation {
  readonly offers: readonly Offer[];
  readonly tradeCodeInForce: boolean;
}

/** What other contexts may ask pricing: always about many lines, in one call, at most two statements. */
@Injectable()
export class Pricing {
  constructor(
    private readonly book: PriceBook,
    private readonly categories: CategoryTree,
    private readonly sellers: Sellers,
  ) {}

  /** One resolution per line, in the order of the lines. */
  async resolve(request: PriceRequest): Promise<Resolution[]> {
    return this.each(request, await this.discountsOf(request), resolutionOf);
  }

  /** Per line the breaks of the price, ascending, in the line's unit: what `resolve` would answer from each quantity on. */
  async tiersOf(request: PriceRequest): Promise<PriceBreak[][]> {
    return this.each(request, await this.discountsOf(request), breaksOf);
  }

  /** Both at the cost of one. */
  async offers(request: PriceRequest): Promise<readonly Offer[]> {
    return (await this.quote(request)).offers;
  }

  /** The offers, and what became of the trade code; a code without lines is looked at as well. */
  async quote(request: PriceRequest): Promise<Quotation> {
    const discounts = await this.discountsOf(request);
    const offers = await this.each(request, discounts, (line, terms) => ({
      resolution: resolutionOf(line, terms),
      tiers: breaksOf(line, terms),
    }));
    return { offers, tradeCodeInForce: discounts.hasCodeInForce };
  }

  private async each<T>(
    request: PriceRequest,
    discounts: Discounts,
    answer: (line: PriceLine, terms: Terms) => T,
  ): Promise<T[]> {
    const { companyId, stateCode, at, lines } = request;
    if (lines.length === 0) return [];
    const { currency } = await this.sellers.current();
    const productIds = [...new Set(lines.map(({ productId }) => productId))];
    const candidates = await this.book.candidates(productIds, { companyId, stateCode, currency, at });
    const resolver = new PriceResolver(at);
    return lines.map((line) =>
      answer(line, { resolver, discounts, candidates: candidates.get(line.productId) ?? [], currency, at }),
    );
  }

  private async discountsOf({ tierId, tradeCode, at, lines }: PriceRequest): Promise<Discounts> {
    if (!tradeCode && (!tierId || lines.length === 0)) return Discounts.none;
    const { tier, code } = await this.book.discounts(tierId, tradeCode ?? null);
    if (!tier && !code) return Discounts.none;
    return new Discounts(tier, code, await this.categories.ancestors(), at);
  }
}

interface Terms {
  readonly resolver: PriceResolver;
  readonly discounts: Discounts;
  readonly candidates: readonly Candidate[];
  readonly currency: string;
  readonly at: Date;
}

function resolutionOf(line: PriceLine, { resolver, discounts, candidates, currency, at }: Terms): Resolution {
  const outcome = resolver.resolve(line, candidates, discounts.on(line.categoryId));
  const badge = badgeOf(outcome);
  let trace: Trace | undefined;
  return {
    productId: line.productId,
    unit: line.unit,
    quantity: line.quantity,
    unitPrice: outcome.unitPrice,
    listPrice: outcome.listPrice,
    currency,
    source: outcome.winner?.table.scope ?? null,
    sourceLabel: labelOf(badge),
    badge,
    tableName: outcome.winner?.table.name ?? null,
    derived: outcome.derived,
    lineTotal: outcome.unitPrice?.times(line.quantity, currency) ?? null,
    get trace() {
      return (trace ??= traceOf(outcome, at));
    },
  };
}

const breaksOf = (line: PriceLine, { resolver, discounts, candidates }: Terms): PriceBreak[] =>
  resolver.breaks(line, candidates, discounts.on(line.categoryId), { least: line.minimum, step: line.step });

import { Injectable } from '@nestjs/common';
import { Money, type UnitPrice } from '../../shared/money.js';
import type { Quantity } from '../../shared/quantity.js';
import { Discounts } from '../domain/discounts.js';
import { badgeOf, labelOf, type PriceBadge } from '../domain/price-badge.js';
import { type Candidate, type PriceBreak, PriceResolver, type PriceScope } from '../domain/price-resolver.js';
import { type Trace, traceOf } from '../domain/price-trace.js';
import { type PendingPrice, withPending } from '../domain/revision-overlay.js';
import { type KnownCode, refusalOf, shortfallOf, type TradeCodeProblem } from '../domain/trade-code.js';
import { PriceBook } from './book-ports.js';
import { CategoryTree, Sellers } from './catalogue-ports.js';

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
  /** By product, what revisions would change that are taken for live. */
  readonly pending?: ReadonlyMap<string, readonly PendingPrice[]>;
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
  /** What the trade code took off the line; null: nothing. */
  readonly codeDiscount: Money | null;
  readonly trace: Trace;
}

/** A line's price together with the quantities at which it changes. */
export interface Offer {
  readonly resolution: Resolution;
  readonly tiers: PriceBreak[];
}

/** What became of the trade code that was given: it counts, or `problem` says why not. */
export interface TradeCodeAnswer {
  readonly problem: TradeCodeProblem | null;
  /** What it takes off all lines together. */
  readonly discount: Money;
}

/** One offer per line, in their order; `tradeCode` is null when none was given. */
export interface Quotation {
  readonly offers: readonly Offer[];
  readonly tradeCode: TradeCodeAnswer | null;
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
    return (await this.terms(request)).each(resolutionOf);
  }

  /** The same, and why the trade code does not count, if it does not. */
  async explain(
    request: PriceRequest,
  ): Promise<{ resolutions: Resolution[]; tradeCodeProblem: TradeCodeProblem | null }> {
    const { each, problem } = await this.terms(request);
    return { resolutions: each(resolutionOf), tradeCodeProblem: problem };
  }

  /** Per line the breaks of the price, ascending, in the line's unit: what `resolve` would answer from each quantity on. */
  async tiersOf(request: PriceRequest): Promise<PriceBreak[][]> {
    return (await this.terms(request)).each(breaksOf);
  }

  /** Both at the cost of one. */
  async offers(request: PriceRequest): Promise<readonly Offer[]> {
    return (await this.quote(request)).offers;
  }

  /** The offers, and what became of the trade code; a code without lines is looked at as well. */
  async quote(request: PriceRequest): Promise<Quotation> {
    const { each, problem, currency } = await this.terms(request);
    const offers = each((line, terms) => ({ resolution: resolutionOf(line, terms), tiers: breaksOf(line, terms) }));
    if (!request.tradeCode) return { offers, tradeCode: null };
    const discount = offers.reduce(
      (sum, { resolution: { codeDiscount } }) => (codeDiscount ? sum.plus(codeDiscount) : sum),
      Money.zero(currency),
    );
    return { offers, tradeCode: { problem, discount } };
  }

  /** Everything the answers are made of; the trade code counts only where nothing is wrong with it. */
  private async terms(request: PriceRequest) {
    const { companyId, stateCode, tierId, tradeCode, at, lines, pending } = request;
    const { currency } = await this.sellers.current();
    const productIds = [...new Set(lines.map(({ productId }) => productId))];
    const book =
      lines.length === 0
        ? new Map<string, readonly Candidate[]>()
        : await this.book.candidates(productIds, { companyId, stateCode, currency, at });
    const candidates = new Map(
      productIds.map((id) => [id, withPending(book.get(id) ?? [], pending?.get(id) ?? [])] as const),
    );
    const resolver = new PriceResolver(at);
    const asksForDiscounts = Boolean(tradeCode) || (tierId !== null && lines.length > 0);
    const { tier, code } = asksForDiscounts
      ? await this.book.discounts(tierId, tradeCode ?? null, companyId)
      : { tier: null, code: null };
    const problem = tradeCode ? problemOf(code, request, currency, resolver, candidates) : null;
    const discounts =
      tier || (code && !problem)
        ? new Discounts(tier, problem ? null : code, await this.categories.ancestors(), at)
        : Discounts.none;
    const each = <T>(answer: (line: PriceLine, terms: Terms) => T): T[] =>
      lines.map((line) =>
        answer(line, { resolver, discounts, candidates: candidates.get(line.productId) ?? [], currency, at }),
      );
    return { each, problem, currency };
  }
}

/** What is wrong with a trade code for these lines; their worth is looked at last, because it takes resolving them. */
function problemOf(
  code: KnownCode | null,
  { at, lines }: PriceRequest,
  currency: string,
  resolver: PriceResolver,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
): TradeCodeProblem | null {
  const refusal = refusalOf(code, at);
  if (refusal || !code?.minimumOrder) return refusal;
  const worth = lines.reduce((sum, line) => {
    const { unitPrice } = resolver.resolve(line, candidates.get(line.productId) ?? []);
    return unitPrice ? sum.plus(unitPrice.times(line.quantity, currency)) : sum;
  }, Money.zero(currency));
  return shortfallOf(Money.stored(code.minimumOrder, currency), worth);
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
  const lineTotal = outcome.unitPrice?.times(line.quantity, currency) ?? null;
  const byCode = outcome.adjustments.find((step) => step.kind === 'trade_code' && step.passedOver === null);
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
    lineTotal,
    codeDiscount: byCode && lineTotal ? byCode.from.times(line.quantity, currency).minus(lineTotal) : null,
    get trace() {
      return (trace ??= traceOf(outcome, at));
    },
  };
}

const breaksOf = (line: PriceLine, { resolver, discounts, candidates }: Terms): PriceBreak[] =>
  resolver.breaks(line, candidates, discounts.on(line.categoryId), { least: line.minimum, step: line.step });

import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { Money } from '../../shared/money.js';
import { ListBaskets } from '../../shared/list-baskets.js';
import { OrderBaskets } from '../../shared/order-baskets.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { RevisionStatus } from '../domain/revision.js';
import type { TradeCodeProblem } from '../domain/trade-code.js';
import { type EntryOrigin, PendingPrices, type PendingRevision, RevisionOrigins } from './book-ports.js';
import { Assortment, type Customer, Sellers } from './catalogue-ports.js';
import {
  type AskedLine,
  type ExplainedLine,
  explained,
  goodsOf,
  readLines,
  revisionsBehind,
} from './explain-prices.js';
import { PriceLights } from './price-lights.js';
import { type PriceLine, type PriceRequest, Pricing } from './pricing.js';

/** For whom, when, with which revisions taken for live, and what is in the basket: lines, or those of an order or a saved list. */
export interface WantedSimulation {
  readonly companyId?: string | undefined;
  readonly stateCode?: string | undefined;
  /** When the prices beside today's hold; now unless said. */
  readonly at?: Date | undefined;
  readonly tradeCode?: string | undefined;
  readonly revisionIds: readonly string[];
  readonly lines?: readonly AskedLine[] | undefined;
  readonly orderId?: string | undefined;
  readonly listId?: string | undefined;
}

export type SimulationError =
  | { readonly code: 'company.not_found' }
  | { readonly code: 'order.not_found' }
  | { readonly code: 'list.not_found' }
  | { readonly code: 'revision.not_found' }
  | { readonly code: 'revision.not_pending'; readonly revisionId: string; readonly status: RevisionStatus }
  | { readonly code: 'simulation.basket_missing' };

/** A line at today's price and at the other one. */
export interface SimulatedLine {
  readonly today: ExplainedLine;
  readonly then: ExplainedLine;
}

export interface Simulation {
  readonly lines: readonly SimulatedLine[];
  readonly company: Customer | null;
  readonly stateCode: string | null;
  readonly today: Date;
  readonly at: Date;
  readonly currency: string;
  readonly totals: {
    readonly today: Money;
    readonly then: Money;
    /** Lines without a price on either side or on one; they count where they have one. */
    readonly incomplete: number;
  };
  /** Why the trade code does not count at `at`. */
  readonly tradeCodeProblem: TradeCodeProblem | null;
  readonly origins: ReadonlyMap<string, EntryOrigin>;
}

const pendingStatuses: readonly RevisionStatus[] = ['draft', 'submitted', 'approved', 'scheduled'];

/** Prices a basket as it is today, and as it would be with revisions that are not live yet; changes nothing. */
@Injectable()
export class SimulatePrices {
  constructor(
    private readonly pricing: Pricing,
    private readonly assortment: Assortment,
    private readonly sellers: Sellers,
    private readonly pending: PendingPrices,
    private readonly origins: RevisionOrigins,
    private readonly orders: OrderBaskets,
    private readonly lists: ListBaskets,
    private readonly lights: PriceLights,
    private readonly clock: Clock,
  ) {}

  async execute(wanted: WantedSimulation): Promise<Result<Simulation, SimulationError>> {
    const today = this.clock.now();
    const at = wanted.at ?? today;
    const order = wanted.orderId ? await this.orders.of(wanted.orderId) : null;
    if (wanted.orderId && !order) return err({ code: 'order.not_found' });
    const list = wanted.listId ? await this.lists.of(wanted.listId) : null;
    if (wanted.listId && !list) return err({ code: 'list.not_found' });
    const asked = wanted.lines ?? order?.lines ?? list?.lines;
    if (!asked) return err({ code: 'simulation.basket_missing' });

    const { currency } = await this.sellers.current();
    const companyId = wanted.companyId ?? (wanted.stateCode ? undefined : (order ?? list)?.companyId);
    const company = companyId ? await this.sellers.company(companyId) : null;
    if (companyId && !company) return err({ code: 'company.not_found' });
    const ofOrder = order && order.companyId === company?.id ? order.stateCode : undefined;
    const stateCode = wanted.stateCode ?? ofOrder ?? company?.stateCode ?? null;
    const revisions = await this.toOverlay(wanted.revisionIds, at);
    if (!revisions.ok) return revisions;

    const read = readLines(asked, await goodsOf(this.assortment, asked));
    const lines: PriceLine[] = read.flatMap((line) => (line.ok ? [line.line] : []));
    const place = { companyId: company?.id ?? null, stateCode, currency };
    const productIds = [...new Set(lines.map(({ productId }) => productId))];
    const pending = await this.pending.changes(revisions.value, productIds, place);
    const request: Omit<PriceRequest, 'at'> = {
      ...place,
      tierId: company?.tierId ?? null,
      tradeCode: wanted.tradeCode ?? null,
      lines,
    };
    const margins = this.lights.of(productIds, today);
    const [{ resolutions: before }, { resolutions: after, tradeCodeProblem }, costsToday, costsThen] =
      await Promise.all([
        this.pricing.explain({ ...request, at: today }),
        this.pricing.explain({ ...request, at, pending }),
        margins,
        at.getTime() === today.getTime() ? margins : this.lights.of(productIds, at),
      ]);
    const then = explained(read, after, costsThen);
    const simulated = explained(read, before, costsToday).map((line, index) => ({
      today: line,
      then: then[index] ?? line,
    }));
    return ok({
      lines: simulated,
      company,
      stateCode,
      today,
      at,
      currency,
      totals: totalsOf(simulated, currency),
      tradeCodeProblem,
      origins: await this.origins.origins(revisionsBehind([...before, ...after])),
    });
  }

  /** The revisions to lay over the prices of the instant, in the order asked; those that are live by then are in them. */
  private async toOverlay(ids: readonly string[], at: Date): Promise<Result<string[], SimulationError>> {
    if (ids.length === 0) return ok([]);
    const found = new Map((await this.pending.revisions(ids)).map((revision) => [revision.id, revision]));
    const wanted: PendingRevision[] = [];
    for (const id of new Set(ids)) {
      const revision = found.get(id);
      if (!revision) return err({ code: 'revision.not_found' });
      const { status } = revision;
      if (!pendingStatuses.includes(status)) return err({ code: 'revision.not_pending', revisionId: id, status });
      wanted.push(revision);
    }
    return ok(wanted.filter(({ liveAt }) => !liveAt || liveAt > at).map(({ id }) => id));
  }
}

function totalsOf(lines: readonly SimulatedLine[], currency: string): Simulation['totals'] {
  let [today, then, incomplete] = [Money.zero(currency), Money.zero(currency), 0];
  for (const line of lines) {
    const [before, after] = [line.today.resolution?.lineTotal, line.then.resolution?.lineTotal];
    if (before) today = today.plus(before);
    if (after) then = then.plus(after);
    if (!before || !after) incomplete += 1;
  }
  return { today, then, incomplete };
}

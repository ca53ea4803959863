import { Injectable } from '@nestjs/common';
import type { UnitPrice } from '../../shared/money.js';
import { currentContext } from '../../shared/request-context.js';
import { Assortment, type GoodsMatch, type GoodsQuery } from './catalogue-ports.js';

interface PricedId {
  readonly id: string;
  readonly unitPrice: UnitPrice | null;
}

/** Whose prices decide the order. */
interface Terms {
  readonly companyId: string | null;
  readonly tierId: string | null;
  readonly stateCode: string | null;
}

/** Prices some of the matches, each in its default unit. */
type Pricer = (matches: readonly GoodsMatch[]) => Promise<readonly PricedId[]>;

const keptForMs = 30_000;
const keptLists = 20;
const keptIds = 500_000;
const chunk = 1_000;

/**
 * Every product that matches, by the price it has for whoever asks; at most 30 seconds old. Tenant, company, tier and
 * state are in every key, so that nobody is served an order made of another's prices.
 */
@Injectable()
export class PriceOrder {
  private readonly kept = new Map<string, { until: number; size: number; priced: Promise<PricedId[]> }>();

  constructor(private readonly assortment: Assortment) {}

  /** Ids in the catalogue's order, or by price with those without one last; a range leaves those out altogether. */
  async ids(
    terms: Terms,
    query: Omit<GoodsQuery, 'page' | 'pageSize'>,
    sort: 'price' | '-price' | null,
    { min, max }: { readonly min: UnitPrice | null; readonly max: UnitPrice | null },
    price: Pricer,
  ): Promise<string[]> {
    const all = await this.priced(terms, query, price);
    const inRange = all.filter(({ unitPrice }) => {
      if (!min && !max) return true;
      return unitPrice !== null && (!min || unitPrice.compare(min) >= 0) && (!max || unitPrice.compare(max) <= 0);
    });
    if (sort) {
      const sign = sort === 'price' ? 1 : -1;
      inRange.sort((a, b) => {
        if (a.unitPrice && b.unitPrice) return sign * a.unitPrice.compare(b.unitPrice);
        return Number(a.unitPrice === null) - Number(b.unitPrice === null);
      });
    }
    return inRange.map(({ id }) => id);
  }

  private priced(terms: Terms, query: Omit<GoodsQuery, 'page' | 'pageSize'>, price: Pricer): Promise<PricedId[]> {
    const { companyId, tierId, stateCode } = terms;
    const key = JSON.stringify([currentContext()?.tenantId, companyId, tierId, stateCode, sorted(query)]);
    const now = Date.now();
    const found = this.kept.get(key);
    if (found && found.until > now) return found.priced;
    const entry = { until: now + keptForMs, size: 0, priced: this.priceAll(query, price) };
    this.kept.delete(key);
    this.kept.set(key, entry);
    entry.priced.then(
      ({ length }) => {
        entry.size = length;
        this.makeRoom(now);
      },
      () => this.kept.delete(key),
    );
    return entry.priced;
  }

  private async priceAll(query: Omit<GoodsQuery, 'page' | 'pageSize'>, price: Pricer): Promise<PricedId[]> {
    const matches = await this.assortment.matches(query);
    const priced: PricedId[] = [];
    for (let from = 0; from < matches.length; from += chunk) {
      priced.push(...(await price(matches.slice(from, from + chunk))));
    }
    return priced;
  }

  private makeRoom(now: number): void {
    let size = [...this.kept.values()].reduce((sum, entry) => sum + entry.size, 0);
    for (const [key, entry] of this.kept) {
      if (entry.until > now && this.kept.size <= keptLists && size <= keptIds) continue;
      this.kept.delete(key);
      size -= entry.size;
    }
  }
}

/** The same filters in another order are the same list. */
const sorted = (query: object): unknown =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

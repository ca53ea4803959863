import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { UnitPrice } from '../../shared/money.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import {
  keyOf,
  priceChange,
  type PriceChange,
  type PriceChangeError,
  type WantedChange,
} from '../domain/price-change.js';
import type { Person, Revision, RevisionError } from '../domain/revision.js';
import { type UnreadablePrice, type WritingLocale, writtenPrice } from '../domain/written-price.js';
import { Assortment, type Goods, Sellers } from './catalogue-ports.js';
import { type ChangeKey, RevisionChanges, Revisions } from './revision-ports.js';

export interface WantedPriceChange extends WantedChange {
  readonly sku?: string | undefined;
  readonly productId?: string | undefined;
  /** The price as typed or pasted, where there is no `unitPrice`. */
  readonly unitPriceText?: string | undefined;
  /** The pending price the editor saw, without one the live price; null for none. */
  readonly expects?: string | null | undefined;
}

/** Somebody made the price something else than the editor saw: with the revision, or by publishing another one. */
export interface ChangedByOther {
  readonly code: 'price.changed_by_other';
  readonly by: Person | null;
  readonly at: string | null;
  readonly unitPrice: string | null;
}

export type ChangeRefusal =
  | PriceChangeError
  | UnreadablePrice
  | ChangedByOther
  | { readonly code: 'product.not_found' }
  | { readonly code: 'price.nothing_to_remove' };

export type ChangePricesError = RevisionError | { readonly code: 'revision.not_found' };

/** Which changes were refused, by their place in the list; all others are kept. */
export interface ChangedPrices {
  readonly accepted: number;
  readonly refused: readonly { readonly index: number; readonly error: ChangeRefusal }[];
  /** What texts were read as, of the changes that are kept. */
  readonly read: readonly { readonly index: number; readonly unitPrice: string }[];
}

interface GoodChange {
  readonly index: number;
  readonly change: PriceChange;
  readonly expects: string | null | undefined;
  readonly wasText: boolean;
  /** The change is to go, not to be written. */
  readonly goes: boolean;
}
interface RefusedChange {
  readonly index: number;
  readonly error: ChangeRefusal;
}

/** Writes changes into a revision, or takes them out again; an approval the revision had is taken back. */
@Injectable()
export class ChangePrices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly changes: RevisionChanges,
    private readonly assortment: Assortment,
    private readonly sellers: Sellers,
    private readonly clock: Clock,
  ) {}

  /**
   * Good changes go in, the others are answered with their refusal; of two of the same price the later counts. A change
   * of a price that is no longer what its editor saw is refused, unless the editor made it so in this very revision.
   */
  async execute(
    tableId: string,
    revisionId: string,
    wanted: readonly WantedPriceChange[],
    by: Person | null = null,
    locale?: WritingLocale,
  ): Promise<Result<ChangedPrices, ChangePricesError>> {
    const readable = await this.readAll(wanted, locale);
    return this.unitOfWork.run<ChangedPrices, ChangePricesError>(async () => {
      const revision = await this.revisions.find(tableId, revisionId);
      if (!revision) return err({ code: 'revision.not_found' });
      const now = this.clock.now();
      const seen = await this.asSeen(revision, readable.good, now, by);
      const unique = [...new Map(seen.good.map((each) => [keyOf(each.change), each])).values()];
      const changesOf = (going: boolean) => unique.filter(({ goes }) => goes === going).map(({ change }) => change);
      const { keptKeys, added } = await this.changes.put(revision, changesOf(false), now, by);
      const dropped = await this.changes.dropAll(revision, changesOf(true));
      const edited = revision.edited(now, revision.state.changeCount + added - dropped, by);
      if (!edited.ok) return edited;
      if (keptKeys.size + dropped > 0) await this.revisions.save(edited.value);
      const kept = seen.good.filter(({ change }) => keptKeys.has(keyOf(change)));
      const gone = new Set(changesOf(true).map(keyOf));
      const absent = seen.good.flatMap(({ index, change }) =>
        keptKeys.has(keyOf(change)) || gone.has(keyOf(change))
          ? []
          : [{ index, error: { code: 'price.nothing_to_remove' as const } }],
      );
      const refused = [...readable.refused, ...seen.refused, ...absent].sort((a, b) => a.index - b.index);
      const read = kept.flatMap(({ index, change: { unitPrice }, wasText }) =>
        wasText && unitPrice ? [{ index, unitPrice: unitPrice.toString() }] : [],
      );
      return ok({ accepted: wanted.length - refused.length, refused, read });
    });
  }

  /** Answers how many changes went. */
  async drop(
    tableId: string,
    revisionId: string,
    key: ChangeKey,
    by: Person | null = null,
  ): Promise<Result<number, ChangePricesError>> {
    return this.unitOfWork.run<number, ChangePricesError>(async () => {
      const revision = await this.revisions.find(tableId, revisionId);
      if (!revision) return err({ code: 'revision.not_found' });
      const dropped = await this.changes.drop(revisionId, key);
      const edited = revision.edited(this.clock.now(), revision.state.changeCount - dropped, by);
      if (!edited.ok) return edited;
      if (dropped > 0) await this.revisions.save(edited.value);
      return ok(dropped);
    });
  }

  /** Parts the changes whose price is what their editor saw from the others. */
  private async asSeen(
    revision: Revision,
    changes: readonly GoodChange[],
    now: Date,
    by: Person | null,
  ): Promise<{ good: GoodChange[]; refused: RefusedChange[] }> {
    const asking = changes.filter(({ expects }) => expects !== undefined);
    const prices = await this.changes.pricesNow(
      revision,
      asking.map(({ change }) => change),
      now,
    );
    const refused = asking.flatMap(({ index, expects }, place): RefusedChange[] => {
      const { pending, at = null, ...price } = prices[place] ?? { unitPrice: null, pending: false, by: null };
      const own = pending && price.by !== null && price.by.id === by?.id;
      if (own || samePrice(price.unitPrice, expects ?? null)) return [];
      return [{ index, error: { code: 'price.changed_by_other', ...price, at: at?.toISOString() ?? null } }];
    });
    const late = new Set(refused.map(({ index }) => index));
    return { good: changes.filter(({ index }) => !late.has(index)), refused };
  }

  private async readAll(
    wanted: readonly WantedPriceChange[],
    locale: WritingLocale | undefined,
  ): Promise<{ good: GoodChange[]; refused: RefusedChange[] }> {
    const [goodsAt, seller] = await Promise.all([this.goodsOf(wanted), this.sellers.current()]);
    const writing = { currency: seller.currency, locale: locale ?? (/^pt\b/i.test(seller.locale) ? 'pt-BR' : 'en') };
    const good: GoodChange[] = [];
    const refused: RefusedChange[] = [];
    wanted.forEach((each, index) => {
      const goods = goodsAt[index];
      if (!goods) return refused.push({ index, error: { code: 'product.not_found' } });
      const { unitPriceText, expects } = each;
      const wasText = each.action === 'set' && each.unitPrice === undefined && unitPriceText !== undefined;
      const isBlank = wasText && unitPriceText.trim() === '';
      const text = wasText && !isBlank ? writtenPrice(unitPriceText, writing) : ok(each.unitPrice);
      if (!text.ok) return refused.push({ index, error: text.error });
      const change = priceChange(goods, { ...each, unitPrice: text.value });
      if (!change.ok) return refused.push({ index, error: change.error });
      return good.push({ index, change: change.value, expects, wasText, goes: each.action === 'drop' });
    });
    return { good, refused };
  }

  private async goodsOf(wanted: readonly WantedPriceChange[]): Promise<(Goods | undefined)[]> {
    const skus = wanted.flatMap(({ sku, productId }) => (sku && !productId ? [sku] : []));
    const bySku = await this.assortment.idsBySku([...new Set(skus)]);
    const ids = wanted.map(({ sku, productId }) => productId ?? bySku.get(sku ?? '') ?? '');
    const goods = await this.assortment.byIds([...new Set(ids.filter(Boolean))]);
    return ids.map((id) => goods.get(id));
  }
}

const samePrice = (price: string | null, seen: string | null): boolean =>
  price === null || seen === null
    ? price === seen
    : UnitPrice.stored(price).tenThousandths === UnitPrice.parse(seen)?.tenThousandths;

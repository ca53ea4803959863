import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import {
  keyOf,
  priceChange,
  type PriceChange,
  type PriceChangeError,
  type WantedChange,
} from '../domain/price-change.js';
import type { RevisionError } from '../domain/revision.js';
import { Assortment, type ChangeKey, type Goods, RevisionChanges, Revisions } from './ports.js';

export interface WantedPriceChange extends WantedChange {
  readonly sku?: string | undefined;
  readonly productId?: string | undefined;
}

export type ChangeRefusal =
  PriceChangeError | { readonly code: 'product.not_found' } | { readonly code: 'price.nothing_to_remove' };

export type ChangePricesError = RevisionError | { readonly code: 'revision.not_found' };

/** Which changes were refused, by their place in the list; all others are kept. */
export interface ChangedPrices {
  readonly accepted: number;
  readonly refused: readonly { readonly index: number; readonly error: ChangeRefusal }[];
}

/** Writes changes into a revision, or takes them out again; an approval the revision had is taken back. */
@Injectable()
export class ChangePrices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly changes: RevisionChanges,
    private readonly assortment: Assortment,
    private readonly clock: Clock,
  ) {}

  /** Good changes go in, the others are answered with their refusal; of two of the same price the later counts. */
  async execute(
    tableId: string,
    revisionId: string,
    wanted: readonly WantedPriceChange[],
  ): Promise<Result<ChangedPrices, ChangePricesError>> {
    const read = this.readAll(wanted, await this.goodsOf(wanted));
    return this.unitOfWork.run<ChangedPrices, ChangePricesError>(async () => {
      const revision = await this.revisions.find(tableId, revisionId);
      if (!revision) return err({ code: 'revision.not_found' });
      const now = this.clock.now();
      const unique = new Map(read.good.map(({ change }) => [keyOf(change), change]));
      const { keptKeys, added } = await this.changes.put(revision, [...unique.values()], now);
      const edited = revision.edited(now, revision.state.changeCount + added);
      if (!edited.ok) return edited;
      await this.revisions.save(edited.value);
      const absent = read.good
        .filter(({ change }) => !keptKeys.has(keyOf(change)))
        .map(({ index }) => ({ index, error: { code: 'price.nothing_to_remove' as const } }));
      const refused = [...read.refused, ...absent].sort((a, b) => a.index - b.index);
      return ok({ accepted: wanted.length - refused.length, refused });
    });
  }

  /** Answers how many changes went. */
  async drop(tableId: string, revisionId: string, key: ChangeKey): Promise<Result<number, ChangePricesError>> {
    return this.unitOfWork.run<number, ChangePricesError>(async () => {
      const revision = await this.revisions.find(tableId, revisionId);
      if (!revision) return err({ code: 'revision.not_found' });
      const dropped = await this.changes.drop(revisionId, key);
      const edited = revision.edited(this.clock.now(), revision.state.changeCount - dropped);
      if (!edited.ok) return edited;
      if (dropped > 0) await this.revisions.save(edited.value);
      return ok(dropped);
    });
  }

  private readAll(wanted: readonly WantedPriceChange[], goodsAt: readonly (Goods | undefined)[]) {
    const good: { index: number; change: PriceChange }[] = [];
    const refused: { index: number; error: ChangeRefusal }[] = [];
    wanted.forEach((each, index) => {
      const goods = goodsAt[index];
      if (!goods) return refused.push({ index, error: { code: 'product.not_found' } });
      const change = priceChange(goods, each);
      return change.ok ? good.push({ index, change: change.value }) : refused.push({ index, error: change.error });
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

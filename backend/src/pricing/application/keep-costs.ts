import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { currentContext } from '../../shared/request-context.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { type CostError, productCost, type WantedCost } from '../domain/product-cost.js';
import { type UnreadablePrice, type WritingLocale, writtenPrice } from '../domain/written-price.js';
import { Assortment, Sellers } from './catalogue-ports.js';
import { type Cost, Costs } from './cost-ports.js';

export interface WantedCostChange extends WantedCost {
  /** The cost as typed or pasted, where there is no `unitCost`. */
  readonly unitCostText?: string | undefined;
  readonly sku?: string | undefined;
  readonly productId?: string | undefined;
}

export type CostRefusal = CostError | UnreadablePrice | { readonly code: 'product.not_found' };
export type CostRemovalError = { readonly code: 'product.not_found' } | { readonly code: 'cost.not_found' };

/** Which costs were refused, by their place in the list; all others are kept. */
export interface ChangedCosts {
  readonly accepted: number;
  readonly refused: readonly { readonly index: number; readonly error: CostRefusal }[];
}

/** Writes down what products cost, what was said before stays in their history; and takes back what should not have been said. */
@Injectable()
export class KeepCosts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly costs: Costs,
    private readonly assortment: Assortment,
    private readonly sellers: Sellers,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Good ones go in, the others are answered with their refusal; of two of one product and start the later counts. */
  async execute(
    wanted: readonly WantedCostChange[],
    by: { readonly id: string; readonly name: string },
    locale?: WritingLocale,
  ): Promise<Result<ChangedCosts, never>> {
    const [ids, tenant, now] = [await this.productIds(wanted), await this.sellers.current(), this.clock.now()];
    const writing = {
      locale: locale ?? (tenant.locale.startsWith('pt') ? 'pt-BR' : 'en'),
      currency: tenant.currency,
    } as const;
    const good = new Map<string, Cost>();
    const refused: { index: number; error: CostRefusal }[] = [];
    wanted.forEach((each, index) => {
      const productId = ids[index];
      if (!productId) return refused.push({ index, error: { code: 'product.not_found' } });
      const { unitCost, unitCostText } = each;
      const text = unitCost === undefined && unitCostText !== undefined ? writtenPrice(unitCostText, writing) : null;
      if (text && !text.ok) return refused.push({ index, error: text.error });
      const cost = productCost(productId, { ...each, unitCost: text ? text.value : unitCost }, now);
      if (!cost.ok) return refused.push({ index, error: cost.error });
      const { validFrom } = cost.value;
      const start = validFrom === undefined ? 'now' : (validFrom?.getTime() ?? 'ever');
      return good.set(`${productId}|${start}`, cost.value);
    });
    return this.unitOfWork.run<ChangedCosts, never>(async () => {
      const changed = await this.costs.put([...good.values()], by, now);
      if (changed > 0) {
        // The audit is read by people who may not see costs: which products, but not what they cost.
        const facts = { changed, productIds: [...good.values()].slice(0, 100).map(({ productId }) => productId) };
        const entityId = currentContext()?.tenantId ?? '';
        await this.audit.record({ action: 'cost.changed', entity: 'product_cost', entityId, facts });
      }
      return ok({ accepted: wanted.length - refused.length, refused });
    });
  }

  /** Takes one entry back: from its start on what was said otherwise holds again. */
  remove(productId: string, validFrom: Date | null): Promise<Result<void, CostRemovalError>> {
    return this.unitOfWork.run<void, CostRemovalError>(async () => {
      if (!(await this.assortment.byIds([productId])).has(productId)) return err({ code: 'product.not_found' });
      if (!(await this.costs.remove(productId, validFrom))) return err({ code: 'cost.not_found' });
      const facts = { productIds: [productId], validFrom };
      const entityId = currentContext()?.tenantId ?? '';
      await this.audit.record({ action: 'cost.removed', entity: 'product_cost', entityId, facts });
      return ok(undefined);
    });
  }

  private async productIds(wanted: readonly WantedCostChange[]): Promise<(string | undefined)[]> {
    const skus = wanted.flatMap(({ sku, productId }) => (sku && !productId ? [sku] : []));
    const bySku = await this.assortment.idsBySku([...new Set(skus)]);
    const ids = wanted.map(({ sku, productId }) => productId ?? bySku.get(sku ?? ''));
    const known = await this.assortment.byIds([...new Set(ids.flatMap((id) => id ?? []))]);
    return ids.map((id) => (id && known.has(id) ? id : undefined));
  }
}

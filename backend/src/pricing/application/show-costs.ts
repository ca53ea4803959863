import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { floorOf } from '../domain/margin.js';
import { Assortment, type Goods } from './catalogue-ports.js';
import { Costs, type KeptCost } from './cost-ports.js';
import { KeepFloors } from './keep-floors.js';

export interface ListedCost {
  readonly goods: Goods;
  readonly cost: KeptCost | null;
  /** The floor of its category; ten-thousandths. */
  readonly floor: number | null;
}

/** Active products beside what they cost. */
@Injectable()
export class ShowCosts {
  constructor(
    private readonly assortment: Assortment,
    private readonly costs: Costs,
    private readonly floors: KeepFloors,
    private readonly clock: Clock,
  ) {}

  /** By name; a search by how well it fits. */
  async page(query: {
    readonly search?: string | undefined;
    readonly category?: string | undefined;
    readonly missing?: boolean | undefined;
    readonly at?: Date | undefined;
    readonly page: number;
    readonly pageSize: number;
  }): Promise<{ rows: ListedCost[]; total: number }> {
    const { search, category, page, pageSize } = query;
    const at = query.at ?? this.clock.now();
    const sort = search ? ('relevance' as const) : ('name' as const);
    const filter = { ...(search && { search }), ...(category && { category }), sort };
    const { goods, total } = query.missing
      ? await this.missing(filter, at, page, pageSize)
      : await this.assortment.plainPage({ ...filter, page, pageSize });
    const [costs, rules] = await Promise.all([
      this.costs.at(
        goods.map(({ id }) => id),
        at,
      ),
      this.floors.rules(),
    ]);
    const rows = goods.map((each) => ({
      goods: each,
      cost: costs.get(each.id) ?? null,
      floor: floorOf(each.category.id, rules),
    }));
    return { rows, total };
  }

  /** What was ever said of a product, newest start first, and which of it holds now; null when there is no such product. */
  async history(productId: string): Promise<{ costs: readonly KeptCost[]; holds: KeptCost | undefined } | null> {
    if (!(await this.assortment.byIds([productId])).has(productId)) return null;
    const [costs, now] = [await this.costs.history(productId), this.clock.now()];
    const holds = costs.find(
      ({ validFrom, validTo }) => (!validFrom || validFrom <= now) && (!validTo || validTo > now),
    );
    return { costs, holds };
  }

  private async missing(
    filter: { search?: string; category?: string; sort: 'relevance' | 'name' },
    at: Date,
    page: number,
    pageSize: number,
  ): Promise<{ goods: readonly Goods[]; total: number }> {
    const matches = await this.assortment.matches(filter);
    const ids = await this.costs.missing(
      matches.map(({ id }) => id),
      at,
    );
    const goods = await this.assortment.inOrder(ids.slice((page - 1) * pageSize, page * pageSize));
    return { goods, total: ids.length };
  }
}

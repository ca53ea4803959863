import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import { type EntryOrigin, RevisionOrigins } from './book-ports.js';
import { Assortment, type Customer, type Goods, Sellers } from './catalogue-ports.js';
import type { Light, UnitCost } from '../domain/margin.js';
import type { TradeCodeProblem } from '../domain/trade-code.js';
import { type KnownMargins, PriceLights } from './price-lights.js';
import { Pricing, type Resolution } from './pricing.js';

export interface AskedLine {
  readonly productId?: string | undefined;
  readonly sku?: string | undefined;
  readonly unit?: string | undefined;
  readonly quantity: string;
}

export type LineError =
  | { readonly code: 'product.not_found' }
  | { readonly code: 'product.unknown_unit'; readonly unit: string; readonly units: readonly string[] }
  | { readonly code: 'quantity.not_positive' }
  | { readonly code: 'quantity.too_precise' };

/** A line with its price and trace, or why it has none; `asked` is the line as it came. */
export type ExplainedLine = { readonly asked: AskedLine } & (
  | {
      readonly goods: Goods;
      readonly unitFactor: Quantity;
      readonly resolution: Resolution;
      /** What the unit costs; only for who may see costs. */
      readonly cost: UnitCost | null;
      /** How the price stands to its margin floor. */
      readonly light: Light;
      readonly error: null;
    }
  | { readonly goods: Goods | null; readonly resolution: null; readonly error: LineError }
);

export interface Explanation {
  readonly lines: readonly ExplainedLine[];
  readonly company: Customer | null;
  readonly stateCode: string | null;
  readonly at: Date;
  readonly currency: string;
  /** Why the trade code that was given does not count. */
  readonly tradeCodeProblem: TradeCodeProblem | null;
  /** Behind every entry of the traces, by revision id; null when prices were asked for without their traces. */
  readonly origins: ReadonlyMap<string, EntryOrigin> | null;
}

/** Resolves and explains any price for staff: any company or state, any moment. */
@Injectable()
export class ExplainPrices {
  constructor(
    private readonly pricing: Pricing,
    private readonly assortment: Assortment,
    private readonly sellers: Sellers,
    private readonly revisions: RevisionOrigins,
    private readonly lights: PriceLights,
    private readonly clock: Clock,
  ) {}

  async execute(wanted: {
    readonly companyId?: string | undefined;
    readonly stateCode?: string | undefined;
    readonly at?: Date | undefined;
    readonly tradeCode?: string | undefined;
    /** Without the traces an answer of hundreds of lines is a fraction of the work. */
    readonly trace?: boolean | undefined;
    readonly lines: readonly AskedLine[];
  }): Promise<Result<Explanation, { readonly code: 'company.not_found' }>> {
    const at = wanted.at ?? this.clock.now();
    const { currency } = await this.sellers.current();
    const [company, goods] = await Promise.all([
      wanted.companyId ? this.sellers.company(wanted.companyId) : null,
      goodsOf(this.assortment, wanted.lines),
    ]);
    if (wanted.companyId && !company) return err({ code: 'company.not_found' });
    const stateCode = wanted.stateCode ?? company?.stateCode ?? null;

    const read = readLines(wanted.lines, goods);
    const lines = read.flatMap((line) => (line.ok ? [line.line] : []));
    const [{ resolutions, tradeCodeProblem }, margins] = await Promise.all([
      this.pricing.explain({
        companyId: company?.id ?? null,
        tierId: company?.tierId ?? null,
        stateCode,
        at,
        tradeCode: wanted.tradeCode ?? null,
        lines,
      }),
      this.lights.of([...new Set(lines.map(({ productId }) => productId))], at),
    ]);
    const origins = wanted.trace === false ? null : await this.revisions.origins(revisionsBehind(resolutions));
    return ok({
      lines: explained(read, resolutions, margins),
      company,
      stateCode,
      at,
      currency,
      tradeCodeProblem,
      origins,
    });
  }
}

/** The product of each line, by id or SKU; undefined where there is none. */
export async function goodsOf(assortment: Assortment, lines: readonly AskedLine[]): Promise<(Goods | undefined)[]> {
  const skus = lines.flatMap(({ sku, productId }) => (sku && !productId ? [sku] : []));
  const ids = lines.flatMap(({ productId }) => (productId ? [productId] : []));
  const [bySku, byId] = await Promise.all([assortment.bySkus([...new Set(skus)]), assortment.byIds([...new Set(ids)])]);
  return lines.map(({ sku, productId }) => (productId ? byId.get(productId) : bySku.get(sku ?? '')));
}

/** The lines with their resolutions, which are those of the lines that could be read, in their order. */
export function explained(
  read: ReturnType<typeof readLines>,
  resolutions: readonly Resolution[],
  margins: KnownMargins,
): ExplainedLine[] {
  let next = 0;
  return read.map((line) => {
    if (!line.ok) return { asked: line.asked, goods: line.goods, resolution: null, error: line.error };
    const resolution = resolutions[next++];
    if (!resolution) throw new Error('a line was not priced');
    const { asked, goods } = line;
    const cost = margins.costOf(goods, resolution.unit);
    const light = margins.lightOf(goods, cost, resolution.unitPrice);
    return { asked, goods, unitFactor: line.line.factor, resolution, cost, light, error: null };
  });
}

/** Every revision the traces speak of, once. */
export function revisionsBehind(resolutions: readonly Resolution[]): string[] {
  const revisionIds = new Set<string>();
  for (const { trace } of resolutions) {
    if (trace.winner) revisionIds.add(trace.winner.revisionId);
    for (const { revisionId } of trace.losers) revisionIds.add(revisionId);
  }
  return [...revisionIds];
}

/** What `Pricing` needs of each asked line, in the product's first unit unless said, or what is wrong with it. */
export function readLines(lines: readonly AskedLine[], goodsAt: readonly (Goods | undefined)[]) {
  return lines.map((asked, index) => {
    const goods = goodsAt[index] ?? null;
    const refuse = (error: LineError) => ({ ok: false as const, asked, goods, error });
    if (!goods) return refuse({ code: 'product.not_found' });
    const unit = asked.unit === undefined ? goods.units[0] : goods.units.find(({ code }) => code === asked.unit);
    if (!unit) {
      return refuse({
        code: 'product.unknown_unit',
        unit: asked.unit ?? '',
        units: goods.units.map(({ code }) => code),
      });
    }
    const quantity = Quantity.parse(asked.quantity);
    if (!quantity.ok) return refuse(quantity.error);
    const line = {
      productId: goods.id,
      unit: unit.code,
      factor: unit.factor,
      baseUnit: goods.baseUnit,
      categoryId: goods.category.id,
      quantity: quantity.value,
      minimum: unit.minimum,
      step: unit.step,
    };
    return { ok: true as const, asked, goods, line };
  });
}

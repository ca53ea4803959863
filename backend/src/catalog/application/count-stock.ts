import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { type CountedLevel, StockCounts } from './ports.js';

/** A line that names nothing we know, by its place in the request. */
export interface RefusedCount {
  readonly index: number;
  readonly sku: string;
  readonly branch: string;
  readonly unknown: 'sku' | 'branch';
}

export type CountStockError =
  | { readonly code: 'stock.unknown_lines'; readonly lines: readonly RefusedCount[] }
  | { readonly code: 'stock.repeated_line'; readonly index: number; readonly sku: string; readonly branch: string };

/**
 * Writes down what was counted, every line or none. A count is a fact: it may be less than what is reserved, and then
 * nothing is available. Answers the ids of the products counted.
 */
@Injectable()
export class CountStock {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly counts: StockCounts,
    private readonly audit: AuditLog,
  ) {}

  execute(lines: readonly CountedLevel[]): Promise<Result<string[], CountStockError>> {
    return this.unitOfWork.run<string[], CountStockError>(async () => {
      const repeated = repeatedLine(lines);
      if (repeated) return err(repeated);
      const known = await this.counts.resolve(
        lines.map(({ sku }) => sku),
        lines.map(({ branch }) => branch),
      );
      const refused: RefusedCount[] = [];
      const places = lines.flatMap(({ sku, branch, onHand, safety, reason }, index) => {
        const [productId, branchId] = [known.products.get(sku), known.branches.get(branch)];
        if (!productId) refused.push({ index, sku, branch, unknown: 'sku' });
        if (!branchId) refused.push({ index, sku, branch, unknown: 'branch' });
        return productId && branchId ? [{ productId, branchId, onHand, safety: safety ?? null, reason }] : [];
      });
      if (refused.length > 0) return err({ code: 'stock.unknown_lines', lines: refused });

      await this.counts.write(places);
      const facts = { lines: lines.slice(0, 100), count: lines.length };
      await this.audit.record({ action: 'stock.counted', entity: 'stock', entityId: newId(), facts });
      return ok([...new Set(places.map(({ productId }) => productId))]);
    });
  }
}

function repeatedLine(lines: readonly CountedLevel[]): CountStockError | null {
  const seen = new Set<string>();
  for (const [index, { sku, branch }] of lines.entries()) {
    const place = JSON.stringify([sku, branch]);
    if (seen.has(place)) return { code: 'stock.repeated_line', index, sku, branch };
    seen.add(place);
  }
  return null;
}

import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';

/** A line that wants goods, in base units. */
export interface WantedLine {
  readonly lineNo: number;
  readonly productId: string;
  readonly quantity: Quantity;
}

/** A branch that may serve; the tenant orders its branches by `position`. */
export interface ServingBranch {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly serves: readonly string[];
  readonly position: number;
}

/** A wanted product with what each branch can hand out of it now. */
export interface StockedGoods {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly backorder: boolean;
  readonly restockDate: string | null;
  /** By branch id, in base units. */
  readonly available: ReadonlyMap<string, Quantity>;
}

/** A line with the branch its goods come from; without one it is backordered. */
export interface ReservedLine {
  readonly lineNo: number;
  readonly branch: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly expectedDate: string | null;
}

export interface ShortLine {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly requested: string;
  /** The most that a single branch can hand out. */
  readonly available: string;
  readonly unit: string;
}

export type StockInsufficient = { readonly code: 'stock.insufficient'; readonly lines: readonly ShortLine[] };

/** Branches that serve the state first, then the others, both in the tenant's order. */
export const inServingOrder = (branches: readonly ServingBranch[], stateCode: string): ServingBranch[] => {
  const far = (branch: ServingBranch): number => (branch.serves.includes(stateCode) ? 0 : 1);
  return [...branches].sort((a, b) => far(a) - far(b) || a.position - b.position || (a.code < b.code ? -1 : 1));
};

/**
 * Gives every line the first branch that holds all that the lines of its product want together. Too little of anything
 * refuses everything and names each short product once; what may be backordered is never short.
 */
export function allocate(
  lines: readonly WantedLine[],
  goods: ReadonlyMap<string, StockedGoods>,
  branches: readonly ServingBranch[],
): Result<ReservedLine[], StockInsufficient> {
  const wanted = new Map<string, Quantity>();
  for (const { productId, quantity } of lines) {
    wanted.set(productId, (wanted.get(productId) ?? Quantity.zero).plus(quantity));
  }

  const chosen = new Map<string, ServingBranch>();
  const short: ShortLine[] = [];
  for (const [productId, quantity] of wanted) {
    const product = goods.get(productId);
    if (!product) throw new Error(`there is no product ${productId} to reserve`);
    const branch = branches.find(({ id }) => product.available.get(id)?.atLeast(quantity));
    if (branch) chosen.set(productId, branch);
    else if (!product.backorder) short.push(shortOf(product, quantity, branches));
  }
  if (short.length > 0) return err({ code: 'stock.insufficient', lines: short });

  return ok(
    lines.map(({ lineNo, productId }) => {
      const branch = chosen.get(productId);
      if (!branch) return { lineNo, branch: null, expectedDate: goods.get(productId)?.restockDate ?? null };
      return { lineNo, branch: { id: branch.id, code: branch.code, name: branch.name }, expectedDate: null };
    }),
  );
}

function shortOf(product: StockedGoods, requested: Quantity, branches: readonly ServingBranch[]): ShortLine {
  const best = branches
    .map(({ id }) => product.available.get(id) ?? Quantity.zero)
    .reduce((most, available) => (available.atLeast(most) ? available : most), Quantity.zero);
  const { productId, sku, name, unit } = product;
  return { productId, sku, name, requested: requested.toString(), available: best.toString(), unit };
}

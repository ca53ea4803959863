import { cellOf, samePrice, type GridCell, type GridRow, type Pending } from './cell';

/** What is wanted of a cell: a price of its own, or to inherit. */
export type Wanted = { price: string } | { inherit: true };

export interface CellEdit {
  tableId: string;
  productId: string;
  unit: string;
  minQuantity: string;
  /** What the draft said before and says afterwards. */
  before: Pending | null;
  after: Pending | null;
}

/** A draft that is not begun yet; its real id comes with the first answer. */
export const NEW_DRAFT = 'new';

/**
 * The change of the draft that makes a cell what is wanted, or null when it is so already. A price as it is live drops
 * the draft's change; to inherit removes an own price and drops one that is not live yet.
 */
export function editOf(row: GridRow, tableId: string, wanted: Wanted, draftId: string = NEW_DRAFT): CellEdit | null {
  const cell = cellOf(row, tableId);
  if (!cell) return null;
  const minQuantity = cell.pending?.minQuantity ?? cell.minQuantity ?? '1';
  const own = cell.minQuantity === minQuantity ? cell.unitPrice : null;
  const after = pendingFor(wanted, own, { revisionId: cell.pending?.revisionId ?? draftId, minQuantity });
  if (samePending(cell.pending, after)) return null;
  return { tableId, productId: row.productId, unit: row.unit, minQuantity, before: cell.pending, after };
}

function pendingFor(
  wanted: Wanted,
  own: string | null,
  { revisionId, minQuantity }: Pick<Pending, 'revisionId' | 'minQuantity'>,
): Pending | null {
  if ('inherit' in wanted) {
    return own === null ? null : { revisionId, action: 'remove', unitPrice: null, minQuantity };
  }
  return samePrice(wanted.price, own) ? null : { revisionId, action: 'set', unitPrice: wanted.price, minQuantity };
}

const samePending = (one: Pending | null, other: Pending | null): boolean =>
  one === null || other === null
    ? one === other
    : one.action === other.action && samePrice(one.unitPrice, other.unitPrice);

/** The edit that takes this one back. */
export const inverseOf = (edit: CellEdit): CellEdit => ({ ...edit, before: edit.after, after: edit.before });

/** The rows with the edits in their cells; rows without any stay the same objects. */
export function withEdits(rows: readonly GridRow[], edits: readonly CellEdit[]): GridRow[] {
  const byProduct = new Map<string, CellEdit[]>();
  for (const edit of edits) byProduct.set(edit.productId, [...(byProduct.get(edit.productId) ?? []), edit]);
  return rows.map((row) => {
    const own = byProduct.get(row.productId);
    if (!own) return row;
    return {
      ...row,
      cells: row.cells.map((cell) =>
        cellWith(
          cell,
          own.filter(({ tableId }) => tableId === cell.tableId),
        ),
      ),
    };
  });
}

const cellWith = (cell: GridCell, edits: readonly CellEdit[]): GridCell => {
  const last = edits.at(-1);
  return last ? { ...cell, pending: last.after } : cell;
};

export interface PutChange {
  productId: string;
  unit: string;
  minQuantity: string;
  action: 'set' | 'remove';
  unitPrice?: string;
}

/** What a table's edits come to for the API: changes to put, and changes to take out of the draft. */
export function requestsOf(edits: readonly CellEdit[]): {
  puts: { edit: CellEdit; change: PutChange }[];
  drops: CellEdit[];
} {
  const puts: { edit: CellEdit; change: PutChange }[] = [];
  const drops: CellEdit[] = [];
  for (const edit of edits) {
    const { productId, unit, minQuantity, after } = edit;
    if (!after) drops.push(edit);
    else {
      const key = { productId, unit, minQuantity };
      const change =
        after.action === 'set' && after.unitPrice !== null
          ? { ...key, action: 'set' as const, unitPrice: after.unitPrice }
          : { ...key, action: 'remove' as const };
      puts.push({ edit, change });
    }
  }
  return { puts, drops };
}

/** The name of a cell: what is known of it is kept under this. */
export const keyOf = (tableId: string, productId: string): string => `${tableId}|${productId}`;

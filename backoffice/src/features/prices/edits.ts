import { cellOf, samePrice, type GridCell, type GridRow, type Pending } from './cell';

/** What is wanted of a cell: a price of its own, with the words it was given in if people wrote them, or to inherit. */
export type Wanted = { price: string | null; text?: string } | { inherit: true };

export interface CellEdit {
  /** Tells edits of the same cell apart. */
  id: number;
  tableId: string;
  productId: string;
  unit: string;
  minQuantity: string;
  sku: string;
  product: string;
  /** The draft that is to hold it. */
  draftId: string;
  /** What is live in the table itself. */
  own: string | null;
  /** What the draft said before and says afterwards. */
  before: Pending | null;
  after: Pending | null;
  /** As it was typed or pasted; the server has the last word on what it means. */
  text: string | null;
}

/** A draft that is not begun yet; its real id comes with the first answer. */
export const NEW_DRAFT = 'new';

let lastId = 0;
const nextId = (): number => (lastId += 1);

/**
 * The change of the draft that makes a cell what is wanted, or null when it is so already. A price as it is live drops
 * the draft's change; to inherit removes an own price and drops one that is not live yet.
 */
export function editOf(row: GridRow, tableId: string, wanted: Wanted, draftId: string = NEW_DRAFT): CellEdit | null {
  const cell = cellOf(row, tableId);
  if (!cell) return null;
  const { productId, unit, sku, name: product } = row;
  const minQuantity = cell.pending?.minQuantity ?? cell.minQuantity ?? '1';
  const own = cell.minQuantity === null || cell.minQuantity === minQuantity ? cell.unitPrice : null;
  const after = pendingFor(wanted, own, { revisionId: cell.pending?.revisionId ?? draftId, minQuantity });
  if (samePending(cell.pending, after)) return null;
  const text = 'price' in wanted && after ? (wanted.text ?? null) : null;
  return {
    id: nextId(),
    tableId,
    productId,
    unit,
    minQuantity,
    sku,
    product,
    draftId,
    own,
    before: cell.pending,
    after,
    text,
  };
}

function pendingFor(
  wanted: Wanted,
  own: string | null,
  { revisionId, minQuantity }: Pick<Pending, 'revisionId' | 'minQuantity'>,
): Pending | null {
  if ('inherit' in wanted) {
    return own === null ? null : { revisionId, action: 'remove', unitPrice: null, minQuantity };
  }
  return wanted.price !== null && samePrice(wanted.price, own)
    ? null
    : { revisionId, action: 'set', unitPrice: wanted.price, minQuantity };
}

/** Whether a draft says the same twice; what could not be read is never the same as anything. */
export const samePending = (one: Pending | null, other: Pending | null): boolean =>
  one === null || other === null
    ? one === other
    : one.action === other.action &&
      (one.action === 'remove' || (one.unitPrice !== null && samePrice(one.unitPrice, other.unitPrice)));

/** The edit that takes this one back. */
export const inverseOf = (edit: CellEdit): CellEdit => ({
  ...edit,
  id: nextId(),
  before: edit.after,
  after: edit.before,
  text: null,
});

/** The same edit once more. */
export const again = (edit: CellEdit): CellEdit => ({ ...edit, id: nextId() });

/** What somebody who writes this edit saw there: the draft's price, or without one the live price. */
export const seenBy = ({ before, own }: Pick<CellEdit, 'before' | 'own'>): string | null =>
  before ? before.unitPrice : own;

/** The name of a cell: what is known of it is kept under this. */
export const keyOf = ({ tableId, productId }: Pick<CellEdit, 'tableId' | 'productId'>): string =>
  `${tableId}|${productId}`;

/**
 * A row with what a draft says now in some of its cells; a row of another product stays the same object. How the prices
 * that change stand to their floors is not known until it is read.
 */
export function withPending(row: GridRow, pending: ReadonlyMap<string, Pending | null>): GridRow {
  const changes = ({ tableId, pending: before }: GridCell): boolean => {
    const now = pending.get(tableId);
    return now !== undefined && !samePending(before, now);
  };
  const changed = new Set(row.cells.filter(changes).map(({ tableId }) => tableId));
  const cells = row.cells.map((cell): GridCell => {
    const now = pending.get(cell.tableId);
    const dims = changed.has(cell.tableId) || (cell.inherited !== null && changed.has(cell.inherited.tableId));
    if (now === undefined && !dims) return cell;
    return { ...cell, ...(now !== undefined && { pending: now }), ...(dims && { light: 'unknown' as const }) };
  });
  return { ...row, cells };
}

/** A row with the lights of the same row read later, where both say the same; without any that differ the same object. */
export function withLights(row: GridRow, later: GridRow): GridRow {
  const cells = row.cells.map((cell): GridCell => {
    const now = cellOf(later, cell.tableId);
    if (!now || now.light === cell.light || now.unitPrice !== cell.unitPrice) return cell;
    return samePending(cell.pending, now.pending) ? { ...cell, light: now.light } : cell;
  });
  return cells.some((cell, index) => cell !== row.cells[index]) ? { ...row, cells } : row;
}

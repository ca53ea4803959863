import type { components } from '@tradeyard/api-client';

export type GridRow = components['schemas']['GridRowView'];
export type GridCell = components['schemas']['GridCellView'];
export type GridColumn = components['schemas']['GridColumnView'];
export type Pending = NonNullable<GridCell['pending']>;

/**
 * What a cell is: `own` value, `inherited` from national, `pending` value of a draft, `inheritsPending` from a national
 * one that is pending, `removed` own value of a draft, or `none` at all.
 */
export type CellKind = 'own' | 'inherited' | 'pending' | 'inheritsPending' | 'removed' | 'none';

export interface CellLook {
  kind: CellKind;
  /** What holds once drafts are published; null: no price. */
  price: string | null;
  /** What holds now, own or inherited. */
  live: string | null;
  /** How far a pending value is from the live one, in tenths of a percent; null when there is nothing to compare. */
  change: number | null;
}

/** The columns under the names people know: a state's only table is called like the state. */
export function withStateNames(
  columns: readonly GridColumn[],
  states: readonly { code: string; name: string }[],
): GridColumn[] {
  return columns.map((column) => {
    const alone = columns.filter(({ stateCode }) => stateCode === column.stateCode).length === 1;
    const state = column.scope === 'state' && alone ? states.find(({ code }) => code === column.stateCode) : undefined;
    return state ? { ...column, name: state.name } : column;
  });
}

/** The row's cell of a table; every row has one per column. */
export const cellOf = (row: GridRow, tableId: string): GridCell | undefined =>
  row.cells.find((cell) => cell.tableId === tableId);

/** What a row's national column says once drafts are published. */
function nationalOf(row: GridRow, columns: readonly GridColumn[]): { price: string | null; pending: boolean } {
  for (const { tableId, scope } of columns) {
    if (scope !== 'national') continue;
    const cell = cellOf(row, tableId);
    if (cell?.pending) {
      if (cell.pending.action === 'set') return { price: cell.pending.unitPrice, pending: true };
      if (cell.unitPrice !== null) return { price: null, pending: true };
    } else if (cell?.unitPrice != null) return { price: cell.unitPrice, pending: false };
  }
  return { price: null, pending: false };
}

/** How one cell is to be shown among the others of its row. */
export function lookOf(row: GridRow, column: GridColumn, columns: readonly GridColumn[]): CellLook {
  const cell = cellOf(row, column.tableId);
  if (!cell) return { kind: 'none', price: null, live: null, change: null };
  const { pending, unitPrice, inherited } = cell;
  const national = column.scope === 'national' ? { price: null, pending: false } : nationalOf(row, columns);
  const live = unitPrice ?? inherited?.unitPrice ?? null;
  if (pending?.action === 'set')
    return { kind: 'pending', price: pending.unitPrice, live, change: tenthsOfPercent(live, pending.unitPrice) };
  if (pending && unitPrice !== null) return { kind: 'removed', price: national.price, live, change: null };
  if (unitPrice !== null) return { kind: 'own', price: unitPrice, live, change: null };
  if (national.pending) return { kind: 'inheritsPending', price: national.price, live, change: null };
  if (inherited) return { kind: 'inherited', price: inherited.unitPrice, live, change: null };
  return national.price !== null
    ? { kind: 'inherited', price: national.price, live, change: null }
    : { kind: 'none', price: null, live, change: null };
}

const SCALE = 10_000n;

/** A price in ten-thousandths; prices have at most four decimals. */
function units(price: string): bigint | null {
  const [, minus, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(price) ?? [];
  if (whole === undefined) return null;
  const amount = BigInt(whole) * SCALE + BigInt(fraction.padEnd(4, '0'));
  return minus ? -amount : amount;
}

/** The change from one price to another in tenths of a percent, rounded half up; null when it cannot be said. */
export function tenthsOfPercent(from: string | null, to: string | null): number | null {
  const [before, after] = [from === null ? null : units(from), to === null ? null : units(to)];
  if (before === null || after === null || before <= 0n) return null;
  const difference = (after - before) * 1000n;
  const sign = difference < 0n ? -1n : 1n;
  return Number((sign * (sign * difference * 2n + before)) / (before * 2n));
}

/** The share of a price that is left over a cost, in tenths of a percent; null when it cannot be said. */
export function marginOf(price: string | null, cost: string | null): number | null {
  const left = tenthsOfPercent(price, cost);
  return left === null ? null : -left;
}

/** Whether two prices are the same amount, however they are written. */
export const samePrice = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && units(one) !== null && units(one) === units(other));

/** The average change of the pending cells of a block, in tenths of a percent; null for fewer than two. */
export function averageOf(
  rows: readonly GridRow[],
  chosen: readonly GridColumn[],
  columns: readonly GridColumn[],
): number | null {
  const changes = rows.flatMap((row) => chosen.flatMap((column) => lookOf(row, column, columns).change ?? []));
  return changes.length > 1 ? changes.reduce((sum, each) => sum + each, 0) / changes.length : null;
}

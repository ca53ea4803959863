export interface Place {
  row: number;
  column: number;
}

/** Where the keyboard is, the other corner of what is selected, and what is typed there. */
export interface GridState {
  at: Place;
  anchor: Place;
  /** The text in the cell while it is edited; null when it is not. */
  typed: string | null;
}

export interface GridSize {
  rows: number;
  columns: number;
}

export type GridAction =
  | { type: 'go'; to: Place; extend?: boolean }
  | { type: 'move'; rows: number; columns: number; extend?: boolean }
  | { type: 'edge'; row?: 'first' | 'last'; column?: 'first' | 'last'; extend?: boolean }
  | { type: 'type'; text: string }
  | { type: 'leave' };

export const beginning: GridState = { at: { row: 0, column: 0 }, anchor: { row: 0, column: 0 }, typed: null };

/** The grid after an action; places never leave it, and what was typed is gone once another cell has the keyboard. */
export function gridReducer(state: GridState, action: GridAction, size: GridSize): GridState {
  const within = ({ row, column }: Place): Place => ({
    row: clamp(row, size.rows),
    column: clamp(column, size.columns),
  });
  const to = (place: Place, extend = false): GridState => {
    const at = within(place);
    return { at, anchor: extend ? within(state.anchor) : at, typed: null };
  };
  const { row, column } = state.at;
  switch (action.type) {
    case 'go':
      return to(action.to, action.extend);
    case 'move':
      return to({ row: row + action.rows, column: column + action.columns }, action.extend);
    case 'edge':
      return to(
        { row: edge(action.row, row, size.rows), column: edge(action.column, column, size.columns) },
        action.extend,
      );
    case 'type':
      return { at: state.at, anchor: state.at, typed: action.text };
    case 'leave':
      return { ...state, typed: null };
  }
}

/** The next cell of a Tab: along the row, then on to the next or the last row. */
export function afterTab({ row, column }: Place, size: GridSize, back: boolean): Place {
  const next = row * size.columns + column + (back ? -1 : 1);
  const kept = Math.min(Math.max(next, 0), size.rows * size.columns - 1);
  return { row: Math.floor(kept / size.columns), column: kept % size.columns };
}

/** The selected block, its corners included. */
export function blockOf({ at, anchor }: Pick<GridState, 'at' | 'anchor'>): {
  top: number;
  bottom: number;
  left: number;
  right: number;
  cells: number;
} {
  const [top, bottom] = [Math.min(at.row, anchor.row), Math.max(at.row, anchor.row)];
  const [left, right] = [Math.min(at.column, anchor.column), Math.max(at.column, anchor.column)];
  return { top, bottom, left, right, cells: (bottom - top + 1) * (right - left + 1) };
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1));

const edge = (side: 'first' | 'last' | undefined, own: number, count: number): number =>
  side === undefined ? own : side === 'first' ? 0 : count - 1;

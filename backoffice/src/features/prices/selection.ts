export interface Place {
  row: number;
  column: number;
}

/** The cell that has the keyboard, the two corners of what is selected around it, and what is typed there. */
export interface GridState {
  at: Place;
  from: Place;
  end: Place;
  /** The text in the cell while it is edited; null when it is not. */
  typed: string | null;
  /** The column a run of Tabs began in; Enter goes back to it, as in spreadsheets. */
  tabbedFrom: number | null;
}

export interface GridSize {
  rows: number;
  columns: number;
}

export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export type GridAction =
  | { type: 'go'; to: Place; extend?: boolean }
  | { type: 'move'; rows: number; columns: number; extend?: boolean }
  | { type: 'edge'; row?: 'first' | 'last'; column?: 'first' | 'last'; extend?: boolean }
  | { type: 'step'; key: 'Tab' | 'Enter'; back: boolean }
  | { type: 'all' }
  | { type: 'block'; block: Block }
  | { type: 'type'; text: string }
  | { type: 'leave' };

const origin: Place = { row: 0, column: 0 };
export const beginning: GridState = { at: origin, from: origin, end: origin, typed: null, tabbedFrom: null };

/** The grid after an action; places never leave it, and what was typed is gone once another cell has the keyboard. */
export function gridReducer(state: GridState, action: GridAction, size: GridSize): GridState {
  const within = ({ row, column }: Place): Place => ({
    row: clamp(row, size.rows),
    column: clamp(column, size.columns),
  });
  const to = (place: Place, extend = false, tabbedFrom: number | null = null): GridState => {
    const end = within(place);
    const at = extend ? within(state.at) : end;
    return { at, from: at, end, typed: null, tabbedFrom };
  };
  const { row, column } = 'extend' in action && action.extend ? state.end : state.at;
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
    case 'step': {
      const block = blockOf(state);
      if (block.cells > 1) return { ...state, at: stepWithin(state.at, block, action), typed: null };
      if (action.key === 'Tab')
        return to(afterTab(state.at, size, action.back), false, state.tabbedFrom ?? state.at.column);
      return to({ row: row + (action.back ? -1 : 1), column: action.back ? column : (state.tabbedFrom ?? column) });
    }
    case 'all':
      return { ...to(origin), end: within({ row: size.rows - 1, column: size.columns - 1 }) };
    case 'block': {
      const { top, left, bottom, right } = action.block;
      return { ...to({ row: top, column: left }), end: within({ row: bottom, column: right }) };
    }
    case 'type':
      return { ...state, typed: action.text };
    case 'leave':
      return { ...state, typed: null };
  }
}

/** Round and round within a selected block: Tab along its rows, Enter down its columns. */
function stepWithin(at: Place, block: Block, { key, back }: { key: 'Tab' | 'Enter'; back: boolean }): Place {
  const [height, width] = [block.bottom - block.top + 1, block.right - block.left + 1];
  const [down, across] = [at.row - block.top, at.column - block.left];
  const cells = height * width;
  const next = ((key === 'Tab' ? down * width + across : across * height + down) + (back ? -1 : 1) + cells) % cells;
  return key === 'Tab'
    ? { row: block.top + Math.floor(next / width), column: block.left + (next % width) }
    : { row: block.top + (next % height), column: block.left + Math.floor(next / height) };
}

/** The next cell of a Tab: along the row, then on to the next or the last row. */
export function afterTab({ row, column }: Place, size: GridSize, back: boolean): Place {
  const next = row * size.columns + column + (back ? -1 : 1);
  const kept = Math.min(Math.max(next, 0), size.rows * size.columns - 1);
  return { row: Math.floor(kept / size.columns), column: kept % size.columns };
}

/** The selected block, its corners included. */
export function blockOf({ from, end }: Pick<GridState, 'from' | 'end'>): Block & { cells: number } {
  const [top, bottom] = [Math.min(end.row, from.row), Math.max(end.row, from.row)];
  const [left, right] = [Math.min(end.column, from.column), Math.max(end.column, from.column)];
  return { top, bottom, left, right, cells: (bottom - top + 1) * (right - left + 1) };
}

/** The block a dragged fill handle covers: on from the selected one, down or to the right, whichever is farther. */
export function filledTo(block: Block, { row, column }: Place): Block | null {
  const [down, right] = [row - block.bottom, column - block.right];
  if (down <= 0 && right <= 0) return null;
  return down >= right ? { ...block, bottom: row } : { ...block, right: column };
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1));

const edge = (side: 'first' | 'last' | undefined, own: number, count: number): number =>
  side === undefined ? own : side === 'first' ? 0 : count - 1;

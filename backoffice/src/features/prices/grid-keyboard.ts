import type { GridAction } from './selection';

export interface KeyPress {
  key: string;
  shift: boolean;
  /** Ctrl or ⌘. */
  mod: boolean;
  alt: boolean;
}

/** What a key asks of the grid; null: nothing, the browser may have it. */
export type GridCommand =
  | { do: 'dispatch'; action: GridAction }
  | { do: 'begin'; text?: string }
  | { do: 'commit'; key: 'Tab' | 'Enter'; back: boolean }
  | { do: 'commitAndMove'; action: GridAction }
  | { do: 'cancel' }
  | { do: 'inherit' | 'fillDown' | 'fillRight' | 'undo' | 'redo' | 'explain' | 'menu' | 'fold' };

/** Letters, digits and signs that prices begin with; other letters are shortcuts of the page. */
const BEGINS = /^[\d.,$€£+(−-]$/;

/** The commands of a spreadsheet; `page` is how many rows are in sight, `begun` that the cell was opened by typing. */
export function commandOf(
  { key, shift, mod, alt }: KeyPress,
  { editing, begun, page }: { editing: boolean; begun: boolean; page: number },
): GridCommand | null {
  if (key === 'Tab') return { do: 'commit', key: 'Tab', back: shift };
  if (key === 'Escape') return { do: 'cancel' };
  if (alt && shift && key === 'ArrowUp') return editing ? null : { do: 'fold' };
  if (alt) return key === 'Enter' && !editing ? { do: 'explain' } : null;
  if (editing) {
    if (key === 'Enter') return { do: 'commit', key: 'Enter', back: shift };
    // Typed over, arrows end the cell; opened with F2 or Enter they move in its text.
    return begun && !mod && !shift && key.startsWith('Arrow')
      ? { do: 'commitAndMove', action: arrow(key, false, false) }
      : null;
  }
  if (key === 'Enter') return shift ? { do: 'commit', key, back: true } : { do: 'begin' };
  if (key === 'F2') return { do: 'begin' };
  if (key === 'ContextMenu' || (key === 'F10' && shift)) return { do: 'menu' };
  if (key === 'Delete' || key === 'Backspace') return { do: 'inherit' };
  if (key.startsWith('Arrow')) return { do: 'dispatch', action: arrow(key, mod, shift) };
  if (key === 'PageDown' || key === 'PageUp')
    return {
      do: 'dispatch',
      action: { type: 'move', rows: key === 'PageDown' ? page : -page, columns: 0, extend: shift },
    };
  if (key === 'Home' || key === 'End') {
    const side = key === 'Home' ? 'first' : 'last';
    return { do: 'dispatch', action: { type: 'edge', column: side, ...(mod && { row: side }), extend: shift } };
  }
  if (mod) return combined(key.toLowerCase(), shift);
  return BEGINS.test(key) ? { do: 'begin', text: key } : null;
}

function combined(key: string, shift: boolean): GridCommand | null {
  if (key === 'a') return { do: 'dispatch', action: { type: 'all' } };
  if (key === 'd') return { do: 'fillDown' };
  if (key === 'r') return { do: 'fillRight' };
  if (key === 'y' || (key === 'z' && shift)) return { do: 'redo' };
  return key === 'z' ? { do: 'undo' } : null;
}

function arrow(key: string, mod: boolean, extend: boolean): GridAction {
  const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const right = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (!mod) return { type: 'move', rows: down, columns: right, extend };
  return {
    type: 'edge',
    ...(down && { row: down > 0 ? 'last' : 'first' }),
    ...(right && { column: right > 0 ? 'last' : 'first' }),
    extend,
  };
}

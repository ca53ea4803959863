import { Outline } from '../src/features/prices/outline';
import { commandOf, type KeyPress } from '../src/features/prices/grid-keyboard';
import { beforePrices, layoutOf, placeAt, sidesIn } from '../src/features/prices/grid-layout';
import {
  afterTab,
  beginning,
  blockOf,
  filledTo,
  gridReducer,
  type GridAction,
  type GridState,
} from '../src/features/prices/selection';

const size = { rows: 100_000, columns: 5 };
const after = (...actions: GridAction[]): GridState =>
  actions.reduce((state, action) => gridReducer(state, action, size), beginning);
const go = (row: number, column: number): GridAction => ({ type: 'go', to: { row, column } });

describe('moving through the grid', () => {
  it('stays within it', () => {
    expect(after({ type: 'move', rows: -1, columns: -1 }).at).toEqual({ row: 0, column: 0 });
    expect(after({ type: 'move', rows: 500_000, columns: 9 }).at).toEqual({ row: 99_999, column: 4 });
    expect(after({ type: 'edge', row: 'last', column: 'last' }).at).toEqual({ row: 99_999, column: 4 });
  });

  it('extends the selection from the cell that keeps the keyboard', () => {
    const state = after(go(3, 2), { type: 'move', rows: 2, columns: -1, extend: true });
    expect(state.at).toEqual({ row: 3, column: 2 });
    expect(blockOf(state)).toEqual({ top: 3, bottom: 5, left: 1, right: 2, cells: 6 });
    const more = gridReducer(state, { type: 'move', rows: 1, columns: 0, extend: true }, size);
    expect(blockOf(more).bottom).toBe(6);
    expect(blockOf(gridReducer(more, { type: 'move', rows: 1, columns: 0 }, size))).toMatchObject({ top: 4, cells: 1 });
  });

  it('selects everything', () => {
    expect(blockOf(after(go(7, 2), { type: 'all' })).cells).toBe(500_000);
  });

  it('goes on to the next row with Tab, and back', () => {
    expect(afterTab({ row: 0, column: 4 }, size, false)).toEqual({ row: 1, column: 0 });
    expect(afterTab({ row: 1, column: 0 }, size, true)).toEqual({ row: 0, column: 4 });
    expect(afterTab({ row: 0, column: 0 }, size, true)).toEqual({ row: 0, column: 0 });
    expect(afterTab({ row: 99_999, column: 4 }, size, false)).toEqual({ row: 99_999, column: 4 });
  });

  it('comes back with Enter to the column that Tabs began in', () => {
    const tab: GridAction = { type: 'step', key: 'Tab', back: false };
    const enter: GridAction = { type: 'step', key: 'Enter', back: false };
    expect(after(go(4, 1), tab, tab, enter).at).toEqual({ row: 5, column: 1 });
    expect(after(go(4, 1), enter).at).toEqual({ row: 5, column: 1 });
    expect(after(go(4, 1), tab, go(4, 3), enter).at).toEqual({ row: 5, column: 3 });
  });

  it('goes round within a selected block, by rows with Tab and by columns with Enter', () => {
    const block: GridAction = { type: 'block', block: { top: 2, bottom: 3, left: 1, right: 2 } };
    const step = (key: 'Tab' | 'Enter', back = false): GridAction => ({ type: 'step', key, back });
    expect(after(block, step('Tab'), step('Tab')).at).toEqual({ row: 3, column: 1 });
    expect(after(block, step('Enter'), step('Enter')).at).toEqual({ row: 2, column: 2 });
    const round = after(block, step('Tab', true));
    expect(round.at).toEqual({ row: 3, column: 2 });
    expect(blockOf(round).cells).toBe(4);
  });

  it('forgets what was typed when it leaves the cell', () => {
    expect(after({ type: 'type', text: '9' }).typed).toBe('9');
    expect(after({ type: 'type', text: '9' }, { type: 'leave' }).typed).toBeNull();
    expect(after({ type: 'type', text: '9' }, { type: 'move', rows: 1, columns: 0 }).typed).toBeNull();
  });

  it('fills down or to the right, whichever the handle was dragged farther', () => {
    const block = { top: 1, bottom: 2, left: 1, right: 1 };
    expect(filledTo(block, { row: 5, column: 2 })).toEqual({ ...block, bottom: 5 });
    expect(filledTo(block, { row: 3, column: 4 })).toEqual({ ...block, right: 4 });
    expect(filledTo(block, { row: 2, column: 0 })).toBeNull();
  });
});

describe('keys', () => {
  const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
    key,
    shift: false,
    mod: false,
    alt: false,
    ...held,
  });
  const idle = { editing: false, begun: false, page: 20 };

  it('move as in a spreadsheet', () => {
    expect(commandOf(press('ArrowDown'), idle)).toMatchObject({ action: { type: 'move', rows: 1, extend: false } });
    expect(commandOf(press('ArrowRight', { mod: true, shift: true }), idle)).toMatchObject({
      action: { type: 'edge', column: 'last', extend: true },
    });
    expect(commandOf(press('End', { mod: true }), idle)).toMatchObject({ action: { row: 'last', column: 'last' } });
    expect(commandOf(press('PageUp'), idle)).toMatchObject({ action: { type: 'move', rows: -20 } });
    expect(commandOf(press('a', { mod: true }), idle)).toMatchObject({ action: { type: 'all' } });
  });

  it('begin a price by its first letter, and leave other letters to the page', () => {
    expect(commandOf(press('7'), idle)).toEqual({ do: 'begin', text: '7' });
    expect(commandOf(press('$'), idle)).toEqual({ do: 'begin', text: '$' });
    expect(commandOf(press('F2'), idle)).toEqual({ do: 'begin' });
    expect(commandOf(press('j'), idle)).toBeNull();
    expect(commandOf(press('ArrowUp', { alt: true, shift: true }), idle)).toEqual({ do: 'fold' });
  });

  it('undo, redo and fill', () => {
    const asked = ['z', 'y', 'd', 'r'].map((key) => commandOf(press(key, { mod: true }), idle)?.do);
    expect(asked).toEqual(['undo', 'redo', 'fillDown', 'fillRight']);
    expect(commandOf(press('Z', { mod: true, shift: true }), idle)).toEqual({ do: 'redo' });
  });

  it('belong to the text of a cell that is edited, but for those that end it', () => {
    const editing = { ...idle, editing: true };
    expect(commandOf(press('z', { mod: true }), editing)).toBeNull();
    expect(commandOf(press('Delete'), editing)).toBeNull();
    expect(commandOf(press('ArrowLeft'), editing)).toBeNull();
    expect(commandOf(press('ArrowLeft'), { ...editing, begun: true })).toMatchObject({ do: 'commitAndMove' });
    expect(commandOf(press('Enter', { shift: true }), editing)).toEqual({ do: 'commit', key: 'Enter', back: true });
    expect(commandOf(press('Escape'), editing)).toEqual({ do: 'cancel' });
  });
});

describe('where cells are', () => {
  const column = (tableId: string, scope: 'national' | 'state') => ({
    tableId,
    name: tableId,
    scope,
    stateCode: null,
    companyId: null,
  });
  const flat = new Outline(200_000, [], new Set());
  const layout = layoutOf([column('nat', 'national'), ...['a', 'b', 'c', 'd'].map((id) => column(id, 'state'))]);

  it('finds the cell at a point, however far it is scrolled', () => {
    const still = { left: 0, top: 0 };
    expect(placeAt({ x: layout.national + 5, y: 40 }, still, layout, flat)).toEqual({ row: 0, column: 0 });
    expect(placeAt({ x: layout.frozen + 5, y: 32 + 27 }, still, layout, flat)).toEqual({ row: 1, column: 1 });
    expect(placeAt({ x: layout.frozen + 5, y: 32 }, { left: 2 * layout.column, top: 2_700_000 }, layout, flat)).toEqual(
      {
        row: 100_000,
        column: 3,
      },
    );
  });

  it('has room for costs where they may be seen', () => {
    const wider = layoutOf([column('nat', 'national')], 0, true);
    expect([beforePrices(layout), beforePrices(wider)]).toEqual([2, 3]);
    expect(wider.national).toBe(layout.national + wider.cost);
    expect(placeAt({ x: wider.national + 5, y: 40 }, { left: 0, top: 0 }, wider, flat)).toEqual({ row: 0, column: 0 });
  });

  it('says at which sides of a block a cell lies', () => {
    const block = { top: 1, bottom: 2, left: 1, right: 1 };
    expect(sidesIn(block, 1, 1)).toBe('se et el er');
    expect(sidesIn(block, 3, 1)).toBe('');
    expect(sidesIn(null, 1, 1)).toBe('');
  });
});

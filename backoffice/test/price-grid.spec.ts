import { editOf, inverseOf, requestsOf, withEdits } from '../src/features/prices/edits';
import {
  afterTab,
  beginning,
  blockOf,
  gridReducer,
  type GridAction,
  type GridState,
} from '../src/features/prices/selection';
import type { GridCell, GridRow } from '../src/features/prices/cell';

const size = { rows: 100, columns: 5 };
const after = (...actions: GridAction[]): GridState =>
  actions.reduce((state, action) => gridReducer(state, action, size), beginning);

describe('moving through the grid', () => {
  it('stays within it', () => {
    expect(after({ type: 'move', rows: -1, columns: -1 }).at).toEqual({ row: 0, column: 0 });
    expect(after({ type: 'move', rows: 500, columns: 9 }).at).toEqual({ row: 99, column: 4 });
    expect(after({ type: 'edge', row: 'last', column: 'last' }).at).toEqual({ row: 99, column: 4 });
  });

  it('selects a block from where it began', () => {
    const state = after(
      { type: 'go', to: { row: 3, column: 2 } },
      { type: 'move', rows: 2, columns: -1, extend: true },
    );
    expect(blockOf(state)).toEqual({ top: 3, bottom: 5, left: 1, right: 2, cells: 6 });
    expect(blockOf(gridReducer(state, { type: 'move', rows: 1, columns: 0 }, size)).cells).toBe(1);
  });

  it('goes on to the next row with Tab, and back', () => {
    expect(afterTab({ row: 0, column: 4 }, size, false)).toEqual({ row: 1, column: 0 });
    expect(afterTab({ row: 1, column: 0 }, size, true)).toEqual({ row: 0, column: 4 });
    expect(afterTab({ row: 0, column: 0 }, size, true)).toEqual({ row: 0, column: 0 });
    expect(afterTab({ row: 99, column: 4 }, size, false)).toEqual({ row: 99, column: 4 });
  });

  it('forgets what was typed when it leaves the cell', () => {
    expect(after({ type: 'type', text: '9' }).typed).toBe('9');
    expect(after({ type: 'type', text: '9' }, { type: 'leave' }).typed).toBeNull();
    expect(after({ type: 'type', text: '9' }, { type: 'move', rows: 1, columns: 0 }).typed).toBeNull();
  });

  it('edits one cell, not a block', () => {
    const state = after({ type: 'move', rows: 3, columns: 0, extend: true }, { type: 'type', text: '1' });
    expect(blockOf(state).cells).toBe(1);
  });
});

const cell = (part: Partial<GridCell> = {}): GridCell => ({
  tableId: 'tx',
  unitPrice: null,
  minQuantity: null,
  furtherTiers: 0,
  inherited: null,
  pending: null,
  ...part,
});
const row = (of: GridCell): GridRow => ({
  productId: 'p',
  sku: 'P-1',
  name: 'Cement',
  category: { slug: 'cement', name: 'Cement' },
  unit: 'bag',
  cells: [of],
});
const own = cell({ unitPrice: '9.1000', minQuantity: '1' });
const set = { revisionId: 'draft', action: 'set' as const, unitPrice: '9.50', minQuantity: '1' };

describe('editing a cell', () => {
  it('sets a price of its own', () => {
    expect(editOf(row(own), 'tx', { price: '9.50' }, 'draft')?.after).toEqual(set);
  });

  it('keeps to the tier the cell shows', () => {
    const tiered = cell({ unitPrice: '9', minQuantity: '10' });
    expect(editOf(row(tiered), 'tx', { price: '8' })?.minQuantity).toBe('10');
  });

  it('is nothing when the price is so already', () => {
    expect(editOf(row(own), 'tx', { price: '9.1' })).toBeNull();
    expect(editOf(row(cell()), 'tx', { inherit: true })).toBeNull();
    expect(editOf(row({ ...own, pending: set }), 'tx', { price: '9.500' })).toBeNull();
  });

  it('takes the change out of the draft when the live price is typed again', () => {
    const edit = editOf(row({ ...own, pending: set }), 'tx', { price: '9.10' });
    expect(edit).toMatchObject({ before: set, after: null });
    expect(requestsOf(edit ? [edit] : [])).toMatchObject({ puts: [], drops: [{ productId: 'p', minQuantity: '1' }] });
  });

  it('inherits again by removing what is live, or dropping what is not', () => {
    const live = editOf(row(own), 'tx', { inherit: true });
    expect(live?.after).toMatchObject({ action: 'remove', unitPrice: null });
    expect(requestsOf(live ? [live] : []).puts[0]?.change).toEqual({
      productId: 'p',
      unit: 'bag',
      minQuantity: '1',
      action: 'remove',
    });
    expect(editOf(row(cell({ pending: set })), 'tx', { inherit: true })?.after).toBeNull();
  });

  it('goes into a draft that there is already', () => {
    const other = { ...set, revisionId: 'theirs' };
    expect(editOf(row({ ...own, pending: other }), 'tx', { price: '7' }, 'mine')?.after?.revisionId).toBe('theirs');
  });

  it('can be taken back', () => {
    const edit = editOf(row(own), 'tx', { price: '9.50' }, 'draft');
    if (!edit) throw new Error('nothing to edit');
    const edited = withEdits([row(own)], [edit]);
    expect(edited[0]?.cells[0]?.pending).toEqual(set);
    expect(withEdits(edited, [inverseOf(edit)])[0]?.cells[0]).toEqual(own);
  });

  it('leaves other rows the same objects', () => {
    const other = { ...row(own), productId: 'q' };
    const edit = editOf(row(own), 'tx', { price: '1' });
    expect(withEdits([other], edit ? [edit] : [])[0]).toBe(other);
  });
});

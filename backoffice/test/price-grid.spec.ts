import { editOf, inverseOf, seenBy, withLights, withPending } from '../src/features/prices/edits';
import type { GridCell, GridRow } from '../src/features/prices/cell';

const cell = (part: Partial<GridCell> = {}): GridCell => ({
  tableId: 'tx',
  unitPrice: null,
  minQuantity: null,
  furtherTiers: 0,
  inherited: null,
  pending: null,
  light: 'ok',
  ...part,
});
const row = (of: GridCell): GridRow => ({
  productId: 'p',
  sku: 'P-1',
  name: 'Cement',
  category: { slug: 'cement', name: 'Cement' },
  unit: 'bag',
  unitName: 'bag',
  cost: null,
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
  });

  it('inherits again by removing what is live, or dropping what is not', () => {
    const live = editOf(row(own), 'tx', { inherit: true });
    expect(live?.after).toMatchObject({ action: 'remove', unitPrice: null });
    expect(editOf(row(cell({ pending: set })), 'tx', { inherit: true })?.after).toBeNull();
  });

  it('goes into a draft that there is already', () => {
    const other = { ...set, revisionId: 'theirs' };
    expect(editOf(row({ ...own, pending: other }), 'tx', { price: '7' }, 'mine')?.after?.revisionId).toBe('theirs');
  });

  it('can be taken back', () => {
    const edit = editOf(row(own), 'tx', { price: '9.50' }, 'draft');
    if (!edit) throw new Error('nothing to edit');
    const edited = withPending(row(own), new Map([['tx', edit.after]]));
    expect(edited.cells[0]?.pending).toEqual(set);
    expect(withPending(edited, new Map([['tx', inverseOf(edit).after]])).cells[0]).toEqual({
      ...own,
      light: 'unknown',
    });
  });

  it('keeps what was written, readable or not', () => {
    expect(editOf(row(own), 'tx', { price: '1234.5', text: '$ 1,234.50' })?.text).toBe('$ 1,234.50');
    expect(editOf(row(own), 'tx', { price: null, text: 'ask Jo' })).toMatchObject({
      text: 'ask Jo',
      after: { action: 'set', unitPrice: null },
    });
  });

  it('knows what its editor saw', () => {
    expect(seenBy({ before: set, own: '9.10' })).toBe('9.50');
    expect(seenBy({ before: { ...set, action: 'remove', unitPrice: null }, own: '9.10' })).toBeNull();
    expect(seenBy({ before: null, own: '9.10' })).toBe('9.10');
  });
});

describe('the lights of a row', () => {
  const list = cell({ tableId: 'nat', unitPrice: '9', minQuantity: '1' });
  const inherits = cell({ tableId: 'ca', inherited: { tableId: 'nat', unitPrice: '9' } });
  const prices: GridRow = { ...row(own), cells: [list, own, inherits] };
  const lightsOf = ({ cells }: GridRow): string[] => cells.map(({ light }) => light);

  it('are not known of prices that change, nor of those that follow them', () => {
    expect(lightsOf(withPending(prices, new Map([['nat', set]])))).toEqual(['unknown', 'ok', 'unknown']);
    expect(lightsOf(withPending(prices, new Map([['tx', set]])))).toEqual(['ok', 'unknown', 'ok']);
    expect(lightsOf(withPending(prices, new Map([['tx', null]])))).toEqual(['ok', 'ok', 'ok']);
  });

  it('are taken from what was read later where it says the same', () => {
    const edited = withPending(prices, new Map([['tx', set]]));
    const below = { ...own, light: 'below' as const };
    const other = { ...prices, cells: [list, { ...below, pending: { ...set, unitPrice: '8' } }, inherits] };
    expect(withLights(edited, other)).toBe(edited);
    const same = { ...prices, cells: [list, { ...below, pending: { ...set, unitPrice: '9.5000' } }, inherits] };
    expect(lightsOf(withLights(edited, same))).toEqual(['ok', 'below', 'ok']);
    expect(withLights(edited, same).cells[1]?.pending).toBe(set);
  });
});

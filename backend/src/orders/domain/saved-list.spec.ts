import { aGoods, known, must, qty } from '../../../test/orders/builders.js';
import { SavedList } from './saved-list.js';

const sold = known(
  aGoods({ productId: 'cement' }),
  aGoods({ productId: 'sand', unit: { code: 'm3', step: '0.5', minimum: '0.5' } }),
  aGoods({ productId: 'old', status: 'archived' }),
  aGoods({ productId: 'secret', status: 'draft' }),
);
const made = { by: { id: 'bo', name: 'Bo' }, at: new Date('2026-11-20T15:00:00Z') };
const empty = SavedList.begin('company', 'Slab', made);
const adding = (productId: string, quantity: string, unit?: string, list = empty) =>
  list.add({ productId, quantity: qty(quantity), unit }, sold);
const held = (productId: string, unit: string, quantity: string) => ({
  ...{ productId, unit, quantity: qty(quantity), note: null },
});
const told = ({ lines }: SavedList) =>
  lines.map(({ productId, unit, quantity }) => `${quantity.toString()} ${unit} ${productId}`);

describe('A saved list', () => {
  it('holds goods in the unit asked for, the usual one without', () => {
    const one = must(adding('cement', '2'));
    expect(told(must(adding('cement', '1', 'pallet', one)))).toEqual(['2 bag cement', '1 pallet cement']);
  });

  it('merges the same product in the same unit', () => {
    const one = must(adding('cement', '2'));
    const two = must(adding('cement', '3', 'bag', one));
    expect(told(two)).toEqual(['5 bag cement']);
    expect(two.lines[0]?.id).toBe(one.lines[0]?.id);
  });

  it('refuses what could not be sold so, and says what could', () => {
    expect(adding('sand', '0.7')).toMatchObject({
      error: { code: 'cart.quantity_off_step', below: '0.5', above: '1' },
    });
    expect(adding('cement', '1', 'truck')).toMatchObject({
      error: { code: 'cart.unit_not_sold', unit: 'truck', units: ['bag', 'pallet'] },
    });
    expect(adding('cement', '10000001')).toMatchObject({ error: { code: 'cart.quantity_too_large' } });
  });

  it('knows nothing of products that do not exist or are not published', () => {
    expect(adding('nothing', '1')).toEqual({ ok: false, error: { code: 'product.not_found' } });
    expect(adding('secret', '1')).toEqual({ ok: false, error: { code: 'product.not_found' } });
  });

  it('may hold what is not sold any more, in any quantity a line can have', () => {
    const list = must(adding('old', '1.5', 'crate'));
    expect(told(list)).toEqual(['1.5 crate old']);
    expect(told(must(adding('old', '1', undefined, list)))).toEqual(['1.5 crate old', '1 bag old']);
    expect(adding('old', '10000001')).toMatchObject({ error: { code: 'cart.quantity_too_large' } });
  });

  it('takes over what is held elsewhere as it is, each product and unit once', () => {
    const lines = [held('cement', 'bag', '2'), held('gone', 'box', '0.7'), held('cement', 'bag', '1')];
    expect(told(must(empty.taking(lines)))).toEqual(['3 bag cement', '0.7 box gone']);
  });

  it('holds a thousand lines, and not one more', () => {
    const thousand = Array.from({ length: 1000 }, (_, n) => held(`p${n}`, 'each', '1'));
    const full = must(empty.taking(thousand));
    const refused = { ok: false, error: { code: 'list.full', limit: 1000 } };
    expect(adding('cement', '1', undefined, full)).toEqual(refused);
    expect(empty.taking([...thousand, held('one more', 'each', '1')])).toEqual(refused);
  });

  it('changes quantity, unit and note of a line', () => {
    const list = must(adding('cement', '2'));
    const id = list.lines[0]?.id ?? '';
    const changed = must(list.changeLine(id, { quantity: qty('3'), unit: 'pallet', note: 'by crane' }, sold));
    expect(changed.lines).toMatchObject([{ id, unit: 'pallet', note: 'by crane' }]);
    expect(told(changed)).toEqual(['3 pallet cement']);
    expect(must(changed.changeLine(id, { note: null }, sold)).lines[0]?.note).toBeNull();
  });

  it('makes one of two lines that come to the same unit', () => {
    const both = must(adding('cement', '1', 'pallet', must(adding('cement', '2'))));
    const id = both.lines[0]?.id ?? '';
    expect(told(must(both.changeLine(id, { unit: 'pallet', quantity: qty('4') }, sold)))).toEqual(['5 pallet cement']);
  });

  it('changes and removes only lines it has', () => {
    const missing = { ok: false, error: { code: 'list.line_not_found' } };
    expect(empty.changeLine('x', { quantity: qty('1') }, sold)).toEqual(missing);
    expect(empty.removeLine('x')).toEqual(missing);
    const list = must(adding('cement', '2'));
    expect(must(list.removeLine(list.lines[0]?.id ?? '')).lines).toEqual([]);
  });

  it('remembers who made it and who changed it last', () => {
    const later = { by: { id: 'cy', name: 'Cy' }, at: new Date('2026-11-21T15:00:00Z') };
    const list = empty.renamed('Slab 2').editedBy(later);
    expect(list).toMatchObject({ name: 'Slab 2', created: made, updated: later, version: 0 });
    expect(list.kept().version).toBe(1);
  });
});

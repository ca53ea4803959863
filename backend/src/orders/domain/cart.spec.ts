import { aGoods, known, must, price, qty } from '../../../test/orders/builders.js';
import { Cart } from './cart.js';

const cement = aGoods({ productId: 'cement' });
const sand = aGoods({ productId: 'sand', unit: { code: 'm3', step: '0.5', minimum: '0.5' } });
const goods = known(cement, sand);
const empty = Cart.openFor('buyer', 'company');
const withCement = must(empty.add({ productId: 'cement', quantity: qty('3') }, goods));
const lineId = withCement.lines[0]!.id;
const kept = withCement.seeing(new Map([[lineId, price('40')]]), 'new').kept();

describe('a cart', () => {
  it('takes goods in their base unit unless another is asked for', () => {
    expect(withCement.lines).toMatchObject([{ productId: 'cement', unit: 'bag', quantity: qty('3'), seenPrice: null }]);
    const pallet = must(withCement.add({ productId: 'cement', unit: 'pallet', quantity: qty('1') }, goods));
    expect(pallet.lines.map(({ unit }) => unit)).toEqual(['bag', 'pallet']);
  });

  it('makes one line of the same product in the same unit', () => {
    const more = must(withCement.add({ productId: 'cement', quantity: qty('2') }, goods));
    expect(more.lines).toMatchObject([{ id: lineId, quantity: qty('5') }]);
  });

  it('never changes itself', () => {
    must(withCement.add({ productId: 'sand', quantity: qty('1') }, goods));
    expect(withCement.lines).toHaveLength(1);
  });

  it.each([
    ['an unknown product', { productId: 'x', quantity: qty('1') }, 'product.not_found'],
    ['a unit it is not sold in', { productId: 'sand', unit: 'bag', quantity: qty('1') }, 'cart.unit_not_sold'],
    ['a quantity off step', { productId: 'sand', quantity: qty('0.7') }, 'cart.quantity_off_step'],
  ])('refuses %s', (_, wanted, code) => {
    expect(empty.add(wanted, goods)).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    ['draft', 'product.not_found'],
    ['archived', 'price.not_offered'],
  ] as const)('refuses a %s product with %s', (status, code) => {
    const withdrawn = known(aGoods({ productId: 'old', status }));
    expect(empty.add({ productId: 'old', quantity: qty('1') }, withdrawn)).toMatchObject({ error: { code } });
  });

  it('holds at most a thousand lines', () => {
    const many = Array.from({ length: Cart.maxLines }, (_, n) => aGoods({ productId: `p${n}` }));
    const catalogue = known(cement, ...many);
    const full = many.reduce(
      (cart, { productId }) => must(cart.add({ productId, quantity: qty('1') }, catalogue)),
      empty,
    );
    const refused = full.add({ productId: 'cement', quantity: qty('1') }, catalogue);
    expect(refused).toMatchObject({ error: { code: 'cart.full', limit: 1000 } });
    expect(full.add({ productId: 'p7', quantity: qty('1') }, catalogue).ok).toBe(true);
  });

  it('merges two lines when one takes the unit of the other', () => {
    const both = must(kept.add({ productId: 'cement', unit: 'pallet', quantity: qty('1') }, goods));
    const merged = must(both.changeLine(lineId, { unit: 'pallet', quantity: qty('2') }, goods));
    expect(merged.lines).toMatchObject([{ unit: 'pallet', quantity: qty('3') }]);
  });

  it('keeps a seen price through a new note, and forgets it with a new quantity', () => {
    const noted = must(kept.changeLine(lineId, { note: 'gate 3' }, goods));
    expect(noted.lines).toMatchObject([{ note: 'gate 3', seenPrice: price('40') }]);
    const more = must(kept.changeLine(lineId, { quantity: qty('4') }, goods));
    expect(more.lines).toMatchObject([{ seenPrice: null }]);
  });

  it('keeps the price that was seen until all prices are agreed to', () => {
    const now = new Map([[lineId, price('45')]]);
    expect(kept.seeing(now, 'new').lines).toMatchObject([{ seenPrice: price('40') }]);
    expect(kept.seeing(now, 'all').lines).toMatchObject([{ seenPrice: price('45') }]);
  });

  it('knows what changed since it was kept, and undoes it', () => {
    expect(kept.changedLines).toEqual([]);
    const changed = must(
      must(kept.changeLine(lineId, { quantity: qty('9') }, goods)).add(
        { productId: 'sand', quantity: qty('1') },
        goods,
      ),
    );
    expect(changed.changedLines).toHaveLength(2);
    expect(changed.undoing(new Set(changed.lines.map(({ id }) => id))).lines).toEqual(kept.lines);
  });

  it('says when there is no such line', () => {
    expect(kept.removeLine('x')).toMatchObject({ error: { code: 'cart.line_not_found' } });
    expect(kept.changeLine('x', { note: 'n' }, goods)).toMatchObject({ error: { code: 'cart.line_not_found' } });
    expect(must(kept.removeLine(lineId)).lines).toEqual([]);
  });
});

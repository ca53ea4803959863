import { FixedOffers } from '../../../test/fakes/fixed-offers.js';
import { InMemoryCarts } from '../../../test/fakes/in-memory-carts.js';
import { InMemoryOrders } from '../../../test/fakes/in-memory-orders.js';
import { StoppedClock } from '../../../test/fakes/kernel.js';
import { aBuyer, aGoods, anOrder, must } from '../../../test/orders/builders.js';
import { AcceptPrices } from './accept-prices.js';
import { AddManyToCart } from './add-many-to-cart.js';
import { AddToCart } from './add-to-cart.js';
import { CartEditing } from './cart-editing.js';
import { ChangeCartLine } from './change-cart-line.js';
import { ChangeCartTerms } from './change-cart-terms.js';
import { Reorder } from './reorder.js';
import { ViewCart } from './view-cart.js';

const buyer = aBuyer();
let carts: InMemoryCarts;
let offers: FixedOffers;
let editing: CartEditing;
let add: AddToCart;
beforeEach(() => {
  carts = new InMemoryCarts();
  offers = new FixedOffers(
    aGoods({ productId: 'cement' }),
    aGoods({ productId: 'sand' }),
    aGoods({ productId: 'ladder' }),
  );
  offers.priceOf.set('cement', '40').set('sand', '120');
  editing = new CartEditing(carts, offers, new StoppedClock());
  add = new AddToCart(editing, offers);
});

const lines = async () => (await carts.openCartOf('buyer', 'company')).lines;

it('keeps what it shows, asking everybody once', async () => {
  const shown = must(await add.execute(buyer, { sku: 'CEMENT', quantity: '2' }));
  expect(shown.total.toString()).toBe('80.00');
  expect(await lines()).toEqual(shown.cart.lines);
  expect(offers.asked).toEqual({ customer: 1, goods: 1, prices: 1 });
});

it('keeps nothing when it refuses', async () => {
  const refusals = [
    await add.execute(buyer, { productId: 'cement', quantity: '1.5' }),
    await add.execute(buyer, { productId: 'cement', quantity: 'x' }),
    await add.execute(buyer, { sku: 'NOPE', quantity: '1' }),
    await add.execute(buyer, { productId: 'ladder', quantity: '1' }),
  ];
  expect(refusals.map((refusal) => !refusal.ok && refusal.error.code)).toEqual([
    'cart.quantity_off_step',
    'quantity.not_positive',
    'product.not_found',
    'price.not_offered',
  ]);
  expect(await lines()).toEqual([]);
});

it('refuses a buyer whose company is gone', async () => {
  offers.customerNow = null;
  expect(await add.execute(buyer, { productId: 'cement', quantity: '1' })).toMatchObject({
    error: { code: 'company.not_found' },
  });
});

it('runs a lost race again, unless the buyer named what they saw', async () => {
  const answers = await Promise.all(
    ['1', '2', '3'].map((quantity) => add.execute(buyer, { productId: 'cement', quantity })),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(String((await lines())[0]?.quantity)).toBe('6');
  expect(await add.execute(buyer, { productId: 'cement', quantity: '1' }, 1)).toMatchObject({
    error: { code: 'cart.stale', version: 3 },
  });
});

it('takes the good ones of many, and names the others', async () => {
  const many = new AddManyToCart(editing, offers);
  const { quoted, refused } = must(
    await many.execute(buyer, [
      { sku: 'CEMENT', quantity: '1' },
      { sku: 'LADDER', quantity: '1' },
      { sku: 'NOPE', quantity: '1' },
      { sku: 'SAND', quantity: '0.5' },
      { sku: 'CEMENT', quantity: '2' },
    ]),
  );
  expect(quoted.lines.map(({ productId, quantity }) => [productId, String(quantity)])).toEqual([['cement', '3']]);
  expect(refused.map(({ index, error }) => [index, error.code])).toEqual([
    [1, 'price.not_offered'],
    [2, 'product.not_found'],
    [3, 'cart.below_minimum'],
  ]);
});

it('says that a price moved until it is agreed to', async () => {
  must(await add.execute(buyer, { productId: 'cement', quantity: '1' }));
  offers.priceOf.set('cement', '44');
  const shown = must(await new ViewCart(carts, editing).execute(buyer));
  expect(shown.lines[0]?.priceChangedFrom?.toString()).toBe('40.0000');
  expect(must(await new AcceptPrices(editing).execute(buyer)).problems).toEqual([]);
});

it('changes a note of a line that is not offered any more, but not its quantity', async () => {
  const { cart } = must(await add.execute(buyer, { productId: 'cement', quantity: '1' }));
  offers.priceOf.delete('cement');
  const change = new ChangeCartLine(editing);
  const id = cart.lines[0]!.id;
  expect((await change.execute(buyer, id, { note: 'later' })).ok).toBe(true);
  expect(await change.execute(buyer, id, { quantity: '2' })).toMatchObject({ error: { code: 'price.not_offered' } });
});

it('knows the job sites of the own company only', async () => {
  const terms = new ChangeCartTerms(editing);
  expect(await terms.execute(buyer, { jobSiteId: 'x' })).toMatchObject({ error: { code: 'job_site.not_found' } });
  const address = { ...offers.customerNow!.address!, stateCode: 'OR' };
  offers.customerNow = { ...offers.customerNow!, jobSite: { id: 'site', address } };
  expect(must(await terms.execute(buyer, { jobSiteId: 'site' })).stateCode).toBe('OR');
});

it('takes a trade code that holds, and lets go of any', async () => {
  const terms = new ChangeCartTerms(editing);
  expect(await terms.execute(buyer, { tradeCode: 'X' })).toMatchObject({ error: { code: 'trade_code.not_valid' } });
  offers.tradeCodes.add('X');
  expect(must(await terms.execute(buyer, { tradeCode: 'X' })).tradeCode).toBe('X');
  offers.tradeCodes.clear();
  expect(must(await terms.execute(buyer, { jobSiteId: null })).tradeCode).toBeNull();
  expect(must(await terms.execute(buyer, { tradeCode: null })).cart.tradeCode).toBeNull();
});

it('orders again what an order of the own company held', async () => {
  const orders = new InMemoryOrders();
  const order = anOrder({ company: { id: 'company', name: 'Aurora' } }, [
    { productId: 'cement' },
    { productId: 'gone' },
  ]);
  await orders.add(order, []);
  const reorder = new Reorder(orders, new AddManyToCart(editing, offers));
  const { quoted, refused } = must(await reorder.execute(buyer, order.state.id));
  expect([quoted.lines.length, refused.map(({ index }) => index)]).toEqual([1, [1]]);
  expect(await reorder.execute(aBuyer({ companyId: 'other' }), order.state.id)).toMatchObject({
    error: { code: 'order.not_found' },
  });
});

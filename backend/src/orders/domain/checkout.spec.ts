import { aCustomer, aGoods, aPrice, known, must, price, qty, quotation } from '../../../test/orders/builders.js';
import { Cart } from './cart.js';
import { checkOut, type CheckoutRequest } from './checkout.js';
import type { Customer } from './customer.js';
import { QuotedCart } from './quoted-cart.js';

const goods = known(aGoods());
const empty = Cart.openFor('b', 'c');
const cart = must(empty.add({ productId: 'cement', quantity: qty('10') }, goods));
const id = cart.lines[0]!.id;
const seen = cart.seeing(new Map([[id, price('40')]]), 'new');
const request: CheckoutRequest = { address: null, requestedDate: null, termsChosenNow: false, today: '2026-11-20' };

const check = (more: { cart?: Cart; customer?: Partial<Customer>; price?: string | null; request?: object } = {}) => {
  const prices = more.price === null ? [] : [[id, aPrice(more.price ?? '40', '10')] as const];
  const quoted = new QuotedCart(more.cart ?? seen, aCustomer(more.customer), goods, quotation(...prices));
  return checkOut(quoted, { ...request, ...more.request });
};

describe('checking a cart out', () => {
  it("goes to the company's own address unless told otherwise", () => {
    expect(must(check()).address).toMatchObject({ line1: '1 Main St' });
    const address = { ...aCustomer().address!, line1: '9 Side St', stateCode: 'FL' };
    const taxRates = { TX: '0.08', FL: '0.06' };
    const elsewhere = must(check({ request: { address }, customer: { taxRates } }));
    expect([elsewhere.address.line1, elsewhere.tax.toString(), elsewhere.total.toString()]).toEqual([
      '9 Side St',
      '24.00',
      '424.00',
    ]);
    const jobSite = { id: 's', address };
    expect(must(check({ customer: { jobSite }, cart: seen.under({ jobSiteId: 's' }) })).address).toEqual(address);
  });

  it.each([
    ['a blocked company', { customer: { blocked: true } }, 'company.blocked'],
    ['an empty cart', { cart: empty }, 'order.cart_empty'],
    ['a job site that is not theirs', { cart: seen.under({ jobSiteId: 'x' }) }, 'job_site.not_found'],
    ['no address at all', { customer: { address: null } }, 'order.address_missing'],
    ['a day that has passed', { request: { requestedDate: '2026-11-19' } }, 'order.requested_date_past'],
    ['a line without a price', { price: null }, 'order.lines_not_offered'],
  ])('refuses %s', (_, what, code) => {
    expect(check(what)).toMatchObject({ ok: false, error: { code } });
  });

  it('refuses a price that moved either way, with both', () => {
    for (const to of ['41', '39']) {
      expect(check({ price: to })).toMatchObject({
        error: { code: 'order.price_changed', lines: [{ lineId: id, from: '40.0000', to: `${to}.0000` }] },
      });
    }
  });

  it('takes a lower price that came with terms chosen now, and refuses a higher one', () => {
    expect(check({ price: '36', request: { termsChosenNow: true } }).ok).toBe(true);
    expect(check({ price: '44', request: { termsChosenNow: true } }).ok).toBe(false);
  });

  it('refuses quantities that are not sold any more', () => {
    const steps = known(aGoods({ unit: { step: '4', minimum: '4' } }));
    const quoted = new QuotedCart(seen, aCustomer(), steps, quotation([id, aPrice('40', '10')]));
    expect(checkOut(quoted, request)).toMatchObject({
      error: { code: 'order.quantities_not_sold', lines: [{ below: '8', above: '12' }] },
    });
  });
});

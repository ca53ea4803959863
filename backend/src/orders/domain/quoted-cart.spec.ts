import { aCustomer, aGoods, aPrice, must, known, price, qty, quotation } from '../../../test/orders/builders.js';
import { Cart } from './cart.js';
import { QuotedCart, taxOn } from './quoted-cart.js';
import { Money } from '../../shared/money.js';

const goods = known(
  aGoods({ productId: 'screw', unit: { code: 'each' } }),
  aGoods({ productId: 'cement', available: ['40', '30'] }),
);
const cart = must(
  must(Cart.openFor('b', 'c').add({ productId: 'screw', quantity: qty('3') }, goods)).add(
    { productId: 'cement', quantity: qty('10') },
    goods,
  ),
);
const [screw, cement] = cart.lines.map(({ id }) => id) as [string, string];
const quote = (prices: [string, string, string][], more = {}, of = cart) =>
  new QuotedCart(
    of,
    aCustomer(more),
    goods,
    quotation(...prices.map(([id, unit, n]) => [id, aPrice(unit, n)] as const)),
  );

describe('a quoted cart', () => {
  it('sums lines that were rounded one by one, and taxes the sum', () => {
    const quoted = quote(
      [
        [screw, '0.0333', '3'],
        [cement, '39.9', '10'],
      ],
      { taxRates: { TX: '0.0825' } },
    );
    expect([quoted.subtotal, quoted.tax, quoted.total].map(String)).toEqual(['399.10', '32.93', '432.03']);
  });

  it('taxes by the job site, and not at all where no rate is set', () => {
    const taxRates = { TX: '0.0825' };
    const site = { id: 's', address: { ...aCustomer().address!, stateCode: 'OR' } };
    expect(quote([[cement, '10', '10']], { taxRates, jobSite: site }).tax.toString()).toBe('0.00');
    expect(quote([[cement, '10', '10']], { taxRates, jobSite: site }).stateCode).toBe('OR');
  });

  it('rounds half up', () => {
    expect(taxOn(Money.stored('0.50', 'USD'), '0.01').toString()).toBe('0.01');
    expect(taxOn(Money.stored('0.49', 'USD'), '0.01').toString()).toBe('0.00');
  });

  it('counts a line that is not offered for nothing, and says so', () => {
    const quoted = quote([[screw, '1', '3']]);
    expect(quoted.subtotal.toString()).toBe('3.00');
    expect(quoted.problems).toEqual([{ lineId: cement, code: 'not_offered', reason: 'no_price' }]);
  });

  it('says when a price moved, and when stock is short at the best branch', () => {
    const seen = cart.seeing(new Map([[screw, price('1')]]), 'new');
    const more = must(seen.changeLine(cement, { quantity: qty('41') }, goods));
    const quoted = quote(
      [
        [screw, '1.01', '3'],
        [cement, '1', '41'],
      ],
      {},
      more,
    );
    expect(quoted.problems).toEqual([
      { lineId: screw, code: 'price_changed', from: '1.0000', to: '1.0100' },
      { lineId: cement, code: 'stock_short', available: '40', requested: '41', unit: 'bag' },
    ]);
  });

  it('names what concerns the whole cart', () => {
    const elsewhere = cart.under({ jobSiteId: 'gone' });
    expect(
      quote(
        [
          [screw, '1', '3'],
          [cement, '1', '10'],
        ],
        { blocked: true },
        elsewhere,
      ).problems,
    ).toEqual([{ code: 'company_blocked' }, { code: 'job_site_not_found' }]);
  });
});

import fc from 'fast-check';
import { aUnit, qty } from '../../../test/orders/builders.js';
import { Quantity } from '../../shared/quantity.js';
import { refusalOfQuantity } from './sellable-quantity.js';

describe('a quantity that is sold', () => {
  it.each([
    // step, minimum, asked → code, below, above
    ['1', '1', '1.5', 'cart.quantity_off_step', '1', '2'],
    ['0.5', '0.5', '0.7', 'cart.quantity_off_step', '0.5', '1'],
    ['0.5', '0.5', '0.2', 'cart.below_minimum', null, '0.5'],
    ['100', '100', '50', 'cart.below_minimum', null, '100'],
    ['10', '25', '25', 'cart.quantity_off_step', null, '30'],
    ['10', '25', '31', 'cart.quantity_off_step', '30', '40'],
    ['10', '25', '5', 'cart.below_minimum', null, '30'],
    ['2.323', '2.323', '5', 'cart.quantity_off_step', '4.646', '6.969'],
  ])('in steps of %s from %s: %s is %s, nearest %s and %s', (step, minimum, asked, code, below, above) => {
    expect(refusalOfQuantity('p', aUnit({ step, minimum }), qty(asked))).toMatchObject({ code, below, above });
  });

  it('is any multiple of the step from the minimum on', () => {
    expect(refusalOfQuantity('p', aUnit({ step: '0.5', minimum: '2' }), qty('2.5'))).toBeNull();
  });

  it('has a ceiling', () => {
    expect(refusalOfQuantity('p', aUnit({}), qty('10000001'))).toMatchObject({ code: 'cart.quantity_too_large' });
  });

  it('names only quantities that would do', () => {
    const small = fc.bigInt({ min: 1n, max: 50_000n });
    fc.assert(
      fc.property(small, small, small, (step, minimum, asked) => {
        const unit = aUnit({ step: text(step), minimum: text(minimum) });
        const refusal = refusalOfQuantity('p', unit, Quantity.ofThousandths(asked));
        if (!refusal || refusal.code === 'cart.quantity_too_large') return;
        for (const nearest of [refusal.below, refusal.above]) {
          if (nearest) expect(refusalOfQuantity('p', unit, qty(nearest))).toBeNull();
        }
      }),
    );
  });
});

const text = (thousandths: bigint): string => Quantity.ofThousandths(thousandths).toString();

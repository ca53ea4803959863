import fc from 'fast-check';
import { PriceResolver } from '../../src/pricing/domain/price-resolver.js';
import { traceOf } from '../../src/pricing/domain/price-trace.js';
import { UnitPrice } from '../../src/shared/money.js';
import { Quantity } from '../../src/shared/quantity.js';
import { ask, discounts, entries, noon } from './generated-prices.js';
import { naivePrice } from './naive-resolver.js';

const resolver = new PriceResolver(noon);
const runs = { numRuns: 3_000 };

it('answers what the rules say, read word by word', () => {
  fc.assert(
    fc.property(ask, entries, discounts, (asked, list, offered) => {
      const { winner, unitPrice } = resolver.resolve(asked, list, offered);
      const expected = naivePrice(noon, asked, list, offered);
      expect([winner?.entryId, unitPrice?.tenThousandths]).toEqual([expected?.entryId, expected?.tenThousandths]);
    }),
    runs,
  );
});

it('accounts for every candidate exactly once', () => {
  fc.assert(
    fc.property(ask, entries, (asked, list) => {
      const { winner, losers } = traceOf(resolver.resolve(asked, list), noon);
      const named = [...losers.map(({ entryId }) => entryId), ...(winner ? [winner.entryId] : [])];
      expect(named.sort()).toEqual(list.map(({ entryId }) => entryId));
    }),
    runs,
  );
});

it('does not depend on the order candidates come in', () => {
  fc.assert(
    fc.property(ask, entries, (asked, list) => {
      const [forth, back] = [resolver.resolve(asked, list), resolver.resolve(asked, [...list].reverse())];
      expect(traceOf(forth, noon)).toEqual(traceOf(back, noon));
    }),
    { numRuns: 500 },
  );
});

it('never lets entries of other units, outdated or scheduled ones change the price', () => {
  fc.assert(
    fc.property(ask, entries, (asked, list) => {
      const { winner, losers, unitPrice } = resolver.resolve(asked, list);
      const harmless = new Set(['not_yet_valid', 'expired']);
      const without = new Set(
        losers.filter(({ reason }) => harmless.has(reason)).map(({ candidate }) => candidate.entryId),
      );
      const again = resolver.resolve(
        asked,
        list.filter(({ entryId }) => !without.has(entryId)),
      );
      expect([again.winner, again.unitPrice?.tenThousandths]).toEqual([winner, unitPrice?.tenThousandths]);
    }),
    { numRuns: 500 },
  );
});

it('has breaks that agree with it at every quantity', () => {
  const quantity = fc.bigInt({ min: 1n, max: 200_000n }).map((n) => Quantity.ofThousandths(n));
  fc.assert(
    fc.property(ask, quantity, entries, discounts, (asked, wanted, list, offered) => {
      const breaks = resolver.breaks(asked, list, offered);
      const reached = breaks.filter(({ minimum }) => wanted.atLeast(minimum)).at(-1);
      const { unitPrice } = resolver.resolve({ ...asked, quantity: wanted }, list, offered);
      expect(reached?.unitPrice.toString()).toBe(unitPrice?.toString());
    }),
    runs,
  );
});

it('never lets a discount touch a company’s price, nor raise any', () => {
  fc.assert(
    fc.property(ask, entries, discounts, (asked, list, offered) => {
      const plain = resolver.resolve(asked, list);
      const reduced = resolver.resolve(asked, list, offered);
      expect(reduced.winner).toBe(plain.winner);
      if (!plain.unitPrice || !reduced.unitPrice) return;
      expect(reduced.unitPrice.compare(plain.unitPrice)).not.toBe(1);
      if (plain.winner?.table.scope === 'company') expect(reduced.unitPrice).toEqual(plain.unitPrice);
    }),
    { numRuns: 1_000 },
  );
});

it('a price of zero is offered', () => {
  fc.assert(
    fc.property(ask, entries, (asked, list) => {
      const free = list.map((each) => ({ ...each, unitPrice: UnitPrice.ofTenThousandths(0n) }));
      const { winner, unitPrice } = resolver.resolve(asked, free);
      expect(unitPrice?.tenThousandths ?? null).toBe(winner ? 0n : null);
    }),
    { numRuns: 500 },
  );
});

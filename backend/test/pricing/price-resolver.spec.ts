import fc from 'fast-check';
import { Discounts } from '../../src/pricing/domain/discounts.js';
import { PriceResolver } from '../../src/pricing/domain/price-resolver.js';
import { traceOf } from '../../src/pricing/domain/price-trace.js';
import { UnitPrice } from '../../src/shared/money.js';
import { Quantity } from '../../src/shared/quantity.js';
import { ask, category, codeTerms, discounts, entries, noon, parents, tierTerms } from './generated-prices.js';
import { naiveDiscounts, naivePrice } from './naive-resolver.js';
import { seedOfThisRun } from './seed-of-this-run.js';

const resolver = new PriceResolver(noon);
const seed = seedOfThisRun();
const runs = { numRuns: 3_000, seed };

/** Each category with those above it, as the catalogue tells them. */
const ancestors = new Map(
  Object.keys(parents).map((name) => {
    const parent = parents[name];
    const grandparent = parent ? parents[parent] : null;
    return [name, [name, parent, grandparent].filter((each) => typeof each === 'string')];
  }),
);

it('answers what the rules say, read word by word', () => {
  fc.assert(
    fc.property(ask, entries, category, tierTerms, codeTerms, (asked, list, group, tier, code) => {
      const offered = new Discounts(tier, code, ancestors, noon).on(group);
      const { winner, unitPrice } = resolver.resolve(asked, list, offered);
      const expected = naivePrice(noon, asked, list, naiveDiscounts(noon, group, parents, tier, code));
      expect([winner?.entryId, unitPrice?.tenThousandths]).toEqual([expected?.entryId, expected?.tenThousandths]);
    }),
    { numRuns: 10_000, seed },
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
    { numRuns: 500, seed },
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
    { numRuns: 500, seed },
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

it('has breaks that agree with it at every quantity that can be bought, from the least one on', () => {
  const amount = fc.bigInt({ min: 1n, max: 60_000n }).map((n) => Quantity.ofThousandths(n));
  const step = fc.constantFrom(1n, 250n, 500n, 1000n, 2320n, 40_000n).map((n) => Quantity.ofThousandths(n));
  fc.assert(
    fc.property(ask, entries, amount, step, fc.nat({ max: 60 }), (asked, list, least, each, more) => {
      const bought = Quantity.ofThousandths((least.thousandths / each.thousandths + BigInt(more)) * each.thousandths);
      fc.pre(bought.atLeast(least));
      const breaks = resolver.breaks(asked, list, [], { least, step: each });
      expect(breaks.filter(({ minimum }) => !minimum.atLeast(least) || !minimum.isMultipleOf(each))).toEqual([]);
      const reached = breaks.filter(({ minimum }) => bought.atLeast(minimum)).at(-1);
      const { unitPrice } = resolver.resolve({ ...asked, quantity: bought }, list);
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
    { numRuns: 1_000, seed },
  );
});

it('a price of zero is offered', () => {
  fc.assert(
    fc.property(ask, entries, (asked, list) => {
      const free = list.map((each) => ({ ...each, unitPrice: UnitPrice.ofTenThousandths(0n) }));
      const { winner, unitPrice } = resolver.resolve(asked, free);
      expect(unitPrice?.tenThousandths ?? null).toBe(winner ? 0n : null);
    }),
    { numRuns: 500, seed },
  );
});

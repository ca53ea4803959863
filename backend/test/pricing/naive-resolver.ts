import type { Discount } from '../../src/pricing/domain/discounts.js';
import type { Ask, Candidate } from '../../src/pricing/domain/price-resolver.js';

/** The rules of price resolution once more, word by word and without a thought for speed; knows nothing of the resolver. */
export function naivePrice(
  at: Date,
  ask: Ask,
  all: readonly Candidate[],
  discounts: readonly Discount[],
): { entryId: string; tenThousandths: bigint } | null {
  const validAtThatMoment = all.filter((entry) => {
    const begins = Math.max(Number(entry.validFrom ?? -Infinity), Number(entry.liveFrom ?? -Infinity));
    const ends = Number(entry.validTo ?? Infinity);
    return begins <= Number(at) && Number(at) < ends;
  });
  const perScope = ['company', 'state', 'national'].map((scope) => {
    const ofScope = validAtThatMoment.filter((entry) => entry.table.scope === scope);
    const inAskedUnit = ofScope.filter((entry) => entry.unit === ask.unit);
    const derived = inAskedUnit.length === 0;
    const entries = derived ? ofScope.filter((entry) => entry.unit === ask.baseUnit) : inAskedUnit;
    const baseQuantity = halfUp(ask.quantity.thousandths * ask.factor.thousandths, 1000n);
    const compared = derived ? baseQuantity : ask.quantity.thousandths;
    const [best] = entries
      .filter((entry) => entry.minimum.thousandths <= compared)
      .sort((a, b) => (a.entryId < b.entryId ? -1 : 1))
      .sort((a, b) => compare(Number(b.validFrom ?? -Infinity), Number(a.validFrom ?? -Infinity)))
      .sort((a, b) => compare(b.table.priority, a.table.priority))
      .sort((a, b) => compare(b.minimum.thousandths, a.minimum.thousandths));
    if (!best) return null;
    const own = best.unitPrice.tenThousandths;
    return { scope, entryId: best.entryId, price: derived ? halfUp(own * ask.factor.thousandths, 1000n) : own };
  });
  const first = perScope.find((winner) => winner !== null);
  if (!first) return null;
  const rates = first.scope === 'company' ? [] : discounts.map(({ rate }) => rate);
  const prices = [first.price, ...rates.map((rate) => halfUp(first.price * (10_000n - rate), 10_000n))];
  return { entryId: first.entryId, tenThousandths: prices.sort(compare)[0] ?? first.price };
}

const compare = <T extends number | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const halfUp = (dividend: bigint, divisor: bigint): bigint => {
  const whole = dividend / divisor;
  return (dividend - whole * divisor) * 2n >= divisor ? whole + 1n : whole;
};

import type { CodeTerms, Discount, TierTerms } from '../../src/pricing/domain/discounts.js';
import type { Ask, Candidate } from '../../src/pricing/domain/price-resolver.js';

/** The rules of price resolution once more, word by word and without a thought for speed; knows nothing of the resolver. */
export function naivePrice(
  at: Date,
  ask: Ask,
  all: readonly Candidate[],
  discounts: readonly Pick<Discount, 'rate'>[],
): { entryId: string; tenThousandths: bigint } | null {
  const validAtThatMoment = all.filter((entry) => {
    const begins = Math.max(startOf(entry), Number(entry.liveFrom ?? -Infinity));
    const ends = Math.min(Number(entry.validTo ?? Infinity), Number(entry.table.validTo ?? Infinity));
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
      .sort((a, b) => compare(a.table.id, b.table.id))
      .sort((a, b) => compare(Number(b.validFrom ?? -Infinity), Number(a.validFrom ?? -Infinity)))
      .sort((a, b) => compare(startOf(b), startOf(a)))
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

/** The discounts a product of a category may get: its tier's, by the nearest category with a rate, and the code's. */
export function naiveDiscounts(
  at: Date,
  category: string,
  parents: Readonly<Record<string, string | null>>,
  tier: TierTerms | null,
  code: CodeTerms | null,
): { rate: bigint }[] {
  const upwards: string[] = [];
  for (let each: string | null = category; each !== null; each = parents[each] ?? null) upwards.push(each);
  const found: { rate: bigint }[] = [];
  if (tier) {
    const withRate = upwards.filter((each) => tier.byCategory.has(each));
    found.push({
      rate: (withRate[0] === undefined ? undefined : tier.byCategory.get(withRate[0])) ?? tier.defaultRate,
    });
  }
  if (code?.active && (code.validFrom ?? at) <= at && at < (code.validTo ?? new Date(8.64e15))) {
    if (code.categoryId === null || upwards.includes(code.categoryId)) found.push({ rate: code.rate });
  }
  return found;
}

/** An entry begins when both it and its table have begun. */
const startOf = ({ validFrom, table }: Candidate): number =>
  Math.max(Number(validFrom ?? -Infinity), Number(table.validFrom ?? -Infinity));

const compare = <T extends number | bigint | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const halfUp = (dividend: bigint, divisor: bigint): bigint => {
  const whole = dividend / divisor;
  return (dividend - whole * divisor) * 2n >= divisor ? whole + 1n : whole;
};

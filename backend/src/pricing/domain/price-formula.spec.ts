import fc from 'fast-check';
import { builtFormula, evaluate, type Formula, readFormula, wordsIn } from './price-formula.js';
import { exactly, roundedPrice } from './price-rounding.js';
import { Ratio } from './ratio.js';

const ratio = (text: string | null) => (text === null ? null : Ratio.parse(text));

/** What a formula makes of a price of 10, a cost of 8 and another table's 12, to the ten-thousandth. */
function made(
  formula: Formula,
  { current = '10', cost = '8', table = '12' }: Record<string, string | null> = {},
): string {
  const exact = evaluate(formula, { current: ratio(current), cost: ratio(cost), table: ratio(table) });
  if (!exact.ok) return exact.error.code;
  const price = roundedPrice(exact.value, exactly);
  return price.ok ? price.value.toString() : price.error.code;
}

const read = (text: string, locale: 'en' | 'pt-BR' = 'en', numbers?: Record<string, string | null>): string => {
  const formula = readFormula(text, locale);
  return formula.ok ? made(formula.value, numbers) : `invalid at ${formula.error.at}`;
};

describe('a formula', () => {
  it.each([
    ['+3.5 %', '10.3500'],
    ['+3.5%', '10.3500'],
    ['-2 %', '9.8000'],
    ['−2 %', '9.8000'],
    ['-0.10', '9.9000'],
    ['+ 0.1', '10.1000'],
    ['cost + 22 %', '9.7600'],
    ['cost / (1 - 22 %)', '10.2564'],
    ['COST * 1.22', '9.7600'],
    ['cost × 1.22 ÷ 2', '4.8800'],
    ['= 9.90', '9.9000'],
    ['=9.9', '9.9000'],
    ['9.90', '9.9000'],
    ['= 0', '0.0000'],
    ['table - 2 %', '11.7600'],
    ['= table', '12.0000'],
    ['price', '10.0000'],
    ['current + 1 + 10 %', '12.1000'],
    ['price * 10 %', '1.0000'],
    ['price + 2 * 3', '16.0000'],
    ['(price + 2) * 3', '36.0000'],
    ['price - cost - 1', '1.0000'],
    ['price / cost / 2', '0.6250'],
    ['price + cost * 5 %', '10.4000'],
    ['price + 5 / 100', '10.0500'],
    ['price + (5 %)', '10.5000'],
    ['cost + 1,000.5', '1008.5000'],
    ['cost + 3,5 %', '8.2800'],
    ['cost / 3', '2.6667'],
    ['preço + custo', '18.0000'],
  ])('%s', (text, price) => expect(read(text)).toBe(price));

  it.each([
    ['+3,5 %', '10.3500'],
    ['custo + 22,5 %', '9.8000'],
    ['tabela - 2 %', '11.7600'],
    ['= 1.234,50', '1234.5000'],
    ['= 1.234', '1234.0000'],
    ['= 9.90', '9.9000'],
  ])('in Portuguese: %s', (text, price) => expect(read(text, 'pt-BR')).toBe(price));

  it.each([
    ['', 0],
    ['   ', 0],
    ['=', 1],
    ['+', 1],
    ['cost +', 6],
    ['cost + ', 6],
    ['cots + 2', 0],
    ['cost + foo', 7],
    ['cost ++ 2', 6],
    ['cost 2', 5],
    ['(cost + 2', 9],
    ['cost + 2)', 8],
    ['cost + 2 % %', 11],
    ['cost; drop', 4],
    ['cost + 1.2.3', 7],
    ['cost + 12,34,5', 7],
    ['= 10 = 10', 5],
    ['%', 0],
    ['cost $ 2', 5],
    ['1234567890123', 0],
    ['('.repeat(30), 20],
  ])('that cannot be read says where: %j at %i', (text, at) => expect(read(text)).toBe(`invalid at ${at}`));

  it.each([
    ['cost + 22 %', { cost: null }, 'cost.missing'],
    ['price + 1', { current: null }, 'price.missing'],
    ['table + 1', { table: null }, 'price.missing'],
    ['price / cost', { cost: '0' }, 'formula.divides_by_zero'],
    ['cost / (1 - 100 %)', {}, 'formula.divides_by_zero'],
    ['price / (cost - 8)', {}, 'formula.divides_by_zero'],
    ['price - 11', {}, 'price.negative'],
    ['price * 100000000000', {}, 'price.too_large'],
    ['= 5', { current: null, cost: null, table: null }, '5.0000'],
  ])('that cannot be reckoned says why: %s of %j', (text, numbers, outcome) =>
    expect(read(text, 'en', numbers)).toBe(outcome),
  );

  it.each([
    [{ percent: '3.5' }, '10.3500'],
    [{ amount: '-0.10' }, '9.9000'],
    [{ base: 'cost' as const, margin: '22' }, '10.2564'],
    [{ base: 'cost' as const, percent: '22', amount: '0.05' }, '9.8100'],
    [{ base: 'table' as const }, '12.0000'],
    [{ base: 'cost' as const, margin: '100' }, 'formula.divides_by_zero'],
  ])('is put together from %j', (parts, price) => expect(made(builtFormula(parts))).toBe(price));

  it('says what it speaks of', () => {
    const words = (text: string) => {
      const formula = readFormula(text);
      return formula.ok ? [...wordsIn(formula.value)].sort() : null;
    };
    expect([words('cost / (1 - 22 %)'), words('+3 %'), words('= 5'), words('table + cost')]).toEqual([
      ['cost'],
      ['current'],
      [],
      ['cost', 'table'],
    ]);
  });
});

describe('any formula', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 }).map((scaled) => (scaled / 10_000).toFixed(4));
  const percent = fc.integer({ min: 0, max: 9_999 }).map((scaled) => (scaled / 100).toFixed(2));

  it('is never read past its end, whatever is typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'+-*/()=%., 0129costpricetable'), maxLength: 40 });
    fc.assert(
      fc.property(typed, (text) => {
        const formula = readFormula(text);
        if (!formula.ok) expect(formula.error.at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reckons a percentage exactly', () => {
    fc.assert(
      fc.property(amount, percent, (price, share) => {
        const scaled = BigInt(price.replace('.', '')) * (10_000n + BigInt(share.replace('.', '')));
        const expected = (scaled * 2n + 10_000n) / 20_000n;
        const [whole, fraction] = [expected / 10_000n, (expected % 10_000n).toString().padStart(4, '0')];
        expect(read(`+${share} %`, 'en', { current: price })).toBe(`${whole}.${fraction}`);
      }),
    );
  });

  it('says the same in either language', () => {
    fc.assert(
      fc.property(amount, percent, (cost, share) => {
        const local = `custo / (1 - ${share.replace('.', ',')} %)`;
        expect(read(local, 'pt-BR', { cost })).toBe(read(`cost / (1 - ${share} %)`, 'en', { cost }));
      }),
    );
  });

  it('reaches the margin that is asked for, to the rounding of its price', () => {
    const margin = fc.integer({ min: 0, max: 95 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), margin, (scaled, share) => {
        const cost = (scaled / 10_000).toFixed(4);
        const price = Number(read(`cost / (1 - ${share} %)`, 'en', { cost }));
        expect(Math.abs(price * (1 - share / 100) - Number(cost))).toBeLessThanOrEqual(0.0001);
      }),
    );
  });
});

import { err, ok, type Result } from '../../shared/result.js';
import { Ratio } from './ratio.js';

/** What a formula may speak of: the price that holds, the product's cost, another table's price. */
export type FormulaWord = 'current' | 'cost' | 'table';

/** A formula taken apart; `share` adds or takes away a percentage of what stands before it. */
export type Formula =
  | { readonly kind: 'number'; readonly value: Ratio }
  | { readonly kind: 'word'; readonly word: FormulaWord }
  | { readonly kind: '+' | '-' | '*' | '/'; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'share'; readonly of: Formula; readonly sign: 1 | -1; readonly percent: Formula };

/** `at` counts characters from zero: where reading stopped. */
export interface FormulaInvalid {
  readonly code: 'formula.invalid';
  readonly at: number;
}

export type FormulaLocale = 'en' | 'pt-BR';

const words: Readonly<Record<string, FormulaWord>> = {
  ...{ price: 'current', current: 'current', preço: 'current', preco: 'current', atual: 'current' },
  ...{ cost: 'cost', custo: 'cost', table: 'table', tabela: 'table' },
};

interface Token {
  readonly at: number;
  readonly kind: 'number' | 'word' | 'sign' | 'end';
  readonly text: string;
}

const hundred = Ratio.of(100n);

/**
 * Reads a formula: numbers, `cost`, `price`, `table`, `+ - * /`, brackets and percentages. `x + 22 %` is x and 22 % of it, as
 * on a calculator; elsewhere `22 %` is 0.22. What begins with a sign changes the current price; `= 9.90` or a bare number
 * is the price itself. Decimals are written as the locale does, and the other way where nothing else can be meant.
 */
export function readFormula(text: string, locale: FormulaLocale = 'en'): Result<Formula, FormulaInvalid> {
  const tokens = tokensOf(text);
  if (typeof tokens === 'number') return err({ code: 'formula.invalid', at: tokens });
  try {
    return ok(new Reader(tokens, locale).formula());
  } catch (stopped) {
    if (stopped instanceof Stopped) return err({ code: 'formula.invalid', at: stopped.at });
    throw stopped;
  }
}

class Stopped extends Error {
  constructor(readonly at: number) {
    super('the formula cannot be read on');
  }
}

const pattern = /\s*(?:(?<number>\d[\d.,]*|[.,]\d+)|(?<word>\p{L}+)|(?<sign>[-+*/()%=×÷−–]))/uy;
const sameSigns: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', '–': '-' };

/** The tokens, or the place of a character that belongs to none. */
function tokensOf(text: string): Token[] | number {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const found = pattern.exec(text);
    if (!found?.groups) return from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
    const [[kind, token] = ['', '']] = Object.entries(found.groups).filter(([, value]) => value !== undefined);
    const at = pattern.lastIndex - token.length;
    tokens.push({ at, kind: kind as Token['kind'], text: sameSigns[token] ?? token });
  }
  return [...tokens, { at: end, kind: 'end', text: '' }];
}

/** Descends from sums to products to single terms. */
class Reader {
  private next = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly locale: FormulaLocale,
  ) {}

  formula(): Formula {
    const [first] = this.tokens;
    const changes = first?.text === '+' || first?.text === '-';
    if (first?.text === '=') this.next += 1;
    const read = changes ? this.sumFrom({ kind: 'word', word: 'current' }) : this.sumFrom(this.product());
    if (this.now.kind !== 'end') throw new Stopped(this.now.at);
    return read;
  }

  private get now(): Token {
    const token = this.tokens[this.next];
    if (!token) throw new Error('reading went past the end');
    return token;
  }

  private take(...texts: string[]): string | null {
    const { kind, text } = this.now;
    if (kind !== 'sign' || !texts.includes(text)) return null;
    this.next += 1;
    return text;
  }

  private sumFrom(left: Formula): Formula {
    for (let sum = left; ;) {
      const sign = this.take('+', '-');
      if (!sign) return sum;
      const right = this.product();
      const percent = percentIn(right);
      sum = percent
        ? { kind: 'share', of: sum, sign: sign === '+' ? 1 : -1, percent }
        : { kind: sign as '+' | '-', left: sum, right };
    }
  }

  private product(): Formula {
    for (let product = this.term(); ;) {
      const sign = this.take('*', '/');
      if (!sign) return product;
      product = { kind: sign as '*' | '/', left: product, right: this.term() };
    }
  }

  private term(): Formula {
    const { at, kind, text } = this.now;
    if (this.take('(')) {
      this.depth += 1;
      if (this.depth > 20) throw new Stopped(at);
      const inner = this.sumFrom(this.product());
      if (!this.take(')')) throw new Stopped(this.now.at);
      this.depth -= 1;
      return inner;
    }
    this.next += 1;
    if (kind === 'word') {
      const word = words[text.toLowerCase().normalize('NFC')];
      if (!word) throw new Stopped(at);
      return { kind: 'word', word };
    }
    const value = kind === 'number' ? numberIn(text, this.locale) : null;
    if (!value) throw new Stopped(at);
    const number: Formula = { kind: 'number', value };
    return this.take('%') ? { kind: '/', left: number, right: { kind: 'number', value: hundred } } : number;
  }
}

/** The number of a term that is nothing but a percentage. */
const percentIn = (term: Formula): Formula | null =>
  term.kind === '/' && term.right.kind === 'number' && term.right.value === hundred ? term.left : null;

/** One point or comma before anything but three digits is a decimal sign in every language; else the locale says. */
function numberIn(text: string, locale: FormulaLocale): Ratio | null {
  const decimal = locale === 'en' ? '.' : ',';
  const grouping = locale === 'en' ? ',' : '.';
  const plain = (whole: string, fraction: string | undefined) => Ratio.parse(`${whole || '0'}.${fraction || '0'}`);
  const [, whole = '', , fraction] =
    new RegExp(`^(\\d*|\\d{1,3}(\\${grouping}\\d{3})+)(?:\\${decimal}(\\d+))?$`).exec(text) ?? [];
  if (whole || fraction) return plain(whole.replaceAll(grouping, ''), fraction);
  const [, otherWhole, otherFraction] = new RegExp(`^(\\d*)\\${grouping}(\\d+)$`).exec(text) ?? [];
  return otherFraction ? plain(otherWhole ?? '', otherFraction) : null;
}

/** A formula put together from its parts, as a form asks for them: base, then margin, percentage and amount. */
export function builtFormula(parts: {
  readonly base?: FormulaWord | undefined;
  readonly percent?: string | undefined;
  readonly amount?: string | undefined;
  readonly margin?: string | undefined;
}): Formula {
  const number = (text: string): Formula => ({ kind: 'number', value: Ratio.parse(text) ?? Ratio.of(0n) });
  let built: Formula = { kind: 'word', word: parts.base ?? 'current' };
  if (parts.margin !== undefined) {
    const one: Formula = { kind: 'number', value: Ratio.of(1n) };
    built = { kind: '/', left: built, right: { kind: 'share', of: one, sign: -1, percent: number(parts.margin) } };
  }
  if (parts.percent !== undefined) built = { kind: 'share', of: built, sign: 1, percent: number(parts.percent) };
  if (parts.amount !== undefined) built = { kind: '+', left: built, right: number(parts.amount) };
  return built;
}

/** Which words a formula speaks of. */
export function wordsIn(formula: Formula): ReadonlySet<FormulaWord> {
  if (formula.kind === 'number') return new Set();
  if (formula.kind === 'word') return new Set([formula.word]);
  const [left, right] = formula.kind === 'share' ? [formula.of, formula.percent] : [formula.left, formula.right];
  return new Set([...wordsIn(left), ...wordsIn(right)]);
}

export type FormulaError =
  { readonly code: 'cost.missing' } | { readonly code: 'price.missing' } | { readonly code: 'formula.divides_by_zero' };

/** What a formula comes to, exactly; refused where a number it speaks of is missing, or where it divides by zero. */
export function evaluate(
  formula: Formula,
  numbers: Readonly<Record<FormulaWord, Ratio | null>>,
): Result<Ratio, FormulaError> {
  if (formula.kind === 'number') return ok(formula.value);
  if (formula.kind === 'word') {
    const value = numbers[formula.word];
    return value ? ok(value) : err({ code: formula.word === 'cost' ? 'cost.missing' : 'price.missing' });
  }
  const [first, second] = formula.kind === 'share' ? [formula.of, formula.percent] : [formula.left, formula.right];
  const left = evaluate(first, numbers);
  if (!left.ok) return left;
  const right = evaluate(second, numbers);
  if (!right.ok) return right;
  if (formula.kind === 'share') {
    const share = left.value.times(right.value).times(Ratio.of(1n, 100n));
    return ok(formula.sign > 0 ? left.value.plus(share) : left.value.minus(share));
  }
  if (formula.kind === '+') return ok(left.value.plus(right.value));
  if (formula.kind === '-') return ok(left.value.minus(right.value));
  if (formula.kind === '*') return ok(left.value.times(right.value));
  const quotient = left.value.over(right.value);
  return quotient ? ok(quotient) : err({ code: 'formula.divides_by_zero' });
}

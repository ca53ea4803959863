import { err, ok, type Result } from '../../shared/result.js';

export const writingLocales = ['en', 'pt-BR'] as const;
export type WritingLocale = (typeof writingLocales)[number];

export interface UnreadablePrice {
  readonly code: 'price.unreadable';
  readonly text: string;
}

const decimalSign: Readonly<Record<WritingLocale, '.' | ','>> = { en: '.', 'pt-BR': ',' };

/** Signs and codes that may stand beside an amount, with the currency they name; `$` alone names none. */
const currencies: Readonly<Record<string, string | null>> = {
  ...{ $: null, R$: 'BRL', US$: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' },
  ...Object.fromEntries('USD BRL EUR GBP JPY MXN ARS CLP COP PEN PYG UYU CAD'.split(' ').map((code) => [code, code])),
};

// Soft hyphens, zero-width characters and marks of writing direction: what spreadsheets and web pages paste along.
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const minuses = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const sides = /^(?<before>[^\d.,]*)(?<amount>(?:[.,]?\d).*?)(?<after>[^\d.,]*)$/u;
const mostDigits = 12;

/**
 * Reads a price as somebody typed or pasted it, as decimal text with a point: thousands separators, blanks of any kind,
 * currency signs, a minus on either side. Where a single point or comma could be either, the locale decides. What could
 * mean two amounts, a percentage, or money of another currency is not read at all.
 */
export function writtenPrice(
  text: string,
  { locale, currency }: { readonly locale: WritingLocale; readonly currency: string },
): Result<string, UnreadablePrice> {
  const unreadable = err({ code: 'price.unreadable' as const, text });
  const plain = text.normalize('NFKC').replace(invisible, '').replace(minuses, '-').replace(/\s+/g, ' ').trim();
  const { before = '', amount = '', after = '' } = sides.exec(plain.replace(/^'/, ''))?.groups ?? {};
  const negative = sign(before, after, currency);
  const number = negative === null ? null : plainNumber(amount, decimalSign[locale]);
  return number === null ? unreadable : ok(negative ? `-${number}` : number);
}

/** Whether what stands beside the amount makes it negative; null when it says anything but sign and currency. */
function sign(before: string, after: string, currency: string): boolean | null {
  const bracketed = before.includes('(') && after.includes(')');
  const signs = `${before}${after}`.match(/[-+]/g) ?? [];
  const rest = [before, after].map((side) => side.replace(bracketed ? /[-+() ]/g : /[-+ ]/g, ''));
  const named = rest.filter((side) => side !== '');
  if (signs.length > 1 || named.length > 1 || (bracketed && signs.length > 0)) return null;
  const [name] = named;
  if (name !== undefined) {
    const known = currencies[name.toUpperCase()];
    if (known === undefined || (known !== null && known !== currency)) return null;
  }
  return bracketed || signs[0] === '-';
}

/** The digits of an amount with a point before its decimals; null when its separators contradict each other. */
function plainNumber(amount: string, decimal: '.' | ','): string | null {
  if (!/^[\d., ']+$/.test(amount)) return null;
  const grouped = /[ ']/.test(amount);
  const [points, commas] = [amount.split('.').length - 1, amount.split(',').length - 1];
  const last = amount.lastIndexOf('.') > amount.lastIndexOf(',') ? '.' : ',';
  let mark: '.' | ',' | null = null;
  if (points > 0 && commas > 0) mark = last;
  else if (points + commas === 1) mark = grouped || last === decimal || !isThousands(amount, last) ? last : null;
  const at = mark ? amount.lastIndexOf(mark) : amount.length;
  const [whole, fraction] = [amount.slice(0, at), amount.slice(at + 1)];
  if ((mark && whole.includes(mark)) || !/^\d*$/.test(fraction)) return null;
  const digits = wholeDigits(whole);
  if (digits === null || digits.length > mostDigits || fraction.length > mostDigits) return null;
  if (digits === '' && fraction === '') return null;
  return fraction === '' ? digits : `${digits === '' ? '0' : digits}.${fraction}`;
}

/** `1.234`, but not `0.123`, `1234.567` or `1.5`. */
const isThousands = (amount: string, mark: '.' | ','): boolean =>
  new RegExp(`^[1-9]\\d{0,2}\\${mark}\\d{3}$`).test(amount);

/** Without its thousands separators, of which there is one kind, every three digits. */
function wholeDigits(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const [separator = ''] = whole.match(/\D/) ?? [];
  const [first = '', ...groups] = whole.split(separator);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group)) ? first + groups.join('') : null;
}

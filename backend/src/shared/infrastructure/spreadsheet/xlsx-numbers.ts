/** Number formats that show dates, by the numbers every spreadsheet knows. */
const dateFormats = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Whether a number format shows a date or a time: letters of dates outside quotes, brackets and escapes. */
export const showsDate = (id: number, code: string | undefined): boolean =>
  code === undefined
    ? dateFormats.has(id)
    : /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0] ?? '');

/**
 * A number as a spreadsheet shows it, in plain decimals: of the seventeen digits it keeps fifteen count, which takes the
 * traces of binary fractions away. Null for what is no number.
 */
export function plainNumber(written: string): string | null {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return null;
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const point = 1 + Number(exponent);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const whole = padded.slice(0, Math.max(point, 1));
  const fraction = padded.slice(Math.max(point, 1)).replace(/0+$/, '');
  const plain = fraction ? `${whole}.${fraction}` : whole;
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

const dayMs = 86_400_000;

/** A date as spreadsheets count days, as the ISO day it is or, with a time of day, as the instant in UTC. */
export function writtenDate(serial: string, since1904: boolean): string | null {
  const days = Number(serial);
  if (!Number.isFinite(days) || days < 0 || days > 2_958_466) return null;
  // Days before March 1900 are one off: the first spreadsheets knew a 29 February that never was.
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const at = new Date(epoch + Math.round((days * dayMs) / 1000) * 1000);
  const text = at.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace('.000Z', 'Z');
}

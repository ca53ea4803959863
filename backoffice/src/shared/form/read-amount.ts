/**
 * What people write for an amount, as a decimal string: `$1,234.50`, `R$ 1.234,50`, `1 234,5`, `(3.20)` for minus. The
 * last of two kinds of separators is the decimal one; a lone one of the store's own kind is too; a lone foreign one
 * groups thousands when three digits follow. Null when it is no number.
 */
export function readAmount(written: string, decimalSeparator: '.' | ','): string | null {
  const text = written.replace(/[\s\u00a0\u202f'’]|R\$|US\$|[\p{Sc}]|\b[A-Z]{3}\b/gu, '').replace('−', '-');
  const [, open, minus, figure, close] = /^(\()?(-?)([\d.,]+)(\))?$/.exec(text) ?? [];
  if (!figure || Boolean(open) !== Boolean(close) || !/\d/.test(figure)) return null;
  const decimal = decimalMarkOf(figure, decimalSeparator);
  const at = decimal ? figure.lastIndexOf(decimal) : figure.length;
  const whole = figure.slice(0, at);
  const fraction = figure.slice(at + 1);
  if (!/^\d*$/.test(fraction) || !isGrouped(whole)) return null;
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  const sign = open || minus ? '-' : '';
  return `${sign}${digits}${fraction ? `.${fraction}` : ''}`;
}

function decimalMarkOf(figure: string, own: '.' | ','): '.' | ',' | null {
  const [dots, commas] = ['.', ','].map((mark) => figure.split(mark).length - 1) as [number, number];
  if (dots && commas) return figure.lastIndexOf('.') > figure.lastIndexOf(',') ? '.' : ',';
  if (dots + commas === 0) return null;
  const mark = dots ? '.' : ',';
  if (dots + commas > 1) return null;
  if (mark === own) return mark;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(figure) ? null : mark;
}

const isGrouped = (whole: string): boolean => /^\d*$/.test(whole) || /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole);

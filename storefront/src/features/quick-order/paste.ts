/** One line of a pasted list as it was read. */
export interface PastedLine {
  /** Its line in the text, from 1. */
  number: number;
  text: string;
  sku: string;
  quantity: string;
  /** A unit's code or name as written; null where none was. */
  unit: string | null;
}

export const MOST_LINES = 500;

const QUANTITY = /^(?:x|×)?(\d{1,9}(?:[.,]\d{1,3})?)(?:x|×)?$/i;

/**
 * Reads one product per line: "CEM-50 40", "CEM-50; 40; bag", "40 x CEM-50" or columns of a spreadsheet. Without a
 * quantity one is meant. Empty lines and a header row count for nothing.
 */
export function readPasted(text: string): PastedLine[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => readLine(line, index + 1))
    .filter((line) => line !== null);
}

function readLine(raw: string, number: number): PastedLine | null {
  const text = raw.trim();
  if (!text || /^"?(sku|code|código|codigo)"?\s*[,;\t]/i.test(text)) return null;
  const separator = text.includes('\t') ? /\t+/ : text.includes(';') ? /;/ : /\s*,\s+|\s+/;
  const cells = (/^[^\s;,]+,\d+(\.\d+)?(,|$)/.test(text) ? text.split(',') : text.split(separator))
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .filter((cell) => cell !== '' && !/^[x×]$/i.test(cell));
  const [first = '', second, ...rest] = cells;
  const leading = second !== undefined ? quantityIn(first) : null;
  const amount = leading ?? (second === undefined ? null : quantityIn(second));
  const sku = leading === null ? first : (second ?? first);
  const words = leading === null && amount === null ? [second, ...rest] : rest;
  return {
    number,
    text,
    sku,
    quantity: amount ?? '1',
    unit: words.find((word) => word !== undefined && /^[\p{L}²³%]+$/u.test(word)) ?? null,
  };
}

function quantityIn(cell: string): string | null {
  const found = QUANTITY.exec(cell)?.[1];
  return found === undefined ? null : found.replace(',', '.').replace(/^0+(?=\d)/, '');
}

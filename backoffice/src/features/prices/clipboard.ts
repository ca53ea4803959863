import { readAmount } from '../../shared/form/read-amount';

/** What a pasted cell asks for: a price, to inherit again (an empty cell), or nothing that can be read. */
export type Pasted = { price: string } | { inherit: true } | { unreadable: string };

/**
 * The cells of a block from a spreadsheet: rows by line, cells by tab. Cells in quotes may hold both; the line break at
 * the end that spreadsheets add is no row.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < body.length; at += 1) {
    const letter = body[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (body[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  rows.at(-1)?.push(cell);
  return rows;
}

/** What one pasted cell means. */
export function readCell(text: string, decimalSeparator: '.' | ','): Pasted {
  if (text.trim() === '') return { inherit: true };
  const price = readAmount(text, decimalSeparator);
  return price === null ? { unreadable: text.trim() } : { price };
}

/** A block as spreadsheets take it; prices with the store's decimal mark. */
export const writeBlock = (rows: readonly (readonly (string | null)[])[], decimalSeparator: '.' | ','): string =>
  rows.map((row) => row.map((price) => (price ?? '').replace('.', decimalSeparator)).join('\t')).join('\n');

/** How many times a pasted block is laid beside itself to fill the selection: whole times only, at least once. */
export function fill(
  block: readonly (readonly string[])[],
  selected: { rows: number; columns: number },
): { rows: number; columns: number; at: (row: number, column: number) => string } {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  const times = (own: number, wanted: number): number => (own > 0 && wanted > own && wanted % own === 0 ? wanted : own);
  return {
    rows: times(height, selected.rows),
    columns: times(width, selected.columns),
    at: (row, column) => block[row % height]?.[column % width] ?? '',
  };
}

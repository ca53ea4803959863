/**
 * The cells of a block from a spreadsheet: rows by line, cells by tab. Cells in quotes may hold both; the line break at
 * the end that spreadsheets add is no row.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '');
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

/** A cell as spreadsheets take it: in quotes when it holds what parts cells and rows. */
const quotedCell = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A block as spreadsheets take it; prices with the store's decimal mark, rows parted as on Windows. */
export const writeBlock = (rows: readonly (readonly (string | null)[])[], decimalSeparator: '.' | ','): string =>
  rows
    .map((row) => row.map((price) => quotedCell((price ?? '').replace('.', decimalSeparator))).join('\t'))
    .join('\r\n');

export interface Laid {
  rows: number;
  columns: number;
  /** Null where the block has no cell: a shorter row of it. */
  at: (row: number, column: number) => string | null;
}

/** How a pasted block is laid beside itself to fill the selection: whole times only, at least once. */
export function fill(block: readonly (readonly string[])[], selected: { rows: number; columns: number }): Laid {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  const times = (own: number, wanted: number): number => (own > 0 && wanted > own && wanted % own === 0 ? wanted : own);
  return {
    rows: times(height, selected.rows),
    columns: times(width, selected.columns),
    at: (row, column) => block[row % height]?.[column % width] ?? null,
  };
}

import { guarded, type SheetColumn, type SheetRows } from './sheet.js';

/** UTF-8 CSV with a header row as spreadsheets and our own imports read it, a batch of rows at a time. */
export async function* csvOf(columns: readonly SheetColumn[], rows: SheetRows): AsyncGenerator<Buffer> {
  yield Buffer.from(`\ufeff${columns.map(({ name }) => quoted(name)).join(',')}\r\n`);
  for await (const batch of rows) {
    const lines = batch.map((row) => columns.map((column, index) => cellOf(column, row[index] ?? null)).join(','));
    if (lines.length > 0) yield Buffer.from(`${lines.join('\r\n')}\r\n`);
  }
}

const cellOf = ({ kind }: SheetColumn, value: string | null): string => {
  if (value === null || value === '') return '';
  return kind === 'number' ? value : quoted(guarded(value));
};

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

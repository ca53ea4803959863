import { stringify } from 'csv-stringify/sync';
import { guarded, type SheetColumn, type SheetRows } from './sheet.js';

const format = { record_delimiter: '\r\n', quoted_match: /^\s|\s$/ } as const;

/** UTF-8 CSV with a header row as spreadsheets and our own imports read it, a batch of rows at a time. */
export async function* csvOf(columns: readonly SheetColumn[], rows: SheetRows): AsyncGenerator<Buffer> {
  yield Buffer.from(stringify([columns.map(({ name }) => name)], { ...format, bom: true }));
  for await (const batch of rows) {
    const cells = batch.map((row) => columns.map((column, index) => cellOf(column, row[index] ?? '')));
    if (cells.length > 0) yield Buffer.from(stringify(cells, format));
  }
}

const cellOf = ({ kind }: SheetColumn, value: string): string => (kind === 'number' ? value : guarded(value));

import type { SheetColumn, SheetRow, SheetRows } from './sheet.js';
import { inWorkbookThread } from './workbook-thread.js';

const pieceBytes = 64 * 1024;
/** A sheet's name has at most 31 characters, none of them one of these. */
const notInTitles = /[[\]:*?/\\']/g;

/** A workbook of one sheet. Text is written as text, which no spreadsheet runs as a formula; the caller bounds the rows. */
export async function* xlsxOf(title: string, columns: readonly SheetColumn[], rows: SheetRows): AsyncGenerator<Buffer> {
  const all: SheetRow[] = [];
  for await (const batch of rows) all.push(...batch);
  const name = title.replace(notInTitles, ' ').slice(0, 31).trim() || 'Sheet1';
  const workbook = await inWorkbookThread('write', { title: name, columns, rows: all });
  for (let from = 0; from < workbook.length; from += pieceBytes) {
    yield Buffer.from(workbook.subarray(from, from + pieceBytes));
  }
}

import { readFile } from 'node:fs/promises';
import { checkArchive, UnreadableArchive } from './archive-check.js';
import { guarded } from './sheet.js';
import { inWorkbookThread, type WorkbookCell } from './workbook-thread.js';

/** A row with its number as the spreadsheet shows it; text that could be taken for a formula is guarded. */
export interface SheetRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

const mostColumns = 1_000;
const longestRow = 64 * 1024;

/** Thrown at a row that is longer or wider than any honest one. */
export class RowTooLong extends Error {
  constructor(readonly row: number) {
    super(`row ${row} is too long`);
  }
}

/** The rows of a workbook's first sheet. */
export async function* readSheet(path: string): AsyncGenerator<SheetRecord> {
  await checkArchive(path);
  const rows = await inWorkbookThread('read', await readFile(path)).catch((error: unknown) => {
    const outOfMemory = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
    throw new UnreadableArchive(outOfMemory ? 'bomb' : 'not_an_archive');
  });
  for (const [index, row] of rows.entries()) {
    const cells = row.map(textOf);
    while (cells.at(-1) === '') cells.pop();
    if (cells.length > mostColumns || cells.reduce((sum, { length }) => sum + length, 0) > longestRow) {
      throw new RowTooLong(index + 1);
    }
    yield { row: index + 1, cells };
  }
}

const textOf = (cell: WorkbookCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return guarded(cell.trim());
  if (typeof cell === 'boolean') return String(cell);
  if ('number' in cell) return plainNumber(cell.number);
  // Spreadsheets know no zones: their days and times are by whatever clock the reader goes. They keep fractions of days,
  // so that 10:20 may come a millisecond early.
  return new Date(Math.round(cell.getTime() / 10) * 10)
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/(\.000)?Z$/, '');
};

const plain = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 });

/** A number as a spreadsheet shows it: of the seventeen digits it keeps fifteen count, without traces of binary fractions. */
const plainNumber = (written: string): string => {
  const value = Number(written);
  return Number.isFinite(value) ? plain.format(Number(value.toPrecision(15)) + 0) : written;
};

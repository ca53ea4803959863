import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';

/** Why a whole file cannot be read; nothing of it is applied. */
export interface FileProblem {
  readonly code: string;
  readonly message: string;
  readonly row?: number;
  readonly columns?: readonly string[];
}

/** Thrown while reading a file that is not the CSV it should be. */
export class UnreadableFile extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.message);
  }
}

export interface FileRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly cell: (column: string) => string;
  readonly tooManyCells: boolean;
}

const longestRow = 64 * 1024;

/**
 * Reads UTF-8 CSV with a header row, a row at a time. Calls `header` once with the columns the file has; throws
 * UnreadableFile for a wrong encoding, a quote that never closes, a row over 64 KiB or a header that will not do.
 */
export async function* readImportFile(
  source: Readable,
  columns: readonly { name: string; required: boolean }[],
  header: (unknown: readonly string[]) => void,
): AsyncGenerator<FileRow> {
  const records = parse({
    bom: true,
    relax_column_count: true,
    max_record_size: longestRow,
    trim: true,
    info: false,
  });
  const decoder = utf8Only();
  source.on('error', (error) => records.destroy(error));
  decoder.on('error', (error) => records.destroy(error));
  source.pipe(decoder).pipe(records);

  let positions: ReadonlyMap<string, number> | undefined;
  let width = 0;
  let row = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      row += 1;
      if (record.every((cell) => cell === '')) continue;
      if (!positions) {
        positions = positionsOf(record, columns, header);
        width = record.length;
        continue;
      }
      const known = positions;
      const cell = (column: string): string => record[known.get(column) ?? -1] ?? '';
      yield { row, cell, tooManyCells: record.length > width };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(asProblem(error, row + 1));
    throw error;
  } finally {
    source.destroy();
    decoder.destroy();
    records.destroy();
  }
  if (!positions) throw new UnreadableFile({ code: 'import.empty', message: 'The file has no header row' });
}

function positionsOf(
  record: readonly string[],
  columns: readonly { name: string; required: boolean }[],
  header: (unknown: readonly string[]) => void,
): ReadonlyMap<string, number> {
  const names = record.map((name) => name.trim().toLowerCase());
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) {
    const message = `Columns named twice: ${twice.join(', ')}`;
    throw new UnreadableFile({ code: 'import.duplicate_columns', message, columns: twice, row: 1 });
  }
  const missing = columns.filter(({ name, required }) => required && !names.includes(name)).map(({ name }) => name);
  if (missing.length > 0) {
    const message = `Missing columns: ${missing.join(', ')}`;
    throw new UnreadableFile({ code: 'import.missing_columns', message, columns: missing, row: 1 });
  }
  header(names.filter((name) => !columns.some((column) => column.name === name)));
  return new Map(names.map((name, index) => [name, index]));
}

function asProblem(error: CsvError, row: number): FileProblem {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const message = `Row ${row} is longer than 64 KiB; is a quote never closed?`;
    return { code: 'import.row_too_long', message, row };
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return { code: 'import.quote_not_closed', message: `A quote opened in row ${row} is never closed`, row };
  }
  return { code: 'import.malformed', message: `Row ${row} is not valid CSV`, row };
}

/** Lets bytes through unchanged as long as they are UTF-8. */
function utf8Only(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const refuse = (done: (error: Error) => void) =>
    done(new UnreadableFile({ code: 'import.not_utf8', message: 'The file is not UTF-8; save it as "CSV UTF-8"' }));
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        decoder.decode(chunk, { stream: true });
        done(null, chunk);
      } catch {
        refuse(done);
      }
    },
    flush(done) {
      try {
        decoder.decode();
        done();
      } catch {
        refuse(done);
      }
    },
  });
}

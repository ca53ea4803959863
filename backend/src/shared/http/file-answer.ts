import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { IsIn } from 'class-validator';
import { csvOf } from '../infrastructure/spreadsheet/csv-writer.js';
import { mostSheetRows, type SheetColumn, type SheetRows } from '../infrastructure/spreadsheet/sheet.js';
import { xlsxOf } from '../infrastructure/spreadsheet/xlsx-writer.js';
import { currentContext, runInContext } from '../request-context.js';
import { PlainAnswer } from './envelope.js';
import { Failure } from './failure.js';

const formats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof formats)[number];

/** As what a list is to be written into a file. */
export const Format = () => IsIn(formats);

export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface FileContent {
  /** For people: what the file is called, without its ending. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: SheetRows;
  /** How many rows there will be. */
  readonly count: () => Promise<number>;
}

/**
 * Answers rows as a file to be saved. CSV is written while it is read, so that neither the rows nor the file ever stand
 * in memory; a workbook is put together first, so more rows than that bears are refused in favour of CSV.
 */
export async function fileAnswer(reply: FastifyReply, format: FileFormat, file: FileContent): Promise<PlainAnswer> {
  if (format === 'xlsx') {
    const rows = await file.count();
    if (rows > mostSheetRows) {
      const details = { rows, limit: mostSheetRows, format: 'csv' };
      throw new Failure(422, 'export.too_large', 'These are too many rows for a workbook; take CSV instead', details);
    }
  }
  const { name, columns } = file;
  const pieces = format === 'csv' ? csvOf(columns, file.rows) : xlsxOf(name, columns, file.rows);
  const body = Readable.from(await begun(inThisContext(pieces)), { objectMode: false, highWaterMark: 64 * 1024 });
  void reply.headers({
    'content-type': format === 'csv' ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes.xlsx,
    'content-disposition': `attachment; filename="${fileNameOf(name)}.${format}"`,
    'cache-control': 'no-store',
  });
  return new PlainAnswer(body);
}

const fileNameOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'export';

/** A stream is read by whoever drains the socket; the rows are read for the tenant who asked. */
function inThisContext<T>(pieces: AsyncGenerator<T>): AsyncGenerator<T> {
  const context = currentContext();
  if (!context) return pieces;
  const next = pieces.next.bind(pieces);
  pieces.next = () => runInContext(context, () => next());
  return pieces;
}

/** Reads the first pieces before anything is sent, so that a failure is still an answer of its own. */
async function begun<T>(pieces: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first: IteratorResult<T>[] = [await pieces.next()];
  if (!first[0]?.done) first.push(await pieces.next());
  return (async function* () {
    try {
      for (const result of first) {
        if (result.done) return;
        yield result.value;
      }
      for (;;) {
        const result = await pieces.next();
        if (result.done) return;
        yield result.value;
      }
    } finally {
      await pieces.return(undefined);
    }
  })();
}

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type FileProblem, type FileRecord, UnreadableFile } from './import-file.js';
import { UnreadableArchive } from './spreadsheet/archive-check.js';
import { readSheet, RowTooLong } from './spreadsheet/xlsx-reader.js';

/** Told by how it begins: an XLSX, or one of the formats that are taken for it by mistake. */
export function sheetKindOf(beginning: Buffer): 'xlsx' | 'old' | null {
  if (beginning.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'xlsx';
  return beginning.subarray(0, 4).toString('hex') === 'd0cf11e0' ? 'old' : null;
}

/** Old workbooks and those with a password look alike from outside. */
export const oldWorkbook: FileProblem = {
  code: 'import.not_a_spreadsheet',
  message: 'The workbook has a password or is of the old kind; save it as .xlsx without a password',
};

/**
 * The rows of a workbook's first sheet. It is kept on disk until its directory, which is at its end, has come; what is
 * unpacked is bounded, so that a small file cannot burst. `progressed` hears how far, from 0 to 1.
 */
export async function* xlsxRecords(source: Readable, progressed: (share: number) => void): AsyncGenerator<FileRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    const path = join(folder, 'file.xlsx');
    await pipeline(source, createWriteStream(path));
    for await (const record of readSheet(path)) {
      yield record;
      progressed(1);
    }
  } catch (error) {
    const problem = problemOf(error);
    throw problem ? new UnreadableFile(problem) : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function problemOf(error: unknown): FileProblem | null {
  if (error instanceof RowTooLong) {
    const { row } = error;
    return { code: 'import.row_too_long', message: `Row ${row} is longer than 64 KiB or 1,000 columns`, row };
  }
  if (!(error instanceof UnreadableArchive)) return null;
  const messages = {
    not_an_archive: 'The file is no workbook that can be read; save it again as .xlsx',
    encrypted: 'The workbook has a password; save it without',
    bomb: 'The workbook unpacks to far more than it should; save it again as .xlsx, or as CSV',
  };
  const code = error.code === 'bomb' ? 'import.unpacks_too_large' : 'import.not_a_spreadsheet';
  return { code, message: messages[error.code] };
}

import { type Readable, Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type FileRecord, UnreadableFile, type FileProblem } from './import-file.js';

const longestRow = 64 * 1024;

/** UTF-8 CSV, a row at a time. Throws UnreadableFile for a wrong encoding, a quote that never closes, a row over 64 KiB. */
export async function* csvRecords(source: Readable): AsyncGenerator<FileRecord> {
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

  let row = 0;
  try {
    for await (const cells of records as AsyncIterable<string[]>) {
      row += 1;
      yield { row, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(asProblem(error, row + 1));
    throw error;
  } finally {
    source.destroy();
    decoder.destroy();
    records.destroy();
  }
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

import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { ObjectStorage } from '../object-storage.js';
import type { RowProblem } from './import-kind.js';

const shown = 1000;

/** Collects every refused row: the first 1,000 in memory for the screen, all of them in a file for download. */
export class ImportReport {
  readonly first: RowProblem[] = [];
  private readonly rows = new Set<number>();
  private file: { folder: string; path: string; stream: WriteStream } | undefined;

  /** How many rows have at least one problem. */
  get rejected(): number {
    return this.rows.size;
  }

  async add(...problems: readonly RowProblem[]): Promise<void> {
    for (const problem of problems) {
      this.rows.add(problem.row);
      if (this.first.length < shown) this.first.push(problem);
      const stream = (this.file ??= await this.open()).stream;
      const { row, column, code, message, value } = problem;
      const line = [String(row), column ?? '', code, message, value ?? ''].map(quoted).join(',');
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    }
  }

  /** Stores the report when there is anything to report; null otherwise. */
  async store(storage: ObjectStorage, key: string): Promise<string | null> {
    if (!this.file) return null;
    const { path, stream } = this.file;
    stream.end();
    await once(stream, 'finish');
    await storage.put(key, createReadStream(path), 'text/csv; charset=utf-8');
    return key;
  }

  async discard(): Promise<void> {
    this.file?.stream.destroy();
    if (this.file) await rm(this.file.folder, { recursive: true, force: true });
  }

  private async open() {
    const folder = await mkdtemp(join(tmpdir(), 'import-report-'));
    const path = join(folder, 'errors.csv');
    const stream = createWriteStream(path);
    stream.write('\ufeffrow,column,code,message,value\n');
    return { folder, path, stream };
  }
}

/** Quoted for CSV, and made harmless for a spreadsheet that would run it. */
const quoted = (text: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.slice(0, 500).replaceAll('"', '""')}"`;
};

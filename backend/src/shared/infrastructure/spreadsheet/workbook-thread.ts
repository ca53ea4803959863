import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { SheetColumn, SheetRow } from './sheet.js';

const { resolve } = createRequire(import.meta.url);

/** What a spreadsheet says in a cell; numbers as they are written in the file. */
export type WorkbookCell = string | boolean | Date | { readonly number: string } | null;

interface Tasks {
  write: { input: { title: string; columns: readonly SheetColumn[]; rows: readonly SheetRow[] }; output: Uint8Array };
  read: { input: Uint8Array; output: WorkbookCell[][] };
}

const libraries = { write: 'write-excel-file/node', read: 'read-excel-file/node' };

// Plain JavaScript for a thread of its own, which starts without our compiler.
const script = `
const { parentPort, workerData: { library, task, input } } = require('node:worker_threads');
const tasks = {
  async write({ title, columns, rows }) {
    // _x000D_ is how spreadsheets write characters that XML cannot say, or that the library drops because XML would rather
    // not. It keeps texts as keys of an object, so that words which are properties of every object are written so, too.
    const written = (character) => '_x' + character.charCodeAt(0).toString(16).padStart(4, '0') + '_';
    const plain = (text) =>
      text in {}
        ? written(text[0]) + text.slice(1)
        : text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[\\x7f-\\x9f\\ufffd]/g, written);
    const cellOf = (text, kind) => {
      if (text === null || text === undefined || text === '') return null;
      return kind === 'number' ? { value: Number(text), type: Number, format: '0.00##' } : { value: plain(text), type: String, format: '@' };
    };
    const header = columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' }));
    const data = rows.map((row) => columns.map(({ kind }, index) => cellOf(row[index], kind)));
    const widths = columns.map(({ name, kind }) => ({ width: kind === 'number' ? 14 : Math.max(16, name.length + 2) }));
    return require(library).default([header, ...data], { sheet: title, columns: widths, stickyRowsCount: 1 }).toBuffer();
  },
  read: (bytes) => require(library).readSheet(Buffer.from(bytes), { parseNumber: (number) => ({ number }), trim: false }),
};
tasks[task](input).then((output) => parentPort.postMessage(output));
`;

/**
 * Writes or reads a whole workbook in a thread of its own: the libraries do either at one go, which would hold up
 * everybody else. A workbook the library cannot read throws what the library threw; one that needs more memory than the
 * thread may have throws `ERR_WORKER_OUT_OF_MEMORY`.
 */
export function inWorkbookThread<T extends keyof Tasks>(
  task: T,
  input: Tasks[T]['input'],
): Promise<Tasks[T]['output']> {
  return new Promise((done, failed) => {
    const thread = new Worker(script, {
      eval: true,
      workerData: { library: resolve(libraries[task]), task, input },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    thread.once('message', (output: Tasks[T]['output']) => {
      done(output);
      void thread.terminate();
    });
    thread.once('error', failed);
    thread.once('exit', (code) => failed(new Error(`the thread of a workbook ended with ${code}`)));
  });
}

/** Why a whole file cannot be read; nothing of it is applied. */
export interface FileProblem {
  readonly code: string;
  readonly message: string;
  readonly row?: number;
  readonly columns?: readonly string[];
}

/** Thrown while reading a file that is not the table it should be. */
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

/** A row as it stands in the file; cells are trimmed, and text that could be taken for a formula is guarded. */
export interface FileRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * Tells the cells of a file's rows by the names in its header row. Calls `header` once with the columns the file has
 * besides; throws UnreadableFile for a header that will not do.
 */
export async function* readImportFile(
  records: AsyncIterable<FileRecord>,
  columns: readonly { name: string; required: boolean }[],
  header: (unknown: readonly string[]) => void,
): AsyncGenerator<FileRow> {
  let positions: ReadonlyMap<string, number> | undefined;
  let width = 0;
  for await (const { row, cells } of records) {
    if (cells.every((cell) => cell === '')) continue;
    if (!positions) {
      positions = positionsOf(cells, columns, header);
      width = cells.length;
      continue;
    }
    const known = positions;
    const cell = (column: string): string => cells[known.get(column) ?? -1] ?? '';
    yield { row, cell, tooManyCells: cells.length > width };
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

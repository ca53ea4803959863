/** One column of a file; a spreadsheet is told which columns hold numbers. */
export interface SheetColumn {
  readonly name: string;
  readonly kind: 'text' | 'number';
}

/** A cell for each column: text, or a plain decimal where the column says so; null is empty. */
export type SheetRow = readonly (string | null)[];

/** The rows of a file as they are read, some at a time. */
export type SheetRows = AsyncIterable<readonly SheetRow[]>;

/** How many rows are written as a workbook, which stands in memory while it is; beyond that there is CSV. */
export const mostSheetRows = 200_000;

const guardable = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const guardedText = /^'+[=+\-@\t\r\n＝＋－＠]/u;

/** Text that a spreadsheet takes for text even where it would run it as a formula; `unguarded` gives it back unchanged. */
export const guarded = (text: string): string => (guardable.test(text) ? `'${text}` : text);

/** Whether text carries the sign that it is meant as text. */
export const isGuarded = (text: string): boolean => guardedText.test(text);

/** What `guarded` was given. */
export const unguarded = (text: string): string => (isGuarded(text) ? text.slice(1) : text);

/** A decimal without the zeros that say nothing. */
export const shortest = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

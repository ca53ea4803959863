/** What a column of pasted text can be. */
export const columnRoles = ['sku', 'price', 'unit', 'minimum', 'ignored'] as const;
export type ColumnRole = (typeof columnRoles)[number];

export interface Pasted {
  /** One array of cells per line, all equally long; the head is not among them. */
  lines: string[][];
  roles: ColumnRole[];
}

export interface PastedLine {
  sku: string;
  price: string;
  unit: string;
  minimum: string;
}

// U+200B and its like are looked for one by one, they are no part of `\s`.
const HIDDEN = /[\u200b\u200c\u200d\u2060\ufeff\u00ad]/g;
const clean = (text: string): string =>
  text
    .replace(HIDDEN, '')
    .replace(/[\s\u00a0\u202f\u2007\u2009]+/g, ' ')
    .trim();

const heads: Record<Exclude<ColumnRole, 'ignored'>, RegExp> = {
  sku: /^(sku|cod(e|igo|\.)?|item( ?(no|number|code))?|article|produto|product( ?code)?|referencia|ref\.?)$/,
  price:
    /^((unit |new |net |list )?price( .*)?|preco( .*)?|valor( .*)?|unit_price|(new|novo) ?(price|preco)|(usd|brl|r\$|us\$|\$))$/,
  unit: /^(unit|un\.?|uom|unidade|u\.?m\.?|sold by)$/,
  minimum:
    /^(min(imum|imo|\.)?( ?(qty|quantity|qtd|quantidade))?|min_quantity|from|a partir( de)?|qty|qtd|quantity|quantidade|tier)$/,
};

const plain = (text: string): string =>
  clean(text)
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const roleOfHead = (text: string): ColumnRole | null =>
  (Object.keys(heads) as (keyof typeof heads)[]).find((role) => heads[role].test(plain(text))) ?? null;

const amountAtEnd = /(?:\p{Sc}|[A-Z]{1,2}\$|[A-Z]{3})? ?[-+−(]?[\d.,]+\S*$/u;

/** "CEM-25 bag R$ 9,40": the SKU, what stands between, and the amount at the end. */
function byBlanks(row: string): string[] {
  if (/ {2,}/.test(row.trim())) return row.trim().split(/ {2,}/);
  const [sku = '', ...rest] = row.trim().split(' ');
  const tail = rest.join(' ');
  const amount = amountAtEnd.exec(tail);
  return amount ? [sku, tail.slice(0, amount.index), amount[0]] : [sku, tail];
}

/** Tab, else semicolon, else comma where every line has as many; null: blanks. */
function separatorOf(rows: readonly string[]): string | null {
  if (rows.some((row) => row.includes('\t'))) return '\t';
  if (rows.filter((row) => row.includes(';')).length > rows.length / 2) return ';';
  const commas = rows.map((row) => row.split(',').length - 1);
  // "1,50" alone is a price; two or more columns need more commas than one figure could hold.
  if (commas.every((count) => count === commas[0] && count > 0) && rows.every((row) => /^[^,\s]+,[^,]*/.test(row)))
    return ',';
  return null;
}

const figure =
  /^[-+−(]?\s*(?:[A-Z]{0,3}\$|[A-Z]{3}|\p{Sc})?\s*[\d.,'’ \u00a0\u202f]*\d[\d.,]*\s*(?:[A-Z]{3}|\p{Sc})?\)?$/u;
const money = /[.,]\d{1,4}\D*$|\p{Sc}|R\$/u;

function guessRoles(lines: readonly string[][]): ColumnRole[] {
  const width = Math.max(0, ...lines.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, at) => lines.map((line) => line[at] ?? '').filter(Boolean));
  const share = (column: readonly string[], fits: (text: string) => boolean): number =>
    column.length === 0 ? 0 : column.filter(fits).length / column.length;
  const roles: ColumnRole[] = columns.map(() => 'ignored');
  if (width > 0) roles[0] = 'sku';
  const figures = columns.flatMap((column, at) =>
    at > 0 && share(column, (text) => figure.test(text)) > 0.6 ? [at] : [],
  );
  const prices = figures.filter((at) => share(columns[at] ?? [], (text) => money.test(text)) > 0.3);
  // Of several figures the last with decimals is the newest price; whole ones beside it are minimums.
  const price = prices.at(-1) ?? figures.at(-1) ?? (width > 1 ? width - 1 : undefined);
  if (price !== undefined) roles[price] = 'price';
  const minimum = figures.find((at) => at !== price && !prices.includes(at));
  if (minimum !== undefined) roles[minimum] = 'minimum';
  const unit = columns.findIndex(
    (column, at) =>
      roles[at] === 'ignored' &&
      share(column, (text) => /^[\p{L}²³]{1,8}\d?$/u.test(text)) > 0.8 &&
      !figures.includes(at),
  );
  if (unit > 0) roles[unit] = 'unit';
  return roles;
}

/** Reads text copied from a spreadsheet, a mail or a CSV; the columns' meaning is guessed from their heads or contents. */
export function readPasted(text: string): Pasted {
  const rows = text
    .replace(HIDDEN, '')
    .split(/\r\n|\r|\n/)
    .map((row) => row.replace(/[ \u00a0]+$/, ''))
    .filter((row) => row.trim() !== '');
  if (rows.length === 0) return { lines: [], roles: [] };
  const separator = separatorOf(rows);
  const cells = rows.map((row) =>
    (separator === null ? byBlanks(row) : row.split(separator)).map((cell) => clean(cell).replace(/^"(.*)"$/, '$1')),
  );
  const width = Math.max(...cells.map(({ length }) => length));
  const lines = cells.map((line) => [...line, ...Array.from({ length: width - line.length }, () => '')]);
  const [first = []] = lines;
  const named = first.map(roleOfHead);
  if (!named.includes('sku') || !named.includes('price')) {
    const guessed = guessRoles(lines);
    // A head in words nobody foresaw: no figure where every other line has one.
    const price = guessed.indexOf('price');
    const headed =
      lines.length > 1 &&
      price >= 0 &&
      !/\d/.test(first[price] ?? '') &&
      lines.slice(1).some((line) => /\d/.test(line[price] ?? ''));
    return { lines: headed ? lines.slice(1) : lines, roles: guessed };
  }
  const taken = new Set<ColumnRole>();
  const roles = named.map((role): ColumnRole => {
    if (!role || taken.has(role)) return 'ignored';
    taken.add(role);
    return role;
  });
  return { lines: lines.slice(1), roles };
}

/** A line's cells by what they are. */
export function lineOf(cells: readonly string[], roles: readonly ColumnRole[]): PastedLine {
  const cell = (role: ColumnRole): string => cells[roles.indexOf(role)] ?? '';
  return { sku: cell('sku'), price: cell('price'), unit: cell('unit'), minimum: cell('minimum') };
}

/** The roles after one column was given another; no two columns but ignored ones share one. */
export const withRole = (roles: readonly ColumnRole[], at: number, role: ColumnRole): ColumnRole[] =>
  roles.map((each, index) => (index === at ? role : role !== 'ignored' && each === role ? 'ignored' : each));

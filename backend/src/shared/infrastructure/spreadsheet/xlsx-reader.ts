import { StringDecoder } from 'node:string_decoder';
import { posix } from 'node:path';
import { guarded } from './sheet.js';
import { plainNumber, showsDate, writtenDate } from './xlsx-numbers.js';
import { attribute, MalformedXml, XmlTokens, type XmlListener } from './xml-tokens.js';
import { UnreadableArchive, type ZipArchive } from './zip-reader.js';

/** A row with its number as the spreadsheet shows it; text that could be taken for a formula is guarded. */
export interface SheetRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

const mebibyte = 1024 * 1024;
/** Of the sheet nothing but the row at hand is kept, of its shared texts everything. */
const most = { part: 8 * mebibyte, texts: 96 * mebibyte, sheet: 1024 * mebibyte };
const mostColumns = 1_000;
const longestRow = 64 * 1024;

/** The rows of a workbook's first visible sheet, read as they are unpacked. `progressed` hears how far, from 0 to 1. */
export async function* readSheet(
  archive: ZipArchive,
  progressed: (share: number) => void = () => {},
): AsyncGenerator<SheetRecord> {
  const { sheet, texts, styles, since1904 } = await partsOf(archive);
  const shared = texts ? await sharedTexts(archive, texts) : [];
  const dates = styles ? dateStyles(await archive.text(styles, most.part)) : new Set<number>();
  const size = archive.sizeOf(sheet) ?? 0;
  const rows = new RowReader(shared, dates, since1904);
  let read = 0;
  for await (const text of textOf(archive, sheet, most.sheet)) {
    read += text.length;
    rows.tokens.write(text);
    yield* rows.taken();
    progressed(Math.min(1, read / Math.max(1, size)));
  }
  rows.tokens.end();
  yield* rows.taken();
}

/** Which parts of the package hold the first sheet that is not hidden, and what belongs to it. */
async function partsOf(archive: ZipArchive) {
  const root = relationsOf(await archive.text('_rels/.rels', most.part), '');
  const book = root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const related = relationsOf(
    await archive.text(`${posix.dirname(book)}/_rels/${posix.basename(book)}.rels`, most.part),
    posix.dirname(book),
  );
  const sheets: { id: string; hidden: boolean }[] = [];
  let since1904 = false;
  parse(await archive.text(book, most.part), {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      if (name === 'sheet') {
        sheets.push({ id: relationId(attributes), hidden: /hidden/i.test(attribute(attributes, 'state') ?? '') });
      }
    },
  });
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const sheet = related.find(({ id }) => id === first?.id)?.target;
  if (!sheet || archive.sizeOf(sheet) === null) throw new UnreadableArchive('not_an_archive');
  const partOf = (type: string) => related.find((relation) => relation.type.endsWith(type))?.target;
  return { sheet, texts: partOf('/sharedStrings'), styles: partOf('/styles'), since1904 };
}

const relationId = (attributes: string): string => /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';

function relationsOf(xml: string, folder: string): { id: string; type: string; target: string }[] {
  const relations: { id: string; type: string; target: string }[] = [];
  parse(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: attribute(attributes, 'Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return relations;
}

/** Style numbers whose cells show dates. */
function dateStyles(xml: string): ReadonlySet<number> {
  const codes = new Map<number, string>();
  const dates = new Set<number>();
  let inCells = false;
  let style = 0;
  parse(xml, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (showsDate(format, codes.get(format))) dates.add(style);
      style += 1;
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

/** Texts that cells name by number; phonetic readings are none of them. */
async function sharedTexts(archive: ZipArchive, part: string): Promise<string[]> {
  const texts: string[] = [];
  let parts = '';
  let [within, phonetic] = [false, false];
  const tokens = new XmlTokens({
    open(name) {
      if (name === 'si') parts = '';
      if (name === 'rPh') phonetic = true;
      if (name === 't') within = !phonetic;
    },
    text(text) {
      if (within) parts += text;
    },
    close(name) {
      if (name === 't') within = false;
      if (name === 'rPh') phonetic = false;
      // A copy: part of a longer text would keep all of it.
      if (name === 'si') texts.push(Buffer.from(unescaped(parts)).toString());
    },
  });
  for await (const text of textOf(archive, part, most.texts)) tokens.write(text);
  tokens.end();
  return texts;
}

/** Puts rows together from the tokens of a sheet. */
class RowReader {
  readonly tokens: XmlTokens;
  private ready: SheetRecord[] = [];
  private row = 0;
  private column = 0;
  private length = 0;
  private cells: string[] = [];
  private cell = { type: '', style: 0, value: '', formula: null as string | null };
  private target: 'value' | 'formula' | null = null;
  private phonetic = false;

  constructor(
    private readonly shared: readonly string[],
    private readonly dates: ReadonlySet<number>,
    private readonly since1904: boolean,
  ) {
    const listener: XmlListener = {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.target) this.cell[this.target] = (this.cell[this.target] ?? '') + text;
      },
    };
    this.tokens = new XmlTokens(listener);
  }

  taken(): SheetRecord[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  private open(name: string, attributes: string): void {
    if (name === 'c') {
      const address = attribute(attributes, 'r');
      this.column = address ? columnOf(address) : this.column + 1;
      this.cell = {
        ...{ type: attribute(attributes, 't') ?? 'n', style: Number(attribute(attributes, 's') ?? 0) },
        ...{ value: '', formula: null },
      };
    } else if (name === 'v' || (name === 't' && !this.phonetic)) this.target = 'value';
    else if (name === 'f') [this.target, this.cell.formula] = ['formula', ''];
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'row') {
      const number = Number(attribute(attributes, 'r') ?? this.row + 1);
      if (!Number.isInteger(number) || number <= this.row || number > 1_048_576)
        throw new MalformedXml('rows out of order');
      [this.row, this.column, this.length, this.cells] = [number, 0, 0, []];
    }
  }

  private close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.target = null;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.keep(this.content());
    else if (name === 'row') this.ready.push({ row: this.row, cells: this.cells });
  }

  private keep(content: string): void {
    if (content === '') return;
    this.length += content.length;
    if (this.column > mostColumns || this.length > longestRow) throw new RowTooLong(this.row);
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells[this.column - 1] = content;
  }

  private content(): string {
    const { type, style, value, formula } = this.cell;
    if (formula !== null && value === '') return type === 'str' ? '' : `=${formula}`;
    switch (type) {
      case 's':
        return textual(this.shared[Number(value)] ?? '');
      case 'inlineStr':
      case 'str':
        return textual(unescaped(value));
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'd':
        return value
          .trim()
          .replace(/^(\d{4}-\d\d-\d\d)(T00:00:00(\.0+)?Z?)?$/, '$1')
          .replace(/(T[\d:.]+)$/, '$1Z');
      case 'e':
        return value;
      default: {
        const date = this.dates.has(style) ? writtenDate(value, this.since1904) : null;
        return date ?? plainNumber(value) ?? value.trim();
      }
    }
  }
}

/** Thrown at a row that is longer or wider than any honest one. */
export class RowTooLong extends Error {
  constructor(readonly row: number) {
    super(`row ${row} is too long`);
  }
}

const textual = (text: string): string => guarded(text.trim());

/** Characters XML cannot say are written as _x000D_. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

/** A is 1, AA is 27. */
function columnOf(address: string): number {
  let column = 0;
  for (let index = 0; index < address.length; index += 1) {
    const letter = address.charCodeAt(index) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column === 0) throw new MalformedXml('a cell has no column');
  return column;
}

function parse(xml: string, listener: XmlListener): void {
  const tokens = new XmlTokens(listener);
  tokens.write(xml.replace(/^\ufeff/, ''));
  tokens.end();
}

async function* textOf(archive: ZipArchive, part: string, limit: number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let first = true;
  for await (const bytes of archive.read(part, limit)) {
    const text = decoder.write(bytes);
    yield first ? text.replace(/^\ufeff/, '') : text;
    first = false;
  }
  yield decoder.end();
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { type Zippable, zipSync } from 'fflate';
import { readSheet as readElsewhere } from 'read-excel-file/node';
import writeElsewhere from 'write-excel-file/node';
import { Cells } from '../../src/shared/infrastructure/import-cells.js';
import { csvRecords } from '../../src/shared/infrastructure/import-csv.js';
import { type FileRecord, UnreadableFile } from '../../src/shared/infrastructure/import-file.js';
import { sheetKindOf, xlsxRecords } from '../../src/shared/infrastructure/import-xlsx.js';
import { checkArchive } from '../../src/shared/infrastructure/spreadsheet/archive-check.js';
import { csvOf } from '../../src/shared/infrastructure/spreadsheet/csv-writer.js';
import type { SheetColumn, SheetRow } from '../../src/shared/infrastructure/spreadsheet/sheet.js';
import { xlsxOf } from '../../src/shared/infrastructure/spreadsheet/xlsx-writer.js';

const columns: SheetColumn[] = [
  { name: 'sku', kind: 'text' },
  { name: 'unit_price', kind: 'number' },
];

const bytesOf = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};
const rowsOf = async (records: AsyncIterable<FileRecord>): Promise<FileRecord[]> => {
  const all: FileRecord[] = [];
  for await (const record of records) all.push(record);
  return all;
};
const inBatches = async function* (rows: readonly SheetRow[]) {
  for (let from = 0; from < rows.length; from += 3) yield rows.slice(from, from + 3);
};
const xlsx = (rows: readonly SheetRow[]) => bytesOf(xlsxOf('Prices', columns, inBatches(rows)));
const csv = (rows: readonly SheetRow[]) => bytesOf(csvOf(columns, inBatches(rows)));
const readXlsx = (bytes: Buffer) => rowsOf(xlsxRecords(Readable.from([bytes]), () => {}));
const readCsv = (bytes: Buffer) => rowsOf(csvRecords(Readable.from([bytes])));
/** What an import's cells say of the two columns. */
const saidBy = ({ cells }: FileRecord) => {
  const read = new Cells((column) => cells[column === 'sku' ? 0 : 1] ?? '');
  return [read.text('sku', 500), read.decimal('unit_price', 4, { required: false }), read.problems] as const;
};

const awkward = [
  ...['=1+1', '=HYPERLINK("http://x.example";"y")', '+CMD|calc!A0', '-2+3', '@SUM(A1)', "'=1+1", "''@x", "it's"],
  ...[
    'said "so"',
    'a,b;c',
    'two\nlines',
    'a\ttab',
    'Ção à prova d’água ½"',
    '007',
    '1e5',
    '<b>&amp;</b>',
    '_x000D_',
    'typed \u0093so\u0094 \ufffd',
    '＝1',
    'toString',
  ],
];

describe('text and decimals in files', () => {
  const rows: SheetRow[] = awkward.map((sku, index) => [sku, index % 2 ? '9.4675' : '1234567890.0001']);

  it.each([
    ['CSV', csv, readCsv],
    ['XLSX', xlsx, readXlsx],
  ])('come back from %s as they were', async (_, write, read) => {
    const [header, ...records] = await read(await write(rows));
    expect(header?.cells).toEqual(['sku', 'unit_price']);
    expect(records.map(saidBy)).toEqual(rows.map(([sku, price]) => [sku, price, []]));
    expect(records.map(({ row }) => row)).toEqual(rows.map((_row, index) => index + 2));
  });

  it('come back whatever they are', async () => {
    const sku = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })

      .map((text) =>
        text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff]|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '').trim(),
      )
      .filter((text) => text !== '');
    const price = fc
      .tuple(fc.bigInt({ min: 0n, max: 9_999_999_999n }), fc.integer({ min: 0, max: 9999 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`.replace(/\.?0+$/, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(sku, price), { minLength: 200, maxLength: 400 }), async (some) => {
        for (const read of [await readCsv(await csv(some)), await readXlsx(await xlsx(some))]) {
          expect(read.slice(1).map(saidBy)).toEqual(some.map(([text, decimal]) => [text, decimal, []]));
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('are never what a spreadsheet would run', async () => {
    const cells = (await csv(rows)).toString().split(/\r\n/).slice(1);
    for (const line of cells) expect(line).not.toMatch(/^"?[=+\-@\t\r]/);
    const sheet = await readElsewhere(await xlsx(rows));
    expect(sheet.slice(1).map(([sku]) => sku)).toEqual(awkward);
    expect(sheet.slice(1).map(([, price]) => price)).toEqual(rows.map(([, price]) => Number(price)));
  });
});

describe('workbooks of others', () => {
  it('are read: numbers with binary traces, dates, flags, shared texts, blank rows', async () => {
    const day = new Date('2026-03-01T00:00:00Z');
    const stream = await writeElsewhere([
      [{ value: 'sku' }, { value: 'unit_price' }, { value: 'valid_from' }, { value: 'on' }],
      [{ value: 'CEM-50' }, { value: 0.1 + 0.2 }, { value: day, format: 'dd/mm/yyyy' }, { value: true }],
      [],
      [
        { value: '=not a formula' },
        { value: 42 * 1.035 },
        { value: new Date('2026-03-01T10:20:00Z'), format: 'd/m/yy h:mm' },
      ],
    ]).toBuffer();
    const records = (await readXlsx(stream)).filter(({ cells }) => cells.length > 0);
    expect(records).toEqual([
      { row: 1, cells: ['sku', 'unit_price', 'valid_from', 'on'] },
      { row: 2, cells: ['CEM-50', '0.3', '2026-03-01', 'true'] },
      { row: 4, cells: ["'=not a formula", '43.47', '2026-03-01T10:20:00'] },
    ]);
  });

  it('say numbers as they show them', async () => {
    const numbers = ['42.899999999999999', '1.1000000000000001', '1E-4', '1.5E3', '0', '-3', '12345678901234', '-0'];
    const cells = numbers.map((number, index) => `<c r="${'ABCDEFGH'[index]}1"><v>${number}</v></c>`).join('');
    const [record] = await readXlsx(sheetWith(`<row r="1">${cells}</row>`));
    expect(record?.cells).toEqual(['42.9', '1.1', '0.0001', '1500', '0', '-3', '12345678901234', '0']);
  });

  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  /** A workbook as some other program may write it. */
  const sheetWith = (rows: string, more: Record<string, string> = {}): Buffer => {
    const parts: Record<string, string> = {
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      'xl/sharedStrings.xml': `<sst xmlns="${main}"/>`,
      ...more,
    };
    const files: Zippable = {};
    for (const [name, text] of Object.entries(parts)) files[name] = Buffer.from(text);
    return Buffer.from(zipSync(files));
  };
  const failureOf = async (bytes: Buffer) => {
    const refused = await readXlsx(bytes).catch((error: unknown) => error);
    return refused instanceof UnreadableFile ? refused.problem.code : refused;
  };

  it('may hold formulas with what they come to, rich and shared texts, and begin further down', async () => {
    const texts = `<sst xmlns="${main}"><si><r><t>CEM</t></r><r><t>-50</t></r></si></sst>`;
    const row = '<c r="B3" t="s"><v>0</v></c><c r="C3"><f>A1*2</f><v>84</v></c><c r="D3"><f>B9</f></c>';
    const records = await readXlsx(sheetWith(`<row r="3">${row}</row>`, { 'xl/sharedStrings.xml': texts }));
    expect(records.filter(({ cells }) => cells.length > 0)).toEqual([{ row: 3, cells: ['', 'CEM-50', '84'] }]);
  });

  it('are refused when they are none, are damaged, or would burst', async () => {
    const good = await xlsx([['CEM-50', '42']]);
    expect(await failureOf(Buffer.from('PK\u0003\u0004 nothing'))).toBe('import.not_a_spreadsheet');
    expect(await failureOf(good.subarray(0, good.length - 40))).toBe('import.not_a_spreadsheet');
    const torn = Buffer.from(good);
    torn.fill(0x55, 400, 700);
    expect(await failureOf(torn)).toBe('import.not_a_spreadsheet');
    expect(await failureOf(sheetWith('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'))).toBe('import.row_too_long');
    const lying = sheetWith('<row r="1"/>'.padEnd(3_000_000));
    const directory = lying.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46;
    lying.writeUInt32LE(50_000, directory + 24);
    expect(await failureOf(lying)).toBe('import.unpacks_too_large');
    const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
    await writeFile(join(folder, 'large.xlsx'), sheetWith('<row r="1"/>'.padEnd(3_000_000)));
    await expect(checkArchive(join(folder, 'large.xlsx'), 1_000_000)).rejects.toThrow('bomb');
    await rm(folder, { recursive: true });
    expect(sheetKindOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('old');
    expect([sheetKindOf(good), sheetKindOf(Buffer.from('sku,unit'))]).toEqual(['xlsx', null]);
  });
});

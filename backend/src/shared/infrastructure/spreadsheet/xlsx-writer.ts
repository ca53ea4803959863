import { guarded, type SheetColumn, type SheetRow, type SheetRows } from './sheet.js';
import { zipOf } from './zip-writer.js';

/**
 * A workbook of one sheet, a batch of rows at a time: memory does not grow with the rows. Text is written as text, which
 * no spreadsheet runs as a formula; decimals with all their digits.
 */
export function xlsxOf(title: string, columns: readonly SheetColumn[], rows: SheetRows): AsyncGenerator<Buffer> {
  return zipOf([
    { name: '[Content_Types].xml', content: [contentTypes] },
    { name: '_rels/.rels', content: [packageRelations] },
    { name: 'xl/workbook.xml', content: [workbook(title)] },
    { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelations] },
    { name: 'xl/styles.xml', content: [styles] },
    { name: 'xl/worksheets/sheet1.xml', content: sheet(columns, rows) },
  ]);
}

const rowsAtOnce = 500;

async function* sheet(columns: readonly SheetColumn[], rows: SheetRows): AsyncGenerator<string> {
  const names = columns.map((_, index) => columnName(index));
  const widths = columns.map(
    ({ kind, name }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${kind === 'number' ? 14 : Math.max(16, name.length + 2)}" customWidth="1"/>`,
  );
  const header = columns.map(({ name }, index) => textCell(`${names[index]}1`, name, styleOf.header));
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`;
  let row = 1;
  const xmlOf = (cells: SheetRow): string => {
    row += 1;
    const written = columns.map(({ kind }, index) => {
      const value = cells[index] ?? null;
      if (value === null || value === '') return '';
      const address = `${names[index]}${row}`;
      if (kind === 'number') return `<c r="${address}" s="${styleOf.number}"><v>${value}</v></c>`;
      return textCell(address, value, guarded(value) === value ? styleOf.text : styleOf.guarded);
    });
    return `<row r="${row}">${written.join('')}</row>`;
  };
  for await (const batch of rows) {
    for (let from = 0; from < batch.length; from += rowsAtOnce) {
      yield batch
        .slice(from, from + rowsAtOnce)
        .map(xmlOf)
        .join('');
    }
  }
  yield '</sheetData></worksheet>';
}

const textCell = (address: string, text: string, style: number): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters XML cannot say are written the way spreadsheets do: _x000D_. */
export const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // eslint-disable-next-line no-control-regex -- these are the characters this is about
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** 0 is A, 26 is AA. */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes =
  `${declaration}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${media}.worksheet+xml"/></Types>`;

const packageRelations =
  `${declaration}<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const workbookRelations =
  `${declaration}<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;

/** A sheet's name has at most 31 characters, none of them one of these. */
const workbook = (title: string): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
  `<sheet name="${escaped(
    title
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet1',
  )}" sheetId="1" r:id="rId1"/>` +
  '</sheets></workbook>';

const styleOf = { header: 1, text: 2, guarded: 3, number: 4 };
const format = (more: string) => `<xf fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ${more}/>`;

/** Text cells are formatted as text, so that a code keeps its leading zeros when it is edited. */
const styles =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.00##"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="5">${format('numFmtId="0"')}` +
  '<xf fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" numFmtId="49"/>' +
  `${format('numFmtId="49"')}${format('numFmtId="49" quotePrefix="1"')}${format('numFmtId="164"')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

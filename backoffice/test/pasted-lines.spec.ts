import { lineOf, readPasted, withRole } from '../src/features/revisions/pasted-lines';

const read = (text: string) => {
  const { lines, roles } = readPasted(text);
  return lines.map((cells) => lineOf(cells, roles));
};

it('reads a block copied from a spreadsheet with its heads, in any order and in two languages', () => {
  expect(read('Price\tSKU\tUnit\tMin qty\n9.40\tCEM-25\tbag\t50')).toEqual([
    { sku: 'CEM-25', price: '9.40', unit: 'bag', minimum: '50' },
  ]);
  expect(read('Código\tDescrição\tPreço novo\nCEM-25\tCimento\t1.234,50')).toEqual([
    { sku: 'CEM-25', price: '1.234,50', unit: '', minimum: '' },
  ]);
});

it('guesses what columns without heads are', () => {
  expect(read('CEM-25\tbag\t1\t$9.40\nCEM-40\tbag\t50\t$12.10')).toEqual([
    { sku: 'CEM-25', price: '$9.40', unit: 'bag', minimum: '1' },
    { sku: 'CEM-40', price: '$12.10', unit: 'bag', minimum: '50' },
  ]);
  expect(read('CEM-25\tPortland cement\t9.10\t9.40').map(({ price }) => price)).toEqual(['9.40']);
});

it('leaves out a head in words nobody foresaw', () => {
  expect(read('Ding\tBetrag\nCEM-25\t9.40')).toEqual([{ sku: 'CEM-25', price: '9.40', unit: '', minimum: '' }]);
});

it('takes semicolons, commas and blanks for separators, and a decimal comma for none', () => {
  expect(read('CEM-25;9,40\nCEM-40;12,10').map(({ price }) => price)).toEqual(['9,40', '12,10']);
  expect(read('sku,price\nCEM-25,9.40').map(({ price }) => price)).toEqual(['9.40']);
  expect(read('CEM-25  9.40\nCEM-40  12.10').map(({ sku }) => sku)).toEqual(['CEM-25', 'CEM-40']);
  expect(read('CEM-25 R$ 9,40').map(({ sku }) => sku)).toEqual(['CEM-25']);
});

it('keeps what was written but for hidden characters', () => {
  expect(read('\ufeffCEM\u200b-25\t$\u00a01,234.50')).toEqual([
    { sku: 'CEM-25', price: '$ 1,234.50', unit: '', minimum: '' },
  ]);
});

it('gives no two columns one meaning', () => {
  expect(withRole(['sku', 'price', 'ignored'], 2, 'price')).toEqual(['sku', 'ignored', 'price']);
  expect(withRole(['sku', 'ignored', 'ignored'], 0, 'ignored')).toEqual(['ignored', 'ignored', 'ignored']);
});

import { readAmount } from '../src/shared/form/read-amount';
import { fill, readBlock, writeBlock } from '../src/features/prices/clipboard';

describe('an amount as people write it', () => {
  it.each([
    ['9.38', '.', '9.38'],
    ['$9.38', '.', '9.38'],
    ['$ 1,234.50', '.', '1234.50'],
    ['1,234', '.', '1234'],
    ['1,234,567.8', '.', '1234567.8'],
    ['12,5', '.', '12.5'],
    ['0,125', '.', '0.125'],
    ['R$ 1.234,50', ',', '1234.50'],
    ['1.234', ',', '1234'],
    ['1.234.567', ',', '1234567'],
    ['0.125', ',', '0.125'],
    ['12.5', ',', '12.5'],
    ['1 234,5', ',', '1234.5'],
    ['1\u00a0234.50', '.', '1234.50'],
    ["1'234.50", '.', '1234.50'],
    ['USD 7', '.', '7'],
    ['7.84 BRL', ',', '7.84'],
    ['.5', '.', '0.5'],
    ['007', '.', '7'],
    ['-3', '.', '-3'],
    ['−3.20', '.', '-3.20'],
    ['(3.20)', '.', '-3.20'],
    ['0', '.', '0'],
  ] as const)('%s with the mark %s is %s', (written, mark, amount) => {
    expect(readAmount(written, mark)).toBe(amount);
  });

  it.each(['', 'abc', '12..5', '1,23,456', '1.2.3', '12 kg', '=A1*2', '5%', '(3', '--3', ',', '1e5'])(
    '%j is no amount',
    (written) => {
      expect(readAmount(written, '.')).toBeNull();
    },
  );
});

describe('a block from a spreadsheet', () => {
  it('has rows by line and cells by tab, without the line break at its end', () => {
    expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readBlock('7')).toEqual([['7']]);
  });

  it('keeps empty cells and rows within', () => {
    expect(readBlock('1\t\t2\n\n3')).toEqual([['1', '', '2'], [''], ['3']]);
  });

  it('reads quoted cells with tabs, line breaks and quotes in them', () => {
    expect(readBlock('"a\tb"\t"say ""hi"""\n"two\nlines"\t2')).toEqual([
      ['a\tb', 'say "hi"'],
      ['two\nlines', '2'],
    ]);
  });

  it('may begin with the mark some programs put before text', () => {
    expect(readBlock('\ufeff1\t2')).toEqual([['1', '2']]);
  });

  it('is written as spreadsheets of the place read it', () => {
    const prices = [
      ['9.38', null],
      ['1234.5', '2'],
    ];
    expect(writeBlock(prices, '.')).toBe('9.38\t\r\n1234.5\t2');
    expect(writeBlock(prices, ',')).toBe('9,38\t\r\n1234,5\t2');
  });

  it('comes back as it went, quotes and all', () => {
    const block = [
      ['9.38', 'on "request"'],
      ['a\tb', 'two\nlines'],
    ];
    expect(readBlock(writeBlock(block, '.'))).toEqual(block.map((row) => row.map((cell) => cell)));
  });

  it('has nothing where a row of it is shorter', () => {
    const ragged = fill([['1', '2'], ['3']], { rows: 2, columns: 2 });
    expect([ragged.at(0, 1), ragged.at(1, 1)]).toEqual(['2', null]);
  });

  it('fills a selection that it fits into whole times', () => {
    const one = fill([['5']], { rows: 3, columns: 2 });
    expect([one.rows, one.columns, one.at(2, 1)]).toEqual([3, 2, '5']);
    const two = fill([['1'], ['2']], { rows: 4, columns: 1 });
    expect([two.rows, two.at(2, 0), two.at(3, 0)]).toEqual([4, '1', '2']);
    const odd = fill([['1'], ['2']], { rows: 3, columns: 1 });
    expect([odd.rows, odd.columns]).toEqual([2, 1]);
  });
});

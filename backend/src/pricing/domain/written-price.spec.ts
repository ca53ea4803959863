import { writtenPrice } from './written-price.js';

const read = (text: string, locale: 'en' | 'pt-BR' = 'en', currency = locale === 'en' ? 'USD' : 'BRL') => {
  const answer = writtenPrice(text, { locale, currency });
  return answer.ok ? answer.value : answer.error.code;
};

describe('a written price means the same in every locale where its separators tell', () => {
  it.each([
    ['1234.50', '1234.50'],
    ['1234,50', '1234.50'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['1.234.567,8', '1234567.8'],
    ['1,234,567.8', '1234567.8'],
    ['1 234,56', '1234.56'],
    ['1 234.56', '1234.56'],
    ['12 345', '12345'],
    ["1'234.50", '1234.50'],
    ['9,90', '9.90'],
    ['9.9', '9.9'],
    ['0.123', '0.123'],
    ['0,123', '0.123'],
    ['1234.567', '1234.567'],
    ['.5', '0.5'],
    [',5', '0.5'],
    ['12.', '12'],
    ['0', '0'],
    ['007', '007'],
    ['$ 1 234.50', '1234.50'],
    ['$1,234.50', '1234.50'],
    ['12,90 $', '12.90'],
    ['+3', '3'],
    ['-3', '-3'],
    ['3-', '-3'],
    ['3,50 -', '-3.50'],
    ['−3', '-3'],
    ['–3', '-3'],
    ['-$ 3', '-3'],
    ['$ -3', '-3'],
    ['(3.50)', '-3.50'],
    ['($ 3.50)', '-3.50'],
    ["'12.50", '12.50'],
    ['１２．５０', '12.50'],
    ['1\u00a0234,56', '1234.56'],
    ['1\u2009234,56', '1234.56'],
    ['1\u202f234,56', '1234.56'],
    ['\ufeff12.50\u200b', '12.50'],
    ['1\u200b2.50', '12.50'],
    ['\u202a12.50\u202c', '12.50'],
    ['  12.50\t', '12.50'],
    ['12.50\r\n', '12.50'],
  ])('%j is %s', (text, expected) => {
    expect([read(text, 'en', 'USD'), read(text, 'pt-BR', 'BRL')]).toEqual([expected, expected]);
  });
});

describe('one separator before three digits is read by the locale', () => {
  it.each([
    ['1.234', '1.234', '1234'],
    ['1,234', '1234', '1.234'],
    ['999.999', '999.999', '999999'],
    ['$ 1.234', '1.234', '1234'],
    ['1 234.567', '1234.567', '1234.567'],
  ])('%j is %s in English and %s in Portuguese', (text, english, portuguese) => {
    expect([read(text, 'en'), read(text, 'pt-BR')]).toEqual([english, portuguese]);
  });
});

describe('the sign of the table’s own currency is passed over', () => {
  it.each([
    ['R$ 12,90', 'BRL', '12.90'],
    ['R$12,90', 'BRL', '12.90'],
    ['r$ 12,90', 'BRL', '12.90'],
    ['BRL 12,90', 'BRL', '12.90'],
    ['12,90 BRL', 'BRL', '12.90'],
    ['US$ 12.90', 'USD', '12.90'],
    ['usd 12.90', 'USD', '12.90'],
    ['€ 12,90', 'EUR', '12.90'],
    ['R$ 12,90', 'USD', 'price.unreadable'],
    ['€ 12,90', 'BRL', 'price.unreadable'],
    ['USD 12.90', 'BRL', 'price.unreadable'],
    ['R$ 12,90 BRL', 'BRL', 'price.unreadable'],
  ])('%j among prices in %s is %s', (text, currency, expected) => {
    expect(read(text, 'pt-BR', currency)).toBe(expected);
  });
});

describe('what is no amount, or could be two, is not read', () => {
  it.each([
    '',
    ' ',
    '\u200b',
    '-',
    '.',
    ',',
    '$',
    '12 %',
    '12%',
    '٪ 12',
    'abc',
    '12 kg',
    '12a',
    '1e5',
    '0x10',
    'NaN',
    '1.23.45',
    '1,234.567,89',
    '1.234,567.89',
    '1 2',
    '1 23 456',
    '12,34 56',
    '1.234 567',
    '1,2345,678',
    '..5',
    '1..5',
    '--5',
    '-5-',
    '(5',
    '5)',
    '(-5)',
    '5 6,7 8',
    '1/2',
    '½',
    '=9.90',
    '12345678901234567890',
    '1.1234567890123',
    '12.50 13.50',
    '#REF!',
  ])('%j', (text) => {
    expect([read(text, 'en'), read(text, 'pt-BR')]).toEqual(['price.unreadable', 'price.unreadable']);
  });

  it('and the refusal repeats the text', () => {
    expect(writtenPrice('12 kg', { locale: 'en', currency: 'USD' })).toEqual({
      ok: false,
      error: { code: 'price.unreadable', text: '12 kg' },
    });
  });
});

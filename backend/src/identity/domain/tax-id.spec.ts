import { taxId } from './tax-id.js';

const kept = (text: string, currency: string): string | null => {
  const result = taxId(text, currency);
  return result.ok ? result.value : null;
};

it.each([
  ['11222333000181', '11.222.333/0001-81'],
  ['11.222.333/0001-81', '11.222.333/0001-81'],
  [' 00.000.000/0001-91 ', '00.000.000/0001-91'],
  ['12ABC34501DE35', '12.ABC.345/01DE-35'],
  ['12.abc.345/01de-35', '12.ABC.345/01DE-35'],
])('keeps the CNPJ %p as %p', (text, expected) => {
  expect(kept(text, 'BRL')).toBe(expected);
});

it.each([
  ['wrong first check digit', '11.222.333/0001-71'],
  ['wrong second check digit', '11.222.333/0001-82'],
  ['letters for check digits', '12ABC34501DEAB'],
  ['a digit short', '1122233300018'],
  ['a digit long', '112223330001811'],
  ['one digit all over', '00000000000000'],
  ['other signs', '11222333000181;'],
  ['an accent', '12ÁBC34501DE35'],
  ['an EIN', '12-3456789'],
  ['nothing', ''],
])('refuses a CNPJ with %s', (_, text) => {
  expect(taxId(text, 'BRL')).toEqual({ ok: false, error: { code: 'company.tax_id_not_valid', form: 'cnpj' } });
});

it.each([
  ['12-3456789', '12-3456789'],
  ['123456789', '12-3456789'],
  [' tx.991/b ', 'TX.991/B'],
  ['A1234', 'A1234'],
])('keeps %p as %p elsewhere', (text, expected) => {
  expect(kept(text, 'USD')).toBe(expected);
});

it.each(['1234', 'x'.repeat(21), '-12345', '12 345', 'ÄÖÜ12'])('refuses %p elsewhere', (text) => {
  expect(taxId(text, 'USD')).toEqual({ ok: false, error: { code: 'company.tax_id_not_valid', form: 'ein' } });
});

import { err, ok, type Result } from '../../shared/result.js';

export interface TaxIdError {
  readonly code: 'company.tax_id_not_valid';
  readonly form: 'cnpj' | 'ein';
}

/**
 * A company's tax id in the one way it is kept. Where money is BRL a CNPJ, of digits or in the alphanumeric form of 2026,
 * with right check digits, kept as `12.ABC.345/01DE-35`; elsewhere an EIN, kept as `12-3456789`, or any 5 to 20 letters,
 * digits and `- . /`.
 */
export function taxId(text: string, currency: string): Result<string, TaxIdError> {
  return currency === 'BRL' ? cnpj(text) : ein(text);
}

function cnpj(text: string): Result<string, TaxIdError> {
  const plain = text.toUpperCase().replace(/[\s./-]/g, '');
  const wellFormed = /^[0-9A-Z]{12}\d{2}$/.test(plain) && !/^(.)\1+$/.test(plain);
  if (!wellFormed || checkDigits(plain.slice(0, 12)) !== plain.slice(12)) {
    return err({ code: 'company.tax_id_not_valid', form: 'cnpj' });
  }
  return ok(plain.replace(/^(..)(...)(...)(....)(..)$/, '$1.$2.$3/$4-$5'));
}

/** Weights 2 to 9 from the right, over and over; a letter counts as its ASCII code less 48, as digits do. */
function checkDigits(base: string): string {
  const next = (characters: string): string => {
    const sum = [...characters]
      .reverse()
      .reduce((total, character, index) => total + (character.charCodeAt(0) - 48) * (2 + (index % 8)), 0);
    const rest = sum % 11;
    return String(rest < 2 ? 0 : 11 - rest);
  };
  const first = next(base);
  return first + next(base + first);
}

function ein(text: string): Result<string, TaxIdError> {
  const plain = text.trim().toUpperCase();
  const digits = /^(\d{2})-?(\d{7})$/.exec(plain);
  if (digits) return ok(`${digits[1]}-${digits[2]}`);
  return /^[0-9A-Z][0-9A-Z./-]{4,19}$/.test(plain) ? ok(plain) : err({ code: 'company.tax_id_not_valid', form: 'ein' });
}

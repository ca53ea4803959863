import { hashOf } from './seeded-random.mjs';

/** The GS1 check digit of a GTIN without it. @param {string} digits @returns {number} */
export function gtinCheckDigit(digits) {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** A GTIN-13 made from the SKU, in the range 952 that GS1 keeps for demonstrations: it can never be a real product's. @param {string} tenant @param {string} sku @returns {string} */
export function demoGtin(tenant, sku) {
  const digits = `952${String(hashOf(`${tenant}|${sku}`) % 1_000_000_000).padStart(9, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}

/** The two check digits of a CNPJ's twelve leading digits. @param {string} digits @returns {string} */
export function cnpjCheckDigits(digits) {
  const checkDigit = (/** @type {string} */ text) => {
    const sum = [...text].reverse().reduce((total, digit, index) => total + Number(digit) * ((index % 8) + 2), 0);
    return sum % 11 < 2 ? 0 : 11 - (sum % 11);
  };
  const first = checkDigit(digits);
  return `${first}${checkDigit(`${digits}${first}`)}`;
}

/** A CNPJ with punctuation and valid check digits for an eight-digit root. @param {string} root @returns {string} */
export function cnpj(root) {
  const digits = `${root}0001`;
  return `${root.slice(0, 2)}.${root.slice(2, 5)}.${root.slice(5)}/0001-${cnpjCheckDigits(digits)}`;
}

/** A name as it stands in a URL: lower case, no accents, words joined by hyphens. @param {string} name @returns {string} */
export function slugOf(name) {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/×/g, 'x')
    .replace(/²/g, '2')
    .replace(/³/g, '3')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

import { divideHalfUp, formatFixed, parseFixed, roundTo } from './fixed-point.mjs';

/** The entries of its table that a demo revision changes; what is sold under the floor on purpose stays as it is. @param {import('./types.mjs').DemoRevision} revision @param {import('./types.mjs').DemoTenant} data @returns {import('./types.mjs').PriceEntry[]} */
export function changedBy({ table, categories }, { priceTables, products, categories: tree, pricing }) {
  const parentOf = new Map(tree.map(({ code, parentCode }) => [code, parentCode ?? '']));
  const categoryOf = new Map(products.map(({ sku, categoryCode }) => [sku, categoryCode]));
  const entries = priceTables.find(({ name }) => name === table)?.entries ?? [];
  return entries.filter(({ sku, unitPrice }) => {
    const code = categoryOf.get(sku) ?? '';
    const meant = categories.includes(code) || categories.includes(parentOf.get(code) ?? '');
    return meant && unitPrice !== '0.0000' && !pricing.underTheFloor.includes(sku);
  });
}

/** A price moved by a ratio in per mille, in whole cents where it was. @param {string} price @param {number} perMille @returns {string} */
export function movedPrice(price, perMille) {
  const before = parseFixed(price, 4);
  const moved = divideHalfUp(before * BigInt(perMille), 1000n);
  return formatFixed(before % 100n === 0n ? roundTo(moved, 100n) : moved, 4);
}

/** The price from which a move by the ratio leads about here. @param {string} price @param {number} perMille @returns {string} */
export function priceBefore(price, perMille) {
  const after = parseFixed(price, 4);
  const before = divideHalfUp(after * 1000n, BigInt(perMille));
  return formatFixed(after % 100n === 0n ? roundTo(before, 100n) : before, 4);
}

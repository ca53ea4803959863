import { formatFixed, parseFixed } from './fixed-point.mjs';
import { randomFor } from './seeded-random.mjs';

/** @typedef {import('./types.mjs').Product} Product */

/**
 * What each product costs its tenant: some quarter to third below the list, and low enough that every price of every
 * table is above its margin floor, but for the products that are meant to be under it.
 * @param {{ key: string, products: Product[], priceTables: import('./types.mjs').PriceTable[], categories: import('./types.mjs').Category[], floors: import('./types.mjs').MarginFloors, meant: string[] }} input
 * @returns {import('./types.mjs').ProductCost[]}
 */
export function costsOf({ key, products, priceTables, categories, floors, meant }) {
  const leastOf = leastPrices(products, priceTables);
  const listOf = new Map(
    priceTables
      .filter(({ scope }) => scope === 'national')
      .flatMap(({ entries }) => [...entries].reverse())
      .map(({ sku, unit, unitPrice }) => [`${sku} ${unit}`, parseFixed(unitPrice, 4)]),
  );
  return products.map(({ sku, baseUnit, categoryCode }) => {
    const random = randomFor(`${key} cost ${sku}`);
    const list = listOf.get(`${sku} ${baseUnit}`) ?? BigInt(random.integer(40, 900)) * 10_000n;
    const floor = floorPerMille(categoryCode, categories, floors);
    const wanted = (list * BigInt(1000 - random.integer(240, 350))) / 1000n;
    const most = ((leastOf.get(sku) ?? list) * BigInt(1000 - floor) * 955n) / 1_000_000n;
    const cost = meant.includes(sku) ? (list * BigInt(1000 - floor + 15)) / 1000n : wanted < most ? wanted : most;
    const now = rounded(cost);
    const before = random.chance(0.35) ? rounded((cost * BigInt(random.integer(955, 985))) / 1000n) : null;
    return { sku, unitCost: formatFixed(now, 4), before: before && formatFixed(before, 4) };
  });
}

/** Down, so that a floor stays a floor; small things are counted in finer coins. @param {bigint} cost @returns {bigint} */
const rounded = (cost) => (cost < 20_000n ? cost : (cost / 100n) * 100n);

/** The floor of a category, else of the one above it, else of all; per mille. @param {string} code @param {import('./types.mjs').Category[]} categories @param {import('./types.mjs').MarginFloors} floors @returns {number} */
export function floorPerMille(code, categories, { byDefault, byCategory }) {
  const parent = categories.find((category) => category.code === code)?.parentCode ?? '';
  return Number(parseFixed(byCategory[code] ?? byCategory[parent] ?? byDefault, 3));
}

/** The least that a base unit of each product is sold for, gifts aside; ten-thousandths. @param {Product[]} products @param {import('./types.mjs').PriceTable[]} priceTables @returns {Map<string, bigint>} */
export function leastPrices(products, priceTables) {
  const unitsOf = new Map(products.map(({ sku, units }) => [sku, units]));
  /** @type {Map<string, bigint>} */
  const least = new Map();
  for (const { sku, unit, unitPrice } of priceTables.flatMap(({ entries }) => entries)) {
    const factor = unitsOf.get(sku)?.find(({ code }) => code === unit)?.factor ?? '1';
    const price = (parseFixed(unitPrice, 4) * 1000n) / parseFixed(factor, 3);
    const known = least.get(sku);
    if (price > 0n && (known === undefined || price < known)) least.set(sku, price);
  }
  return least;
}

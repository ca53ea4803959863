import { divideHalfUp, formatFixed, parseFixed, roundTo } from './fixed-point.mjs';
import { randomFor, shuffledBy } from './seeded-random.mjs';

/** @typedef {import('./types.mjs').Item} Item */
/** @typedef {import('./types.mjs').PriceEntry} PriceEntry */
/** @typedef {import('./types.mjs').PriceTable} PriceTable */

/** A price in ten-thousandths, times a ratio in per mille, in whole cents unless the list price itself has finer decimals. @param {string} price @param {bigint} perMille @param {bigint} [factor] in thousandths @returns {string} */
function scaledPrice(price, perMille, factor = 1000n) {
  const list = parseFixed(price, 4);
  const scaled = divideHalfUp(list * perMille * factor, 1_000_000n);
  return formatFixed(list % 100n === 0n || factor !== 1000n ? roundTo(scaled, 100n) : scaled, 4);
}

/** The entries of one product in one table: base price, tiers, packs. @param {Item} item @param {number} perMille @param {{ tiers: boolean, packs: boolean }} include @returns {PriceEntry[]} */
function entriesOf({ product, list }, perMille, include) {
  const { sku, baseUnit } = product;
  if (list.price === null) return [];
  const price = list.price;
  const entry = (/** @type {string} */ unit, /** @type {number} */ minimum, /** @type {string} */ unitPrice) => ({
    sku,
    unit,
    minQuantity: String(minimum),
    unitPrice,
    validFrom: null,
    validTo: null,
  });
  const entries = [entry(baseUnit, 1, scaledPrice(price, BigInt(perMille)))];
  // Stock below one base unit can be ordered only where the step allows it, so the first tier must start there.
  const base = product.units[0];
  if (Number(base.minimum) < 1) entries[0].minQuantity = base.minimum;
  if (include.tiers) {
    for (const [minimum, off] of list.tiers) {
      entries.push(entry(baseUnit, minimum, scaledPrice(price, BigInt(perMille * (1000 - off * 10)) / 1000n)));
    }
  }
  if (include.packs) {
    for (const [code, off] of Object.entries(list.packOff)) {
      if (off === undefined) continue;
      const unit = product.units.find((each) => each.code === code);
      if (!unit) throw new Error(`${sku} has no unit ${code}`);
      entries.push(
        entry(code, 1, scaledPrice(price, BigInt(perMille * (1000 - off * 10)) / 1000n, parseFixed(unit.factor, 3))),
      );
    }
  }
  return entries;
}

/** The table every state falls back to: all products but those priced on request. @param {string} name @param {Item[]} items @returns {PriceTable} */
export function nationalTable(name, items) {
  const entries = items.flatMap((item) => entriesOf(item, 1000, { tiers: true, packs: true }));
  return { name, scope: 'national', priority: 0, entries };
}

/**
 * A state's own prices for some of the products, moved against the national ones within a range in per mille.
 * @param {{ name: string, stateCode: string, count: number, range: [number, number], always?: string[] }} terms
 * @param {Item[]} items
 * @returns {PriceTable}
 */
export function stateTable({ name, stateCode, count, range, always = [] }, items) {
  const priced = items.filter(({ list }) => list.price !== null);
  const shuffled = shuffledBy(priced, `state ${stateCode}`, ({ product }) => product.sku);
  const chosen = new Set([...always, ...shuffled.map(({ product }) => product.sku)].slice(0, count));
  const entries = priced
    .filter(({ product }) => chosen.has(product.sku))
    .flatMap((item) => {
      const random = randomFor(`state ${stateCode} ${item.product.sku}`);
      const perMille = 1000 + random.integer(...range);
      return entriesOf(item, perMille, { tiers: random.chance(0.7), packs: true });
    });
  return { name, scope: 'state', stateCode, priority: 0, entries };
}

/**
 * A company's negotiated prices: named products and a share of some categories, below list, plus entries given as they are.
 * @param {{ name: string, companyTaxId: string, count: number, categories: string[], range: [number, number], always?: string[], without?: string[], given?: PriceEntry[], days?: { from: number, to: number } }} terms
 * @param {Item[]} items
 * @returns {PriceTable}
 */
export function companyTable(terms, items) {
  const { name, companyTaxId, count, categories, range, always = [], without = [], given = [], days } = terms;
  const excluded = new Set([...without, ...given.map(({ sku }) => sku)]);
  const eligible = items.filter(
    ({ product, list }) =>
      list.price !== null && !excluded.has(product.sku) && categories.includes(product.categoryCode),
  );
  const shuffled = shuffledBy(eligible, `company ${companyTaxId}`, ({ product }) => product.sku);
  const chosen = new Set([...always, ...shuffled.map(({ product }) => product.sku)].slice(0, count));
  const entries = items
    .filter(({ product }) => chosen.has(product.sku) && !excluded.has(product.sku))
    .flatMap((item) => {
      const random = randomFor(`company ${companyTaxId} ${item.product.sku}`);
      return entriesOf(item, 1000 + random.integer(...range), { tiers: true, packs: random.chance(0.6) });
    });
  return { name, scope: 'company', companyTaxId, priority: 0, ...(days && { days }), entries: [...entries, ...given] };
}

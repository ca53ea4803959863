import { ceilTo, formatQuantity, parseFixed } from './fixed-point.mjs';
import { randomFor, shuffledBy } from './seeded-random.mjs';

/** @typedef {import('./types.mjs').Item} Item */
/** @typedef {import('./types.mjs').StockLevel} StockLevel */

/**
 * Levels for every product: most stocked everywhere, some in one branch only, 8 % down to little more than their safety
 * stock, 6 % out everywhere. Staples are always well stocked. Made to order (no price, backorder) is never on hand.
 * @param {{ items: Item[], branches: import('./types.mjs').Branch[], staples: Set<string>, shelfValue: number }} input shelfValue: what one product's stock in one branch is worth on average, in currency units
 * @returns {StockLevel[]}
 */
export function stockLevels({ items, branches, staples, shelfValue }) {
  const madeToOrder = items.filter(({ list }) => list.price === null);
  const others = items.filter(({ product, list }) => list.price !== null && !staples.has(product.sku));
  const shuffled = shuffledBy(others, 'stock', ({ product }) => product.sku).map(({ product }) => product.sku);
  const share = (/** @type {number} */ percent) => Math.round((items.length * percent) / 100);
  const out = new Set([
    ...madeToOrder.map(({ product }) => product.sku),
    ...shuffled.splice(0, share(6) - madeToOrder.length),
  ]);
  const low = new Set(shuffled.splice(0, share(8)));
  const single = new Set(shuffled.splice(0, share(9)));

  return items.flatMap(({ product, list }) => {
    const { sku, units } = product;
    const random = randomFor(`stock ${sku}`);
    const step = parseFixed(units[0].step, 3);
    const only = single.has(sku) ? random.pick(branches).code : null;
    const price = list.price === null ? 0 : Number(list.price);
    return branches
      .filter(({ code }) => only === null || only === code)
      .map(({ code }) => {
        const worth = (shelfValue * random.integer(50, 170) * (staples.has(sku) ? 3 : 1)) / 100;
        const wanted = price === 0 ? 12 : Math.max(12, Math.min(20000, worth / price));
        const onHand = ceilTo(BigInt(Math.round(wanted)) * 1000n, step);
        const safety = ceilTo(onHand / 10n, step);
        let level = onHand;
        if (out.has(sku)) level = 0n;
        else if (low.has(sku)) level = safety + ceilTo((safety * BigInt(random.integer(10, 45))) / 100n, step);
        return { sku, branch: code, onHand: formatQuantity(level), safety: formatQuantity(safety) };
      });
  });
}

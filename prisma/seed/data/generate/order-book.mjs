import { ceilTo, formatQuantity, parseFixed } from './fixed-point.mjs';
import { randomFor, shuffledBy } from './seeded-random.mjs';

/** @typedef {import('./types.mjs').Company} Company */
/** @typedef {import('./types.mjs').Order} Order */
/** @typedef {import('./types.mjs').Stage} Stage */
/** @typedef {[string, string, number][]} Recipe what one kind of job takes: SKU, unit, quantity */
/** @typedef {{ daysAgo: number, minuteOfDay: number, value: number, stage?: Stage }} Slot value: about what the order is worth, in currency units */

/** Stages whose goods are still reserved in a branch. */
export const OPEN_STAGES = new Set(['placed', 'confirmed', 'part_shipped']);

/**
 * Slots of past weeks on working days, seen from a Friday.
 * @param {string} key
 * @param {[number, number][]} weeks from the last full week back: number of orders, value of the week
 * @returns {Slot[]}
 */
export function slotsOfWeeks(key, weeks) {
  return weeks.flatMap(([count, value], index) => {
    const week = index + 1;
    return Array.from({ length: count }, (_, order) => {
      const random = randomFor(`${key} week ${week} order ${order}`);
      return {
        daysAgo: week * 7 + Math.floor((order * 5) / count),
        minuteOfDay: random.integer(395, 1020),
        value: Math.round((value / count) * (random.integer(70, 130) / 100)),
      };
    });
  });
}

/** What the tenant's branches can still promise, branch by branch in the order in which they serve a state. @param {import('./types.mjs').StockLevel[]} stock @param {import('./types.mjs').Branch[]} branches */
export function promises(stock, branches) {
  const free = new Map(
    stock.map(({ sku, branch, onHand, safety }) => [`${sku}|${branch}`, parseFixed(onHand, 3) - parseFixed(safety, 3)]),
  );
  const inOrder = [...branches].sort((a, b) => a.position - b.position);
  return {
    /** Takes the base quantity (in thousandths) from the first serving branch that holds all of it. @param {string} sku @param {string} stateCode @param {bigint} quantity */
    take(sku, stateCode, quantity) {
      const branch = inOrder.find(
        ({ code, serves }) => serves.includes(stateCode) && (free.get(`${sku}|${code}`) ?? 0n) >= quantity,
      );
      if (!branch) return false;
      const key = `${sku}|${branch.code}`;
      free.set(key, /** @type {bigint} */ (free.get(key)) - quantity);
      return true;
    },
  };
}

/**
 * Orders for the slots: a company, a buyer who may place them, a job site, and a recipe of its trade brought to the slot's
 * value. What is still open fits in the stock.
 * @param {{ key: string, slots: Slot[], companies: Company[], trades: Record<string, { share: number, recipes: string[] }>, recipes: Record<string, Recipe>, items: import('./types.mjs').Item[], stock: import('./types.mjs').StockLevel[], branches: import('./types.mjs').Branch[] }} input trades by tax id
 * @returns {Order[]} oldest first
 */
export function orderBook({ key, slots, companies, trades, recipes, items, stock, branches }) {
  const itemOf = new Map(items.map((item) => [item.product.sku, item]));
  const promised = promises(stock, branches);
  const oldestFirst = [...slots].sort((a, b) => b.daysAgo - a.daysAgo || a.minuteOfDay - b.minuteOfDay);
  const turns = companies.flatMap(({ taxId }) =>
    Array.from({ length: trades[taxId].share }, (_, turn) => ({ taxId, turn })),
  );
  const drawn = shuffledBy(turns, key, ({ taxId, turn }) => `${taxId} ${turn}`);
  /** @type {Map<string, number>} */
  const counts = new Map();

  return oldestFirst.map((slot, number) => {
    const random = randomFor(`${key} order ${number}`);
    const { taxId } = drawn[number % drawn.length];
    const company = /** @type {Company} */ (companies.find((each) => each.taxId === taxId));
    const count = counts.get(taxId) ?? 0;
    counts.set(taxId, count + 1);
    const jobSite = random.chance(0.85) ? random.integer(0, company.jobSites.length - 1) : null;
    const stateCode = (jobSite === null ? company.address : company.jobSites[jobSite]).stateCode;
    const buyers = company.buyers.filter(({ role }) => role === 'purchaser' || role === 'company_admin');
    const payment = company.paymentTerms === 'prepaid' || random.chance(0.15) ? 'bank_transfer' : 'credit';
    const stage = slot.stage ?? stageAt(slot.daysAgo, payment);
    const recipeNames = trades[taxId].recipes;
    const recipe = recipes[recipeNames[count % recipeNames.length]];

    const chosen = shuffledBy(recipe, `${key} ${number}`, ([sku]) => sku).slice(
      0,
      random.integer(Math.min(4, recipe.length), 9),
    );
    const worth = chosen.reduce((sum, [sku, code, quantity]) => {
      const { product, list } = /** @type {import('./types.mjs').Item} */ (itemOf.get(sku));
      const unit = product.units.find((each) => each.code === code);
      if (!unit || list.price === null) throw new Error(`A recipe asks for ${sku} by the ${code}`);
      return sum + Number(list.price) * Number(unit.factor) * quantity;
    }, 0);
    const scale = Math.max(0.15, Math.min(5, slot.value / worth));

    const lines = recipe
      .filter((line) => chosen.includes(line))
      .flatMap(([sku, code, wanted]) => {
        const { product } = /** @type {import('./types.mjs').Item} */ (itemOf.get(sku));
        const unit = /** @type {import('./types.mjs').Unit} */ (product.units.find((each) => each.code === code));
        const step = parseFixed(unit.step, 3);
        const scaled = BigInt(Math.round(wanted * scale * (random.integer(80, 120) / 100) * 1000));
        const minimum = parseFixed(unit.minimum, 3);
        const quantity = ceilTo(scaled > minimum ? scaled : minimum, step);
        const base = (quantity * parseFixed(unit.factor, 3)) / 1000n;
        if (OPEN_STAGES.has(stage) && !promised.take(sku, stateCode, base)) return [];
        return [{ sku, unit: code, quantity: formatQuantity(quantity) }];
      });

    const site = jobSite === null ? null : company.jobSites[jobSite];
    return {
      daysAgo: slot.daysAgo,
      minuteOfDay: slot.minuteOfDay,
      companyTaxId: taxId,
      buyerEmail: random.pick(buyers).email,
      jobSite,
      poNumber: site?.poPattern
        ? numbered(site.poPattern, 4100 + number * 7)
        : random.chance(0.6)
          ? String(20260 + number)
          : null,
      payment,
      stage,
      lines,
    };
  });
}

/**
 * Every third order names the day on which it should come, and some use a trade code.
 * @param {Order[]} orders
 * @param {{ key: string, tradeCode: string, every: number }} wishes
 * @returns {Order[]}
 */
export function withWishes(orders, { key, tradeCode, every }) {
  return orders.map((order, number) => {
    const random = randomFor(`${key} wishes of order ${number}`);
    return {
      ...order,
      ...(number % 3 === 1 && { requestedInDays: random.integer(2, 9) }),
      ...(number % every === every - 2 && { tradeCode }),
    };
  });
}

/** Where an order of that age stands if nothing special happened to it. @param {number} daysAgo @param {'credit' | 'bank_transfer'} payment @returns {Stage} */
function stageAt(daysAgo, payment) {
  if (daysAgo < 10) return 'shipped';
  if (daysAgo < 35 && payment === 'credit') return 'delivered';
  return 'completed';
}

/** The pattern with its # replaced by the number's last digits. @param {string} pattern @param {number} number */
function numbered(pattern, number) {
  const places = pattern.split('#').length - 1;
  const digits = [...String(number).padStart(places, '0').slice(-places)];
  return pattern.replace(/#/g, () => /** @type {string} */ (digits.shift()));
}

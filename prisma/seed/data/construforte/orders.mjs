import { orderBook, slotsOfWeeks } from '../generate/order-book.mjs';
import { companies, taxIdOf } from './companies.mjs';

/** @type {Record<string, import('../generate/order-book.mjs').Recipe>} */
const RECIPES = {
  concretagem: [
    ['CIM-CP2E-50', 'pallet', 3],
    ['ARE-MED', 'm3', 12],
    ['BRI-1', 'm3', 12],
    ['VER-CA50-100', 'length', 120],
    ['VER-CA50-63', 'length', 80],
    ['TEL-Q92', 'panel', 20],
    ['ARA-18', 'kg', 35],
    ['PRE-17', 'kg', 12.5],
    ['CHP-PLA-18', 'sheet', 30],
  ],
  alvenaria: [
    ['BLC-14E', 'pallet', 12],
    ['CAN-14', 'each', 360],
    ['ARG-ASS-40', 'bag', 160],
    ['CER-9', 'thousand', 5],
    ['CAL-CH1-20', 'bag', 60],
    ['ARE-FIN', 'm3', 8.5],
    ['VER-CA50-80', 'length', 60],
  ],
  acabamento: [
    ['POR-60-CIM', 'box', 60],
    ['POR-58-AMA', 'box', 30],
    ['ARG-AC3-20', 'pallet', 1],
    ['REJ-CIN-5', 'box', 6],
    ['REV-32-BRA', 'box', 24],
    ['TIN-ACR-F18', 'can', 8],
    ['MAS-COR-25', 'pail', 20],
  ],
  hidraulica: [
    ['TUB-S-25', 'length', 60],
    ['TUB-E-100', 'length', 40],
    ['TUB-E-50', 'length', 30],
    ['JOE-25', 'pack', 10],
    ['TEE-25', 'pack', 6],
    ['JOE-E100', 'each', 40],
    ['CXS-100', 'each', 24],
    ['CXA-1000', 'each', 4],
  ],
  eletrica: [
    ['CAB-FLX-25', 'roll', 20],
    ['CAB-FLX-15', 'roll', 12],
    ['CAB-FLX-6', 'm', 250],
    ['ELD-COR-25', 'roll', 10],
    ['CXL-4X2', 'box', 4],
    ['TOM-10', 'box', 8],
    ['DSJ-1P-20', 'each', 36],
    ['QDR-12', 'each', 6],
  ],
};

/** @type {Record<string, { share: number, recipes: string[] }>} */
const TRADES = Object.fromEntries(
  /** @type {[string, number, string[]][]} */ ([
    ['Alvorada Construções', 5, ['concretagem', 'alvenaria', 'acabamento']],
    ['Horizonte Incorporadora', 4, ['acabamento', 'hidraulica']],
    ['Baía Norte Engenharia', 2, ['alvenaria', 'concretagem']],
    ['Jangada Reformas', 1, ['acabamento']],
    ['Agreste Pré-moldados', 2, ['concretagem']],
    ['Instaladora Ipê Roxo', 1, ['eletrica']],
  ]).map(([name, share, recipes]) => [taxIdOf(name), { share, recipes }]),
);

/** @type {import('../generate/order-book.mjs').Slot[]} */
const THIS_WEEK = [
  { daysAgo: 0, minuteOfDay: 365, value: 8200, stage: 'placed' },
  { daysAgo: 1, minuteOfDay: 512, value: 12400, stage: 'placed' },
  { daysAgo: 1, minuteOfDay: 940, value: 5300, stage: 'placed' },
  { daysAgo: 2, minuteOfDay: 620, value: 9900, stage: 'confirmed' },
  { daysAgo: 3, minuteOfDay: 705, value: 14100, stage: 'part_shipped' },
];

/** @type {[number, number][]} */
const WEEKS = [
  [2, 31000],
  [1, 16500],
  [1, 21000],
  [1, 18200],
  [0, 0],
  [1, 24500],
  [1, 15800],
  [0, 0],
  [1, 19400],
  [0, 0],
  [1, 13900],
  [0, 0],
  [1, 22600],
];

/** Every SKU that the demo orders take: kept well stocked. */
export const staples = new Set(Object.values(RECIPES).flatMap((recipe) => recipe.map(([sku]) => sku)));

/** Fifteen orders over fourteen weeks. @param {Pick<Parameters<typeof orderBook>[0], 'items' | 'stock' | 'branches'>} catalogue */
export function ordersFrom(catalogue) {
  const past = slotsOfWeeks('construforte', WEEKS).map((slot, index) =>
    index === 4 ? { ...slot, stage: /** @type {const} */ ('cancelled') } : slot,
  );
  return orderBook({
    key: 'construforte',
    slots: [...THIS_WEEK, ...past],
    companies,
    trades: TRADES,
    recipes: RECIPES,
    ...catalogue,
  });
}

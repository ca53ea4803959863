import { orderBook, slotsOfWeeks } from '../generate/order-book.mjs';
import { companies, taxIdOf } from './companies.mjs';

/** @type {Record<string, import('../generate/order-book.mjs').Recipe>} */
const RECIPES = {
  slab: [
    ['MIX-4000-80', 'pallet', 4],
    ['MSH-W29-S20', 'sheet', 24],
    ['RBR-60-4-20', 'length', 120],
    ['TIE-16-35', 'coil', 6],
    ['CHR-3-50', 'bag', 5],
    ['VPB-10-14', 'roll', 2],
    ['AGG-57', 'yd3', 18],
    ['BLT-ANC-58-10', 'box', 2],
  ],
  masonry: [
    ['BLK-8-STD', 'cube', 8],
    ['BLK-8-BOND', 'each', 180],
    ['BLK-8-HALF', 'each', 90],
    ['MRT-S-80', 'pallet', 2],
    ['JRW-LAD-8', 'length', 100],
    ['RBR-60-5-20', 'length', 60],
    ['GRT-CF-80', 'bag', 84],
    ['AGG-MSAND', 'yd3', 6.5],
    ['CEM-MS-75', 'bag', 40],
  ],
  framing: [
    ['STUD-24-92', 'bundle', 2],
    ['SPF-24-16', 'length', 160],
    ['SPF-210-16', 'length', 60],
    ['OSB-716', 'pack', 2],
    ['OSB-2332-TG', 'sheet', 96],
    ['HGR-210', 'each', 100],
    ['TIE-H25', 'carton', 2],
    ['NAL-FR-314-4M', 'box', 6],
    ['SIL-35-50', 'roll', 12],
    ['ADH-CON-28', 'each', 36],
  ],
  floors: [
    ['IJ-118-24', 'length', 40],
    ['LVL-1178-24', 'length', 8],
    ['RIM-118-12', 'length', 16],
    ['HGR-IJ-118', 'each', 50],
    ['OSB-2332-TG', 'pack', 2],
    ['ADH-CON-28', 'carton', 4],
    ['SCR-STR-4', 'box', 2],
  ],
  roofing: [
    ['SHG-ARC-WTH', 'bundle', 126],
    ['SHG-STRT', 'bundle', 6],
    ['SHG-HIP-CHR', 'bundle', 6],
    ['UND-SYN-10', 'roll', 5],
    ['UND-IWS-2', 'roll', 4],
    ['DRP-WHT-10', 'length', 30],
    ['NAL-RF-114-7M', 'box', 4],
    ['VNT-RDG-4', 'each', 12],
    ['BOOT-3', 'each', 4],
  ],
  drywall: [
    ['GYP-12-12', 'sheet', 136],
    ['GYP-58X-8', 'sheet', 54],
    ['GYP-12-8', 'pack', 1],
    ['JC-AP-45', 'pail', 12],
    ['TPE-PAP-500', 'roll', 10],
    ['BED-GAL-8', 'length', 50],
    ['SCR-DRY-158', 'pail', 2],
    ['PNT-PRM-PVA-5', 'pail', 6],
  ],
  partitions: [
    ['MST-358-10', 'length', 200],
    ['MTK-358-10', 'length', 60],
    ['GYP-58X-10', 'sheet', 160],
    ['MW-SND-3', 'bag', 24],
    ['SCR-DRY-114', 'pail', 3],
    ['JC-LW-45', 'pail', 16],
    ['TPE-PAP-500', 'roll', 10],
  ],
  envelope: [
    ['BAT-13-15', 'bag', 24],
    ['BAT-30-16', 'bag', 30],
    ['XPS-25-2', 'sheet', 48],
    ['WRP-9-150', 'roll', 5],
    ['TAP-SEAM', 'roll', 12],
    ['TAP-FLX-6', 'roll', 6],
  ],
  plumbing: [
    ['DWV-3-10', 'length', 40],
    ['DWV-2-10', 'length', 40],
    ['DWV-F90-3', 'each', 40],
    ['DWV-FWYE-3', 'each', 30],
    ['PEX-12-100-R', 'coil', 8],
    ['PEX-12-100-B', 'coil', 8],
    ['PXF-90-12', 'box', 6],
    ['VLV-BAL-34', 'each', 18],
    ['CMT-PVC-32', 'each', 6],
  ],
  electrical: [
    ['NMB-122-250', 'coil', 12],
    ['NMB-142-250', 'coil', 12],
    ['THHN-12-BK', 'roll', 6],
    ['RCP-15-WH', 'carton', 2],
    ['SWT-1P-WH', 'box', 8],
    ['BOX-1G-22', 'carton', 3],
    ['CBR-1P-20', 'box', 4],
    ['EMT-34', 'length', 60],
    ['THHN-10-BK', 'ft', 350],
  ],
  bath: [
    ['TIL-1224-GRY', 'box', 24],
    ['TIL-0306-WHT', 'box', 16],
    ['THS-LFT-WH', 'bag', 10],
    ['CBD-12-5', 'sheet', 30],
    ['GRO-UNS-WHT', 'bag', 6],
    ['WPL-35', 'pail', 2],
    ['FCT-LAV-BN', 'each', 4],
  ],
  hardscape: [
    ['PAV-HOL-GRY', 'cube', 4],
    ['AGG-BASE', 'yd3', 22.5],
    ['AGG-CSAND', 'ton', 8],
    ['AGG-POLY-GR', 'bag', 24],
    ['BLK-RW-GR', 'each', 96],
    ['BLK-RW-CAP', 'each', 72],
    ['EDG-24-GRY', 'each', 60],
  ],
  deck: [
    ['PT-28-12', 'length', 48],
    ['PT-546-16', 'length', 96],
    ['PT-66-12', 'length', 10],
    ['HGR-28Z', 'each', 50],
    ['SCR-DCK-3', 'carton', 2],
    ['PBS-66', 'each', 10],
    ['BLT-CAR-12-6', 'each', 60],
    ['MIX-FST-50', 'bag', 30],
  ],
  siteworks: [
    ['SDR-6-14', 'length', 40],
    ['SDR-4-14', 'length', 60],
    ['BSN-12', 'each', 8],
    ['AGG-57', 'ton', 24],
    ['AGG-RIP', 'ton', 12],
    ['CEM-I2-94', 'pallet', 3],
    ['RBR-60-6-20', 'length', 60],
    ['SAF-FNC-100', 'roll', 6],
  ],
  gear: [
    ['SAF-HAT-WH', 'each', 12],
    ['SAF-VST-L', 'each', 24],
    ['SAF-GLV-L', 'pack', 10],
    ['SAF-N95-20', 'box', 12],
    ['TLS-SHV-RP', 'each', 6],
    ['TLS-WBR-6', 'each', 3],
    ['TLS-DIA-14', 'each', 4],
  ],
};

/** @type {Record<string, { share: number, recipes: string[] }>} */
const TRADES = Object.fromEntries(
  /** @type {[string, number, string[]][]} */ ([
    ['Hearthstone Homes', 12, ['slab', 'framing', 'envelope', 'drywall', 'roofing', 'floors', 'bath']],
    ['Bluefin Coastal Builders', 7, ['framing', 'masonry', 'drywall', 'deck']],
    ['Cascadia Framing & Forms', 7, ['framing', 'floors', 'slab']],
    ['Manzanita Civil Contractors', 6, ['siteworks', 'slab', 'gear']],
    ['Peachtree Row Builders', 5, ['framing', 'envelope', 'drywall']],
    ['Sound & Sill Remodeling', 3, ['bath', 'drywall']],
    ['Lone Mesquite Masonry', 4, ['masonry', 'gear']],
    ['Gulf Palm Roofing', 4, ['roofing']],
    ['Ocotillo Mechanical', 3, ['plumbing']],
    ['Yaupon Electric', 4, ['electrical']],
    ['Tidewrack Pools & Patios', 2, ['hardscape']],
    ['Evergreen Ridge Interiors', 3, ['partitions', 'drywall']],
  ]).map(([name, share, recipes]) => [taxIdOf(name), { share, recipes }]),
);

/** This week: what came in today and yesterday waits for sales, the days before are on their way. @type {import('../generate/order-book.mjs').Slot[]} */
const THIS_WEEK = [
  { daysAgo: 0, minuteOfDay: 322, value: 2900, stage: 'placed' },
  { daysAgo: 0, minuteOfDay: 371, value: 1450, stage: 'placed' },
  { daysAgo: 0, minuteOfDay: 388, value: 4100, stage: 'placed' },
  { daysAgo: 0, minuteOfDay: 405, value: 760, stage: 'placed' },
  { daysAgo: 1, minuteOfDay: 398, value: 2250, stage: 'placed' },
  { daysAgo: 1, minuteOfDay: 467, value: 3400, stage: 'placed' },
  { daysAgo: 1, minuteOfDay: 541, value: 980, stage: 'placed' },
  { daysAgo: 1, minuteOfDay: 655, value: 2700, stage: 'placed' },
  { daysAgo: 1, minuteOfDay: 802, value: 1850, stage: 'placed' },
  { daysAgo: 1, minuteOfDay: 967, value: 5200, stage: 'placed' },
  { daysAgo: 2, minuteOfDay: 433, value: 3100, stage: 'confirmed' },
  { daysAgo: 2, minuteOfDay: 712, value: 2200, stage: 'confirmed' },
  { daysAgo: 3, minuteOfDay: 489, value: 3800, stage: 'confirmed' },
  { daysAgo: 3, minuteOfDay: 820, value: 2600, stage: 'part_shipped' },
  { daysAgo: 4, minuteOfDay: 575, value: 4300, stage: 'part_shipped' },
];

/** Sixteen weeks back; the eleventh holds Labor Day. @type {[number, number][]} */
const WEEKS = [
  [4, 38500],
  [3, 31200],
  [3, 40400],
  [4, 35800],
  [3, 43000],
  [3, 33900],
  [3, 37400],
  [2, 29900],
  [3, 39300],
  [3, 31900],
  [3, 17900],
  [2, 34800],
  [3, 28600],
  [2, 32900],
  [2, 25700],
  [2, 29300],
];

/** What did not run its course: order in the list of past slots, stage. @type {Record<number, import('../generate/types.mjs').Stage>} */
const EXCEPTIONS = { 1: 'part_shipped', 9: 'cancelled', 21: 'rejected', 30: 'cancelled', 38: 'cancelled' };

/** Every SKU that the demo orders take: kept well stocked. */
export const staples = new Set(Object.values(RECIPES).flatMap((recipe) => recipe.map(([sku]) => sku)));

/** Sixty orders over seventeen weeks. @param {Pick<Parameters<typeof orderBook>[0], 'items' | 'stock' | 'branches'>} catalogue */
export function ordersFrom(catalogue) {
  const past = slotsOfWeeks('ironbridge', WEEKS).map((slot, index) => ({
    ...slot,
    stage: EXCEPTIONS[index] ?? slot.stage,
  }));
  return orderBook({
    key: 'ironbridge',
    slots: [...THIS_WEEK, ...past],
    companies,
    trades: TRADES,
    recipes: RECIPES,
    ...catalogue,
  });
}

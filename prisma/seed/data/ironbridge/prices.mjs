import { companyTable, nationalTable, stateTable } from '../generate/price-tables.mjs';
import { taxIdOf } from './companies.mjs';

/** @type {import('../generate/types.mjs').Tier[]} */
export const tiers = [
  {
    code: 'bronze',
    name: 'Bronze',
    defaultDiscount: '0.00',
    categoryDiscounts: [{ categoryCode: 'TLS', discount: '0.03' }],
  },
  {
    code: 'silver',
    name: 'Silver',
    defaultDiscount: '0.02',
    categoryDiscounts: [
      { categoryCode: 'FT', discount: '0.05' },
      { categoryCode: 'CEM', discount: '0.03' },
    ],
  },
  {
    code: 'gold',
    name: 'Gold',
    defaultDiscount: '0.04',
    categoryDiscounts: [
      { categoryCode: 'FT', discount: '0.08' },
      { categoryCode: 'AGG', discount: '0.02' },
      { categoryCode: 'EL', discount: '0.05' },
    ],
  },
];

/** @type {import('../generate/types.mjs').TradeCode[]} */
export const tradeCodes = [
  {
    code: 'AUTUMN10',
    name: 'Autumn builders’ offer',
    discount: '0.10',
    categoryCode: null,
    validFrom: '2026-09-01T05:00:00.000Z',
    validTo: '2027-12-22T06:00:00.000Z',
    active: true,
    maxUses: 200,
    maxUsesPerCompany: 3,
    minimumOrder: '500.00',
  },
  {
    code: 'TRADE5',
    name: 'Trade counter welcome',
    discount: '0.05',
    categoryCode: null,
    validFrom: null,
    validTo: null,
    active: true,
    maxUsesPerCompany: 25,
  },
  {
    code: 'ROOF8',
    name: 'Storm-season roofing',
    discount: '0.08',
    categoryCode: 'RFG',
    validFrom: null,
    validTo: null,
    active: true,
  },
  {
    code: 'SPRING12',
    name: 'Spring 2026 clearance',
    discount: '0.12',
    categoryCode: 'LP',
    validFrom: '2026-03-01T06:00:00.000Z',
    validTo: '2026-06-01T05:00:00.000Z',
    active: true,
  },
  {
    code: 'CREW15',
    name: 'Crew day, withdrawn',
    discount: '0.15',
    categoryCode: 'TLS',
    validFrom: null,
    validTo: null,
    active: false,
  },
];

/** Range in per mille against the national price. @type {[string, number, [number, number], string[]?][]} */
const STATES = [
  ['TX', 115, [-45, -10], ['CEM-I2-94', 'OSB-716', 'SHG-ARC-CHR', 'AGG-CSAND', 'GYP-12-8', 'RBR-60-4-20']],
  ['FL', 100, [-15, 40], ['BLK-8-STD', 'SHG-ARC-WTH', 'TIE-H10', 'MRT-S-80']],
  ['OR', 90, [-60, 10], ['STUD-24-92', 'SPF-24-16', 'PLY-CDX-34', 'PT-66-12']],
  ['CA', 120, [30, 110], ['CEM-V-94', 'AGG-57', 'RBR-60-5-20', 'NMB-122-250']],
  ['WA', 75, [-25, 45], ['BAT-21-15', 'WRP-9-150', 'GYP-58X-10']],
  ['GA', 60, [-35, 15], ['BRK-MOD-RED', 'CEM-MN-70', 'PT-546-16']],
  ['AZ', 45, [10, 70], ['STC-BASE-80', 'PEX-12-100-R', 'CEM-PL-94']],
];

/** @type {(sku: string, unit: string, minQuantity: string, unitPrice: string, validFrom?: string | null, validTo?: string | null) => import('../generate/types.mjs').PriceEntry} */
const entry = (sku, unit, minQuantity, unitPrice, validFrom = null, validTo = null) => ({
  sku,
  unit,
  minQuantity,
  unitPrice,
  validFrom,
  validTo,
});

const FRAMEWORK_2028 = '2028-01-01T06:00:00.000Z';

/** National, seven state tables and three companies' own. @param {import('../generate/types.mjs').Item[]} items */
export function priceTablesFrom(items) {
  return [
    nationalTable('National', items),
    ...STATES.map(([stateCode, count, range, always]) =>
      stateTable({ name: stateCode, stateCode, count, range, always }, items),
    ),
    companyTable(
      {
        name: 'Hearthstone Homes',
        companyTaxId: taxIdOf('Hearthstone Homes'),
        count: 56,
        categories: ['CEM', 'MIX', 'RBR', 'MSH', 'STD', 'PNL', 'GYP', 'SCR', 'CNN', 'INS'],
        range: [-150, -80],
        always: [
          'CEM-I2-94',
          'MIX-4000-80',
          'RBR-60-4-20',
          'MSH-W29-S20',
          'STUD-24-92',
          'SPF-24-16',
          'OSB-2332-TG',
          'GYP-12-12',
          'BAT-13-15',
          'NAL-FR-314-4M',
        ],
        given: [
          // Free with the 2026 framework: zero is a price.
          entry('TLS-KNF-10', 'pack', '1', '0.0000'),
          // The roofing deal ran out; the state's price holds again.
          entry('SHG-ARC-CHR', 'bundle', '1', '31.9000', '2025-10-01T05:00:00.000Z', '2026-07-01T05:00:00.000Z'),
          entry('OSB-716', 'sheet', '1', '12.1500'),
          entry('OSB-716', 'sheet', '80', '11.6500'),
          entry('OSB-716', 'sheet', '1', '11.4500', FRAMEWORK_2028),
          entry('OSB-716', 'sheet', '80', '10.9500', FRAMEWORK_2028),
          // Agreed for 2028 only: until then the list applies.
          entry('XPS-25-2', 'sheet', '1', '47.5000', FRAMEWORK_2028),
        ],
      },
      items,
    ),
    companyTable(
      {
        name: 'Cascadia Framing & Forms',
        companyTaxId: taxIdOf('Cascadia Framing & Forms'),
        // About to expire.
        days: { from: -347, to: 18 },
        count: 38,
        categories: ['STD', 'TRT', 'EWP', 'PNL', 'CNN', 'SCR'],
        range: [-130, -70],
        always: ['STUD-24-92', 'SPF-24-16', 'SPF-210-16', 'IJ-118-24', 'OSB-716', 'PLY-FF-34'],
        // Volume deal only: below 100 lengths the state's or the list price applies.
        given: [entry('PT-66-12', 'length', '100', '42.5000')],
      },
      items,
    ),
    companyTable(
      {
        name: 'Manzanita Civil Contractors',
        companyTaxId: taxIdOf('Manzanita Civil Contractors'),
        days: { from: -190, to: 540 },
        count: 34,
        categories: ['CEM', 'AGG', 'RBR', 'MSH', 'DRN', 'BLK'],
        range: [-120, -60],
        always: ['CEM-I2-94', 'AGG-57', 'AGG-RIP', 'RBR-60-6-20', 'SDR-6-14'],
      },
      items,
    ),
  ];
}

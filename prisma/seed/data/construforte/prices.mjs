import { companyTable, nationalTable, stateTable } from '../generate/price-tables.mjs';
import { taxIdOf } from './companies.mjs';

/** @type {import('../generate/types.mjs').Tier[]} */
export const tiers = [
  { code: 'bronze', name: 'Bronze', defaultDiscount: '0.00', categoryDiscounts: [] },
  {
    code: 'silver',
    name: 'Prata',
    defaultDiscount: '0.02',
    categoryDiscounts: [{ categoryCode: 'FER', discount: '0.05' }],
  },
  {
    code: 'gold',
    name: 'Ouro',
    defaultDiscount: '0.03',
    categoryDiscounts: [
      { categoryCode: 'FER', discount: '0.07' },
      { categoryCode: 'PIS', discount: '0.05' },
    ],
  },
];

/** @type {import('../generate/types.mjs').TradeCode[]} */
export const tradeCodes = [
  {
    code: 'OBRA5',
    name: 'Boas-vindas à obra',
    discount: '0.05',
    categoryCode: null,
    validFrom: null,
    validTo: null,
    active: true,
    maxUses: 500,
    maxUsesPerCompany: 10,
    minimumOrder: '300.00',
  },
  {
    code: 'PISO10',
    name: 'Mês do porcelanato',
    discount: '0.10',
    categoryCode: 'PIS',
    validFrom: '2026-09-01T03:00:00.000Z',
    validTo: '2027-12-31T03:00:00.000Z',
    active: true,
  },
];

/** Range in per mille against the national price. @type {[string, number, [number, number], string[]][]} */
const STATES = [
  ['PE', 70, [-60, -15], ['CIM-CP2E-50', 'CER-9', 'ARE-MED', 'GES-PO-40']],
  ['SP', 65, [-40, 50], ['CIM-CP3-50', 'BLC-14E', 'POR-60-CIM']],
  ['BA', 45, [5, 60], ['CIM-CP4-50', 'VER-CA50-100']],
  ['CE', 40, [-10, 45], ['TUB-S-25', 'TEL-CER-COL']],
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

/** National, four state tables and Alvorada's contract. The names are those the price import falls back to. @param {import('../generate/types.mjs').Item[]} items */
export function priceTablesFrom(items) {
  return [
    nationalTable('National', items),
    ...STATES.map(([stateCode, count, range, always]) =>
      stateTable({ name: stateCode, stateCode, count, range, always }, items),
    ),
    companyTable(
      {
        name: 'Alvorada Construções',
        companyTaxId: taxIdOf('Alvorada Construções'),
        count: 36,
        categories: ['CIM', 'ARG', 'AGR', 'BLO', 'ACO', 'PIS'],
        range: [-140, -80],
        always: ['CIM-CP2E-50', 'VER-CA50-100', 'POR-60-CIM', 'ARG-AC3-20', 'ARE-MED'],
        given: [
          entry('TEL-Q138', 'panel', '1', '235.0000', '2025-11-01T03:00:00.000Z', '2026-08-01T03:00:00.000Z'),
          entry('CAL-PIN-8', 'bag', '1', '0.0000'),
          entry('CIM-CP5-40', 'bag', '1', '36.9000'),
          entry('CIM-CP5-40', 'bag', '1', '35.5000', '2028-01-01T03:00:00.000Z'),
        ],
      },
      items,
    ),
  ];
}

import { taxIdOf } from './companies.mjs';

/** What the demo's builder orders for every house: kept by name. @type {import('../generate/types.mjs').SavedList[]} */
export const savedLists = [
  {
    companyTaxId: taxIdOf('Hearthstone Homes'),
    buyerEmail: 'purchaser@hearthstone.example',
    name: 'Garage slab, 24 × 24 ft',
    daysAgo: 34,
    lines: [
      { sku: 'MIX-4000-80', unit: 'pallet', quantity: '4' },
      { sku: 'MSH-W29-S20', unit: 'sheet', quantity: '24' },
      { sku: 'RBR-60-4-20', unit: 'length', quantity: '120', note: 'Cut ends are fine' },
      { sku: 'TIE-16-35', unit: 'coil', quantity: '6' },
      { sku: 'VPB-10-14', unit: 'roll', quantity: '2' },
      { sku: 'AGG-57', unit: 'yd3', quantity: '18' },
      { sku: 'BLT-ANC-58-10', unit: 'box', quantity: '2' },
    ],
  },
  {
    companyTaxId: taxIdOf('Hearthstone Homes'),
    buyerEmail: 'admin@hearthstone.example',
    name: 'Framing, first floor',
    daysAgo: 6,
    lines: [
      { sku: 'STUD-24-92', unit: 'bundle', quantity: '2' },
      { sku: 'SPF-24-16', unit: 'length', quantity: '160' },
      { sku: 'OSB-2332-TG', unit: 'sheet', quantity: '96' },
      { sku: 'HGR-210', unit: 'each', quantity: '100' },
      { sku: 'NAL-FR-314-4M', unit: 'box', quantity: '6' },
      { sku: 'ADH-CON-28', unit: 'each', quantity: '36' },
    ],
  },
];

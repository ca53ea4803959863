const [owner, manager] = ['owner@ironbridge.example', 'manager@ironbridge.example'];

/** How careful Ironbridge is with prices. */
export const settings = { outlierPercent: '15.00', expiryReminderDays: 30 };

/** @type {import('../generate/types.mjs').MarginFloors} */
export const floors = {
  byDefault: '0.080',
  byCategory: { CEM: '0.060', AGG: '0.060', STD: '0.050', EL: '0.120', TLS: '0.150', PNT: '0.120' },
};

/** Sold under the floor on purpose: they bring people to the counter. */
export const underTheFloor = ['ADH-CON-28', 'SAF-GLV-L', 'TLS-WBR-6'];

/** Supplier increases of the last months, and what is being worked on. @type {import('../generate/types.mjs').DemoRevision[]} */
export const revisions = [
  ...live(169, 'Cement and mixes, June', ['CEM', 'MIX'], 1025),
  ...live(141, 'Steel, July', ['RBR', 'MSH'], 1040),
  ...live(110, 'Drywall and finishes, August', ['GYP', 'TIL'], 1018),
  ...live(78, 'Roofing and insulation, September', ['RFG', 'INS', 'MBR'], 1032),
  ...live(48, 'Copper and electrical, October', ['EL'], 1028),
  ...live(19, 'Drainage, November', ['DRN', 'WTR'], 1022),
  {
    ...{ table: 'National', name: 'Diesel surcharge on aggregates', by: manager, status: 'live', daysAgo: 62 },
    ...{ categories: ['AGG'], perMille: 1050, rolledBackDaysAgo: 59 },
  },
  {
    ...{ table: 'National', name: 'December supplier increase', by: manager, status: 'draft', daysAgo: 1 },
    ...{ categories: ['CEM', 'MIX', 'BLK'], perMille: 1032 },
    odd: [
      ['CEM-MS-75', 10_320],
      ['MRT-S-80', 1380],
      ['GRT-CF-80', 0],
      ['BLK-8-BOND', 640],
    ],
  },
  {
    ...{ table: 'CA', name: 'California freight', by: manager, status: 'submitted', daysAgo: 2, perMille: 1015 },
    ...{ categories: ['CEM', 'AGG', 'RBR'], note: 'Carrier rates from the first of next month' },
  },
  {
    ...{ table: 'FL', name: 'Storm-season roofing', by: manager, approvedBy: owner, status: 'approved', daysAgo: 3 },
    ...{ categories: ['RFG'], perMille: 980, note: 'Go when the port reopens' },
  },
  {
    ...{ table: 'National', name: 'New-year insulation list', by: manager, approvedBy: owner, status: 'scheduled' },
    ...{ daysAgo: 4, categories: ['INS'], perMille: 1027 },
  },
  {
    ...{ table: 'GA', name: 'Georgia brick', by: manager, approvedBy: owner, status: 'rejected', daysAgo: 12 },
    ...{ categories: ['BRK', 'BLK'], perMille: 1095, note: 'Too much at once; try half in December' },
  },
  {
    ...{ table: 'AZ', name: 'Stucco promotion', by: manager, status: 'withdrawn', daysAgo: 26 },
    ...{ categories: ['CEM', 'MIX'], perMille: 930, note: 'The supplier took its offer back' },
  },
];

/** @param {number} daysAgo @param {string} name @param {string[]} categories @param {number} perMille @returns {import('../generate/types.mjs').DemoRevision[]} */
function live(daysAgo, name, categories, perMille) {
  return [{ table: 'National', name, by: manager, approvedBy: owner, status: 'live', daysAgo, categories, perMille }];
}

const [owner, manager] = ['dono@construforte.example', 'gerente@construforte.example'];

/** How careful Construforte is with prices. */
export const settings = { outlierPercent: '20.00', expiryReminderDays: 30 };

/** @type {import('../generate/types.mjs').MarginFloors} */
export const floors = { byDefault: '0.080', byCategory: { CIM: '0.060', AGR: '0.050', PIS: '0.100' } };

/** Sold under the floor on purpose. */
export const underTheFloor = ['TEL-CER-COL', 'GES-PO-40'];

/** Increases of the last months, each agreed by two, and what is being worked on. @type {import('../generate/types.mjs').DemoRevision[]} */
export const revisions = [
  ...live(165, 'Aço – junho', ['ACO'], 1035),
  ...live(118, 'Cimento – agosto', ['CIM'], 1024),
  ...live(74, 'Pisos e revestimentos – setembro', ['PIS'], 1018),
  ...live(20, 'Hidráulica – novembro', ['AGU', 'ESG'], 1028),
  {
    ...{ table: 'National', name: 'Cimento – dezembro', by: manager, status: 'submitted', daysAgo: 1 },
    ...{ categories: ['CIM', 'ARG'], perMille: 1031, note: 'Tabela nova da fábrica, vale a partir do dia 1º' },
  },
  {
    ...{ table: 'SP', name: 'Frete São Paulo', by: manager, status: 'draft', daysAgo: 2, perMille: 1012 },
    ...{ categories: ['CIM', 'BLO', 'PIS'] },
    odd: [
      ['CIM-CP3-50', 10_120],
      ['BLC-14E', 1290],
    ],
  },
  {
    ...{ table: 'National', name: 'Blocos – virada do ano', by: manager, approvedBy: owner, status: 'scheduled' },
    ...{ daysAgo: 5, categories: ['BLO'], perMille: 1029 },
  },
  {
    ...{ table: 'BA', name: 'Campanha Bahia', by: manager, approvedBy: owner, status: 'rejected', daysAgo: 9 },
    ...{ categories: ['ACO', 'CIM'], perMille: 960, note: 'Margem apertada demais neste mês' },
  },
];

/** @param {number} daysAgo @param {string} name @param {string[]} categories @param {number} perMille @returns {import('../generate/types.mjs').DemoRevision[]} */
function live(daysAgo, name, categories, perMille) {
  return [{ table: 'National', name, by: manager, approvedBy: owner, status: 'live', daysAgo, categories, perMille }];
}

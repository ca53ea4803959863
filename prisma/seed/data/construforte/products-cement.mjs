import { family } from './family.mjs';

/** @type {[string, string, number, string, string, string][]} sku, name, kg, price, standard, description */
const BINDERS = [
  [
    'CIM-CP2E-50',
    'Cimento CP II-E-32',
    50,
    '38.90',
    'NBR 16697',
    'Cimento composto com escória para concreto, reboco e assentamento.',
  ],
  [
    'CIM-CP2F-50',
    'Cimento CP II-F-32',
    50,
    '39.50',
    'NBR 16697',
    'Cimento composto com fíler calcário, uso geral em obra.',
  ],
  [
    'CIM-CP3-50',
    'Cimento CP III-40 RS',
    50,
    '37.80',
    'NBR 16697',
    'Cimento de alto-forno, resistente a sulfatos, para fundações.',
  ],
  [
    'CIM-CP4-50',
    'Cimento CP IV-32 RS',
    50,
    '37.40',
    'NBR 16697',
    'Cimento pozolânico, indicado para obras em ambiente agressivo.',
  ],
  [
    'CIM-CP5-40',
    'Cimento CP V-ARI',
    40,
    '41.20',
    'NBR 16697',
    'Alta resistência inicial para pré-moldados e desforma rápida.',
  ],
  [
    'CIM-CP2E-25',
    'Cimento CP II-E-32, saco fracionado',
    25,
    '22.70',
    'NBR 16697',
    'O mesmo CP II-E-32 em embalagem de fácil transporte.',
  ],
  ['CIM-BR-1', 'Cimento branco estrutural', 25, '79.90', 'NBR 16697', 'Para concreto aparente claro e pré-moldados.'],
  ['CAL-CH1-20', 'Cal hidratada CH-I', 20, '18.60', 'NBR 7175', 'Cal pura para argamassas de assentamento e reboco.'],
  ['CAL-CH3-20', 'Cal hidratada CH-III', 20, '14.20', 'NBR 7175', 'Cal econômica para argamassas mistas.'],
  ['CAL-PIN-8', 'Cal para pintura', 8, '15.90', 'NBR 7175', 'Pintura mineral branca para muros e meios-fios.'],
];

const binders = family(
  { category: 'CIM', brand: 'Cimento Morro Alto' },
  BINDERS.map(([sku, name, kg, price, standard, description]) => ({
    sku,
    name: `${name}, ${kg} kg`,
    description,
    brand: sku.startsWith('CAL') ? 'Cal Agreste' : 'Cimento Morro Alto',
    attributes: { Peso: `${kg} kg`, Norma: standard },
    units: kg === 50 || kg === 40 ? `bag pallet:40` : kg === 8 ? 'bag' : `bag pallet:${kg === 25 ? 60 : 80}`,
    price,
    tiers:
      kg >= 40
        ? [
            [40, 3],
            [200, 6],
          ]
        : [],
    packOff: sku === 'CIM-CP2E-50' || sku === 'CIM-CP2F-50' ? { pallet: 7 } : {},
  })),
);

/** @type {[string, string, number, string, string, string][]} sku, name, kg, price, use, description */
const MORTARS = [
  ['ARG-AC1-20', 'Argamassa colante AC-I cinza', 20, '13.90', 'Interno', 'Assentamento de cerâmica em áreas internas.'],
  [
    'ARG-AC2-20',
    'Argamassa colante AC-II cinza',
    20,
    '24.80',
    'Interno e externo',
    'Assentamento de cerâmica em áreas internas, externas e pisos.',
  ],
  [
    'ARG-AC3-20',
    'Argamassa colante AC-III cinza',
    20,
    '36.50',
    'Porcelanato',
    'Alta aderência para porcelanato, fachadas e piscinas.',
  ],
  [
    'ARG-AC3B-20',
    'Argamassa colante AC-III branca',
    20,
    '42.90',
    'Porcelanato',
    'Alta aderência, cor branca, para peças claras e pastilhas.',
  ],
  [
    'ARG-RBC-40',
    'Reboco pronto projetável',
    40,
    '22.60',
    'Revestimento',
    'Argamassa de revestimento interno e externo, projeção mecânica.',
  ],
  [
    'ARG-ASS-40',
    'Argamassa de assentamento de blocos',
    40,
    '19.70',
    'Alvenaria',
    'Argamassa industrializada de 8 MPa para alvenaria estrutural.',
  ],
  ['ARG-GRT-25', 'Graute fluido 40 MPa', 25, '48.90', 'Estrutural', 'Graute sem retração para bases e reforços.'],
  [
    'REJ-CIN-5',
    'Rejunte flexível cinza platina',
    5,
    '24.60',
    'Interno e externo',
    'Rejunte cimentício para juntas de 2 a 10 mm.',
  ],
  [
    'REJ-BRA-5',
    'Rejunte flexível branco',
    5,
    '24.60',
    'Interno e externo',
    'Rejunte cimentício para juntas de 2 a 10 mm.',
  ],
  ['REJ-EPX-1', 'Rejunte epóxi cinza', 1, '69.90', 'Piscinas', 'Bicomponente, impermeável e resistente a ácidos.'],
];

const mortars = family(
  { category: 'ARG', brand: 'Fixacola' },
  MORTARS.map(([sku, name, kg, price, use, description]) => ({
    sku,
    name: `${name}, ${kg} kg`,
    description,
    attributes: { Peso: `${kg} kg`, Uso: use },
    units: kg >= 20 ? `bag pallet:${kg === 40 ? 40 : 60}` : kg === 5 ? 'each box:4' : 'each',
    price,
    tiers:
      kg >= 20
        ? [
            [30, 4],
            [120, 8],
          ]
        : [],
    packOff: sku === 'ARG-AC3-20' ? { pallet: 9 } : {},
  })),
);

/** @type {[string, string, string, string, string, string][]} sku, name, size, price, drawing, description */
const AGGREGATES = [
  ['ARE-FIN', 'Areia fina lavada', '0,15–0,6 mm', '118.00', 'sand', 'Para reboco e acabamento.'],
  ['ARE-MED', 'Areia média lavada', '0,6–2 mm', '112.00', 'sand', 'Para concreto e assentamento.'],
  ['ARE-GRO', 'Areia grossa lavada', '2–4,8 mm', '109.00', 'sand', 'Para concreto e drenos.'],
  ['BRI-0', 'Brita 0 (pedrisco)', '4,8–9,5 mm', '132.00', 'gravel', 'Para lajes, blocos e concreto bombeado.'],
  ['BRI-1', 'Brita 1', '9,5–19 mm', '126.00', 'gravel', 'A brita do concreto estrutural.'],
  ['BRI-2', 'Brita 2', '19–38 mm', '124.00', 'gravel', 'Para fundações e lastros.'],
  ['BRI-COR', 'Bica corrida', '0–38 mm', '98.00', 'gravel', 'Base e sub-base compactada.'],
  ['BRI-RAC', 'Pedra rachão', '75–150 mm', '105.00', 'gravel', 'Para gabiões e reforço de subleito.'],
];

const aggregates = family(
  {
    category: 'AGR',
    brand: 'Mineração Boa Pedra',
    gtin: false,
    units: 'm3@0.5/1',
    tiers: [
      [6, 4],
      [12, 8],
    ],
  },
  AGGREGATES.map(([sku, name, size, price, drawing, description]) => ({
    sku,
    name: `${name}, a granel`,
    description: `${description} Entrega em caçamba, por metro cúbico.`,
    attributes: { Granulometria: size, Entrega: 'A granel' },
    price,
    drawing,
  })),
);

/** Cement, lime, mortars and aggregates. */
export const cementProducts = [...binders, ...mortars, ...aggregates];

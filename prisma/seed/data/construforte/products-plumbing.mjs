import { family } from './family.mjs';

/** @type {[string, string][]} diameter in mm, price of the bar */
const WATER_PIPES = [
  ['20', '19.80'],
  ['25', '27.40'],
  ['32', '58.90'],
  ['40', '92.00'],
  ['50', '108.00'],
  ['60', '179.00'],
];

/** @type {[string, string][]} */
const SEWER_PIPES = [
  ['40', '38.50'],
  ['50', '59.90'],
  ['75', '86.00'],
  ['100', '98.00'],
  ['150', '249.00'],
];

/** @type {[string, string, string, string, string, string, string][]} sku, name, diameter, price, units, drawing, description */
const WATER_PARTS = [
  ['JOE-25', 'Joelho 90° soldável 25 mm', '25 mm', '1.2500', 'each pack:20', 'bend', 'PVC marrom, água fria.'],
  ['TEE-25', 'Tê 90° soldável 25 mm', '25 mm', '1.8500', 'each pack:20', 'bend', 'PVC marrom, água fria.'],
  ['LUV-25', 'Luva soldável 25 mm', '25 mm', '0.9500', 'each pack:20', 'bend', 'PVC marrom, água fria.'],
  ['REG-GAV-34', 'Registro de gaveta bruto 3/4"', '3/4"', '46.90', 'each box:12', 'tap', 'Corpo em latão, classe 125.'],
  [
    'REG-ESF-25',
    'Registro de esfera soldável 25 mm',
    '25 mm',
    '19.80',
    'each box:20',
    'tap',
    'PVC com volante borboleta.',
  ],
  [
    'TOR-JAR-12',
    'Torneira de jardim 1/2"',
    '1/2"',
    '24.90',
    'each box:12',
    'tap',
    'Metal cromado com bico para mangueira.',
  ],
  [
    'CXA-500',
    'Caixa d’água de polietileno 500 L',
    '500 L',
    '279.00',
    'each',
    'bucket',
    'Com tampa de rosca, NBR 14799.',
  ],
  [
    'CXA-1000',
    'Caixa d’água de polietileno 1.000 L',
    '1.000 L',
    '449.00',
    'each',
    'bucket',
    'Com tampa de rosca, NBR 14799.',
  ],
];

/** @type {[string, string, string, string, string, string, string][]} */
const SEWER_PARTS = [
  ['JOE-E100', 'Joelho 90° esgoto 100 mm', '100 mm', '8.90', 'each pack:10', 'bend', 'PVC branco, série normal.'],
  [
    'JUN-E100',
    'Junção simples esgoto 100 × 100 mm',
    '100 mm',
    '21.90',
    'each pack:5',
    'bend',
    'PVC branco, série normal.',
  ],
  ['CXS-100', 'Caixa sifonada 100 × 100 × 50 mm', '100 mm', '17.60', 'each box:12', 'bend', 'Com grelha branca.'],
  [
    'CXG-300',
    'Caixa de gordura com cesto, DN 300',
    '300 mm',
    '239.00',
    'each',
    'block',
    'PVC com tampa e cesto de limpeza.',
  ],
  [
    'DRE-100',
    'Tubo dreno corrugado 100 mm',
    '100 mm',
    '14.9000',
    'm@1/5 roll:50',
    'coil',
    'PEAD perfurado, vendido por metro.',
  ],
  ['ADE-850', 'Adesivo plástico para PVC, 850 g', '850 g', '58.90', 'each box:12', 'paint', 'Frasco com pincel.'],
];

const plumbing = [
  ...family(
    {
      category: 'AGU',
      brand: 'Tubos Maré Alta',
      tiers: [
        [20, 5],
        [100, 10],
      ],
      drawing: 'pipe',
    },
    WATER_PIPES.map(([diameter, price]) => ({
      sku: `TUB-S-${diameter}`,
      name: `Tubo soldável PVC ${diameter} mm, barra de 6 m`,
      description: 'PVC marrom para água fria, pressão de serviço 7,5 kgf/cm².',
      attributes: { Diâmetro: `${diameter} mm`, Comprimento: '6 m' },
      units: `length bundle:${Number(diameter) < 40 ? 20 : 10}`,
      price,
    })),
  ),
  ...family(
    { category: 'AGU', brand: 'Tubos Maré Alta' },
    WATER_PARTS.map(([sku, name, diameter, price, units, drawing, description]) => ({
      sku,
      name,
      description,
      brand: drawing === 'tap' ? 'Metais Jangada' : 'Tubos Maré Alta',
      attributes: { [sku.startsWith('CXA') ? 'Capacidade' : 'Diâmetro']: diameter },
      units,
      price,
      drawing,
      packOff: units.includes('pack') ? { pack: 10 } : {},
    })),
  ),
  ...family(
    {
      category: 'ESG',
      brand: 'Tubos Maré Alta',
      tiers: [
        [20, 5],
        [100, 10],
      ],
      drawing: 'pipe',
    },
    SEWER_PIPES.map(([diameter, price]) => ({
      sku: `TUB-E-${diameter}`,
      name: `Tubo esgoto PVC série normal ${diameter} mm, barra de 6 m`,
      description: 'PVC branco para esgoto predial, NBR 5688.',
      attributes: { Diâmetro: `${diameter} mm`, Comprimento: '6 m' },
      units: 'length bundle:10',
      price,
      packOff: diameter === '100' ? { bundle: 11 } : {},
    })),
  ),
  ...family(
    { category: 'ESG', brand: 'Tubos Maré Alta' },
    SEWER_PARTS.map(([sku, name, diameter, price, units, drawing, description]) => ({
      sku,
      name,
      description,
      attributes: { [sku === 'ADE-850' ? 'Peso' : 'Diâmetro']: diameter },
      units,
      price,
      drawing,
    })),
  ),
];

/** Cold water, sewer and drainage. */
export const plumbingProducts = [...plumbing];

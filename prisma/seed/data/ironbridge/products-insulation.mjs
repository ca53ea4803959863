import { family } from './family.mjs';

/** @type {[string, string, string, string, string, string][]} R-value, thickness, width, sku, coverage, price */
const BATTS = [
  ['R-13', '3-1/2 in.', '15 in.', 'BAT-13-15', '116.25 sq ft', '71.80'],
  ['R-13', '3-1/2 in.', '23 in.', 'BAT-13-23', '178.25 sq ft', '109.00'],
  ['R-15', '3-1/2 in.', '15 in.', 'BAT-15-15', '67.81 sq ft', '63.40'],
  ['R-19', '6-1/4 in.', '15 in.', 'BAT-19-15', '77.50 sq ft', '64.90'],
  ['R-21', '5-1/2 in.', '15 in.', 'BAT-21-15', '58.13 sq ft', '66.20'],
  ['R-30', '9-1/2 in.', '16 in.', 'BAT-30-16', '58.67 sq ft', '73.50'],
  ['R-38', '12 in.', '24 in.', 'BAT-38-24', '64.00 sq ft', '104.00'],
];

/** @type {[string, string, string, string, string, string, string, string][]} sku, name, brand, R-value, thickness, price, units, description */
const BOARDS = [
  [
    'XPS-25-1',
    'XPS foam board 1 in., 4×8 ft',
    'Polarfoam',
    'R-5',
    '1 in.',
    '29.40',
    'sheet bundle:24',
    '25 psi extruded polystyrene for walls and foundations.',
  ],
  [
    'XPS-25-15',
    'XPS foam board 1-1/2 in., 4×8 ft',
    'Polarfoam',
    'R-7.5',
    '1-1/2 in.',
    '41.80',
    'sheet bundle:16',
    '25 psi extruded polystyrene for walls and foundations.',
  ],
  [
    'XPS-25-2',
    'XPS foam board 2 in., 4×8 ft',
    'Polarfoam',
    'R-10',
    '2 in.',
    '54.60',
    'sheet bundle:12',
    '25 psi extruded polystyrene, shiplap edge.',
  ],
  [
    'XPS-60-2',
    'XPS foam board 2 in. 60 psi, 2×8 ft',
    'Polarfoam',
    'R-10',
    '2 in.',
    '47.90',
    'sheet bundle:24',
    'High-load board under slabs and pavements.',
  ],
  [
    'ISO-1',
    'Polyiso board 1 in. foil-faced, 4×8 ft',
    'Polarfoam',
    'R-6.5',
    '1 in.',
    '33.70',
    'sheet bundle:25',
    'Foil both faces for continuous wall insulation.',
  ],
  [
    'ISO-2',
    'Polyiso board 2 in. foil-faced, 4×8 ft',
    'Polarfoam',
    'R-13',
    '2 in.',
    '58.90',
    'sheet bundle:12',
    'Foil both faces for continuous wall insulation.',
  ],
  [
    'EPS-2-48',
    'EPS geofoam board 2 in., 4×8 ft',
    'Polarfoam',
    'R-8.4',
    '2 in.',
    '24.50',
    'sheet bundle:12',
    'Type II expanded polystyrene.',
  ],
];

const insulation = [
  ...family(
    {
      category: 'INS',
      brand: 'Warmwell',
      units: 'bag pallet:20',
      tiers: [
        [10, 5],
        [40, 9],
      ],
      drawing: 'insulation',
    },
    BATTS.map(([rValue, thickness, width, sku, coverage, price]) => ({
      sku,
      name: `Fiberglass batts ${rValue}, ${thickness} × ${width}`,
      description: `Kraft-faced batts for ${width === '15 in.' ? '16' : '24'} in. framing; one bag covers ${coverage}.`,
      attributes: { 'R-value': rValue, Thickness: thickness, Width: width, Coverage: coverage },
      price,
    })),
  ),
  ...family(
    { category: 'INS', brand: 'Polarfoam', drawing: 'xps' },
    BOARDS.map(([sku, name, brand, rValue, thickness, price, units, description]) => ({
      sku,
      name,
      brand,
      description,
      attributes: { 'R-value': rValue, Thickness: thickness, Coverage: sku === 'XPS-60-2' ? '16 sq ft' : '32 sq ft' },
      units,
      price,
      tiers: sku.startsWith('XPS') ? [[24, 6]] : [],
    })),
  ),
  ...family({ category: 'INS', brand: 'Warmwell' }, [
    {
      sku: 'MW-15-15',
      name: 'Mineral wool batts R-15, 3-1/2 × 15-1/4 in.',
      price: '74.20',
      units: 'bag pallet:16',
      description: 'Fire- and water-resistant stone wool, 59.7 sq ft a bag.',
      attributes: { 'R-value': 'R-15', Thickness: '3-1/2 in.', Coverage: '59.7 sq ft' },
    },
    {
      sku: 'MW-SND-3',
      name: 'Acoustic mineral wool 3 in. × 16 in.',
      price: '79.90',
      units: 'bag pallet:16',
      description: 'Sound batts for steel-stud partitions, 64 sq ft a bag.',
      attributes: { Thickness: '3 in.', Coverage: '64 sq ft' },
    },
    {
      sku: 'CEL-19',
      name: 'Blow-in cellulose, 19 lb',
      price: '15.60',
      units: 'bag pallet:60',
      drawing: 'bag',
      description: 'Borate-treated cellulose; 40.5 sq ft at R-19.',
      attributes: { Weight: '19 lb', Coverage: '40.5 sq ft at R-19' },
      tiers: [[60, 8]],
    },
    {
      sku: 'SPF-KIT-605',
      name: 'Two-part spray foam kit, 605 board ft',
      price: null,
      units: 'each',
      drawing: 'bucket',
      description: 'Closed-cell foam with hoses and gun; ships by hazmat carrier.',
      attributes: { Coverage: '605 board ft' },
      backorder: true,
    },
  ]),
];

/** Batts, boards and loose insulation. */
export const insulationProducts = [...insulation];

import { family } from './family.mjs';

/** @type {[string, string, string, string, number, string][]} sku, name, size, price, per cube, pounds */
const BLOCKS = [
  ['BLK-4-STD', 'Hollow concrete block 4 in.', '4 × 8 × 16 in.', '1.89', 180, '24 lb'],
  ['BLK-6-STD', 'Hollow concrete block 6 in.', '6 × 8 × 16 in.', '2.24', 120, '28 lb'],
  ['BLK-8-STD', 'Hollow concrete block 8 in.', '8 × 8 × 16 in.', '2.38', 90, '36 lb'],
  ['BLK-10-STD', 'Hollow concrete block 10 in.', '10 × 8 × 16 in.', '3.12', 72, '42 lb'],
  ['BLK-12-STD', 'Hollow concrete block 12 in.', '12 × 8 × 16 in.', '3.45', 60, '48 lb'],
  ['BLK-8-HALF', 'Half block 8 in.', '8 × 8 × 8 in.', '1.62', 180, '18 lb'],
  ['BLK-8-LW', 'Lightweight block 8 in.', '8 × 8 × 16 in.', '2.95', 90, '27 lb'],
  ['BLK-8-COR', 'Corner block 8 in.', '8 × 8 × 16 in.', '2.52', 90, '37 lb'],
  ['BLK-8-BOND', 'Bond beam block 8 in.', '8 × 8 × 16 in.', '2.98', 90, '31 lb'],
  ['BLK-12-BOND', 'Bond beam block 12 in.', '12 × 8 × 16 in.', '4.15', 60, '43 lb'],
  ['BLK-8-LINT', 'Lintel block 8 in.', '8 × 8 × 8 in.', '2.20', 180, '20 lb'],
  ['BLK-8-SASH', 'Sash block 8 in.', '8 × 8 × 16 in.', '2.65', 90, '36 lb'],
  ['BLK-4-SOL', 'Solid cap block 4 in.', '4 × 8 × 16 in.', '2.45', 150, '37 lb'],
  ['BLK-8-SPGR', 'Split-face block 8 in., gray', '8 × 8 × 16 in.', '4.10', 90, '38 lb'],
  ['BLK-8-SPBF', 'Split-face block 8 in., buff', '8 × 8 × 16 in.', '4.65', 90, '38 lb'],
  ['BLK-RW-GR', 'Retaining wall block, charcoal', '6 × 16 × 10 in.', '6.85', 48, '58 lb'],
  ['BLK-RW-CAP', 'Retaining wall cap, charcoal', '3 × 16 × 10 in.', '5.10', 72, '32 lb'],
  ['BLK-PIER', 'Deck pier block', '7 × 10.5 × 10.5 in.', '9.40', 48, '45 lb'],
];

const blocks = family(
  {
    category: 'BLK',
    brand: 'Bastrop Block',
    gtin: false,
    tiers: [
      [90, 4],
      [540, 10],
    ],
  },
  BLOCKS.map(([sku, name, size, price, cube, weight]) => ({
    sku,
    name,
    description: `${name} to ASTM C90, normal 16 in. coursing, shipped in banded cubes of ${cube}.`,
    attributes: { Size: size, Weight: weight, Standard: 'ASTM C90' },
    units: `each cube:${cube}`,
    price,
    packOff: ['BLK-8-STD', 'BLK-12-STD', 'BLK-6-STD'].includes(sku) ? { cube: 11 } : {},
    ...(sku.startsWith('BLK-RW') || sku === 'BLK-PIER' ? { tiers: [] } : {}),
  })),
);

/** @type {[string, string, string, string, string, string, string, string][]} sku, name, brand, size, colour, price, units, description */
const BRICKS = [
  [
    'BRK-MOD-RED',
    'Modular brick, red range',
    'Pecan Creek Brick',
    '3-5/8 × 2-1/4 × 7-5/8 in.',
    'Red',
    '0.8450',
    'each cube:515',
    'Extruded clay face brick, severe weathering grade; 6.86 to the square foot.',
  ],
  [
    'BRK-MOD-BUF',
    'Modular brick, buff',
    'Pecan Creek Brick',
    '3-5/8 × 2-1/4 × 7-5/8 in.',
    'Buff',
    '0.8950',
    'each cube:515',
    'Extruded clay face brick, severe weathering grade; 6.86 to the square foot.',
  ],
  [
    'BRK-MOD-CHR',
    'Modular brick, charcoal',
    'Pecan Creek Brick',
    '3-5/8 × 2-1/4 × 7-5/8 in.',
    'Charcoal',
    '0.9650',
    'each cube:515',
    'Through-body dark face brick, severe weathering grade.',
  ],
  [
    'BRK-QN-RED',
    'Queen brick, red blend',
    'Pecan Creek Brick',
    '2-3/4 × 2-3/4 × 7-5/8 in.',
    'Red',
    '0.7825',
    'each cube:528',
    'Thinner bed face brick, 5.76 to the square foot.',
  ],
  [
    'BRK-KG-BRN',
    'King brick, brown flash',
    'Pecan Creek Brick',
    '2-3/4 × 2-5/8 × 9-5/8 in.',
    'Brown',
    '0.9275',
    'each cube:472',
    'Oversize face brick, 4.7 to the square foot.',
  ],
  [
    'BRK-FIRE',
    'Fire brick, medium duty',
    'Kilnworth',
    '4-1/2 × 9 × 2-1/2 in.',
    'Buff',
    '3.4500',
    'each box:6',
    'Alumina-silica brick for fireboxes, to 2,600 °F.',
  ],
  [
    'PAV-HOL-RED',
    'Holland paver 4 × 8, red',
    'Bastrop Block',
    '4 × 8 × 2-3/8 in.',
    'Red',
    '0.7200',
    'each cube:480',
    'Interlocking concrete paver to ASTM C936.',
  ],
  [
    'PAV-HOL-GRY',
    'Holland paver 4 × 8, gray',
    'Bastrop Block',
    '4 × 8 × 2-3/8 in.',
    'Gray',
    '0.6900',
    'each cube:480',
    'Interlocking concrete paver to ASTM C936.',
  ],
  [
    'PAV-HOL-CHR',
    'Holland paver 4 × 8, charcoal',
    'Bastrop Block',
    '4 × 8 × 2-3/8 in.',
    'Charcoal',
    '0.7450',
    'each cube:480',
    'Interlocking concrete paver to ASTM C936.',
  ],
  [
    'PAV-CLAY-FR',
    'Clay paver, full range',
    'Pecan Creek Brick',
    '4 × 8 × 2-1/4 in.',
    'Red',
    '1.1800',
    'each cube:500',
    'Kiln-fired paver to ASTM C902, class SX.',
  ],
];

/** @type {[string, string, string, string, string, number][]} */
const SLABS = [
  ['PAT-12-GRY', 'Patio stone 12 × 12 in., gray', '12 × 12 × 1-1/2 in.', 'Gray', '2.35', 168],
  ['PAT-16-GRY', 'Patio stone 16 × 16 in., gray', '16 × 16 × 1-3/4 in.', 'Gray', '4.60', 84],
  ['PAT-24-CHR', 'Patio slab 24 × 24 in., charcoal', '24 × 24 × 2 in.', 'Charcoal', '13.90', 24],
  ['EDG-24-GRY', 'Scalloped edging 24 in., gray', '24 × 5-1/2 × 2 in.', 'Gray', '3.25', 108],
];

const bricks = [
  ...family(
    { category: 'BRK', brand: 'Pecan Creek Brick', gtin: false },
    BRICKS.map(([sku, name, brand, size, color, price, units, description]) => ({
      sku,
      name,
      brand,
      description,
      attributes: { Size: size, Color: color },
      units,
      price,
      tiers:
        sku === 'BRK-FIRE'
          ? []
          : [
              [500, 5],
              [5000, 12],
            ],
      packOff: sku === 'PAV-HOL-GRY' || sku === 'BRK-MOD-RED' ? { cube: 13 } : {},
    })),
  ),
  ...family(
    { category: 'BRK', brand: 'Bastrop Block', gtin: false },
    SLABS.map(([sku, name, size, color, price, onPallet]) => ({
      sku,
      name,
      description: 'Wet-cast concrete slab with a non-slip face and chamfered edges.',
      attributes: { Size: size, Color: color },
      units: `each pallet:${onPallet}`,
      price,
    })),
  ),
  ...family({ category: 'BRK', brand: 'Kilnworth', units: 'sqft@7.3 box:7.3' }, [
    {
      sku: 'THN-RED',
      name: 'Thin brick veneer, antique red',
      price: '8.90',
      description: 'Half-inch clay slips, 7.3 sq ft to the box laid with 3/8 in. joints.',
      attributes: { Size: '2-1/4 × 7-5/8 × 1/2 in.', Color: 'Red', Coverage: '7.3 sq ft a box' },
    },
    {
      sku: 'THN-WHT',
      name: 'Thin brick veneer, limewash',
      price: '9.40',
      description: 'Half-inch clay slips, 7.3 sq ft to the box laid with 3/8 in. joints.',
      attributes: { Size: '2-1/4 × 7-5/8 × 1/2 in.', Color: 'White', Coverage: '7.3 sq ft a box' },
    },
  ]),
];

/** Block, brick and pavers. */
export const masonryProducts = [...blocks, ...bricks];

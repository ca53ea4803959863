import { divideHalfUp, formatFixed, parseFixed } from '../generate/fixed-point.mjs';
import { family } from './family.mjs';
import { byFoot } from './price-by-foot.mjs';

/** @type {[number, string, number, string, number[]][]} bar number, diameter, lb/ft × 1000, price per foot, stock lengths */
const BARS = [
  [3, '3/8 in.', 376, '0.3650', [10, 20]],
  [4, '1/2 in.', 668, '0.5450', [10, 20, 40]],
  [5, '5/8 in.', 1043, '0.8350', [10, 20, 40]],
  [6, '3/4 in.', 1502, '1.2200', [20]],
  [7, '7/8 in.', 2044, '1.6900', [20]],
  [8, '1 in.', 2670, '2.2100', [20]],
];

const PER_BUNDLE = { 3: 100, 4: 75, 5: 50, 6: 30, 7: 25, 8: 20 };

const blackBars = family(
  {
    category: 'RBR',
    brand: 'Norsteel',
    tiers: [
      [50, 5],
      [200, 10],
    ],
  },
  BARS.flatMap(([number, diameter, weight, perFoot, lengths]) =>
    lengths.map((feet) => ({
      sku: `RBR-60-${number}-${feet}`,
      name: `Rebar #${number} Grade 60, ${diameter} × ${feet} ft`,
      description: `Deformed bar to ASTM A615 Grade 60, ${formatFixed(BigInt(weight), 3)} lb/ft, mill-cut to ${feet} ft.`,
      attributes: {
        Diameter: diameter,
        Length: `${feet} ft`,
        Grade: '60',
        Finish: 'Black',
        Weight: `${formatFixed(divideHalfUp(BigInt(weight * feet), 100n), 1)} lb`,
      },
      units: `length bundle:${PER_BUNDLE[/** @type {3} */ (number)]}`,
      price: byFoot(perFoot, feet),
      packOff: feet === 20 && number <= 5 ? { bundle: 11 } : {},
    })),
  ),
);

const coatedBars = family(
  { category: 'RBR', brand: 'Norsteel', tiers: [], backorder: true },
  BARS.slice(1, 4).map(([number, diameter, weight, perFoot]) => ({
    sku: `RBR-EP-${number}-20`,
    name: `Epoxy-coated rebar #${number} Grade 60, ${diameter} × 20 ft`,
    description: 'Fusion-bonded epoxy to ASTM A775 for bridge decks, parking structures and coastal work.',
    attributes: {
      Diameter: diameter,
      Length: '20 ft',
      Grade: '60',
      Finish: 'Epoxy',
      Weight: `${formatFixed(divideHalfUp(BigInt(weight * 20), 100n), 1)} lb`,
    },
    units: `length bundle:${PER_BUNDLE[/** @type {4} */ (number)]}`,
    price: byFoot(formatFixed((parseFixed(perFoot, 4) * 155n) / 100n, 4), 20),
  })),
);

const barAccessories = family({ category: 'RBR', brand: 'Norsteel' }, [
  {
    sku: 'RBR-DWL-58',
    name: 'Smooth dowel 5/8 × 18 in.',
    price: '2.15',
    units: 'each bundle:50',
    description: 'Plain round dowel for slab joints, sawn ends.',
    attributes: { Diameter: '5/8 in.', Length: '18 in.' },
    tiers: [[100, 8]],
  },
  {
    sku: 'RBR-DWL-34',
    name: 'Smooth dowel 3/4 × 18 in.',
    price: '2.95',
    units: 'each bundle:50',
    description: 'Plain round dowel for slab joints, sawn ends.',
    attributes: { Diameter: '3/4 in.', Length: '18 in.' },
    tiers: [[100, 8]],
  },
  {
    sku: 'TIE-16-35',
    name: 'Rebar tie wire 16 gauge, 3.5 lb',
    price: '8.45',
    units: 'coil carton:20',
    drawing: 'coil',
    brand: 'Tautline Wire',
    description: 'Black annealed wire on a belt-reel coil, about 340 ft.',
    attributes: { Gauge: '16', Weight: '3.5 lb' },
    packOff: { carton: 10 },
  },
  {
    sku: 'TIE-LOOP-8',
    name: 'Loop ties 8 in., bag of 5,000',
    price: '58.00',
    units: 'bag',
    drawing: 'coil',
    brand: 'Tautline Wire',
    description: 'Double-loop 16-gauge ties for the twist tool.',
    attributes: { Gauge: '16', Length: '8 in.' },
  },
  {
    sku: 'CHR-3-50',
    name: 'Rebar chairs 3 in., bag of 50',
    price: '16.80',
    units: 'bag carton:10',
    drawing: 'fastener',
    brand: 'Slabright',
    description: 'Plastic chairs for #3–#6 bar with 3 in. cover.',
    attributes: { Size: '3 in.', Pieces: '50' },
    tiers: [[10, 7]],
  },
  {
    sku: 'CHR-2-50',
    name: 'Rebar chairs 2 in., bag of 50',
    price: '14.20',
    units: 'bag carton:10',
    drawing: 'fastener',
    brand: 'Slabright',
    description: 'Plastic chairs for #3–#6 bar with 2 in. cover.',
    attributes: { Size: '2 in.', Pieces: '50' },
    tiers: [[10, 7]],
  },
  {
    sku: 'CAP-OR-25',
    name: 'Rebar safety caps, orange, pack of 25',
    price: '23.50',
    units: 'pack carton:20',
    drawing: 'safety',
    brand: 'Slabright',
    description: 'Mushroom caps for #3–#8 bar ends; scratch protection only.',
    attributes: { Color: 'Orange', Pieces: '25' },
  },
]);

/** @type {[string, string, string, string, string, string, string, string][]} sku, name, gauge, size, price, units, drawing, description */
const MESHES = [
  [
    'MSH-W14-R150',
    'Welded wire mesh 6×6 W1.4, 5 × 150 ft roll',
    '10',
    '5 × 150 ft',
    '148.00',
    'roll pallet:9',
    'roll',
    'Crack-control reinforcement for residential slabs, 750 sq ft.',
  ],
  [
    'MSH-W14-R50',
    'Welded wire mesh 6×6 W1.4, 5 × 50 ft roll',
    '10',
    '5 × 50 ft',
    '62.00',
    'roll pallet:18',
    'roll',
    'Crack-control reinforcement in a short roll, 250 sq ft.',
  ],
  [
    'MSH-W14-S10',
    'Welded wire mesh 6×6 W1.4, 5 × 10 ft sheet',
    '10',
    '5 × 10 ft',
    '14.60',
    'sheet bundle:50',
    'mesh',
    'Flat sheets that stay where they are put in the pour.',
  ],
  [
    'MSH-W21-S20',
    'Welded wire mesh 6×6 W2.1, 8 × 20 ft sheet',
    '8',
    '8 × 20 ft',
    '46.50',
    'sheet bundle:25',
    'mesh',
    'Structural sheet for slabs on grade to ASTM A1064.',
  ],
  [
    'MSH-W29-S20',
    'Welded wire mesh 6×6 W2.9, 8 × 20 ft sheet',
    '6',
    '8 × 20 ft',
    '62.40',
    'sheet bundle:20',
    'mesh',
    'Structural sheet for driveways and warehouse slabs.',
  ],
  [
    'MSH-W40-S20',
    'Welded wire mesh 6×6 W4.0, 8 × 20 ft sheet',
    '4',
    '8 × 20 ft',
    '86.00',
    'sheet bundle:15',
    'mesh',
    'Heavy sheet for loading docks and pavements.',
  ],
  [
    'MSH-44-S20',
    'Welded wire mesh 4×4 W4.0, 8 × 20 ft sheet',
    '4',
    '8 × 20 ft',
    '118.00',
    'sheet bundle:10',
    'mesh',
    'Close-spaced heavy sheet for suspended slabs.',
  ],
  [
    'LTH-25-GV',
    'Diamond lath 2.5 lb, galvanized',
    '26',
    '27 × 96 in.',
    '9.85',
    'sheet bundle:10',
    'mesh',
    'Expanded metal lath for stucco and tile walls, 2 sq yd.',
  ],
  [
    'LTH-34-GV',
    'Diamond lath 3.4 lb, galvanized',
    '24',
    '27 × 96 in.',
    '12.90',
    'sheet bundle:10',
    'mesh',
    'Heavier self-furring lath for ceilings and stone veneer.',
  ],
  [
    'LTH-RIB-34',
    'Rib lath 3.4 lb, 3/8 in. rib',
    '24',
    '27 × 96 in.',
    '16.40',
    'sheet bundle:10',
    'mesh',
    'Rib-stiffened lath spanning to 24 in. on center.',
  ],
  [
    'NET-17-150',
    'Stucco netting 17 gauge, 3 × 150 ft',
    '17',
    '3 × 150 ft',
    '88.00',
    'roll',
    'roll',
    'Woven galvanized netting, self-furred, 450 sq ft.',
  ],
  [
    'HWC-19-50',
    'Hardware cloth 1/2 in., 3 × 50 ft',
    '19',
    '3 × 50 ft',
    '69.00',
    'roll',
    'roll',
    'Welded then galvanized mesh for vents and guards.',
  ],
  [
    'JRW-LAD-8',
    'Block ladder reinforcement 8 in., 10 ft',
    '9',
    '8 in. × 10 ft',
    '4.35',
    'length bundle:50',
    'mesh',
    'Mill-galvanized bed-joint reinforcement, 9-gauge rods.',
  ],
  [
    'JRW-TRS-8',
    'Block truss reinforcement 8 in., 10 ft',
    '9',
    '8 in. × 10 ft',
    '4.95',
    'length bundle:50',
    'mesh',
    'Truss-type bed-joint reinforcement, hot-dip galvanized.',
  ],
];

const meshes = family(
  { category: 'MSH', brand: 'Norsteel' },
  MESHES.map(([sku, name, gauge, size, price, units, drawing, description]) => ({
    sku,
    name,
    description,
    attributes: { Gauge: gauge, Size: size },
    units,
    price,
    drawing,
    brand: sku.startsWith('MSH') || sku.startsWith('JRW') ? 'Norsteel' : 'Tautline Wire',
    tiers: sku.startsWith('MSH')
      ? [
          [20, 5],
          [100, 9],
        ]
      : [],
  })),
);

/** Rebar, mesh and lath. */
export const steelProducts = [...blackBars, ...coatedBars, ...barAccessories, ...meshes];

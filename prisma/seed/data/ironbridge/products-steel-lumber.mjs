import { divideHalfUp, formatFixed, parseFixed, roundTo } from '../generate/fixed-point.mjs';
import { family } from './family.mjs';

/** A length's price from a price per foot, to the cent. @param {string} perFoot @param {number} feet */
const byFoot = (perFoot, feet) => formatFixed(roundTo(parseFixed(perFoot, 4) * BigInt(feet), 100n) / 100n, 2);

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
      packOff: feet === 20 && number <= 5 ? { bundle: 8 } : {},
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

/** @type {[string, string, number, [number, string][]][]} nominal, actual, pieces in a bundle, [feet, price] */
const FRAMING = [
  [
    '2×4',
    '1-1/2 × 3-1/2 in.',
    208,
    [
      [8, '3.98'],
      [10, '5.45'],
      [12, '6.70'],
      [16, '9.35'],
    ],
  ],
  [
    '2×6',
    '1-1/2 × 5-1/2 in.',
    128,
    [
      [8, '6.15'],
      [10, '7.95'],
      [12, '9.60'],
      [16, '13.20'],
    ],
  ],
  [
    '2×8',
    '1-1/2 × 7-1/4 in.',
    96,
    [
      [10, '10.85'],
      [12, '12.95'],
      [16, '17.60'],
    ],
  ],
  [
    '2×10',
    '1-1/2 × 9-1/4 in.',
    80,
    [
      [12, '17.40'],
      [16, '23.90'],
    ],
  ],
  [
    '2×12',
    '1-1/2 × 11-1/4 in.',
    64,
    [
      [12, '22.60'],
      [16, '30.80'],
    ],
  ],
];

const framing = [
  ...family(
    {
      category: 'STD',
      brand: 'Tall Pine Mills',
      gtin: false,
      tiers: [
        [64, 4],
        [320, 9],
      ],
    },
    FRAMING.flatMap(([nominal, actual, bundle, lengths]) =>
      lengths.map(([feet, price]) => ({
        sku: `SPF-${nominal.replace('×', '')}-${feet}`,
        name: `${nominal} SPF No. 2, ${feet} ft`,
        description: `Kiln-dried spruce-pine-fir, No. 2 and better, S4S, stamped ${nominal} framing lumber.`,
        attributes: { Size: nominal, Actual: actual, Length: `${feet} ft`, Grade: 'No. 2 & better', Species: 'SPF' },
        units: `length bundle:${bundle}`,
        price,
        packOff: nominal === '2×4' || nominal === '2×6' ? { bundle: 7 } : {},
      })),
    ),
  ),
  ...family(
    {
      category: 'STD',
      brand: 'Tall Pine Mills',
      gtin: false,
      tiers: [
        [64, 4],
        [294, 9],
      ],
    },
    [
      {
        sku: 'STUD-24-92',
        name: '2×4 precut stud, 92-5/8 in.',
        price: '3.72',
        units: 'length bundle:294',
        description: 'Stud grade SPF cut for 8 ft walls with double top plate.',
        attributes: { Size: '2×4', Length: '92-5/8 in.', Grade: 'Stud', Species: 'SPF' },
        packOff: { bundle: 8 },
      },
      {
        sku: 'STUD-24-104',
        name: '2×4 precut stud, 104-5/8 in.',
        price: '4.55',
        units: 'length bundle:294',
        description: 'Stud grade SPF cut for 9 ft walls with double top plate.',
        attributes: { Size: '2×4', Length: '104-5/8 in.', Grade: 'Stud', Species: 'SPF' },
        packOff: { bundle: 8 },
      },
      {
        sku: 'STUD-26-92',
        name: '2×6 precut stud, 92-5/8 in.',
        price: '5.95',
        units: 'length bundle:189',
        description: 'Stud grade SPF for 2×6 exterior walls.',
        attributes: { Size: '2×6', Length: '92-5/8 in.', Grade: 'Stud', Species: 'SPF' },
      },
      {
        sku: 'BRD-14-8',
        name: '1×4 common board, 8 ft',
        price: '4.15',
        units: 'length bundle:240',
        description: 'No. 2 common whitewood for blocking, trim and forms.',
        attributes: { Size: '1×4', Length: '8 ft', Grade: 'No. 2 common', Species: 'Whitewood' },
        tiers: [],
      },
      {
        sku: 'BRD-16-12',
        name: '1×6 common board, 12 ft',
        price: '9.70',
        units: 'length bundle:160',
        description: 'No. 2 common whitewood for fascia and forms.',
        attributes: { Size: '1×6', Length: '12 ft', Grade: 'No. 2 common', Species: 'Whitewood' },
        tiers: [],
      },
      {
        sku: 'FUR-12-8',
        name: '1×2 furring strip, 8 ft',
        price: '1.79',
        units: 'length bundle:12',
        description: 'Whitewood strip for furring and stakes.',
        attributes: { Size: '1×2', Length: '8 ft', Species: 'Whitewood' },
        tiers: [],
      },
    ],
  ),
];

/** @type {[string, string, number, [number, string][]][]} nominal, exposure, bundle, [feet, price] */
const TREATED = [
  [
    '2×4',
    'Ground contact',
    128,
    [
      [8, '5.35'],
      [12, '8.20'],
      [16, '11.60'],
    ],
  ],
  [
    '2×6',
    'Ground contact',
    96,
    [
      [8, '7.90'],
      [12, '12.30'],
      [16, '16.75'],
    ],
  ],
  [
    '2×8',
    'Ground contact',
    64,
    [
      [12, '16.40'],
      [16, '22.30'],
    ],
  ],
  [
    '2×10',
    'Ground contact',
    48,
    [
      [12, '21.80'],
      [16, '29.70'],
    ],
  ],
  [
    '4×4',
    'Ground contact',
    64,
    [
      [8, '11.60'],
      [10, '15.30'],
    ],
  ],
  [
    '6×6',
    'Ground contact',
    24,
    [
      [8, '31.50'],
      [12, '49.80'],
    ],
  ],
  [
    '5/4×6',
    'Above ground',
    128,
    [
      [8, '8.25'],
      [12, '12.60'],
      [16, '17.10'],
    ],
  ],
];
const treated = family(
  { category: 'TRT', brand: 'Gulfwood', gtin: false },
  TREATED.flatMap(([nominal, exposure, bundle, lengths]) =>
    lengths.map(([feet, price]) => ({
      sku: `PT-${nominal.replace('/', '').replace('×', '')}-${feet}`,
      name: `Pressure-treated ${nominal}${nominal === '5/4×6' ? ' deck board' : ''}, ${feet} ft`,
      description: `Southern yellow pine treated with micronized copper azole; ${exposure.toLowerCase()} use.`,
      attributes: { Size: nominal, Length: `${feet} ft`, Exposure: exposure, Species: 'Southern pine' },
      units: `length bundle:${bundle}`,
      price,
      tiers: nominal === '5/4×6' ? [[64, 6]] : [],
    })),
  ),
);

/** @type {[string, string][]} depth, price per foot */
const LVL = [
  ['9-1/2', '5.1500'],
  ['11-7/8', '6.3500'],
  ['14', '7.6000'],
  ['16', '8.9500'],
];
/** @type {[string, string, number][]} depth, price per foot, depth in the SKU */
const I_JOISTS = [
  ['9-1/2', '2.7500', 95],
  ['11-7/8', '3.1500', 118],
  ['14', '3.9000', 14],
];
const engineered = [
  ...family(
    { category: 'EWP', brand: 'Cascade Beamworks', drawing: 'beam', backorder: true },
    LVL.flatMap(([depth, perFoot]) =>
      [20, 24].map((feet) => ({
        sku: `LVL-${depth.replace(/\D/g, '')}-${feet}`,
        name: `LVL beam 1-3/4 × ${depth} in., ${feet} ft`,
        description: 'Laminated veneer lumber, 2.0E-2900Fb, for headers, beams and ridge.',
        attributes: { Thickness: '1-3/4 in.', Depth: `${depth} in.`, Length: `${feet} ft`, Grade: '2.0E' },
        units: 'length bundle:10',
        price: byFoot(perFoot, feet),
      })),
    ),
  ),
  ...family(
    { category: 'EWP', brand: 'Cascade Beamworks', drawing: 'beam', tiers: [[30, 6]] },
    I_JOISTS.map(([depth, perFoot, code]) => ({
      sku: `IJ-${code}-24`,
      name: `I-joist ${depth} in., 24 ft`,
      description: 'Wood I-joist with LVL flanges and OSB web, knockouts at 12 in.',
      attributes: { Depth: `${depth} in.`, Length: '24 ft', Flange: '2-1/2 in.' },
      units: 'length bundle:30',
      price: byFoot(perFoot, 24),
    })),
  ),
  ...family({ category: 'EWP', brand: 'Cascade Beamworks', drawing: 'beam' }, [
    {
      sku: 'RIM-118-12',
      name: 'Rim board 1-1/8 × 11-7/8 in., 12 ft',
      price: '38.40',
      units: 'length bundle:20',
      description: 'OSB rim board matched to 11-7/8 in. I-joists.',
      attributes: { Thickness: '1-1/8 in.', Depth: '11-7/8 in.', Length: '12 ft' },
    },
    {
      sku: 'GLB-3511-20',
      name: 'Glulam beam 3-1/2 × 11-7/8 in., 20 ft',
      price: '268.00',
      units: 'length',
      description: 'Architectural-appearance glulam 24F-V4, camber zero.',
      attributes: { Thickness: '3-1/2 in.', Depth: '11-7/8 in.', Length: '20 ft', Grade: '24F-V4' },
      backorder: true,
    },
    {
      sku: 'GLB-5518-24',
      name: 'Glulam beam 5-1/2 × 18 in., 24 ft',
      price: null,
      units: 'length',
      description: 'Made to order with the camber your engineer asks for.',
      attributes: { Thickness: '5-1/2 in.', Depth: '18 in.', Length: '24 ft', Grade: '24F-V4' },
      backorder: true,
    },
  ]),
];

/** @type {[string, string, string, string, number, string, string, string][]} sku, name, thickness, price, sheets in a pack, brand, drawing, description */
const PANELS = [
  [
    'OSB-716',
    'OSB sheathing 7/16 in., 4×8 ft',
    '7/16 in.',
    '13.45',
    80,
    'Pacific Board',
    'osb',
    'APA rated sheathing 24/16, Exposure 1.',
  ],
  [
    'OSB-1532',
    'OSB sheathing 15/32 in., 4×8 ft',
    '15/32 in.',
    '16.90',
    75,
    'Pacific Board',
    'osb',
    'APA rated sheathing 32/16, Exposure 1.',
  ],
  [
    'OSB-1932',
    'OSB sheathing 19/32 in., 4×8 ft',
    '19/32 in.',
    '20.80',
    60,
    'Pacific Board',
    'osb',
    'APA rated sheathing 40/20 for roof decks.',
  ],
  [
    'OSB-2332-TG',
    'OSB subfloor 23/32 in. tongue & groove, 4×8 ft',
    '23/32 in.',
    '26.40',
    48,
    'Pacific Board',
    'osb',
    'Single-floor panel 24 in. o.c. with 500-day exposure warranty.',
  ],
  [
    'OSB-716-RB',
    'OSB radiant-barrier sheathing 7/16 in., 4×8 ft',
    '7/16 in.',
    '18.30',
    80,
    'Pacific Board',
    'osb',
    'Perforated foil face cuts attic heat gain.',
  ],
  [
    'OSB-716-ZX',
    'OSB wall panel with water barrier 7/16 in., 4×8 ft',
    '7/16 in.',
    '29.60',
    60,
    'Pacific Board',
    'osb',
    'Factory-laminated weather barrier; tape the seams and skip the wrap.',
  ],
  [
    'PLY-CDX-12',
    'CDX plywood 15/32 in., 4×8 ft',
    '15/32 in.',
    '26.75',
    66,
    'Pacific Board',
    'ply',
    'Four-ply Southern pine, Exposure 1.',
  ],
  [
    'PLY-CDX-58',
    'CDX plywood 19/32 in., 4×8 ft',
    '19/32 in.',
    '32.40',
    52,
    'Pacific Board',
    'ply',
    'For roof decks at 24 in. on center.',
  ],
  [
    'PLY-CDX-34',
    'CDX plywood 23/32 in., 4×8 ft',
    '23/32 in.',
    '38.90',
    44,
    'Pacific Board',
    'ply',
    'Square edge, for floors and heavy sheathing.',
  ],
  [
    'PLY-TG-34',
    'Plywood subfloor 23/32 in. tongue & groove, 4×8 ft',
    '23/32 in.',
    '44.20',
    44,
    'Pacific Board',
    'ply',
    'Douglas fir single-floor panel, plugged face.',
  ],
  [
    'PLY-AC-14',
    'Sanded plywood AC 1/4 in., 4×8 ft',
    '1/4 in.',
    '24.60',
    100,
    'Pacific Board',
    'ply',
    'One sanded face for soffits and cabinet backs.',
  ],
  [
    'PLY-AC-34',
    'Sanded plywood AC 3/4 in., 4×8 ft',
    '3/4 in.',
    '56.80',
    40,
    'Pacific Board',
    'ply',
    'One sanded face for shelving and built-ins.',
  ],
  [
    'PLY-FF-34',
    'Film-faced plywood 3/4 in., 4×8 ft',
    '3/4 in.',
    '71.50',
    40,
    'Pacific Board',
    'ply',
    'Phenolic film both faces; 15–25 pours if edges are kept sealed.',
  ],
  [
    'PLY-PT-34',
    'Pressure-treated plywood 3/4 in., 4×8 ft',
    '3/4 in.',
    '58.40',
    40,
    'Gulfwood',
    'ply',
    'Treated CDX for ground-contact and coastal decks.',
  ],
  [
    'PLY-FRT-58',
    'Fire-retardant plywood 5/8 in., 4×8 ft',
    '5/8 in.',
    '62.90',
    48,
    'Gulfwood',
    'ply',
    'Class A flame spread for party walls and roof returns.',
  ],
  [
    'MDF-34',
    'MDF 3/4 in., 49 × 97 in.',
    '3/4 in.',
    '41.60',
    40,
    'Pacific Board',
    'ply',
    'Smooth face for paint-grade casework.',
  ],
];
const panels = family(
  {
    category: 'PNL',
    brand: 'Pacific Board',
    tiers: [
      [40, 5],
      [160, 9],
    ],
  },
  PANELS.map(([sku, name, thickness, price, pack, brand, drawing, description]) => ({
    sku,
    name,
    description,
    brand,
    attributes: { Thickness: thickness, Size: sku === 'MDF-34' ? '49 × 97 in.' : '4 × 8 ft', Coverage: '32 sq ft' },
    units: `sheet pack:${pack}`,
    price,
    drawing,
    packOff: sku === 'OSB-716' || sku === 'PLY-CDX-12' || sku === 'OSB-2332-TG' ? { pack: 8 } : {},
    ...(['PLY-FRT-58', 'MDF-34', 'PLY-AC-14', 'PLY-AC-34'].includes(sku) ? { tiers: [] } : {}),
  })),
);

/** Rebar, mesh, lumber and panels. */
export const steelAndLumberProducts = [
  ...blackBars,
  ...coatedBars,
  ...barAccessories,
  ...meshes,
  ...framing,
  ...treated,
  ...engineered,
  ...panels,
];

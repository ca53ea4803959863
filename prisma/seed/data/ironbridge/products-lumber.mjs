import { family } from './family.mjs';

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
        packOff: nominal === '2×4' || nominal === '2×6' ? { bundle: 10 } : {},
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
        packOff: { bundle: 10 },
      },
      {
        sku: 'STUD-24-104',
        name: '2×4 precut stud, 104-5/8 in.',
        price: '4.55',
        units: 'length bundle:294',
        description: 'Stud grade SPF cut for 9 ft walls with double top plate.',
        attributes: { Size: '2×4', Length: '104-5/8 in.', Grade: 'Stud', Species: 'SPF' },
        packOff: { bundle: 10 },
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

/** Framing and treated lumber. */
export const lumberProducts = [...framing, ...treated];

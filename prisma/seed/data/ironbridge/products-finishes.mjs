import { family } from './family.mjs';

/** @type {[string, string, string, string, string, string][]} sku, name, format, color, price per sq ft, sq ft in a box */
const TILES_SQFT = [
  ['TIL-1224-GRY', 'Porcelain tile 12 × 24 in., cement gray', '12 × 24 in.', 'gray', '2.89', '15.6'],
  ['TIL-1224-IVR', 'Porcelain tile 12 × 24 in., ivory', '12 × 24 in.', 'ivory', '2.89', '15.6'],
  ['TIL-0848-OAK', 'Wood-look porcelain plank 8 × 48 in., oak', '8 × 48 in.', 'oak', '3.45', '12.92'],
  ['TIL-0306-WHT', 'Ceramic subway tile 3 × 6 in., gloss white', '3 × 6 in.', 'white', '1.98', '12.5'],
  ['TIL-0412-WHT', 'Ceramic wall tile 4 × 12 in., matte white', '4 × 12 in.', 'white', '2.45', '10.64'],
  ['TIL-1212-QRY', 'Quarry tile 6 × 6 in., red', '6 × 6 in.', 'red', '3.15', '11'],
];

/** @type {[string, string, string, string, string, string][]} sku, name, format, color, price per m², m² in a box */
const TILES_M2 = [
  ['TIL-6060-ANT', 'Rectified porcelain 60 × 60 cm, anthracite', '60 × 60 cm', 'anthracite', '38.50', '1.44'],
  ['TIL-6060-SND', 'Rectified porcelain 60 × 60 cm, sand', '60 × 60 cm', 'sand', '38.50', '1.44'],
  ['TIL-29-TRV', 'Rectified porcelain 29 × 100 cm, travertine', '29 × 100 cm', 'travertine', '44.90', '2.32'],
  ['TIL-29-CAL', 'Rectified porcelain 29 × 100 cm, calacatta', '29 × 100 cm', 'calacatta', '46.80', '2.32'],
];

const tiles = [
  ...family(
    { category: 'TIL', brand: 'Mesa Verde Tile', drawing: 'tile' },
    TILES_SQFT.map(([sku, name, format, color, price, perBox]) => ({
      sku,
      name,
      description: `Sold by the full box of ${perBox} sq ft; DCOF 0.42 or better on floor formats.`,
      attributes: { Size: format, Color: color, Coverage: `${perBox} sq ft a box` },
      units: `sqft@${perBox} box:${perBox}`,
      price,
      tiers: [
        [250, 6],
        [1000, 12],
      ],
    })),
  ),
  ...family(
    { category: 'TIL', brand: 'Ceramiche Valdoro', drawing: 'tile', backorder: true },
    TILES_M2.map(([sku, name, format, color, price, perBox]) => ({
      sku,
      name,
      description: `Imported color-body porcelain, 3/8 in., rectified edge; full boxes of ${perBox} m².`,
      attributes: { Size: format, Color: color, Coverage: `${perBox} m² a box` },
      units: `m2@${perBox} box:${perBox}`,
      price,
      tiers: [[50, 6]],
    })),
  ),
  ...family({ category: 'TIL', brand: 'Setwell' }, [
    {
      sku: 'THS-MOD-GR',
      name: 'Polymer-modified thinset, gray, 50 lb',
      price: '23.60',
      units: 'bag pallet:56',
      drawing: 'bag',
      description: 'For porcelain over concrete and backer board, ANSI A118.4.',
      attributes: { Weight: '50 lb', Color: 'gray', Coverage: '95 sq ft' },
      tiers: [[28, 6]],
    },
    {
      sku: 'THS-LFT-WH',
      name: 'Large-format tile mortar, white, 50 lb',
      price: '33.90',
      units: 'bag pallet:56',
      drawing: 'bag',
      description: 'Non-sag mortar for tile over 15 in., ANSI A118.4HTE.',
      attributes: { Weight: '50 lb', Color: 'white', Coverage: '80 sq ft' },
      tiers: [[28, 6]],
    },
    {
      sku: 'GRO-SND-GRY',
      name: 'Sanded grout, pewter gray, 25 lb',
      price: '21.80',
      units: 'bag carton:2',
      drawing: 'bag',
      description: 'Portland grout for joints 1/8–1/2 in.',
      attributes: { Weight: '25 lb', Color: 'gray' },
    },
    {
      sku: 'GRO-UNS-WHT',
      name: 'Unsanded grout, white, 10 lb',
      price: '16.40',
      units: 'bag carton:4',
      drawing: 'bag',
      description: 'For wall tile and polished stone, joints under 1/8 in.',
      attributes: { Weight: '10 lb', Color: 'white' },
    },
    {
      sku: 'WPL-35',
      name: 'Waterproofing liquid membrane, 3.5 gal',
      price: '154.00',
      units: 'pail',
      drawing: 'bucket',
      description: 'Paint-on crack isolation and shower membrane, 192 sq ft.',
      attributes: { Content: '3.5 gal', Coverage: '192 sq ft' },
    },
    {
      sku: 'LVL-CLP-250',
      name: 'Tile leveling clips 1/16 in., bag of 250',
      price: '29.50',
      units: 'bag',
      drawing: 'fastener',
      description: 'Break-off clips for lippage-free large tile.',
      attributes: { Pieces: '250' },
    },
  ]),
];

/** @type {[string, string, string, string, string, string][]} code, name, finish, gallon price, five-gallon price, description */
const PAINTS = [
  [
    'INT-FLT',
    'Interior latex paint, flat white',
    'Flat',
    '24.90',
    '112.00',
    'Low-VOC ceiling and wall paint, 350–400 sq ft a gallon.',
  ],
  [
    'INT-EGG',
    'Interior latex paint, eggshell white',
    'Eggshell',
    '29.40',
    '132.00',
    'Scrubbable low-VOC wall paint, tintable base.',
  ],
  [
    'INT-SMG',
    'Interior latex paint, semi-gloss white',
    'Semi-gloss',
    '32.60',
    '147.00',
    'For trim, doors and wet rooms.',
  ],
  [
    'EXT-SAT',
    'Exterior acrylic paint, satin white',
    'Satin',
    '38.80',
    '176.00',
    '100% acrylic, mildew-resistant, 25-year film.',
  ],
  ['PRM-PVA', 'PVA drywall primer', 'Flat', '16.20', '68.00', 'Seals new drywall and joint compound before paint.'],
  ['PRM-MSN', 'Masonry block filler', 'Flat', '27.50', '121.00', 'Fills pores of bare block before the finish coat.'],
];

const paints = [
  ...family(
    { category: 'PNT', brand: 'Laurel & Stone Paint', drawing: 'paint' },
    PAINTS.flatMap(([code, name, finish, gallon, pail, description]) => [
      {
        sku: `PNT-${code}-1`,
        name: `${name}, 1 gal`,
        description,
        price: gallon,
        units: 'gallon carton:4',
        attributes: { Finish: finish, Content: '1 gal' },
      },
      {
        sku: `PNT-${code}-5`,
        name: `${name}, 5 gal`,
        description,
        price: pail,
        units: 'pail pallet:36',
        attributes: { Finish: finish, Content: '5 gal' },
        drawing: 'bucket',
        tiers: /** @type {[number, number][]} */ ([
          [6, 5],
          [18, 9],
        ]),
      },
    ]),
  ),
  ...family({ category: 'PNT', brand: 'Bondarc', drawing: 'paint' }, [
    {
      sku: 'SLT-SIL-CLR',
      name: 'Silicone sealant, clear, 10 oz',
      price: '8.90',
      units: 'each carton:12',
      description: 'Neutral-cure silicone for glass, tile and metal.',
      attributes: { Content: '10 oz', Color: 'clear' },
      packOff: { carton: 10 },
    },
    {
      sku: 'SLT-LTX-WHT',
      name: 'Painter’s acrylic caulk, white, 10 oz',
      price: '3.40',
      units: 'each carton:12',
      description: 'Paintable in an hour, for trim and siding.',
      attributes: { Content: '10 oz', Color: 'white' },
      packOff: { carton: 10 },
    },
    {
      sku: 'SLT-PU-GRY',
      name: 'Polyurethane joint sealant, gray, 20 oz',
      price: '11.75',
      units: 'each carton:20',
      description: 'Class 25 sealant for concrete joints.',
      attributes: { Content: '20 oz', Color: 'gray' },
    },
    {
      sku: 'ADH-CON-28',
      name: 'Heavy-duty construction adhesive, 28 oz',
      price: '8.60',
      units: 'each carton:12',
      description: 'For subfloor, panels and treated lumber, ASTM D3498.',
      attributes: { Content: '28 oz' },
      packOff: { carton: 8 },
    },
    {
      sku: 'SEA-CON-5',
      name: 'Concrete cure & seal, 5 gal',
      price: '139.00',
      units: 'pail pallet:36',
      drawing: 'bucket',
      description: 'Acrylic cure-and-seal to ASTM C1315, 300 sq ft a gallon.',
      attributes: { Content: '5 gal', Coverage: '1,500 sq ft' },
    },
    {
      sku: 'ELA-WHT-5',
      name: 'Elastomeric roof coating, white, 5 gal',
      price: '164.00',
      units: 'pail pallet:36',
      drawing: 'bucket',
      description: 'Reflective acrylic coating for low-slope roofs.',
      attributes: { Content: '5 gal', Color: 'white', Coverage: '500 sq ft' },
    },
  ]),
];

/** Tile, setting materials, paint and sealants. */
export const finishProducts = [...tiles, ...paints];

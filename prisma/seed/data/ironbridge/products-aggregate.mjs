import { family } from './family.mjs';

/** @type {[string, string, string, string, string, string, string][]} sku, name, size, price per yd³, yd³ in a ton, drawing, description */
const BULK = [
  [
    'AGG-CSAND',
    'Washed concrete sand, bulk',
    '0–3/16 in.',
    '38.50',
    '0.741',
    'sand',
    'ASTM C33 fine aggregate for ready-mix and paver bedding.',
  ],
  [
    'AGG-MSAND',
    'Masonry sand, bulk',
    '0–1/8 in.',
    '44.00',
    '0.755',
    'sand',
    'ASTM C144 sand for mortar, grout and sandboxes.',
  ],
  [
    'AGG-FSAND',
    'Fill sand, bulk',
    '0–1/4 in.',
    '22.50',
    '0.769',
    'sand',
    'Unwashed sand for backfill and trench bedding.',
  ],
  [
    'AGG-57',
    'No. 57 crushed stone, bulk',
    '3/4–1 in.',
    '46.75',
    '0.714',
    'gravel',
    'Clean angular stone for drainage, base and concrete.',
  ],
  [
    'AGG-8',
    'No. 8 pea gravel, bulk',
    '3/8 in.',
    '49.50',
    '0.709',
    'gravel',
    'Rounded gravel for French drains and walkways.',
  ],
  [
    'AGG-4',
    'No. 4 crushed stone, bulk',
    '1-1/2–2-1/2 in.',
    '43.25',
    '0.725',
    'gravel',
    'Coarse open-graded stone for construction entrances.',
  ],
  [
    'AGG-BASE',
    'Crushed road base 3/4 in. minus, bulk',
    '0–3/4 in.',
    '36.00',
    '0.667',
    'gravel',
    'Dense-graded base that compacts under slabs and drives.',
  ],
  [
    'AGG-DG',
    'Decomposed granite, bulk',
    '0–3/8 in.',
    '54.00',
    '0.690',
    'gravel',
    'Tan fines for paths; stabilize in wet climates.',
  ],
  [
    'AGG-RIP',
    'Rip-rap 6–12 in., bulk',
    '6–12 in.',
    '68.00',
    '0.800',
    'gravel',
    'Broken stone for channel linings and outfalls.',
  ],
  [
    'AGG-TOP',
    'Screened topsoil, bulk',
    '0–1/2 in.',
    '32.00',
    '0.909',
    'sand',
    'Half-inch screened loam for finish grading.',
  ],
];

/** @type {[string, string, string, string, string, string, string][]} sku, name, content, price, bags on a pallet, drawing, description */
const BAGGED = [
  ['AGG-PLAY-50', 'Play sand, 50 lb', '0.5 cu ft', '5.60', '56', 'bag', 'Washed and dried fine sand.'],
  ['AGG-APS-60', 'All-purpose sand, 60 lb', '0.6 cu ft', '5.05', '56', 'bag', 'For mixing mortar and bedding pavers.'],
  ['AGG-PAV-50', 'Paver base, 0.5 cu ft', '0.5 cu ft', '5.85', '56', 'bag', 'Graded base that compacts to a firm bed.'],
  ['AGG-PEA-50', 'Pea gravel, 0.5 cu ft', '0.5 cu ft', '6.20', '56', 'bag', 'Rounded stone for drains and beds.'],
  [
    'AGG-POLY-GR',
    'Polymeric jointing sand, gray, 50 lb',
    '75 sq ft',
    '31.50',
    '56',
    'bag',
    'Locks paver joints up to 1 in. against washout and weeds.',
  ],
  [
    'AGG-POLY-TN',
    'Polymeric jointing sand, tan, 50 lb',
    '75 sq ft',
    '31.50',
    '56',
    'bag',
    'Locks paver joints up to 1 in. against washout and weeds.',
  ],
];

const aggregate = [
  ...family(
    {
      category: 'AGG',
      brand: 'Three Rivers Aggregates',
      gtin: false,
      tiers: [
        [10, 6],
        [40, 12],
      ],
    },
    BULK.map(([sku, name, size, price, perTon, drawing, description]) => ({
      sku,
      name,
      description: `${description} Delivered loose by the cubic yard.`,
      attributes: { Size: size, Delivery: 'Loose, tipped' },
      units: `yd3@0.5/1 ton:${perTon}@1/2`,
      price,
      drawing,
      ...(sku === 'AGG-57' || sku === 'AGG-CSAND' ? { packOff: { ton: 13 } } : {}),
    })),
  ),
  ...family(
    { category: 'AGG', brand: 'Stonecroft', tiers: [[56, 8]] },
    BAGGED.map(([sku, name, content, price, onPallet, drawing, description]) => ({
      sku,
      name,
      description,
      attributes: { Content: content, Delivery: 'Bagged' },
      units: `bag pallet:${onPallet}`,
      price,
      drawing,
    })),
  ),
];

/** Sand and stone, loose and bagged. */
export const aggregateProducts = [...aggregate];

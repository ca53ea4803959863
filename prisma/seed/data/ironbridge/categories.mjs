/** @type {[string, string, string, [string, string, string][]][]} */
const TREE = [
  [
    'CM',
    'Concrete, masonry & steel',
    'bag',
    [
      ['CEM', 'Cement & lime', 'bag'],
      ['MIX', 'Concrete, mortar & grout mixes', 'bag'],
      ['AGG', 'Sand & aggregate', 'gravel'],
      ['BLK', 'Concrete block', 'block'],
      ['BRK', 'Brick & pavers', 'brick'],
      ['RBR', 'Rebar & accessories', 'rebar'],
      ['MSH', 'Wire mesh & lath', 'mesh'],
    ],
  ],
  [
    'LP',
    'Lumber & panels',
    'timber',
    [
      ['STD', 'Framing lumber', 'timber'],
      ['TRT', 'Pressure-treated lumber', 'timber'],
      ['EWP', 'Engineered wood', 'beam'],
      ['PNL', 'OSB & plywood', 'osb'],
    ],
  ],
  [
    'EN',
    'Roof, envelope & openings',
    'roof',
    [
      ['RFG', 'Roofing', 'roof'],
      ['MBR', 'Wraps, membranes & tapes', 'roll'],
      ['INS', 'Insulation', 'insulation'],
      ['OPN', 'Doors & windows', 'door'],
    ],
  ],
  [
    'IN',
    'Interior finishes',
    'gypsum',
    [
      ['GYP', 'Drywall & steel framing', 'gypsum'],
      ['TIL', 'Tile & setting materials', 'tile'],
      ['PNT', 'Paint, sealants & coatings', 'paint'],
    ],
  ],
  [
    'PL',
    'Plumbing & drainage',
    'pipe',
    [
      ['DRN', 'Drainage pipe & fittings', 'pipe'],
      ['WTR', 'Water supply', 'tap'],
    ],
  ],
  [
    'EL',
    'Electrical',
    'cable',
    [
      ['CAB', 'Wire, cable & conduit', 'cable'],
      ['DEV', 'Devices, boxes & breakers', 'switch'],
    ],
  ],
  [
    'FT',
    'Fasteners, connectors & tools',
    'fastener',
    [
      ['SCR', 'Screws, nails & anchors', 'screw'],
      ['CNN', 'Connectors & hangers', 'bracket'],
      ['TLS', 'Tools & site safety', 'tool'],
    ],
  ],
];

const slug = (/** @type {string} */ name) => name.toLowerCase().replace(/[^a-z]+/g, '-');

/** Seven groups with 25 categories between them. @type {import('../generate/types.mjs').Category[]} */
export const categories = TREE.flatMap(([code, name, drawing, children]) => [
  { code, parentCode: null, name, slug: slug(name), drawing },
  ...children.map(([child, childName, childDrawing]) => ({
    code: child,
    parentCode: code,
    name: childName,
    slug: slug(childName),
    drawing: childDrawing,
  })),
]);

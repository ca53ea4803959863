import { family } from './family.mjs';

/** @type {[string, string, string, number, string][]} sku, cable, jacket, feet, price */
const CABLES = [
  ['NMB-142-250', '14/2', 'white', 250, '98.00'],
  ['NMB-143-250', '14/3', 'white', 250, '139.00'],
  ['NMB-122-250', '12/2', 'yellow', 250, '142.00'],
  ['NMB-123-250', '12/3', 'yellow', 250, '204.00'],
  ['NMB-102-250', '10/2', 'orange', 250, '238.00'],
  ['NMB-63-125', '6/3', 'black', 125, '396.00'],
];

/** @type {[string, string][]} gauge, price per foot */
const THHN = [
  ['14', '0.1385'],
  ['12', '0.1985'],
  ['10', '0.3120'],
  ['8', '0.5475'],
  ['6', '0.8240'],
];

/** @type {[string, string, string, string, string][]} sku, name, diameter, price, drawing */
const CONDUITS = [
  ['EMT-12', 'EMT conduit 1/2 in. × 10 ft', '1/2 in.', '7.90', '10'],
  ['EMT-34', 'EMT conduit 3/4 in. × 10 ft', '3/4 in.', '13.40', '10'],
  ['EMT-1', 'EMT conduit 1 in. × 10 ft', '1 in.', '22.60', '10'],
  ['PVC-EL-1', 'PVC conduit Sch 40 1 in. × 10 ft', '1 in.', '9.80', '10'],
  ['PVC-EL-2', 'PVC conduit Sch 40 2 in. × 10 ft', '2 in.', '19.30', '10'],
];

const cables = [
  ...family(
    { category: 'CAB', brand: 'Copperline', drawing: 'cable', tiers: [[10, 5]] },
    CABLES.map(([sku, cable, color, feet, price]) => ({
      sku,
      name: `NM-B cable ${cable} with ground, ${feet} ft`,
      description: `Copper building wire for dry residential circuits, ${color} jacket.`,
      attributes: { Gauge: cable, Length: `${feet} ft`, Color: color, Conductor: 'Copper' },
      units: 'coil',
      price,
    })),
  ),
  ...family(
    {
      category: 'CAB',
      brand: 'Copperline',
      drawing: 'cable',
      gtin: false,
      tiers: [
        [500, 5],
        [2500, 9],
      ],
    },
    THHN.map(([gauge, price]) => ({
      sku: `THHN-${gauge}-BK`,
      name: `THHN building wire ${gauge} AWG, black`,
      description: `Stranded copper THHN/THWN-2 cut to length in steps of 10 ft, or on 500 ft rolls.`,
      attributes: { Gauge: `${gauge} AWG`, Color: 'black', Conductor: 'Copper' },
      units: 'ft@10/50 roll:500',
      price,
      packOff: { roll: 10 },
    })),
  ),
  ...family(
    { category: 'CAB', brand: 'Copperline', drawing: 'pipe' },
    CONDUITS.map(([sku, name, diameter, price, feet]) => ({
      sku,
      name,
      description: `${sku.startsWith('EMT') ? 'Galvanized steel tubing to UL 797' : 'Gray PVC conduit with belled end, UL 651'}.`,
      attributes: { Diameter: diameter, Length: `${feet} ft` },
      units: 'length bundle:10',
      price,
      tiers: sku.startsWith('EMT') ? [[50, 7]] : [],
    })),
  ),
  ...family({ category: 'CAB', brand: 'Copperline', drawing: 'cable' }, [
    {
      sku: 'MC-122-250',
      name: 'MC cable 12/2, 250 ft',
      price: '188.00',
      units: 'coil',
      description: 'Aluminum-armored cable for commercial branch circuits.',
      attributes: { Gauge: '12/2', Length: '250 ft', Conductor: 'Copper' },
    },
    {
      sku: 'UFB-122-250',
      name: 'UF-B cable 12/2 with ground, 250 ft',
      price: '196.00',
      units: 'coil',
      description: 'Direct-burial cable, sunlight resistant.',
      attributes: { Gauge: '12/2', Length: '250 ft', Conductor: 'Copper' },
    },
    {
      sku: 'CAT6-1000',
      name: 'Cat 6 cable, riser, 1,000 ft',
      price: '148.00',
      units: 'box',
      description: 'Four-pair 23 AWG, 550 MHz, pull box.',
      attributes: { Gauge: '23 AWG', Length: '1,000 ft', Color: 'blue' },
    },
  ]),
];

/** @type {[string, string, string | null, string, string, string, number?][]} sku, name, price (null: on request), units, drawing, description, carton per cent */
const DEVICES = [
  [
    'RCP-15-WH',
    'Duplex receptacle 15 A, tamper-resistant, white',
    '1.9800',
    'each box:10 carton:100',
    'switch',
    'Residential grade, back and side wired.',
    12,
  ],
  [
    'RCP-20-WH',
    'Duplex receptacle 20 A, tamper-resistant, white',
    '3.2500',
    'each box:10 carton:100',
    'switch',
    'Spec grade for kitchen and garage circuits.',
    12,
  ],
  [
    'RCP-GFCI-20',
    'GFCI receptacle 20 A, white',
    '22.40',
    'each box:10',
    'switch',
    'Self-test, weather- and tamper-resistant.',
  ],
  [
    'SWT-1P-WH',
    'Single-pole switch 15 A, white',
    '1.4500',
    'each box:10 carton:100',
    'switch',
    'Quiet toggle switch, side wired.',
    12,
  ],
  [
    'SWT-3W-WH',
    'Three-way switch 15 A, white',
    '3.1500',
    'each box:10 carton:100',
    'switch',
    'Quiet toggle switch, side wired.',
    12,
  ],
  ['SWT-DIM-WH', 'LED dimmer 150 W, white', '24.90', 'each box:6', 'switch', 'Slide dimmer, single-pole or three-way.'],
  [
    'BOX-1G-22',
    'Nail-on outlet box, 1 gang, 22 cu in.',
    '0.9650',
    'each carton:100',
    'switch',
    'PVC new-work box with captive nails.',
    15,
  ],
  [
    'BOX-2G-34',
    'Nail-on outlet box, 2 gang, 34 cu in.',
    '2.3500',
    'each carton:50',
    'switch',
    'PVC new-work box with captive nails.',
    15,
  ],
  [
    'BOX-4S-21',
    'Steel square box 4 in., 2-1/8 in. deep',
    '3.4500',
    'each carton:50',
    'switch',
    'Welded box with 1/2 and 3/4 in. knockouts.',
  ],
  ['PLT-1D-WH', 'Wall plate, 1-gang duplex, white', '0.5825', 'each box:25', 'switch', 'Unbreakable nylon, midsize.'],
  ['CBR-1P-15', 'Circuit breaker 15 A, 1 pole', '6.80', 'each box:10', 'switch', 'Plug-on, 10 kAIC, HACR.'],
  ['CBR-1P-20', 'Circuit breaker 20 A, 1 pole', '6.80', 'each box:10', 'switch', 'Plug-on, 10 kAIC, HACR.'],
  ['CBR-AF-20', 'Arc-fault breaker 20 A, 1 pole', '54.00', 'each', 'switch', 'Combination AFCI with self-test.'],
  ['CBR-2P-50', 'Circuit breaker 50 A, 2 pole', '17.60', 'each', 'switch', 'Plug-on, for ranges and chargers.'],
  [
    'PNL-200-40',
    'Load center 200 A, 40 space, main breaker',
    '238.00',
    'each',
    'switch',
    'Indoor, plug-on neutral, copper bus.',
  ],
  [
    'PNL-400-MC',
    'Meter-main 400 A, outdoor',
    null,
    'each',
    'switch',
    'Utility-approved meter-main; configuration differs by utility.',
  ],
];

const devices = family(
  { category: 'DEV', brand: 'Voltana' },
  DEVICES.map(([sku, name, price, units, drawing, description, cartonOff]) => ({
    sku,
    name,
    description,
    attributes: { Color: name.endsWith('white') ? 'white' : 'gray', Listing: 'UL' },
    units,
    price,
    drawing,
    brand: sku.startsWith('BOX') ? 'Copperline' : 'Voltana',
    packOff: cartonOff ? { carton: cartonOff } : {},
    backorder: price === null,
  })),
);

/** Wire, cable, conduit and devices. */
export const electricalProducts = [...cables, ...devices];

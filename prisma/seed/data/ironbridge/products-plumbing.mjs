import { family } from './family.mjs';

/** @type {[string, string, string, number, string, string][]} sku, name, diameter, feet, price, standard */
const DRAIN_PIPES = [
  ['DWV-15-10', 'PVC DWV pipe Sch 40, 1-1/2 in. × 10 ft', '1-1/2 in.', 10, '12.40', 'ASTM D2665'],
  ['DWV-2-10', 'PVC DWV pipe Sch 40, 2 in. × 10 ft', '2 in.', 10, '16.20', 'ASTM D2665'],
  ['DWV-3-10', 'PVC DWV pipe Sch 40, 3 in. × 10 ft', '3 in.', 10, '29.80', 'ASTM D2665'],
  ['DWV-4-10', 'PVC DWV pipe Sch 40, 4 in. × 10 ft', '4 in.', 10, '41.60', 'ASTM D2665'],
  ['SDR-4-14', 'PVC sewer pipe SDR 35, 4 in. × 14 ft', '4 in.', 14, '33.50', 'ASTM D3034'],
  ['SDR-6-14', 'PVC sewer pipe SDR 35, 6 in. × 14 ft', '6 in.', 14, '71.00', 'ASTM D3034'],
  ['SDR-8-14', 'PVC sewer pipe SDR 35, 8 in. × 14 ft', '8 in.', 14, '128.00', 'ASTM D3034'],
];

/** @type {[string, string, string][]} shape code, shape, description */
const FITTINGS = [
  ['90', '90° elbow', 'Long-sweep elbow, hub × hub.'],
  ['45', '45° elbow', 'Eighth bend, hub × hub.'],
  ['WYE', 'wye', '45° branch, all hub.'],
];

/** @type {[string, string, string[]][]} size code, diameter, prices in the order of the shapes */
const FITTING_SIZES = [
  ['2', '2 in.', ['2.85', '2.40', '4.70']],
  ['3', '3 in.', ['6.95', '5.60', '11.80']],
  ['4', '4 in.', ['12.60', '10.40', '21.50']],
];

const drainage = [
  ...family(
    {
      category: 'DRN',
      brand: 'Brightwater Pipe',
      tiers: [
        [20, 6],
        [100, 11],
      ],
    },
    DRAIN_PIPES.map(([sku, name, diameter, feet, price, standard]) => ({
      sku,
      name,
      description: `${standard} pipe, ${sku.startsWith('SDR') ? 'gasketed bell end for sewers and storm drains' : 'solid wall, for drain, waste and vent'}.`,
      attributes: { Diameter: diameter, Length: `${feet} ft`, Standard: standard },
      units: `length bundle:${diameter === '8 in.' ? 10 : 20}`,
      price,
      packOff: sku === 'DWV-3-10' || sku === 'SDR-4-14' ? { bundle: 12 } : {},
    })),
  ),
  ...family(
    { category: 'DRN', brand: 'Brightwater Pipe', drawing: 'bend' },
    FITTING_SIZES.flatMap(([code, diameter, prices]) =>
      FITTINGS.map(([shape, shapeName, description], index) => ({
        sku: `DWV-F${shape}-${code}`,
        name: `PVC DWV ${shapeName}, ${diameter}`,
        description: `${description} Sch 40 DWV, solvent weld.`,
        attributes: { Diameter: diameter, Shape: shapeName },
        units: 'each box:20',
        price: prices[index],
        packOff: shape === '90' ? { box: 10 } : {},
      })),
    ),
  ),
  ...family({ category: 'DRN', brand: 'Brightwater Pipe' }, [
    {
      sku: 'COR-4S-100',
      name: 'Corrugated drain pipe, solid, 4 in. × 100 ft',
      price: '78.00',
      units: 'coil',
      drawing: 'coil',
      description: 'Single-wall HDPE for downspouts and yard drains.',
      attributes: { Diameter: '4 in.', Length: '100 ft' },
    },
    {
      sku: 'COR-4P-100',
      name: 'Corrugated drain pipe, perforated with sock, 4 in. × 100 ft',
      price: '96.00',
      units: 'coil',
      drawing: 'coil',
      description: 'Foundation and French drain with filter sock.',
      attributes: { Diameter: '4 in.', Length: '100 ft' },
    },
    {
      sku: 'BSN-12',
      name: 'Catch basin with grate, 12 in.',
      price: '64.00',
      units: 'each',
      drawing: 'block',
      description: 'Polypropylene basin with two 4 in. outlets.',
      attributes: { Size: '12 in.' },
    },
    {
      sku: 'CHN-40',
      name: 'Channel drain with grate, 5 in. × 40 in.',
      price: '38.50',
      units: 'each',
      drawing: 'beam',
      description: 'Load class A channel for patios and driveways.',
      attributes: { Size: '5 in.', Length: '40 in.' },
    },
    {
      sku: 'CMT-PVC-32',
      name: 'PVC cement, medium body, 32 oz',
      price: '17.90',
      units: 'each carton:12',
      drawing: 'paint',
      description: 'Clear solvent cement to ASTM D2564.',
      attributes: { Content: '32 oz' },
    },
  ]),
];

/** @type {[string, string, number, string, string][]} size code, diameter, feet, colour, price */
const PEX = [
  ['12', '1/2 in.', 100, 'red', '34.50'],
  ['12', '1/2 in.', 100, 'blue', '34.50'],
  ['12', '1/2 in.', 500, 'white', '158.00'],
  ['34', '3/4 in.', 100, 'red', '58.00'],
  ['34', '3/4 in.', 100, 'blue', '58.00'],
  ['1', '1 in.', 100, 'white', '104.00'],
];

/** @type {[string, string, string][]} */
const COPPER = [
  ['12', '1/2 in.', '21.40'],
  ['34', '3/4 in.', '34.90'],
  ['1', '1 in.', '48.60'],
];

const water = [
  ...family(
    { category: 'WTR', brand: 'Springfall', drawing: 'coil' },
    PEX.map(([code, diameter, feet, color, price]) => ({
      sku: `PEX-${code}-${feet}-${color[0].toUpperCase()}`,
      name: `PEX-B tubing ${diameter} × ${feet} ft, ${color}`,
      description: 'Oxygen-stable cross-linked polyethylene, 160 psi at 73 °F, NSF 61.',
      attributes: { Diameter: diameter, Length: `${feet} ft`, Color: color, Material: 'PEX-B' },
      units: 'coil',
      price,
      tiers: [[10, 7]],
    })),
  ),
  ...family(
    { category: 'WTR', brand: 'Redhawk Copper', drawing: 'pipe' },
    COPPER.map(([code, diameter, price]) => ({
      sku: `COP-L-${code}-10`,
      name: `Copper tube Type L ${diameter} × 10 ft`,
      description: 'Hard-drawn copper to ASTM B88.',
      attributes: { Diameter: diameter, Length: '10 ft', Material: 'Copper' },
      units: 'length bundle:25',
      price,
      tiers: [[25, 5]],
    })),
  ),
  ...family({ category: 'WTR', brand: 'Springfall' }, [
    {
      sku: 'PXF-90-12',
      name: 'PEX crimp elbow 1/2 in., brass',
      price: '1.6500',
      units: 'each box:25',
      drawing: 'bend',
      description: 'Lead-free brass to ASTM F1807.',
      attributes: { Diameter: '1/2 in.', Material: 'Brass' },
      packOff: { box: 15 },
    },
    {
      sku: 'PXF-TEE-12',
      name: 'PEX crimp tee 1/2 in., brass',
      price: '2.2500',
      units: 'each box:25',
      drawing: 'bend',
      description: 'Lead-free brass to ASTM F1807.',
      attributes: { Diameter: '1/2 in.', Material: 'Brass' },
      packOff: { box: 15 },
    },
    {
      sku: 'PXF-RNG-12',
      name: 'PEX crimp rings 1/2 in., bag of 100',
      price: '21.90',
      units: 'bag',
      drawing: 'fastener',
      description: 'Copper rings, black finish.',
      attributes: { Diameter: '1/2 in.', Pieces: '100', Material: 'Copper' },
    },
    {
      sku: 'VLV-BAL-34',
      name: 'Ball valve 3/4 in., full port',
      price: '14.80',
      units: 'each box:12',
      drawing: 'tap',
      description: 'Forged lead-free brass, 600 WOG.',
      attributes: { Diameter: '3/4 in.', Material: 'Brass' },
    },
    {
      sku: 'VLV-STOP-12',
      name: 'Angle stop 1/2 PEX × 3/8 in.',
      price: '8.25',
      units: 'each box:12',
      drawing: 'tap',
      description: 'Quarter-turn stop, chrome finish.',
      attributes: { Diameter: '1/2 in.', Material: 'Brass' },
    },
    {
      sku: 'HSB-FF-8',
      name: 'Frost-free hose bibb, 8 in.',
      price: '29.70',
      units: 'each',
      drawing: 'tap',
      description: 'Anti-siphon sillcock, 1/2 in. inlet.',
      attributes: { Length: '8 in.', Material: 'Brass' },
    },
    {
      sku: 'FCT-KIT-CH',
      name: 'Kitchen faucet, pull-down, chrome',
      price: '119.00',
      units: 'each',
      drawing: 'tap',
      brand: 'Harborlight',
      description: 'Single handle, 1.8 gpm, ceramic cartridge.',
      attributes: { Finish: 'Chrome' },
    },
    {
      sku: 'FCT-LAV-BN',
      name: 'Lavatory faucet, centerset, brushed nickel',
      price: '64.00',
      units: 'each',
      drawing: 'tap',
      brand: 'Harborlight',
      description: 'Two handle, 1.2 gpm, with pop-up drain.',
      attributes: { Finish: 'Brushed nickel' },
    },
  ]),
];

/** Drainage and water supply. */
export const plumbingProducts = [...drainage, ...water];

import { family } from './family.mjs';

/** @type {[string, string, string][]} inches, code, price */
const INTERIOR_DOORS = [
  ['24', '24', '118.00'],
  ['28', '28', '121.00'],
  ['30', '30', '124.00'],
  ['32', '32', '129.00'],
  ['36', '36', '138.00'],
];

/** @type {[string, string, string][]} width × height, code, price */
const WINDOWS = [
  ['24 × 36 in.', '2436', '164.00'],
  ['28 × 54 in.', '2854', '218.00'],
  ['32 × 60 in.', '3260', '246.00'],
  ['36 × 60 in.', '3660', '269.00'],
  ['36 × 72 in.', '3672', '312.00'],
];

const openings = [
  ...family(
    { category: 'OPN', brand: 'Harborlight', units: 'each', drawing: 'door', tiers: [[10, 6]] },
    INTERIOR_DOORS.map(([width, code, price]) => ({
      sku: `DR-PH-${code}80`,
      name: `Prehung interior door, two-panel, ${width} × 80 in.`,
      description: 'Molded hollow-core slab, primed, split jamb for 4-9/16 in. walls; handing chosen at order note.',
      attributes: { Width: `${width} in.`, Height: '80 in.', Material: 'Molded hardboard', Use: 'Interior' },
      price,
    })),
  ),
  ...family(
    { category: 'OPN', brand: 'Harborlight', units: 'each', drawing: 'window', backorder: true },
    WINDOWS.map(([size, code, price]) => ({
      sku: `WN-SH-${code}`,
      name: `Single-hung vinyl window, ${size}`,
      description: 'White vinyl, low-E argon glass, nail fin, half screen; U-factor 0.29, SHGC 0.25.',
      attributes: { Size: size, Color: 'white', Material: 'Vinyl', 'U-factor': '0.29' },
      price,
    })),
  ),
  ...family({ category: 'OPN', brand: 'Harborlight', units: 'each' }, [
    {
      sku: 'DR-EX-3280',
      name: 'Steel entry door, six-panel, 32 × 80 in.',
      price: '289.00',
      description: 'Prehung, foam-filled, composite jamb, adjustable sill.',
      attributes: { Width: '32 in.', Height: '80 in.', Material: 'Steel', Use: 'Exterior' },
    },
    {
      sku: 'DR-EX-3680',
      name: 'Steel entry door, six-panel, 36 × 80 in.',
      price: '304.00',
      description: 'Prehung, foam-filled, composite jamb, adjustable sill.',
      attributes: { Width: '36 in.', Height: '80 in.', Material: 'Steel', Use: 'Exterior' },
    },
    {
      sku: 'DR-FR-3680',
      name: 'Fire-rated door 20 min., 36 × 80 in.',
      price: '349.00',
      description: 'Garage-to-house door with self-closing hinges.',
      attributes: { Width: '36 in.', Height: '80 in.', Material: 'Steel', Use: 'Fire-rated' },
      backorder: true,
    },
    {
      sku: 'DR-HM-3070',
      name: 'Hollow-metal door 18 ga, 36 × 84 in.',
      price: null,
      description: 'Commercial flush door, honeycomb core; frame, hardware and handing to the door schedule.',
      attributes: { Width: '36 in.', Height: '84 in.', Material: 'Steel', Use: 'Commercial' },
      backorder: true,
    },
    {
      sku: 'DR-PAT-7280',
      name: 'Vinyl sliding patio door, 72 × 80 in.',
      price: '896.00',
      description: 'Low-E tempered glass, nail fin, keyed lock.',
      attributes: { Width: '72 in.', Height: '80 in.', Material: 'Vinyl', Use: 'Exterior' },
      drawing: 'glass',
      backorder: true,
    },
    {
      sku: 'DR-OH-1680',
      name: 'Insulated overhead door, 16 × 7 ft',
      price: null,
      description: 'Two-inch polyurethane sections; color and glazing to order.',
      attributes: { Width: '16 ft', Height: '7 ft', Material: 'Steel', Use: 'Garage' },
      backorder: true,
    },
  ]),
];

/** Doors and windows. */
export const openingProducts = [...openings];

/** Every drawing there is, by what it stands for. */
export const drawingNames = [
  'bag',
  'beam',
  'bend',
  'block',
  'bracket',
  'brick',
  'bucket',
  'cable',
  'coil',
  'door',
  'fastener',
  'glass',
  'gravel',
  'gypsum',
  'insulation',
  'mesh',
  'osb',
  'paint',
  'pipe',
  'ply',
  'rebar',
  'roll',
  'roof',
  'safety',
  'sand',
  'screw',
  'switch',
  'tap',
  'tape',
  'tile',
  'timber',
  'tool',
  'window',
  'xps',
] as const;

export type DrawingName = (typeof drawingNames)[number];

/** Whether there is a drawing of this name. */
export function isDrawingName(name: string): name is DrawingName {
  return (drawingNames as readonly string[]).includes(name);
}

import { familiesOf } from '../generate/product-family.mjs';

/** Turns compact tables into Ironbridge's products, with unit names in English. */
export const family = familiesOf('ironbridge', {
  each: 'each',
  bag: 'bag',
  pallet: 'pallet',
  cube: 'cube',
  length: 'length',
  bundle: 'bundle',
  sheet: 'sheet',
  pack: 'pack',
  box: 'box',
  carton: 'carton',
  roll: 'roll',
  coil: 'coil',
  yd3: 'yd³',
  ton: 'ton',
  m2: 'm²',
  sqft: 'sq ft',
  ft: 'ft',
  gallon: 'gallon',
  pail: 'pail',
});

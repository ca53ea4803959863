import { familiesOf } from '../generate/product-family.mjs';

/** Turns compact tables into Construforte's products, with unit names in Portuguese. */
export const family = familiesOf('construforte', {
  each: 'un',
  thousand: 'milheiro',
  bag: 'saco',
  pallet: 'palete',
  length: 'barra',
  bundle: 'feixe',
  sheet: 'chapa',
  panel: 'painel',
  pack: 'pacote',
  box: 'cx',
  roll: 'rolo',
  m: 'm',
  m2: 'm²',
  m3: 'm³',
  kg: 'kg',
  can: 'lata',
  pail: 'balde',
});

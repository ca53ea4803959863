import type { ApiError } from '@tradeyard/api-client';
import type { Product, SellingUnit } from '../../shared/views';
import type { PastedLine } from './paste';

/** A pasted line with what it was read as. `check`: we took something else than was written. */
export interface Wish extends PastedLine {
  product: Product | null;
  unitCode: string;
  state: 'ready' | 'check' | 'missing' | 'not_offered' | 'refused';
  /** Why it is to be checked. */
  why: { key: string; values?: Record<string, string> } | null;
  /** Why the server refused it. */
  refusal?: ApiError;
}

const plain = (text: string): string => text.toLowerCase().replace(/s$/, '');

/** The unit somebody meant by a word: its code or name, in singular or plural. */
export function unitMeant(units: readonly SellingUnit[], word: string): SellingUnit | undefined {
  return units.find(({ code, name }) => plain(code) === plain(word) || plain(name) === plain(word));
}

/** Reads a pasted line as a wish for this product; `snap` gives the nearest quantity that is sold. */
export function wishOf(
  line: PastedLine,
  product: Product | null,
  snap: (quantity: string, unit: SellingUnit) => { value: string; moved: boolean } | null,
): Wish {
  const none = { ...line, product, unitCode: '', why: null };
  if (!product) return { ...none, state: 'missing' };
  const meant = line.unit ? unitMeant(product.units, line.unit) : undefined;
  const unit = meant ?? product.units.find(({ code }) => code === product.price?.unit) ?? product.units[0];
  if (!unit || !product.price) return { ...none, unitCode: unit?.code ?? product.baseUnit, state: 'not_offered' };
  const snapped = snap(line.quantity, unit);
  const quantity = snapped?.value ?? unit.minimum;
  const wish = { ...none, unitCode: unit.code, quantity };
  if (line.unit && !meant) {
    return { ...wish, state: 'check', why: { key: 'quick.unitUnknown', values: { word: line.unit, unit: unit.name } } };
  }
  if (!snapped || snapped.moved) {
    return {
      ...wish,
      state: 'check',
      why: { key: 'quick.quantityMoved', values: { from: line.quantity, to: quantity } },
    };
  }
  return { ...wish, state: 'ready' };
}

import { useState } from 'react';
import { moveQuantity } from '@tradeyard/design-system';
import { useQuote } from '../../shared/quotes';
import { firstUnit } from '../../shared/units';
import type { Product, QuotedPrice, SellingUnit } from '../../shared/views';

export interface Wish {
  unit: SellingUnit | undefined;
  quantity: string;
  setQuantity: (quantity: string) => void;
  setUnit: (code: string) => void;
  /** Steps up or down. */
  move: (steps: 1n | -1n) => void;
  /** Goes to the next unit. */
  nextUnit: () => void;
  /** What the server says it costs; null until it has said so. */
  price: QuotedPrice | null;
  /** The shown figures are still those of the quantity before. */
  stale: boolean;
}

/** How much of a product is wished for and what the server says it costs. */
export function useWish(product: Product): Wish {
  const [code, setCode] = useState(() => firstUnit(product.units, product.price?.unit)?.code ?? product.baseUnit);
  const unit = product.units.find((each) => each.code === code) ?? product.units[0];
  const [quantity, setQuantity] = useState(unit?.minimum ?? '1');
  const { price, stale } = useQuote({ productId: product.id, unit: code, quantity }, product.price !== null);
  const setUnit = (next: string): void => {
    setCode(next);
    setQuantity(product.units.find((each) => each.code === next)?.minimum ?? '1');
  };
  return {
    unit,
    quantity,
    setQuantity,
    setUnit,
    move: (steps) => unit && setQuantity(moveQuantity(quantity, steps, unit.step, unit.minimum)),
    nextUnit: () => {
      const index = product.units.findIndex((each) => each.code === code);
      const next = product.units[(index + 1) % product.units.length];
      if (next && next.code !== code) setUnit(next.code);
    },
    price,
    stale,
  };
}

import type { Cart, CartLine, Product, SellingUnit } from '../views';

const thousandths = (quantity: string): bigint => {
  const [whole = '0', fraction = ''] = quantity.split('.');
  return BigInt(whole + fraction.padEnd(3, '0').slice(0, 3));
};

const asQuantity = (amount: bigint): string => {
  const digits = amount.toString().padStart(4, '0');
  const fraction = digits.slice(-3).replace(/0+$/, '');
  return digits.slice(0, -3) + (fraction && `.${fraction}`);
};

/** The sum of two quantities, exact to three decimals. */
export const addQuantities = (one: string, other: string): string => asQuantity(thousandths(one) + thousandths(other));

/** The cart with a product put in, merged with a line of the same unit; it has no price until the server answers. */
export function withAdded(cart: Cart, product: Product, unit: string, quantity: string): Cart {
  const held = cart.lines.find((line) => line.productId === product.id && line.unit === unit);
  if (held) return withChanged(cart, held.id, { quantity: addQuantities(held.quantity, quantity) });
  const line: CartLine = {
    id: `new-${product.id}-${unit}`,
    productId: product.id,
    sku: product.sku,
    name: product.name,
    unit,
    unitName: product.units.find(({ code }) => code === unit)?.name ?? unit,
    units: product.units,
    quantity,
    note: null,
    unitPrice: null,
    listPrice: null,
    source: product.price?.source ?? null,
    sourceLabel: product.price?.sourceLabel ?? null,
    badge: product.price?.badge ?? null,
    lineTotal: null,
    tiers: [],
    availability: null,
    thumbnailUrl: product.thumbnailUrl,
    drawing: product.drawing,
    pending: true,
  };
  return { ...cart, lines: [...cart.lines, line] };
}

/** The most of a line's unit that so many base units make, on the unit's step; null when not even its minimum fits. */
export function mostThatFits(baseUnits: string, unit: Pick<SellingUnit, 'factor' | 'step' | 'minimum'>): string | null {
  const [held, factor, step, minimum] = [baseUnits, unit.factor, unit.step, unit.minimum].map(thousandths);
  if (held === undefined || !factor || !step || minimum === undefined || held < 0n) return null;
  const steps = (held * 1000n) / factor / step;
  return steps === 0n || steps * step < minimum ? null : asQuantity(steps * step);
}

/** The cart, or a list, with one line's quantity or unit as wished; its figures stay the old ones until the server answers. */
export function withChanged<Held extends Pick<Cart, 'lines'>>(
  cart: Held,
  lineId: string,
  wish: { quantity?: string; unit?: string },
): Held {
  const lines = cart.lines.map((line) => {
    if (line.id !== lineId) return line;
    const unit = wish.unit ?? line.unit;
    const unitName = line.units.find(({ code }) => code === unit)?.name ?? line.unitName;
    return { ...line, unit, unitName, quantity: wish.quantity ?? line.quantity, pending: true };
  });
  return { ...cart, lines };
}

/** The cart, or a list, without a line. */
export function without<Held extends Pick<Cart, 'lines' | 'problems'>>(cart: Held, lineId: string): Held {
  return {
    ...cart,
    lines: cart.lines.filter(({ id }) => id !== lineId),
    problems: cart.problems.filter((problem) => problem.lineId !== lineId),
  };
}

/** The cart with no lines; its totals stay the old ones until the server answers. */
export function emptied(cart: Cart): Cart {
  return { ...cart, lines: [], problems: [] };
}

/** How much of a product the cart holds, one figure per unit, in the order of the lines. */
export function inCart(cart: Cart | undefined, productId: string): readonly CartLine[] {
  return (cart?.lines ?? []).filter((line) => line.productId === productId);
}

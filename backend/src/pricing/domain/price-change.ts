import { parseDecimal } from '../../shared/decimal.js';
import { UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';

/** What somebody wants of one price, as typed; the unit is the product's first and the minimum 1 unless said. */
export interface WantedChange {
  /** `drop` takes the change out again: it asks for nothing but its key. */
  readonly action: 'set' | 'remove' | 'drop';
  readonly unit?: string | undefined;
  readonly minQuantity?: string | undefined;
  readonly unitPrice?: string | undefined;
  readonly validFrom?: Date | undefined;
  readonly validTo?: Date | undefined;
}

/** A change that makes sense for its product; two of the same key are about the same price. */
export interface PriceChange {
  readonly productId: string;
  readonly unit: string;
  readonly minimum: Quantity;
  /** Null: since ever. */
  readonly validFrom: Date | null;
  /** Null: for ever. */
  readonly validTo: Date | null;
  /** Null removes the price. */
  readonly unitPrice: UnitPrice | null;
}

export type PriceChangeError =
  | { readonly code: 'price.unknown_unit'; readonly unit: string; readonly units: readonly string[] }
  | { readonly code: 'price.invalid_minimum'; readonly minQuantity: string }
  | { readonly code: 'price.missing' }
  | { readonly code: 'price.negative'; readonly unitPrice: string }
  | { readonly code: 'price.too_precise'; readonly unitPrice: string }
  | { readonly code: 'price.invalid'; readonly unitPrice: string }
  | { readonly code: 'price.empty_window' };

// What numeric(14, 4) and numeric(14, 3) can hold.
const dearest = 10n ** 14n;
const largest = 10n ** 14n;

interface Sold {
  readonly id: string;
  readonly baseUnit: string;
  readonly units: readonly { readonly code: string; readonly name?: string }[];
}

/** Reads a wanted change against the units its product is sold in, called by their codes or as the store calls them. */
export function priceChange(product: Sold, wanted: WantedChange): Result<PriceChange, PriceChangeError> {
  const units = [...new Set([...product.units.map(({ code }) => code), product.baseUnit])];
  const unit = wanted.unit === undefined ? (units[0] ?? product.baseUnit) : codeOf(product, wanted.unit);
  if (!units.includes(unit)) return err({ code: 'price.unknown_unit', unit, units });

  const { minQuantity = '1', validFrom = null, validTo = null } = wanted;
  const minimum = Quantity.parse(minQuantity);
  if (!minimum.ok || minimum.value.thousandths >= largest) return err({ code: 'price.invalid_minimum', minQuantity });
  if (validTo && validTo <= (validFrom ?? new Date(-8.64e15))) return err({ code: 'price.empty_window' });

  const change = { productId: product.id, unit, minimum: minimum.value, validFrom, validTo };
  if (wanted.action !== 'set') return ok({ ...change, unitPrice: null });
  const unitPrice = priceOf(wanted.unitPrice);
  return unitPrice.ok ? ok({ ...change, unitPrice: unitPrice.value }) : unitPrice;
}

function codeOf({ units, baseUnit }: Sold, called: string): string {
  if (called === baseUnit || units.some(({ code }) => code === called)) return called;
  const plain = called.trim().toLowerCase();
  return units.find(({ code, name }) => code.toLowerCase() === plain || name?.toLowerCase() === plain)?.code ?? called;
}

function priceOf(unitPrice: string | undefined): Result<UnitPrice, PriceChangeError> {
  if (unitPrice === undefined) return err({ code: 'price.missing' });
  const price = UnitPrice.parse(unitPrice);
  if (price && price.tenThousandths < dearest) return ok(price);
  if (price) return err({ code: 'price.invalid', unitPrice });
  const precise = parseDecimal(unitPrice, 12);
  if (precise === null) return err({ code: 'price.invalid', unitPrice });
  return err({ code: precise < 0n ? 'price.negative' : 'price.too_precise', unitPrice });
}

/** Equal for two changes of the same price. */
export const keyOf = ({ productId, unit, minimum, validFrom }: PriceChange): string =>
  [productId, unit, minimum.thousandths, validFrom?.getTime() ?? ''].join('|');

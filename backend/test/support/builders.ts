import { Quantity } from '../../src/shared/quantity.js';
import { UnitPrice } from '../../src/shared/money.js';
import type { Result } from '../../src/shared/result.js';

export const qty = (text: string): Quantity => Quantity.stored(text);
export const price = (text: string): UnitPrice => UnitPrice.stored(text);

/** Unwraps what the test arranged to succeed. */
export function must<T>(result: Result<T, { code: string }>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.error)}`);
}

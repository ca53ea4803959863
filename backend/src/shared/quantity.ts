import { parseDecimal } from './decimal.js';
import { err, ok, type Result } from './result.js';

export type QuantityError = { readonly code: 'quantity.not_positive' } | { readonly code: 'quantity.too_precise' };

/** An amount of goods to the thousandth (2.5 m³, 12 bags), never below zero; parsed ones are above zero. */
export class Quantity {
  static readonly zero = new Quantity(0n);
  static readonly one = new Quantity(1000n);

  private constructor(readonly thousandths: bigint) {}

  static parse(text: string): Result<Quantity, QuantityError> {
    const thousandths = parseDecimal(text, 3);
    if (thousandths === null) {
      return err({ code: /^\d{1,12}\.\d{4,12}$/.test(text) ? 'quantity.too_precise' : 'quantity.not_positive' });
    }
    return thousandths > 0n ? ok(new Quantity(thousandths)) : err({ code: 'quantity.not_positive' });
  }

  /** For text this system wrote itself, zero included; anything else is a bug and throws. */
  static stored(text: string): Quantity {
    const thousandths = parseDecimal(text, 3);
    if (thousandths !== null && thousandths >= 0n) return new Quantity(thousandths);
    throw new Error(`a stored quantity is not one: ${text}`);
  }

  static ofThousandths(thousandths: bigint): Quantity {
    return new Quantity(thousandths);
  }

  plus(other: Quantity): Quantity {
    return new Quantity(this.thousandths + other.thousandths);
  }

  /** The difference, or zero when the other is larger. */
  minus(other: Quantity): Quantity {
    return new Quantity(this.thousandths > other.thousandths ? this.thousandths - other.thousandths : 0n);
  }

  /** This many units of `factor` base units each; half a thousandth rounds up. */
  inBaseUnits(factor: Quantity): Quantity {
    return new Quantity((this.thousandths * factor.thousandths + 500n) / 1000n);
  }

  isMultipleOf(step: Quantity): boolean {
    return this.thousandths % step.thousandths === 0n;
  }

  atLeast(other: Quantity): boolean {
    return this.thousandths >= other.thousandths;
  }

  equals(other: Quantity): boolean {
    return this.thousandths === other.thousandths;
  }

  /** Shortest form: `2.5`, `12`. */
  toString(): string {
    const fraction = (this.thousandths % 1000n).toString().padStart(3, '0').replace(/0+$/, '');
    return `${this.thousandths / 1000n}${fraction && `.${fraction}`}`;
  }
}

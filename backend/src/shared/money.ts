import { divideHalfUp, formatDecimal, parseDecimal } from './decimal.js';
import type { Quantity } from './quantity.js';

const minorDigits: Readonly<Record<string, number>> = { JPY: 0, CLP: 0, PYG: 0 };

/** Decimals of a currency's minor unit: 2 unless ISO 4217 says otherwise. */
export const digitsOf = (currency: string): number => minorDigits[currency] ?? 2;

/** An amount in whole minor units of one ISO 4217 currency, so that sums are exact. */
export class Money {
  private constructor(
    readonly minor: bigint,
    readonly currency: string,
  ) {}

  static zero(currency: string): Money {
    return new Money(0n, currency);
  }

  static ofMinor(minor: bigint, currency: string): Money {
    return new Money(minor, currency);
  }

  /** For text this system wrote itself; anything else is a bug and throws. */
  static stored(text: string, currency: string): Money {
    const minor = parseDecimal(text, digitsOf(currency));
    if (minor === null) throw new Error(`a stored amount of ${currency} is not one: ${text}`);
    return new Money(minor, currency);
  }

  plus(other: Money): Money {
    this.refuseOther(other);
    return new Money(this.minor + other.minor, this.currency);
  }

  minus(other: Money): Money {
    this.refuseOther(other);
    return new Money(this.minor - other.minor, this.currency);
  }

  /** A share of the amount, half a minor unit rounded up; the rate in millionths (8.25 % = 82 500). */
  share(millionths: bigint): Money {
    return new Money(divideHalfUp(this.minor * millionths, 1_000_000n), this.currency);
  }

  compare(other: Money): -1 | 0 | 1 {
    this.refuseOther(other);
    return this.minor < other.minor ? -1 : this.minor > other.minor ? 1 : 0;
  }

  /** Decimal text with the currency's own decimals: `1188.00`. */
  toString(): string {
    return formatDecimal(this.minor, digitsOf(this.currency));
  }

  private refuseOther(other: Money): void {
    if (other.currency !== this.currency) throw new Error(`${this.currency} does not mix with ${other.currency}`);
  }
}

/** The price of one unit to the ten-thousandth of the currency's major unit (sand by the kilo, screws by the piece). */
export class UnitPrice {
  private constructor(readonly tenThousandths: bigint) {}

  /** Zero or more, at most four decimals; null for anything else. */
  static parse(text: string): UnitPrice | null {
    const scaled = parseDecimal(text, 4);
    return scaled !== null && scaled >= 0n ? new UnitPrice(scaled) : null;
  }

  /** For text this system wrote itself; anything else is a bug and throws. */
  static stored(text: string): UnitPrice {
    const price = UnitPrice.parse(text);
    if (!price) throw new Error(`a stored unit price is not one: ${text}`);
    return price;
  }

  static ofTenThousandths(tenThousandths: bigint): UnitPrice {
    return new UnitPrice(tenThousandths);
  }

  /** The line total: price times quantity, rounded half up to the currency's minor unit. */
  times(quantity: Quantity, currency: string): Money {
    const divisor = 10n ** BigInt(7 - digitsOf(currency));
    return Money.ofMinor(divideHalfUp(this.tenThousandths * quantity.thousandths, divisor), currency);
  }

  /** The price of a unit that holds `factor` of this one, half up to four decimals. */
  timesFactor(factor: Quantity): UnitPrice {
    return new UnitPrice(divideHalfUp(this.tenThousandths * factor.thousandths, 1000n));
  }

  /** The price after a discount given in ten-thousandths (5 % = 500), half up to four decimals. */
  discounted(tenThousandths: bigint): UnitPrice {
    return new UnitPrice(divideHalfUp(this.tenThousandths * (10_000n - tenThousandths), 10_000n));
  }

  compare(other: UnitPrice): -1 | 0 | 1 {
    if (this.tenThousandths === other.tenThousandths) return 0;
    return this.tenThousandths < other.tenThousandths ? -1 : 1;
  }

  /** Always four decimals: `12.5000`. */
  toString(): string {
    return formatDecimal(this.tenThousandths, 4);
  }
}

import { parseDecimal } from '../../shared/decimal.js';

/** An exact fraction: what is left of division until a price is rounded once, at the end. */
export class Ratio {
  private constructor(
    readonly dividend: bigint,
    /** Above zero. */
    readonly divisor: bigint,
  ) {}

  static of(dividend: bigint, divisor = 1n): Ratio {
    if (divisor === 0n) throw new Error('nothing is divided by zero');
    return divisor < 0n ? new Ratio(-dividend, -divisor) : new Ratio(dividend, divisor);
  }

  /** Of decimal text; null when it is none. */
  static parse(text: string): Ratio | null {
    const scaled = parseDecimal(text.replace(/^\+/, ''), 12);
    return scaled === null ? null : new Ratio(scaled, 10n ** 12n);
  }

  plus({ dividend, divisor }: Ratio): Ratio {
    return new Ratio(this.dividend * divisor + dividend * this.divisor, this.divisor * divisor);
  }

  minus({ dividend, divisor }: Ratio): Ratio {
    return new Ratio(this.dividend * divisor - dividend * this.divisor, this.divisor * divisor);
  }

  times({ dividend, divisor }: Ratio): Ratio {
    return new Ratio(this.dividend * dividend, this.divisor * divisor);
  }

  /** Null when the other is zero. */
  over({ dividend, divisor }: Ratio): Ratio | null {
    return dividend === 0n ? null : Ratio.of(this.dividend * divisor, this.divisor * dividend);
  }

  get isNegative(): boolean {
    return this.dividend < 0n;
  }
}

/** Reads a plain decimal (`12`, `12.5`, `-0.25`) as an integer scaled by 10^scale; null when it is not one or has more decimals. */
export function parseDecimal(text: string, scale: number): bigint | null {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,12})(?:\.(\d{1,12}))?$/.exec(text) ?? [];
  if (whole === undefined || fraction.replace(/0+$/, '').length > scale) return null;
  const digits = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  return sign === '-' ? -digits : digits;
}

/** Writes an integer scaled by 10^scale with exactly that many decimals. */
export function formatDecimal(scaled: bigint, scale: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(scale + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Divides half up, away from zero for negatives, so that -0.5 becomes -1. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const doubled = (dividend < 0n ? -dividend : dividend) * 2n + divisor;
  const quotient = doubled / (divisor * 2n);
  return dividend < 0n ? -quotient : quotient;
}

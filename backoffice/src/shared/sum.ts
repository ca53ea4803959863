const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The sum of decimal strings, exactly; what is no decimal counts as nothing. */
export function sumOf(amounts: readonly string[]): string {
  const parts = amounts.map((amount) => DECIMAL.exec(amount)).filter((part) => part !== null);
  const digits = Math.max(0, ...parts.map(([, , , fraction = '']) => fraction.length));
  const sum = parts.reduce(
    (total, [, sign, whole = '0', fraction = '']) => total + BigInt(`${sign}${whole}${fraction.padEnd(digits, '0')}`),
    0n,
  );
  const text = (sum < 0n ? -sum : sum).toString().padStart(digits + 1, '0');
  const point = text.length - digits;
  return `${sum < 0n ? '-' : ''}${text.slice(0, point)}${digits > 0 ? `.${text.slice(point)}` : ''}`;
}

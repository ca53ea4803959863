const PRICE = /^(\d+)(?:\.(\d{1,4}))?$/;
const parts = (price: string): bigint | null => {
  const [, whole, fraction = ''] = PRICE.exec(price) ?? [];
  return whole === undefined ? null : BigInt(whole + fraction.padEnd(4, '0'));
};

/** The change from one price to another in tenths of a percent, rounded half up; null where there is nothing to compare. */
export function tenthsOfChange(from: string | null, to: string): number | null {
  const [before, after] = [from === null ? null : parts(from), parts(to)];
  if (before === null || after === null || before === 0n) return null;
  const thousandfold = (after - before) * 1000n;
  const sign = thousandfold < 0n ? -1n : 1n;
  return Number((sign * (sign * thousandfold * 2n + before)) / (before * 2n));
}

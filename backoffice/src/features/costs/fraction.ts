/** "0.1250" as people write it: "12.5". */
export const percentOf = (fraction: string): string => String(Math.round(Number(fraction) * 10_000) / 100);

/** "12.5" as the API takes it: "0.125". Null when it is no percentage from 0 to under 100 with two decimals at most. */
export function fractionOf(percent: string): string | null {
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(percent)) return null;
  return String(Math.round(Number(percent) * 100) / 10_000);
}

import { parseQuantity } from './quantity';

/** Share of a ruler's width, 0 to 1, where a quantity stands: tiers are spaced evenly, within a tier it moves in proportion. */
export function rulerPosition(minimums: readonly string[], quantity: string): number {
  const stops = minimums.map((minimum) => Number(parseQuantity(minimum) ?? 0n));
  const asked = Number(parseQuantity(quantity) ?? 0n);
  const index = stops.filter((stop) => stop <= asked).length - 1;
  const from = stops[index];
  if (from === undefined) return 0;
  const to = stops[index + 1] ?? Math.max(from * 2, from + 1);
  return (index + Math.min(1, (asked - from) / (to - from)) * 0.94) / stops.length;
}

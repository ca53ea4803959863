import type { ReactNode } from 'react';
import { useFormats } from '@tradeyard/app-kit';

/** How many decimals the longest of these amounts needs. */
export function decimalsOf(amounts: Iterable<string | null | undefined>): number {
  let most = 0;
  for (const amount of amounts) {
    const decimals = amount?.split('.')[1]?.replace(/0+$/, '').length ?? 0;
    if (decimals > most) most = decimals;
  }
  return most;
}

/** A figure of a column whose longest has so many decimals: their separators stand below each other. */
export function Aligned({ figure, decimals }: { figure: string; decimals: number }): ReactNode {
  const { decimalSeparator } = useFormats();
  const separator = figure.lastIndexOf(decimalSeparator);
  const own = separator < 0 ? 0 : figure.length - separator - 1;
  return (
    <span className="aligned" data-room={'0'.repeat(Math.max(0, decimals - own)) || undefined}>
      {figure}
    </span>
  );
}

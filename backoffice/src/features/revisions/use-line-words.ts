import { useMemo } from 'react';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { tenthsOfChange } from './percent-of-change';
import type { DiffLine } from './revision-views';

/** −999.9%. */
const FAR = 9.999;
/** From here on a rise is told in thousands. */
const FAR_UP = 10_000;
const typographic = (text: string): string => text.replace('-', '−');

/** A line's shares and amounts as the store's people read them. */
export function useLineWords(): {
  /** "+3.1%" of "3.14" percent. */
  percent: (percent: string) => string;
  /** How far a line's price goes, rounded once from the prices themselves; empty where there is nothing to compare. */
  moved: (line: Pick<DiffLine, 'oldPrice' | 'newPrice'>) => string;
  /** "22.4%" of "0.2237". */
  share: (fraction: string) => string;
  sold: (line: Pick<DiffLine, 'sold90'>) => string;
} {
  const { locale } = useTenant();
  const { quantity } = useFormats();
  return useMemo(() => {
    const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
    const change = new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero', ...one });
    const share = new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'negative', ...one });
    const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
    const far = new Intl.NumberFormat(locale, {
      ...{ style: 'percent', signDisplay: 'exceptZero', notation: 'compact', maximumSignificantDigits: 3 },
    });
    const percent = (text: string): string =>
      typographic((Math.abs(Number(text)) < FAR_UP ? change : far).format(Number(text) / 100));
    return {
      percent,
      moved: ({ oldPrice, newPrice }) => {
        const tenths = newPrice === null ? null : tenthsOfChange(oldPrice, newPrice);
        return tenths === null ? '' : percent(String(tenths / 10));
      },
      // A price far under its cost is said to be that, not how far to the tenth.
      share: (fraction) =>
        Number(fraction) < -FAR ? `<${typographic(share.format(-FAR))}` : typographic(share.format(Number(fraction))),
      sold: ({ sold90 }) =>
        Number(sold90) === 0 ? '' : Number(sold90) < 100_000 ? quantity(sold90) : short.format(Number(sold90)),
    };
  }, [locale, quantity]);
}

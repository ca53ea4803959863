import { useMemo } from 'react';
import { useTenant } from '@tradeyard/app-kit';

/** "+3.5%", "−16%" from percent as the API says it: "3.50". */
export function useChangePercent(): (percent: string) => string {
  const { locale } = useTenant();
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, {
      style: 'percent',
      signDisplay: 'exceptZero',
      maximumFractionDigits: 1,
    });
    return (percent) => format.format(Number(percent) / 100).replace('-', '−');
  }, [locale]);
}

import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenant } from '@tradeyard/app-kit';
import { TrafficLight } from '@tradeyard/design-system';
import type { components } from '@tradeyard/api-client';

export type Light = components['schemas']['ResolvedLineView']['light'];

const shapes = { ok: 'ok', near: 'near', below: 'under' } as const;
/** −999.9%. */
const FAR = 9.999;

/** How a price stands to its margin floor, in a sign and words; nothing where nobody knows. */
export function MarginLight({ light, children }: { light: Light; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  if (light === 'unknown') return children;
  const words = t(`margin.light.${light}`);
  return (
    <TrafficLight state={shapes[light]} stateLabel={children === undefined ? '' : words}>
      {children ?? words}
    </TrafficLight>
  );
}

/** Writes a margin: "22.4%" of "0.2237", "<−999.9%" of what is far under its cost. */
export function useMargin(): (fraction: string) => string {
  const { locale } = useTenant();
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    const said = (share: number): string => format.format(share).replace('-', '−');
    return (fraction) => (Number(fraction) < -FAR ? `<${said(-FAR)}` : said(Number(fraction)));
  }, [locale]);
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { Badge } from '@tradeyard/design-system';
import { lastDayOf } from './day';

export interface Period {
  validFrom: string | null;
  validTo: string | null;
}

/** "Mon 2 Mar to Wed 31 Dec": from the first day to the last one. */
export function usePeriod(): (period: Period) => string {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { timeZone } = useTenant();
  return ({ validFrom, validTo }) => {
    const [from, to] = [validFrom && date(validFrom), validTo && date(lastDayOf(validTo, timeZone))];
    if (from && to) return t('period.span', { from, to });
    if (from) return t('period.from', { from });
    return to ? t('period.to', { to }) : t('period.open');
  };
}

const SOON = 30;

/** How long a period lasts yet; calm until it matters. */
export function DaysLeft({ daysLeft, expired }: { daysLeft: number | null; expired: boolean }): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  if (expired) return <Badge meaning="danger">{t('period.expired')}</Badge>;
  if (daysLeft === null) return <span className="subtle">{t('period.noEnd')}</span>;
  const words = t('period.left', { count: daysLeft, shown: quantity(String(daysLeft)) });
  return daysLeft <= SOON ? <Badge meaning="warning">{words}</Badge> : <span className="muted">{words}</span>;
}

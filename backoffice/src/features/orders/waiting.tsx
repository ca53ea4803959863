import type { ReactNode } from 'react';
import { ClockAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { classNames } from '@tradeyard/design-system';
import { useNow } from '../../shared/use-now';
import type { OrderStatus } from './order-views';

const SOON = 30;
const LATE = 90;
const HALF_DAY = 12 * 60;

/** How long ago an order was placed; while it waits to be confirmed it turns amber after 30 minutes and red after 90. */
export function Waiting({ since, status }: { since: string; status: OrderStatus }): ReactNode {
  const { t } = useTranslation();
  const { date, time } = useFormats();
  const now = useNow();
  const minutes = Math.max(0, Math.floor((now - new Date(since).getTime()) / 60_000));
  const waits = status === 'placed';
  const late = waits && minutes >= LATE;
  let text: string;
  if (minutes < 60) text = t('orders.minutes', { count: minutes });
  else if (minutes < HALF_DAY)
    text = t('orders.hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
  else if (date(since) === date(new Date(now).toISOString())) text = t('orders.today', { time: time(since) });
  else text = date(since);
  return (
    <span className={classNames('sla', late ? 'late' : waits && minutes >= SOON && 'soon')}>
      {late && <ClockAlert className="i i-sm" aria-label={t('orders.late')} />}
      {text}
    </span>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Timeline } from '@tradeyard/design-system';
import type { Order } from '../../shared/views';

const BAD = new Set(['cancelled', 'rejected']);

/** Everything that happened to the order, the newest first. */
export function OrderTimeline({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const newest = [...order.history].sort((one, other) => other.at.localeCompare(one.at));
  const ended = ['completed', 'cancelled', 'rejected'].includes(order.status);
  return (
    <Timeline
      label={t('order.timeline')}
      items={newest.map((entry, index) => ({
        id: `${entry.at}-${entry.event}-${index}`,
        title: t(`order.events.${entry.event}`),
        detail: [dateTime(entry.at), entry.actor.name].filter(Boolean).join(', '),
        state: BAD.has(entry.event) ? 'bad' : index === 0 && !ended ? 'now' : 'done',
        children: entry.note ? <div className="small">{entry.note}</div> : undefined,
      }))}
    />
  );
}

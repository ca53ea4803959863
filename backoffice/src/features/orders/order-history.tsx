import type { ReactNode } from 'react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Panel, Timeline } from '@tradeyard/design-system';
import type { Order } from './order-views';

const ended = new Set(['rejected', 'cancelled']);

/** Who did what, when and why; the newest first. */
export function OrderHistory({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { dateTime, money } = useFormats();
  const newest = [...order.history].reverse();
  return (
    <Panel title={t('orders.history.title')}>
      <Timeline
        label={t('orders.history.title')}
        items={newest.map(({ at, actor, event, note, facts }, index) => {
          const key = `orders.history.events.${event}`;
          const amount = typeof facts?.amount === 'string' ? money(facts.amount) : '';
          const title = i18next.exists(key)
            ? t(key, { number: facts?.shipment, branch: facts?.branch, amount })
            : event;
          return {
            id: `${at}-${index}`,
            title,
            detail: `${dateTime(at)}, ${actor.name}`,
            state: ended.has(event) ? 'bad' : index === 0 ? 'now' : 'done',
            children: note && <p className="small">{note}</p>,
          };
        })}
      />
    </Panel>
  );
}

import type { ReactNode } from 'react';
import { Check, PackageOpen, Truck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { classNames, EmptyState, Panel } from '@tradeyard/design-system';
import type { Order, Shipment } from '../../shared/views';

/** What left which branch and what has arrived, the newest first. */
export function Deliveries({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { address } = order;
  const place = [address.name, address.line1, address.city].filter(Boolean).join(', ');
  const ended = order.status === 'cancelled' || order.status === 'rejected';
  if (ended && order.shipments.length === 0) return null;
  return (
    <Panel title={t('order.deliveries')} actions={<span className="small muted">{place}</span>} flush>
      {order.shipments.length === 0 ? (
        <EmptyState
          level={3}
          icon={PackageOpen}
          title={order.status === 'placed' ? t('order.waiting') : t('order.packing')}
          text={order.status === 'placed' ? t('order.waitingText') : t('order.packingText')}
        />
      ) : (
        [...order.shipments]
          .sort((one, other) => other.number - one.number)
          .map((shipment) => <Drop key={shipment.id} order={order} shipment={shipment} />)
      )}
    </Panel>
  );
}

function Drop({ order, shipment }: { order: Order; shipment: Shipment }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { number, deliveredAt, shippedAt } = shipment;
  const content = shipment.lines
    .map(({ lineNo, quantity: amount }) => {
      const line = order.lines.find((each) => each.lineNo === lineNo);
      return line ? `${formats.amount(amount, line.unitName)} ${line.name}` : '';
    })
    .filter(Boolean)
    .join('; ');
  return (
    <div className={classNames('drop-row', deliveredAt ? 'ok' : 'go')}>
      <span className="ic">{deliveredAt ? <Check className="i" /> : <Truck className="i" />}</span>
      <div>
        <b>
          {deliveredAt
            ? t('order.delivered', { number, when: formats.dateTime(deliveredAt) })
            : t('order.onTheRoad', { number, when: formats.dateTime(shippedAt), branch: shipment.branch.name })}
        </b>
        <div className="small muted">{content}</div>
        {shipment.note && <div className="small">{shipment.note}</div>}
      </div>
    </div>
  );
}

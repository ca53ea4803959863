import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { DescriptionList, Panel } from '@tradeyard/design-system';
import type { Order } from '../../shared/views';

/** Where it goes and how it is paid. */
export function OrderFacts({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { address } = order;
  const terms = /^net(\d+)$/.exec(order.paymentTerms)?.[1];
  const facts = [
    {
      name: t('order.deliverTo'),
      value: (
        <>
          {address.name && <div>{address.name}</div>}
          <div className="font-normal">
            {[address.line1, address.line2, `${address.city}, ${address.stateCode} ${address.postalCode}`]
              .filter(Boolean)
              .join(', ')}
          </div>
        </>
      ),
    },
    order.requestedDate && { name: t('checkout.date'), value: date(order.requestedDate) },
    order.poNumber && { name: t('checkout.po'), value: order.poNumber },
    order.note && { name: t('checkout.note'), value: <span className="font-normal">{order.note}</span> },
    {
      name: t('checkout.payment'),
      value: order.paymentMethod === 'credit' && terms ? t('checkout.credit', { days: terms }) : t('checkout.transfer'),
    },
    order.paymentReference && { name: t('order.reference'), value: order.paymentReference },
    order.dueAt && { name: t('order.due'), value: date(order.dueAt) },
    { name: t('order.paymentState'), value: t(`orders.paymentStatus.${order.paymentStatus}`) },
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <Panel title={t('order.about')}>
      <DescriptionList items={facts} />
    </Panel>
  );
}

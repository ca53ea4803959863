import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { DescriptionList } from '@tradeyard/design-system';
import { PaymentState } from './order-state';
import type { Order } from './order-views';

/** Where an order goes, until when, and how it is paid. */
export function OrderFacts({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { date, money } = useFormats();
  const { address } = order;
  const fact = (name: string, value: ReactNode): { name: string; value: ReactNode }[] =>
    value ? [{ name: t(`orders.facts.${name}`), value }] : [];
  return (
    <DescriptionList
      items={[
        ...fact('deliver', order.requestedDate && date(order.requestedDate)),
        ...fact(
          'address',
          <>
            {[address.name, address.line1, address.line2].filter(Boolean).join(', ')}
            <br />
            {address.city}, {address.stateCode} {address.postalCode}
          </>,
        ),
        ...fact('contact', [address.contactName, address.contactPhone].filter(Boolean).join(', ')),
        ...fact('access', address.accessNotes),
        ...fact('po', order.poNumber),
        ...fact(
          'payment',
          <>
            {t(`orders.methods.${order.paymentMethod}`, { defaultValue: order.paymentMethod })}
            {' · '}
            <PaymentState status={order.paymentStatus} />
          </>,
        ),
        ...fact('terms', terms(order.paymentTerms, t)),
        ...fact('reference', order.paymentReference),
        ...fact('due', order.dueAt && date(order.dueAt)),
        ...fact('balance', money(order.balance)),
        ...fact('tradeCode', order.tradeCode),
        ...fact('note', order.note),
      ]}
    />
  );
}

/** "net30" as people say it. */
function terms(text: string, t: (key: string, values?: Record<string, unknown>) => string): string {
  const [, days] = /^net(\d+)$/.exec(text) ?? [];
  return days ? t('orders.net', { count: Number(days) }) : t('orders.prepaid');
}

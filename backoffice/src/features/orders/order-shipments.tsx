import type { ReactNode } from 'react';
import { CheckCheck, Truck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unitWord, useFormats } from '@tradeyard/app-kit';
import { Badge, Panel, Table, TableScroll, Td, Th } from '@tradeyard/design-system';
import type { Order } from './order-views';

/** What left together, from where, and whether it arrived. */
export function OrderShipments({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { dateTime, quantity } = useFormats();
  if (order.shipments.length === 0) return null;
  const lines = new Map(order.lines.map((line) => [line.lineNo, line]));
  return (
    <Panel title={t('orders.shipments', { count: order.shipments.length })} flush>
      <TableScroll label={t('orders.shipments', { count: order.shipments.length })}>
        <Table caption={t('orders.shipments', { count: order.shipments.length })} plain>
          <thead>
            <tr>
              <Th>{t('orders.shipmentColumn')}</Th>
              <Th>{t('orders.line.branch')}</Th>
              <Th>{t('orders.content')}</Th>
              <Th>{t('orders.columns.status')}</Th>
            </tr>
          </thead>
          <tbody>
            {order.shipments.map(({ id, number, branch, shippedAt, deliveredAt, note, lines: parts }) => (
              <tr key={id}>
                <Td>
                  <b>{t('orders.shipment', { number })}</b>
                  <div className="small muted">{dateTime(shippedAt)}</div>
                  {note && <div className="small">{note}</div>}
                </Td>
                <Td>{branch.name}</Td>
                <Td>
                  <ul>
                    {parts.map(({ lineNo, quantity: sent }) => (
                      <li key={lineNo}>
                        {quantity(sent)} {unitWord(sent, lines.get(lineNo)?.unitName ?? '')}{' '}
                        <span className="muted">{lines.get(lineNo)?.name}</span>
                      </li>
                    ))}
                  </ul>
                </Td>
                <Td>
                  {deliveredAt ? (
                    <>
                      <Badge meaning="success" icon={CheckCheck}>
                        {t('orders.states.delivered')}
                      </Badge>
                      <div className="small muted">{dateTime(deliveredAt)}</div>
                    </>
                  ) : (
                    <Badge meaning="brand" icon={Truck}>
                      {t('orders.states.underway')}
                    </Badge>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Panel>
  );
}

/** What came in, when, and who noted it. */
export function OrderPayments({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { dateTime, money } = useFormats();
  if (order.payments.length === 0) return null;
  const caption = t('orders.payments', { count: order.payments.length });
  return (
    <Panel title={caption} flush>
      <TableScroll label={caption}>
        <Table caption={caption} plain>
          <thead>
            <tr>
              <Th>{t('orders.pay.at')}</Th>
              <Th>{t('orders.pay.reference')}</Th>
              <Th>{t('orders.pay.by')}</Th>
              <Th num>{t('orders.pay.amount')}</Th>
            </tr>
          </thead>
          <tbody>
            {order.payments.map(({ id, at, reference, recordedBy, amount }) => (
              <tr key={id}>
                <Td>{dateTime(at)}</Td>
                <Td>{reference ?? '–'}</Td>
                <Td>{recordedBy.name}</Td>
                <Td num>
                  <b>{money(amount)}</b>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Panel>
  );
}

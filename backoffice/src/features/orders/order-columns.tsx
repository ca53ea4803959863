import { useMemo, type ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import { Badge } from '@tradeyard/design-system';
import type { Column } from '../../shared/list/columns';
import { OrderState, PaymentState } from './order-state';
import type { OrderSummary } from './order-views';
import { Waiting } from './waiting';

/** The columns of the queue, in its order. */
export function useOrderColumns(): Column<OrderSummary>[] {
  const { t } = useTranslation();
  const { money, date } = useFormats();
  return useMemo(() => {
    const label = (column: string): string => t(`orders.columns.${column}`);
    const cell =
      (render: (order: OrderSummary) => ReactNode) =>
      ({ row }: { row: { original: OrderSummary } }): ReactNode =>
        render(row.original);
    return [
      {
        id: 'number',
        meta: { label: label('number'), width: '96px', sort: 'number', fixed: true },
        cell: cell(({ id, number }) => (
          <Link to={`/orders/${id}`} data-row-link="" tabIndex={-1}>
            {number}
          </Link>
        )),
      },
      {
        id: 'waiting',
        meta: { label: label('waiting'), width: '120px', sort: 'placedAt' },
        cell: cell(({ placedAt, status }) => <Waiting since={placedAt} status={status} />),
      },
      {
        id: 'company',
        meta: { label: label('company'), sort: 'company', truncate: true, fixed: true },
        cell: cell(({ company, deliverTo }) => (
          <>
            <b>{company.name}</b> <span className="muted">{deliverTo}</span>
          </>
        )),
      },
      {
        id: 'deliver',
        meta: { label: label('deliver'), width: '110px' },
        cell: cell(({ requestedDate }) => (requestedDate ? date(requestedDate) : '–')),
      },
      {
        id: 'total',
        meta: { label: label('total'), width: '118px', num: true, sort: 'total', fixed: true },
        cell: cell(({ total }) => <b>{money(total)}</b>),
      },
      {
        id: 'payment',
        meta: { label: label('payment'), width: '112px', dropsWithPanel: true },
        cell: cell(({ paymentStatus }) => <PaymentState status={paymentStatus} />),
      },
      {
        id: 'lines',
        meta: { label: label('lines'), width: '64px', num: true, dropsWithPanel: true },
        cell: cell(({ lineCount }) => lineCount),
      },
      {
        id: 'status',
        meta: { label: label('status'), width: '148px', fixed: true },
        cell: cell((order) =>
          order.backorderedCount > 0 && ['placed', 'confirmed'].includes(order.status) ? (
            <Badge meaning="warning" icon={TriangleAlert}>
              {t('orders.states.backordered')}
            </Badge>
          ) : (
            <OrderState {...order} />
          ),
        ),
      },
    ];
  }, [t, money, date]);
}

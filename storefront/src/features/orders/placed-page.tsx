import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, PageTitle, useFormats } from '@tradeyard/app-kit';
import { Button, DescriptionList } from '@tradeyard/design-system';
import type { Order } from '../../shared/views';
import './orders.css';
import { orderQuery } from './orders.queries';

/** What was ordered, what happens now, and what to quote when paying. */
export function PlacedPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const order = useQuery(orderQuery(id));
  if (order.data) return <Placed order={order.data} />;
  if (!order.isError) return null;
  return (
    <div className="page py-10">
      <div className="panel">
        <PageTitle name={t('order.failed')} className="sr" />
        <LoadFailed
          error={order.error}
          title={t('order.failed')}
          retrying={order.isFetching}
          onRetry={() => void order.refetch()}
          action={
            <Link className="link" to="/orders">
              {t('shell.orders')}
            </Link>
          }
        />
      </div>
    </div>
  );
}

function Placed({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { money, date } = useFormats();
  const { address, paymentReference, dueAt } = order;
  return (
    <div className="page placed">
      <div className="panel">
        <span className="tick">
          <Check className="i i-lg" />
        </span>
        <PageTitle name={t('placed.title', { number: order.number })} />
        <p className="muted">{t('placed.text', { name: order.buyer.name })}</p>
        <DescriptionList
          className="docket"
          items={[
            { name: t('checkout.total'), value: money(order.total) },
            {
              name: t('order.deliverTo'),
              value: address.name ?? `${address.line1}, ${address.city}`,
            },
            ...(order.requestedDate ? [{ name: t('checkout.date'), value: date(order.requestedDate) }] : []),
            ...(paymentReference
              ? [{ name: t('order.reference'), value: <span className="fig">{paymentReference}</span> }]
              : []),
            ...(dueAt ? [{ name: t('order.due'), value: date(dueAt) }] : []),
          ]}
        />
        {paymentReference && <p className="small muted">{t('placed.reference')}</p>}
        <div className="row g4 wrap">
          <Button variant="primary" asChild>
            <Link to={`/orders/${order.id}`}>{t('placed.see')}</Link>
          </Button>
          <Button asChild>
            <Link to="/">{t('cart.browse')}</Link>
          </Button>
        </div>
      </div>
    </div>
  );
}

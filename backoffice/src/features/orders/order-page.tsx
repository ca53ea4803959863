import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats } from '@tradeyard/app-kit';
import { Panel, SkeletonRows, Stages, type Stage } from '@tradeyard/design-system';
import { BackLink, PageHeader, PageSheets } from '../../shared/list/page-frame';
import { OrderActions } from './order-actions';
import { OrderFacts } from './order-facts';
import { OrderHistory } from './order-history';
import { OrderLines } from './order-lines';
import { OrderPayments, OrderShipments } from './order-shipments';
import { OrderState } from './order-state';
import type { Order } from './order-views';
import { orderQuery } from './order.queries';
import './order-page.css';

const TraceDrawer = lazy(() => import('./trace-drawer'));

/** One order in full: what was agreed, what left and arrived, what was paid, who did what. */
export default function OrderPage(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data: order, error, isFetching, refetch } = useQuery(orderQuery(id));
  const waiting = useDelayed(!order && !error);
  return (
    <>
      <PageHeader
        title={
          <>
            <BackLink to="/orders" label={t('orders.back')} />
            <PageTitle name={order ? t('orders.order', { number: order.number }) : t('orders.title')} />
            {order && <OrderState {...order} />}
          </>
        }
        actions={order && <OrderActions order={order} keys />}
      />
      <PageSheets>
        {error && (
          <LoadFailed
            error={error}
            title={t('orders.oneFailed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
            action={
              <Link className="link" to="/orders">
                {t('orders.back')}
              </Link>
            }
          />
        )}
        {waiting && <SkeletonRows rows={10} columns={['1fr', '90px', '90px']} />}
        {order && <OrderSheets order={order} />}
      </PageSheets>
    </>
  );
}

function OrderSheets({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const [explained, setExplained] = useState<number | null>(null);
  return (
    <div className="order-sheets">
      <div className="order-head">
        <div>
          <b>{order.company.name}</b>
          <span className="muted">
            {' · '}
            {t('orders.placedBy', { when: dateTime(order.placedAt), name: order.buyer.name })}
            {' · '}
            <a className="link" href={`mailto:${order.buyer.email}`}>
              {order.buyer.email}
            </a>
          </span>
        </div>
        <Stages items={useStages(order)} label={t('orders.stages.label')} />
      </div>
      <div className="order-main">
        <OrderLines order={order} onExplain={setExplained} />
        <OrderShipments order={order} />
        <OrderPayments order={order} />
      </div>
      <div className="order-side">
        <Panel title={t('orders.facts.title')}>
          <OrderFacts order={order} />
        </Panel>
        <OrderHistory order={order} />
      </div>
      <Suspense fallback={null}>
        {explained !== null && <TraceDrawer order={order} lineNo={explained} onClose={() => setExplained(null)} />}
      </Suspense>
    </div>
  );
}

/** Placed, confirmed, shipped, delivered, paid; or where it ended. */
function useStages({ status, fulfilmentStatus, paymentStatus, lines }: Order): Stage[] {
  const { t } = useTranslation();
  const done = {
    placed: status !== 'pending_approval',
    confirmed: status === 'confirmed' || status === 'completed',
    // Part of an order may arrive before the rest of it left.
    shipped: fulfilmentStatus !== 'unfulfilled' && lines.every(({ open }) => /^0*(\.0*)?$/.test(open)),
    delivered: fulfilmentStatus === 'delivered',
    paid: paymentStatus === 'paid',
  };
  const stage = (id: string, state: Stage['state']): Stage => ({
    id,
    label: t(`orders.stages.${id}`),
    state,
    stateLabel: t(`orders.stages.states.${state}`),
  });
  if (status === 'rejected' || status === 'cancelled') return [stage('placed', 'done'), stage(status, 'bad')];
  const names = Object.keys(done) as (keyof typeof done)[];
  const now = names.find((name) => !done[name]);
  return names.map((name) => stage(name, done[name] ? 'done' : name === now ? 'now' : 'todo'));
}

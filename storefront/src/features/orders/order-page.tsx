import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Ban, Printer, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats, useRefusal } from '@tradeyard/app-kit';
import {
  Alert,
  Button,
  ConfirmDialog,
  Crumbs,
  Field,
  Panel,
  Skeleton,
  TextArea,
  useToast,
} from '@tradeyard/design-system';
import { SaveAsList } from '../../shared/lists/save-as-list';
import { useMay } from '../../shared/session';
import type { Order } from '../../shared/views';
import { Deliveries } from './deliveries';
import { OrderFacts } from './order-facts';
import { OrderLines } from './order-lines';
import { OrderTimeline } from './order-timeline';
import './orders.css';
import { cancelOrder, orderQuery, reorder } from './orders.queries';
import { StandingBadge } from './standing-badge';

/** One order: deliveries first, then lines, at the right what happened. */
export function OrderPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const order = useQuery(orderQuery(id));
  const skeleton = useDelayed(order.isPending);
  if (order.data) return <Shown order={order.data} />;
  return (
    <div className="page">
      {order.isError ? (
        <div className="panel my-6">
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
      ) : (
        skeleton && (
          <div className="order-pg mt-6" aria-busy="true">
            <Skeleton height={480} />
            <Skeleton height={320} />
          </div>
        )
      )}
    </div>
  );
}

function Shown({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const mayCancel = useMay('order.cancel_own') && order.allowed.includes('cancel');
  const mayFill = useMay('cart.edit');
  const toast = useToast();
  const again = useMutation({
    ...reorder(order.id),
    onSettled: (cart) => {
      if (!cart) return;
      if (cart.refused.length > 0) toast.show({ message: t('order.notAll', { count: cart.refused.length }) });
      void navigate('/cart');
    },
  });
  const [asking, setAsking] = useState(false);
  return (
    <div className="page">
      <div className="crumb-row">
        <Crumbs
          label={t('shell.crumbs')}
          onNavigate={(href) => void navigate(href)}
          items={[{ label: t('shell.orders'), href: '/orders' }, { label: order.number }]}
        />
      </div>
      <div className="pgh">
        <div>
          <div className="row g5 wrap">
            <PageTitle name={t('order.title', { number: order.number })} />
            <StandingBadge order={order} />
          </div>
          <p className="muted mt-1">
            {order.poNumber && `${t('order.po', { po: order.poNumber })}, `}
            {t('order.placedBy', { date: date(order.placedAt), name: order.buyer.name })}
          </p>
        </div>
        <span className="grow" />
        <span className="row g4 wrap no-print actions">
          {mayCancel && (
            <Button variant="ghost" icon={Ban} onClick={() => setAsking(true)}>
              {t('order.cancel')}
            </Button>
          )}
          <Button icon={Printer} onClick={() => window.print()}>
            {t('order.print')}
          </Button>
          {mayFill && (
            <SaveAsList beginning={{ from: { orderId: order.id } }} name={t('order.title', { number: order.number })} />
          )}
          {mayFill && (
            <Button variant="primary" icon={RotateCw} busy={again.isPending} onClick={() => again.mutate()}>
              {t('order.again')}
            </Button>
          )}
        </span>
      </div>
      {again.error && <Alert meaning="danger" assertive className="mb-4" title={refusal(again.error)} />}
      <div className="order-pg">
        <div className="col g6 min-w-0">
          <Deliveries order={order} />
          <OrderLines order={order} />
        </div>
        <aside className="col g6" aria-label={t('order.about')}>
          <Panel title={t('order.timeline')}>
            <OrderTimeline order={order} />
          </Panel>
          <OrderFacts order={order} />
        </aside>
      </div>
      {asking && <CancelDialog order={order} onClose={() => setAsking(false)} />}
    </div>
  );
}

function CancelDialog({ order, onClose }: { order: Order; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const [reason, setReason] = useState('');
  const cancel = useMutation({ ...cancelOrder(order.id), onSettled: (_, error) => !error && onClose() });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('order.cancelTitle', { number: order.number })}
      effect={t('order.cancelEffect')}
      confirmLabel={t('order.cancel')}
      cancelLabel={t('order.keep')}
      danger
      busy={cancel.isPending}
      disabledReason={reason.trim() ? undefined : t('order.reasonNeeded')}
      onConfirm={() => cancel.mutate(reason.trim())}
    >
      {cancel.error && <Alert meaning="danger" assertive title={refusal(cancel.error)} />}
      <Field label={t('order.reason')}>
        <TextArea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}

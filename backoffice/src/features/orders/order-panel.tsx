import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Maximize2, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { LoadFailed, useDelayed, useFormats } from '@tradeyard/app-kit';
import { Alert, IconButton, SkeletonRows } from '@tradeyard/design-system';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { OrderActions } from './order-actions';
import { OrderFacts } from './order-facts';
import { OrderState } from './order-state';
import type { Order } from './order-views';
import { orderQuery } from './order.queries';
import './order-panel.css';

const SHOWN = 6;

/** One order beside the queue: what holds it up, its lines, where it goes, and the next step. */
export function OrderPanel({
  id,
  onClose,
  onPrevious,
  onNext,
}: {
  id: string;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const navigate = useNavigate();
  const { data: order, error, isFetching, refetch } = useQuery(orderQuery(id));
  const waiting = useDelayed(!order && !error);
  return (
    <SidePanel
      label={order ? t('orders.order', { number: order.number }) : t('orders.title')}
      title={
        order && (
          <>
            <h2 className="role-subhead">{order.number}</h2>
            <OrderState {...order} />
          </>
        )
      }
      detail={
        order && (
          <>
            <b>{order.company.name}</b>
            <span className="muted">
              {[order.address.name, order.poNumber && t('orders.po', { po: order.poNumber })]
                .filter(Boolean)
                .map((text) => ` · ${text ?? ''}`)}
              {' · '}
              {t('orders.placedBy', { when: dateTime(order.placedAt), name: order.buyer.name })}
            </span>
          </>
        )
      }
      actions={
        <IconButton
          size="sm"
          icon={Maximize2}
          label={t('list.open')}
          shortcut="Enter"
          onClick={() => void navigate(`/orders/${id}`)}
        />
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={order && order.allowed.length > 0 && <OrderActions order={order} grow />}
    >
      {error && (
        <LoadFailed error={error} title={t('orders.oneFailed')} retrying={isFetching} onRetry={() => void refetch()} />
      )}
      {waiting && <SkeletonRows rows={8} columns={['1fr', '60px']} />}
      {order && <PanelBody order={order} />}
    </SidePanel>
  );
}

function PanelBody({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { money, amount, date } = useFormats();
  const short = order.lines.filter(({ backordered }) => backordered);
  const more = order.lines.length - SHOWN;
  return (
    <>
      {short.length > 0 && (
        <div className="psec">
          <Alert meaning="warning" icon={TriangleAlert} title={t('orders.short', { count: short.length })}>
            {order.expectedDate ? t('orders.shortUntil', { date: date(order.expectedDate) }) : t('orders.shortNoDate')}
          </Alert>
        </div>
      )}
      <PanelPart title={t('orders.lines', { count: order.lines.length })} aside={money(order.subtotal)}>
        <ul className="panel-lines">
          {order.lines.slice(0, SHOWN).map((line) => (
            <li key={line.lineNo}>
              <span className="min-w-0">
                <b className="block ell">{line.name}</b>
                <span className={line.backordered ? 'small strong c-warning' : 'small muted'}>
                  {amount(line.quantity, line.unitName)}
                  {' · '}
                  {line.branch?.name ?? t('orders.line.waits')}
                </span>
              </span>
              <span className="num">{money(line.lineTotal)}</span>
            </li>
          ))}
        </ul>
        {more > 0 && (
          <Link className="link small" to={`/orders/${order.id}`}>
            {t('orders.moreLines', { count: more })}
          </Link>
        )}
      </PanelPart>
      <PanelPart title={t('orders.facts.title')}>
        <OrderFacts order={order} />
      </PanelPart>
    </>
  );
}

import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useDelayed, useFormats } from '@tradeyard/app-kit';
import { Drawer, PriceSource, SkeletonRows } from '@tradeyard/design-system';
import { PriceTrace } from '../../shared/trace/price-trace';
import type { FrozenTrace, Order } from './order-views';
import { frozenTraceQuery } from './order.queries';

/** Why a line cost what it cost when the order was placed; tables may have changed since. */
export default function TraceDrawer({
  order,
  lineNo,
  onClose,
}: {
  order: Order;
  lineNo: number;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const { data, error, isFetching, refetch } = useQuery(frozenTraceQuery(order.id, lineNo));
  const waiting = useDelayed(!data && !error);
  const line = order.lines.find((each) => each.lineNo === lineNo);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('orders.why.title')}
      description={
        <>
          <b>{line?.name}</b> {line?.sku}
        </>
      }
      closeLabel={t('list.close')}
      footer={<span className="small muted">{t('orders.why.frozen', { when: dateTime(order.placedAt) })}</span>}
    >
      {error && (
        <LoadFailed error={error} title={t('orders.why.failed')} retrying={isFetching} onRetry={() => void refetch()} />
      )}
      {waiting && <SkeletonRows rows={6} columns={['100px', '1fr', '70px']} />}
      {data && <Explained frozen={data} order={order} lineNo={lineNo} />}
    </Drawer>
  );
}

function Explained({ frozen, order, lineNo }: { frozen: FrozenTrace; order: Order; lineNo: number }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, money, quantity } = useFormats();
  const line = order.lines.find((each) => each.lineNo === lineNo);
  return (
    <div className="col g6">
      <div className="row g6 items-center">
        <div>
          <div className="role-display">{unitPrice(frozen.unitPrice)}</div>
          <div className="small muted">{t('orders.why.per', { unit: line?.unitName ?? frozen.unit })}</div>
        </div>
        <div className="col g2 items-start">
          <PriceSource source={frozen.source} label={frozen.sourceLabel} />
          <span>
            {quantity(frozen.quantity)} × {unitPrice(frozen.unitPrice)} = <b>{line && money(line.lineTotal)}</b>
            {frozen.listPrice && (
              <span className="muted"> {t('orders.why.list', { price: unitPrice(frozen.listPrice) })}</span>
            )}
          </span>
        </div>
      </div>
      <PriceTrace trace={frozen.trace} />
    </div>
  );
}

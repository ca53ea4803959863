import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useDelayed, useFormats } from '@tradeyard/app-kit';
import { SkeletonRows } from '@tradeyard/design-system';
import { ExplainPrice } from '../../shared/explain/explain-price';
import { PriceExplained } from '../../shared/explain/price-explained';
import type { Order, OrderLine } from './order-views';
import { frozenTraceQuery } from './order.queries';

/** Why a line cost what it cost when the order was placed, and what it would cost today; tables may have changed since. */
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
  const line = order.lines.find((each) => each.lineNo === lineNo);
  if (!line) return null;
  return (
    <ExplainPrice
      open
      ask={{
        productId: line.productId,
        unit: line.unit,
        quantity: line.quantity,
        companyId: order.company.id,
        stateCode: order.address.stateCode,
        tradeCode: order.tradeCode,
      }}
      name={
        <>
          <b className="text-text">{line.name}</b> {line.sku}
        </>
      }
      stored={[
        {
          id: 'then',
          label: t('orders.why.then'),
          note: t('orders.why.frozen', { when: dateTime(order.placedAt) }),
          content: <Frozen orderId={order.id} line={line} />,
        },
      ]}
      onClose={onClose}
    />
  );
}

function Frozen({ orderId, line }: { orderId: string; line: OrderLine }): ReactNode {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(frozenTraceQuery(orderId, line.lineNo));
  const waiting = useDelayed(!data && !error);
  if (error) {
    return (
      <LoadFailed error={error} title={t('orders.why.failed')} retrying={isFetching} onRetry={() => void refetch()} />
    );
  }
  if (!data) return waiting && <SkeletonRows rows={6} columns={['100px', '1fr', '70px']} />;
  return <PriceExplained price={{ ...data, unitName: line.unitName, lineTotal: line.lineTotal }} />;
}

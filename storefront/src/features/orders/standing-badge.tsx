import type { ReactNode } from 'react';
import { Ban, Check, CircleX, Clock, PackageCheck, Receipt, Truck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '@tradeyard/design-system';
import type { OrderSummary } from '../../shared/views';
import { standingOf } from './order-view';

const ICON = {
  pending_approval: Clock,
  placed: Receipt,
  confirmed: Check,
  completed: PackageCheck,
  rejected: CircleX,
  cancelled: Ban,
  unfulfilled: Check,
  partially_shipped: Truck,
  shipped: Truck,
  partially_delivered: Truck,
  delivered: PackageCheck,
};

/** Where an order stands, in one or two words. */
export function StandingBadge({ order }: { order: Pick<OrderSummary, 'status' | 'fulfilmentStatus'> }): ReactNode {
  const { t } = useTranslation();
  const { word, meaning } = standingOf(order);
  return (
    <Badge meaning={meaning} icon={ICON[word]}>
      {t(`orders.standing.${word}`)}
    </Badge>
  );
}

import type { ReactNode } from 'react';
import { Ban, Check, CheckCheck, CircleDot, CircleX, Hourglass, Package, Truck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeProps } from '@tradeyard/design-system';
import type { PaymentStatus, Standing } from './order-views';

type Look = Pick<BadgeProps, 'meaning' | 'icon'> & { key: string };

function lookOf({ status, fulfilmentStatus }: Pick<Standing, 'status' | 'fulfilmentStatus'>): Look {
  switch (status) {
    case 'pending_approval':
      return { key: 'pendingApproval', icon: Hourglass, meaning: 'neutral' };
    case 'placed':
      return { key: 'toConfirm', icon: CircleDot, meaning: 'info' };
    case 'completed':
      return { key: 'completed', icon: CheckCheck, meaning: 'success' };
    case 'rejected':
      return { key: 'rejected', icon: CircleX, meaning: 'danger' };
    case 'cancelled':
      return { key: 'cancelled', icon: Ban, meaning: 'outline' };
    case 'confirmed':
      switch (fulfilmentStatus) {
        case 'unfulfilled':
          return { key: 'confirmed', icon: Check, meaning: 'success' };
        case 'partially_shipped':
          return { key: 'partlyShipped', icon: Package, meaning: 'brand' };
        case 'shipped':
          return { key: 'underway', icon: Truck, meaning: 'brand' };
        case 'partially_delivered':
          return { key: 'partlyDelivered', icon: Truck, meaning: 'brand' };
        case 'delivered':
          return { key: 'delivered', icon: CheckCheck, meaning: 'success' };
      }
  }
}

/** Where an order stands, in one or two words. */
export function OrderState(standing: Pick<Standing, 'status' | 'fulfilmentStatus'>): ReactNode {
  const { t } = useTranslation();
  const { key, meaning, icon } = lookOf(standing);
  return (
    <Badge meaning={meaning} icon={icon}>
      {t(`orders.states.${key}`)}
    </Badge>
  );
}

/** Where its payment stands; only what is settled is calm. */
export function PaymentState({ status }: { status: PaymentStatus }): ReactNode {
  const { t } = useTranslation();
  const settled = status === 'paid' || status === 'refunded';
  return <span className={settled ? 'muted' : undefined}>{t(`orders.payment.${status}`)}</span>;
}

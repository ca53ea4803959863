import type { ReactNode } from 'react';
import { OrdersPage } from '../../features/orders/orders-page';

/** `/orders` */
export default function OrdersRoute(): ReactNode {
  return <OrdersPage />;
}

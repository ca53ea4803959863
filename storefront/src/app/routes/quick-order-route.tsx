import type { ReactNode } from 'react';
import { QuickOrderPage } from '../../features/quick-order/quick-order-page';

/** `/quick-order` */
export default function QuickOrderRoute(): ReactNode {
  return <QuickOrderPage />;
}

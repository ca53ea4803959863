import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { OrderPage } from '../../features/orders/order-page';

/** `/orders/:id` */
export default function OrderRoute(): ReactNode {
  const { id = '' } = useParams();
  return <OrderPage key={id} id={id} />;
}

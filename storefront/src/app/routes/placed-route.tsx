import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { PlacedPage } from '../../features/orders/placed-page';

/** `/orders/:id/placed`, where a checkout ends */
export default function PlacedRoute(): ReactNode {
  const { id = '' } = useParams();
  return <PlacedPage id={id} />;
}

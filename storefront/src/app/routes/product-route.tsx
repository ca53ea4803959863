import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { ProductPage } from '../../features/product/product-page';

/** `/products/:key`, by id, slug or SKU */
export default function ProductRoute(): ReactNode {
  const { key = '' } = useParams();
  return <ProductPage key={key} productKey={key} />;
}

import type { ReactNode } from 'react';
import { CataloguePage } from '../../features/catalogue/catalogue-page';

/** `/` */
export default function CatalogueRoute(): ReactNode {
  return <CataloguePage />;
}

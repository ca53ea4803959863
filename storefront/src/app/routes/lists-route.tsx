import type { ReactNode } from 'react';
import { ListsPage } from '../../features/lists/lists-page';

/** `/lists` */
export default function ListsRoute(): ReactNode {
  return <ListsPage />;
}

import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { ListPage } from '../../features/lists/list-page';

/** `/lists/:id` */
export default function ListRoute(): ReactNode {
  const { id = '' } = useParams();
  return <ListPage key={id} id={id} />;
}

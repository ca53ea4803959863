import type { ReactNode } from 'react';
import { Archive, Check, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '@tradeyard/design-system';
import type { ProductStatus } from './products.queries';

const look = {
  active: { meaning: 'success', icon: Check },
  draft: { meaning: 'mark', icon: PencilLine },
  archived: { meaning: 'outline', icon: Archive },
} as const;

/** Whether buyers see a product. */
export function ProductState({ status }: { status: ProductStatus }): ReactNode {
  const { t } = useTranslation();
  return <Badge {...look[status]}>{t(`products.status.${status}`)}</Badge>;
}

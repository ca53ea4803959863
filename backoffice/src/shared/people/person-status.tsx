import type { ReactNode } from 'react';
import { Ban, Check, Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '@tradeyard/design-system';
import type { Person } from './people.queries';

const look = {
  active: { meaning: 'success', icon: Check },
  invited: { meaning: 'info', icon: Mail },
  disabled: { meaning: 'neutral', icon: Ban },
} as const;

/** Whether somebody can sign in. */
export function PersonStatus({ status }: { status: Person['status'] }): ReactNode {
  const { t } = useTranslation();
  return <Badge {...look[status]}>{t(`people.status.${status}`)}</Badge>;
}

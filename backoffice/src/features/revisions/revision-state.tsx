import type { ReactNode } from 'react';
import { Archive, CalendarClock, Check, CircleX, Hourglass, PencilLine, Stamp, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeProps } from '@tradeyard/design-system';
import type { RevisionStatus } from './revision-views';

const looks: Record<RevisionStatus, Pick<BadgeProps, 'meaning' | 'icon'>> = {
  draft: { meaning: 'mark', icon: PencilLine },
  submitted: { meaning: 'info', icon: Hourglass },
  approved: { meaning: 'brand', icon: Stamp },
  scheduled: { meaning: 'info', icon: CalendarClock },
  live: { meaning: 'success', icon: Check },
  superseded: { meaning: 'outline', icon: Archive },
  rejected: { meaning: 'danger', icon: CircleX },
  withdrawn: { meaning: 'outline', icon: Undo2 },
};

/** Where a revision is in its life, in a word and a shape. */
export function RevisionState({ status }: { status: RevisionStatus }): ReactNode {
  const { t } = useTranslation();
  return <Badge {...looks[status]}>{t(`revisions.status.${status}`)}</Badge>;
}

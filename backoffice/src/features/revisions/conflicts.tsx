import type { ReactNode } from 'react';
import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Button } from '@tradeyard/design-system';
import type { Lines } from './use-lines';

/** Says that prices went live under a draft, and decides all of them at once; one by one they are decided in their lines. */
export function Conflicts({
  count,
  lines,
  editable,
  onShow,
}: {
  count: number;
  lines: Lines;
  editable: boolean;
  onShow: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { resolve } = lines;
  return (
    <Alert
      meaning="warning"
      icon={GitCompareArrows}
      className="revision-notice"
      title={t('revisions.conflicts.title', { count })}
      action={
        <span className="row g2 wrap">
          <Button size="sm" onClick={onShow}>
            {t('revisions.conflicts.show')}
          </Button>
          {editable && (
            <>
              <Button size="sm" busy={resolve.isPending} onClick={() => resolve.mutate({ take: 'mine' })}>
                {t('revisions.conflicts.allMine')}
              </Button>
              <Button size="sm" busy={resolve.isPending} onClick={() => resolve.mutate({ take: 'live' })}>
                {t('revisions.conflicts.allLive')}
              </Button>
            </>
          )}
        </span>
      }
    >
      {t('revisions.conflicts.text')}
    </Alert>
  );
}

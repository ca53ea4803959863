import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Button } from '@tradeyard/design-system';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { useMay } from '../../shared/session';
import { RevisionFacts } from './revision-facts';
import { RevisionState } from './revision-state';
import { pathOf, type Revision } from './revision-views';
import { ImpactFigures } from './impact-figures';
import { revisionQuery } from './revisions.queries';
import { RevisionStory } from './revision-story';
import { WithdrawDialog } from './withdraw-dialog';

/** A revision beside a list or the calendar: what it is, whom it touches, and the way to withdraw what is not live yet. */
export function RevisionPanel({
  revision: known,
  onClose,
  onPrevious,
  onNext,
}: {
  revision: Revision;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [withdrawing, setWithdrawing] = useState(false);
  const { data: revision = known } = useQuery(revisionQuery(known));
  const title = t('revisions.number', { number: revision.number });
  return (
    <SidePanel
      label={`${title}, ${revision.table.name}`}
      title={
        <>
          <h2 className="role-subhead">{title}</h2>
          <RevisionState status={revision.status} />
        </>
      }
      detail={revision.name && <b>{revision.name}</b>}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={
        <>
          <Button variant="primary" asChild>
            <Link to={pathOf(revision)}>
              {t(revision.mayApprove ? 'revisions.review' : 'revisions.openOne')}
              <ArrowRight className="i" />
            </Link>
          </Button>
          {revision.status === 'scheduled' && may('price.publish') && (
            <Button onClick={() => setWithdrawing(true)}>{t('revisions.steps.withdraw')}</Button>
          )}
        </>
      }
    >
      <PanelPart>
        <RevisionFacts revision={revision} />
      </PanelPart>
      {revision.changeCount > 0 && (
        <PanelPart title={t('revisions.touches')}>
          <ImpactFigures revision={revision} />
        </PanelPart>
      )}
      <PanelPart title={t('revisions.story')}>
        <RevisionStory revision={revision} mayComment={false} />
      </PanelPart>
      {withdrawing && <WithdrawDialog revision={revision} onClose={() => setWithdrawing(false)} />}
    </SidePanel>
  );
}

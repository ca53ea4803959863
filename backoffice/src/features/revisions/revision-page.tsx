import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed } from '@tradeyard/app-kit';
import { IconButton, SkeletonRows } from '@tradeyard/design-system';
import { BackLink, PageBody, PageHeader } from '../../shared/list/page-frame';
import { useMay } from '../../shared/session';
import { ChangeMenu, type Way } from './change-menu';
import { RevisionActions } from './revision-actions';
import { RevisionDiff } from './revision-diff';
import { RevisionName } from './revision-name';
import { revisionQuery } from './revisions.queries';
import { RevisionState } from './revision-state';
import { isOpen, type Revision } from './revision-views';
import { useSidePanel } from './use-side-panel';
import './revisions.css';

/** One revision in full: where it is, what it changes line by line, and everything that can be done about it. */
export default function RevisionPage(): ReactNode {
  const { t } = useTranslation();
  const { tableId = '', id = '' } = useParams();
  const { data: revision, error, isFetching, refetch } = useQuery(revisionQuery({ tableId, id }));
  const waiting = useDelayed(!revision && !error);
  if (revision) return <Shown revision={revision} />;
  return (
    <>
      <PageHeader
        title={
          <>
            <BackLink to="/prices/revisions" label={t('revisions.back')} />
            <PageTitle name={t('revisions.one')} />
          </>
        }
      />
      <PageBody>
        {error ? (
          <LoadFailed
            error={error}
            title={t('revisions.oneFailed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
            action={
              <Link className="link" to="/prices/revisions">
                {t('revisions.back')}
              </Link>
            }
          />
        ) : (
          waiting && <SkeletonRows rows={14} columns={['1fr', '120px', '90px', '110px', '80px', '120px']} />
        )}
      </PageBody>
    </>
  );
}

function Shown({ revision }: { revision: Revision }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const side = useSidePanel();
  const [way, setWay] = useState<Way | null>(null);
  const editable = may('price.edit') && isOpen(revision.status);
  return (
    <>
      <PageHeader
        title={
          <>
            <BackLink to="/prices/revisions" label={t('revisions.back')} />
            <PageTitle name={t('revisions.numberOf', { number: revision.number, table: revision.table.name })} />
            <RevisionName revision={revision} editable={editable} />
            <RevisionState status={revision.status} />
          </>
        }
        actions={
          <>
            {editable && <ChangeMenu revision={revision} way={way} onWay={setWay} />}
            <RevisionActions revision={revision} />
            <IconButton
              icon={PanelRight}
              label={t(side.open ? 'revisions.hideFacts' : 'revisions.showFacts')}
              aria-pressed={side.open}
              onClick={side.toggle}
            />
          </>
        }
      />
      <RevisionDiff key={revision.id} revision={revision} editable={editable} side={side} onWay={setWay} />
    </>
  );
}

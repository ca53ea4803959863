import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, useFormats } from '@tradeyard/app-kit';
import { Badge, Button, EmptyState, SkeletonRows } from '@tradeyard/design-system';
import { ExportMenu } from '../../shared/export-menu';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { useList } from '../../shared/list/use-list';
import { pricesOf, revisionPath, revisionsQuery, tableQuery, type Revision } from './prices.queries';

const meanings = {
  draft: 'mark',
  submitted: 'info',
  approved: 'info',
  scheduled: 'info',
  live: 'success',
  superseded: 'outline',
  rejected: 'danger',
  withdrawn: 'outline',
} as const;

/** One price table and every revision of it, each the way to its page. */
export function TablePanel({
  id,
  onClose,
  onPrevious,
  onNext,
}: {
  id: string;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const table = useQuery(tableQuery(id));
  const revisions = useList<Revision>(revisionsQuery(id));
  const error = (table.isError && table.error) || revisions.error;
  return (
    <SidePanel
      label={table.data?.name ?? t('prices.views.one')}
      title={<h2 className="role-subhead ell">{table.data?.name}</h2>}
      detail={
        table.data && <span className="muted">{table.data.companyName ?? t(`prices.scopes.${table.data.scope}`)}</span>
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={
        table.data && (
          <>
            <Button asChild>
              <Link to={pricesOf(table.data)}>
                <Table2 className="i" />
                {t('prices.openGrid')}
              </Link>
            </Button>
            <ExportMenu path={`/api/v1/backoffice/price-tables/${id}/export`} name={table.data.name} />
          </>
        )
      }
    >
      <PanelPart title={t('prices.history')}>
        {error ? (
          <LoadFailed error={error} title={t('prices.historyFailed')} onRetry={revisions.refetch} />
        ) : !revisions.rows ? (
          <SkeletonRows rows={4} columns={['1fr', '70px']} />
        ) : revisions.rows.length === 0 ? (
          <EmptyState title={t('prices.noHistory')} text={t('prices.noHistoryText')} level={3} />
        ) : (
          <ul className="col g4">
            {revisions.rows.map((revision) => (
              <RevisionLine key={revision.id} revision={revision} />
            ))}
          </ul>
        )}
        {revisions.rows && revisions.rows.length < revisions.total && (
          <Button size="sm" className="mt-3" onClick={revisions.more} busy={revisions.fetching}>
            {t('prices.showMore', { count: revisions.total - revisions.rows.length })}
          </Button>
        )}
      </PanelPart>
    </SidePanel>
  );
}

function RevisionLine({ revision }: { revision: Revision }): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const { status, number, name, changeCount, source, author, createdAt, liveAt } = revision;
  return (
    <li className="border-b border-line pb-2">
      <div className="row between g4">
        <Link className="link font-semibold" to={revisionPath(revision)}>
          {t('prices.revisionNumber', { number })}
          {name && ` ${name}`}
        </Link>
        <Badge meaning={meanings[status]}>{t(`prices.status.${status}`)}</Badge>
      </div>
      <div className="small muted">
        {t('prices.changeCount', { count: changeCount })} · {t(`prices.source.${source}`)}
        {author && ` · ${author.name}`} · {dateTime(liveAt ?? createdAt)}
      </div>
    </li>
  );
}

import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import type { Column } from '../../shared/list/columns';
import type { ViewName } from './list-views';
import { RevisionState } from './revision-state';
import { pathOf, type Revision } from './revision-views';
import { TableName } from './table-name';

/** The columns of the queue; the instant that matters differs from view to view. */
export function useRevisionColumns(view: ViewName): Column<Revision>[] {
  const { t } = useTranslation();
  const { dateTime, quantity } = useFormats();
  return useMemo(() => {
    const label = (column: string): string => t(`revisions.columns.${column}`);
    const cell =
      (render: (revision: Revision) => ReactNode) =>
      ({ row }: { row: { original: Revision } }): ReactNode =>
        render(row.original);
    const when = (revision: Revision): string | null => {
      const { status, liveAt, goesLiveAt, submittedAt, decidedAt, createdAt } = revision;
      if (status === 'submitted') return submittedAt;
      if (status === 'approved' || status === 'rejected') return decidedAt;
      return (status === 'draft' ? goesLiveAt : (liveAt ?? goesLiveAt)) ?? createdAt;
    };
    return [
      {
        id: 'revision',
        meta: { label: label('revision'), truncate: true, fixed: true },
        cell: cell((revision) => (
          <Link to={pathOf(revision)} data-row-link="" tabIndex={-1}>
            {t('revisions.number', { number: revision.number })}
            {revision.name && <span className="font-normal"> {revision.name}</span>}
          </Link>
        )),
      },
      {
        id: 'table',
        meta: { label: label('table'), width: '220px', truncate: true },
        cell: cell(({ table }) => <TableName table={table} />),
      },
      {
        id: 'changes',
        meta: { label: label('changes'), width: '90px', num: true },
        cell: cell(({ changeCount }) => quantity(String(changeCount))),
      },
      {
        id: 'source',
        meta: { label: label('source'), width: '100px', dropsWithPanel: true },
        cell: cell(({ source }) => t(`revisions.source.${source}`)),
      },
      {
        id: 'author',
        meta: { label: label('author'), width: '150px', truncate: true, dropsWithPanel: true },
        cell: cell(({ author }) => author?.name ?? '–'),
      },
      {
        id: 'when',
        meta: { label: label(view === 'scheduled' || view === 'live' ? view : 'when'), width: '170px' },
        cell: cell((revision) => <span className="muted">{dateTime(when(revision) ?? revision.createdAt)}</span>),
      },
      {
        id: 'status',
        meta: { label: label('status'), width: '130px' },
        cell: cell(({ status }) => <RevisionState status={status} />),
      },
    ];
  }, [t, dateTime, quantity, view]);
}

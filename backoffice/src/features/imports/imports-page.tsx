import { useMemo, useState, type ReactNode } from 'react';
import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { EmptyState } from '@tradeyard/design-system';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { useList } from '../../shared/list/use-list';
import { ImportState } from './import-state';
import { importsQuery, type ImportSummary } from './imports.queries';
import { NewImport } from './new-import';
import './imports.css';

/** Files on their way in, and those that came before. */
export default function ImportsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useList(importsQuery);
  const columns = useImportColumns();
  const [current, setCurrent] = useState<string | null>(null);
  return (
    <>
      <PageHeader title={<PageTitle name={t('imports.title')} />} />
      <PageBody>
        <div className="imports">
          <NewImport />
          <div className="imports-history">
            <h2>{t('imports.history')}</h2>
            <DataTable
              label={t('imports.history')}
              list={list}
              columns={columns}
              rowId={({ id }) => id}
              current={current}
              onCurrent={setCurrent}
              onOpen={(id) => void navigate(`/imports/${id}`)}
              failed={t('imports.failed')}
              empty={<EmptyState icon={FileUp} title={t('imports.none')} text={t('imports.noneText')} />}
            />
          </div>
        </div>
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Enter'], text: t('list.open') },
        ]}
      />
    </>
  );
}

function useImportColumns(): Column<ImportSummary>[] {
  const { t } = useTranslation();
  const { dateTime, quantity } = useFormats();
  return useMemo(() => {
    const label = (column: string): string => t(`imports.columns.${column}`);
    const cell =
      (render: (record: ImportSummary) => ReactNode) =>
      ({ row }: { row: { original: ImportSummary } }): ReactNode =>
        render(row.original);
    const figure = (name: 'total' | 'rejected'): Column<ImportSummary> => ({
      id: name,
      meta: { label: label(name), width: '90px', num: true },
      cell: cell(({ rows }) => quantity(String(rows[name]))),
    });
    return [
      {
        id: 'at',
        meta: { label: label('at'), width: '160px' },
        cell: cell(({ id, createdAt }) => (
          <Link to={`/imports/${id}`} data-row-link="" tabIndex={-1}>
            {dateTime(createdAt)}
          </Link>
        )),
      },
      {
        id: 'kind',
        meta: { label: label('kind') },
        cell: cell(({ kind }) => t(`imports.kinds.${kind}`)),
      },
      figure('total'),
      figure('rejected'),
      {
        id: 'by',
        meta: { label: label('by'), width: '150px', truncate: true },
        cell: cell(({ requestedBy }) => requestedBy),
      },
      {
        id: 'status',
        meta: { label: label('status'), width: '150px' },
        cell: cell((record) => <ImportState {...record} />),
      },
    ];
  }, [t, dateTime, quantity]);
}

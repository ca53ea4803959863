import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { useProblemText } from '../../shared/problem-text';
import type { Import } from './imports.queries';

type RowError = Import['errors'][number] & { id: string };

/** The refused cells, in the order of the file; the report has all of them. */
export function ImportErrors({ record }: { record: Import }): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const text = useProblemText();
  const [current, setCurrent] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      record.errors
        .map((error, index): RowError => ({ ...error, id: String(index) }))
        // What the database refused was found after the rest.
        .sort((a, b) => a.row - b.row),
    [record.errors],
  );
  const columns = useMemo((): Column<RowError>[] => {
    const label = (column: string): string => t(`imports.errors.${column}`);
    return [
      {
        id: 'row',
        meta: { label: label('row'), width: '90px', num: true },
        cell: ({ row }) => <b>{quantity(String(row.original.row))}</b>,
      },
      {
        id: 'column',
        meta: { label: label('column'), width: '150px' },
        cell: ({ row }) => (row.original.column ? <code>{row.original.column}</code> : '–'),
      },
      {
        id: 'value',
        meta: { label: label('value'), width: '220px', truncate: true },
        cell: ({ row }) => row.original.value || '–',
      },
      {
        id: 'reason',
        meta: { label: label('reason'), truncate: true },
        cell: ({ row }) => text(row.original.code, row.original.message),
      },
    ];
  }, [t, quantity, text]);
  const total = record.rows.rejected;
  return (
    <div className="import-errors">
      <h2>
        {t('imports.errors.title', { count: total })}
        {rows.length < total && (
          <span className="muted font-normal"> {t('imports.errors.first', { count: rows.length })}</span>
        )}
      </h2>
      <DataTable
        label={t('imports.errors.title', { count: total })}
        list={{ rows, total: rows.length, error: null, stale: false, fetching: false, more: noMore, refetch: noMore }}
        columns={columns}
        rowId={({ id }) => id}
        current={current}
        onCurrent={setCurrent}
        failed=""
        empty={null}
      />
    </div>
  );
}

const noMore = (): void => undefined;

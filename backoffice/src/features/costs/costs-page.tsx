import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Coins, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { Badge, Button, Checkbox, EmptyState, Select, TextInput, useHotkeys } from '@tradeyard/design-system';
import { categoriesQuery, inTreeOrder } from '../../shared/catalogue.queries';
import { ExportMenu } from '../../shared/export-menu';
import { noonOf } from '../../shared/explain/ask';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useList } from '../../shared/list/use-list';
import { useSelected, useUrlState } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { CostCell } from './cost-cell';
import { CostPanel } from './cost-panel';
import { CostViews } from './cost-views';
import { costsQuery, type Cost, type CostFacets, type CostFilter } from './costs.queries';
import { percentOf } from './fraction';
import './costs.css';

/** What products cost, on any day; written in place, with its past beside the list. */
export default function CostsPage(): ReactNode {
  const { t } = useTranslation();
  const { day } = useFormats();
  const may = useMay();
  const url = useUrlState();
  const selected = useSelected();
  const [editing, setEditing] = useState<string | null>(null);
  const filter: CostFilter = {
    search: url.get('search'),
    category: url.get('category'),
    missing: url.get('missing') === '1',
    date: url.get('date'),
  };
  const categories = useQuery(categoriesQuery).data ?? [];
  const list = useList<Cost, CostFacets>(costsQuery(filter));
  const mayEdit = may('cost.edit') && !filter.date;
  const columns = useColumns({ mayEdit, editing, setEditing });
  const rows = list.rows ?? [];
  const at = rows.findIndex(({ productId }) => productId === selected.id);
  const shown = rows[at];
  const go = (to: number) => {
    const next = rows[to];
    return next && (() => selected.open(next.productId));
  };
  const [cursor, setCursor] = useState<string | null>(null);
  const current = selected.id ?? cursor;
  useHotkeys({ e: () => setEditing(current) }, { enabled: mayEdit && current !== null });
  const filtered = Boolean(filter.search || filter.category || filter.missing);
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('costs.title')} />}
        views={<CostViews current="costs" />}
        actions={
          <>
            <ExportMenu
              path={`/api/v1/backoffice/costs/export${filter.date && `?at=${noonOf(filter.date)}`}`}
              name="costs"
            />
            {may('import.run') && may('cost.edit') && (
              <Button asChild>
                <Link to="/imports?kind=costs">
                  <Upload className="i" />
                  {t('costs.import')}
                </Link>
              </Button>
            )}
          </>
        }
      />
      <FilterBar
        label={t('list.filters')}
        end={list.rows && <span className="muted">{t('costs.count', { count: list.total })}</span>}
      >
        <SearchBox
          label={t('costs.search')}
          value={filter.search}
          onSearch={(search) => url.set({ search }, { replace: true })}
        />
        <Select
          className="w-52"
          aria-label={t('costs.category')}
          value={filter.category}
          onChange={(category) => url.set({ category })}
          items={[
            { value: '', label: t('costs.everyCategory') },
            ...inTreeOrder(categories).map(({ slug, name, depth }) => ({
              value: slug,
              label: `${'\u2003'.repeat(depth)}${name}`,
            })),
          ]}
        />
        <Checkbox
          checked={filter.missing}
          onChange={(missing) => url.set({ missing: missing ? '1' : null })}
          label={t('costs.missing')}
        />
        <label className="as-of-day">
          <span className="muted">{t('costs.asOf')}</span>
          <TextInput
            size="sm"
            type="date"
            value={filter.date || day()}
            onChange={({ target: { value } }) => url.set({ date: value === day() ? null : value }, { replace: true })}
          />
        </label>
      </FilterBar>
      <PageBody
        panel={
          shown && (
            <CostPanel
              key={shown.productId}
              cost={shown}
              onClose={() => {
                setCursor(shown.productId);
                selected.close();
              }}
              onPrevious={go(at - 1)}
              onNext={go(at + 1)}
            />
          )
        }
      >
        <DataTable
          label={t('costs.title')}
          list={list}
          columns={columns}
          rowId={({ productId }) => productId}
          current={current}
          onCurrent={(id) => {
            setCursor(id);
            if (selected.id) selected.open(id);
          }}
          onPreview={(id) => (selected.id === id ? selected.close() : selected.open(id))}
          onOpen={selected.open}
          panelOpen={shown !== undefined}
          failed={t('costs.failed')}
          empty={
            <EmptyState
              icon={Coins}
              title={t(filter.missing ? 'costs.noneMissing' : filtered ? 'costs.noMatch' : 'costs.empty')}
              text={t(filter.missing ? 'costs.noneMissingText' : filtered ? 'costs.noMatchText' : 'costs.emptyText')}
              action={
                filtered && (
                  <Button onClick={() => url.set({ search: null, category: null, missing: null })}>
                    {t('list.clearFilters')}
                  </Button>
                )
              }
            />
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Space'], text: t('costs.history') },
          ...(mayEdit ? [{ keys: ['E'], text: t('costs.edit') }] : []),
          { keys: ['/'], text: t('list.search') },
        ]}
      />
    </>
  );
}

function useColumns({
  mayEdit,
  editing,
  setEditing,
}: {
  mayEdit: boolean;
  editing: string | null;
  setEditing: (id: string | null) => void;
}): Column<Cost>[] {
  const { t } = useTranslation();
  const { unitPrice, date, quantity } = useFormats();
  return useMemo(
    (): Column<Cost>[] => [
      {
        id: 'sku',
        meta: { label: t('costs.columns.sku'), width: '150px', fixed: true },
        cell: ({ row: { original } }) => <b>{original.sku}</b>,
      },
      {
        id: 'name',
        meta: { label: t('costs.columns.product'), truncate: true, fixed: true },
        cell: ({ row: { original } }) => original.name,
      },
      {
        id: 'category',
        meta: { label: t('costs.columns.category'), width: '180px', truncate: true, dropsWithPanel: true },
        cell: ({ row: { original } }) => <span className="muted">{original.categoryName}</span>,
      },
      {
        id: 'cost',
        meta: { label: t('costs.columns.cost'), width: '150px', num: true },
        cell: ({ row: { original } }) =>
          mayEdit ? (
            <CostCell
              cost={original}
              open={editing === original.productId}
              onOpenChange={(open) => setEditing(open ? original.productId : null)}
            />
          ) : original.unitCost === null ? (
            <Badge meaning="warning">{t('costs.none')}</Badge>
          ) : (
            unitPrice(original.unitCost)
          ),
      },
      {
        id: 'unit',
        meta: { label: t('costs.columns.unit'), width: '90px', truncate: true },
        cell: ({ row: { original } }) => <span className="muted">{original.baseUnitName}</span>,
      },
      {
        id: 'since',
        meta: { label: t('costs.columns.since'), width: '150px', dropsWithPanel: true },
        cell: ({ row: { original } }) =>
          original.unitCost !== null && (
            <span className="muted">{original.validFrom ? date(original.validFrom) : t('costs.always')}</span>
          ),
      },
      {
        id: 'floor',
        meta: { label: t('costs.columns.floor'), width: '90px', num: true },
        cell: ({ row: { original } }) =>
          original.floor === null ? (
            <span className="subtle">{t('list.none')}</span>
          ) : (
            t('costs.percent', { percent: quantity(percentOf(original.floor)) })
          ),
      },
    ],
    [t, unitPrice, date, quantity, mayEdit, editing, setEditing],
  );
}

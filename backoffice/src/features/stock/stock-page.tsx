import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Boxes } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { Button, EmptyState, Select, StockStatus, Thumb, useHotkeys } from '@tradeyard/design-system';
import { branchesQuery, type Branch } from '../../shared/catalogue.queries';
import { useColumnChoice, type Column } from '../../shared/list/columns';
import { ColumnsMenu } from '../../shared/list/columns-menu';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys, Views } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useList } from '../../shared/list/use-list';
import { useSelected, useUrlState, withChange } from '../../shared/list/use-url-state';
import { useOpenWork } from '../../shared/open-work.queries';
import { useMay } from '../../shared/session';
import { CountCell } from './count-cell';
import { StockPanel } from './stock-panel';
import { stockQuery, type StockFilter, type StockItem } from './stock.queries';
import './stock.css';

const statuses = ['', 'low', 'out'] as const;

/** What lies where: everything, what runs low, what is out; counts are corrected in the row. */
export default function StockPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const branches = useQuery(branchesQuery).data ?? [];
  const view: StockFilter = {
    search: url.get('search'),
    branch: url.get('branch'),
    status: statuses.find((status) => status === url.get('status')) ?? '',
  };
  const list = useList(stockQuery(view));
  const panel = useSelected();
  const [cursor, setCursor] = useState<string | null>(null);
  const [counting, setCounting] = useState<string | null>(null);
  const mayCount = may('stock.edit');
  const branch = branches.find(({ code }) => code === view.branch);
  const columns = useStockColumns({ branches, branch, mayCount, counting, setCounting });
  const [visible, setVisible] = useColumnChoice('stock');
  const work = useOpenWork();
  const rows = list.rows ?? [];
  const current = panel.id ?? cursor;
  const at = rows.findIndex(({ productId }) => productId === panel.id);
  const shown = rows[at];
  const goTo = (id: string): void => {
    setCursor(id);
    if (panel.id) panel.open(id);
  };
  useHotkeys({ e: () => setCounting(current) }, { enabled: mayCount && branch !== undefined && current !== null });
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('stock.title')} />}
        views={
          <Views
            label={t('list.views')}
            items={statuses.map((status) => ({
              to: `/stock?${withChange(url.params, { status, selected: null }).toString()}`,
              label: t(`stock.views.${status || 'all'}`),
              count: status === 'out' && !view.branch ? work?.outOfStock : undefined,
              current: status === view.status,
            }))}
          />
        }
      />
      <FilterBar
        label={t('list.filters')}
        end={
          <>
            {list.rows && <span className="muted">{t('products.count', { count: list.total })}</span>}
            <ColumnsMenu columns={columns} visible={visible} onChange={setVisible} />
          </>
        }
      >
        <SearchBox
          label={t('products.search')}
          value={view.search}
          onSearch={(search) => url.set({ search }, { replace: true })}
        />
        <Select
          className="w-52"
          aria-label={t('stock.branch')}
          items={[
            { value: '', label: t('stock.everyBranch') },
            ...branches.map(({ code, name }) => ({ value: code, label: name, detail: code })),
          ]}
          value={view.branch}
          onChange={(code) => url.set({ branch: code })}
        />
      </FilterBar>
      <PageBody
        panel={
          shown && (
            <StockPanel
              key={shown.productId}
              item={shown}
              onClose={() => {
                setCursor(shown.productId);
                panel.close();
              }}
              onPrevious={at > 0 ? () => goTo(rows[at - 1]?.productId ?? '') : undefined}
              onNext={at < rows.length - 1 ? () => goTo(rows[at + 1]?.productId ?? '') : undefined}
            />
          )
        }
      >
        <DataTable
          label={t('stock.title')}
          list={list}
          columns={columns}
          rowId={({ productId }) => productId}
          current={current}
          onCurrent={goTo}
          onPreview={(id) => (panel.id === id ? panel.close() : panel.open(id))}
          onOpen={panel.open}
          visible={visible}
          panelOpen={shown !== undefined}
          failed={t('stock.failed')}
          empty={
            <EmptyState
              icon={Boxes}
              title={t(`stock.empty.${view.search ? 'search' : view.status || 'all'}`)}
              text={t(`stock.emptyText.${view.search ? 'search' : view.status || 'all'}`)}
              action={
                (view.search || view.branch) && (
                  <Button onClick={() => url.set({ search: null, branch: null })}>{t('list.clearFilters')}</Button>
                )
              }
            />
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Space'], text: t('list.preview') },
          ...(mayCount && branch ? [{ keys: ['E'], text: t('stock.count') }] : []),
          { keys: ['/'], text: t('list.search') },
        ]}
      />
    </>
  );
}

/** With a branch: its figures, the counted one editable. Without: what each branch can hand out. */
function useStockColumns({
  branches,
  branch,
  mayCount,
  counting,
  setCounting,
}: {
  branches: readonly Branch[];
  branch: Branch | undefined;
  mayCount: boolean;
  counting: string | null;
  setCounting: (id: string | null) => void;
}): Column<StockItem>[] {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  return useMemo(() => {
    const label = (column: string): string => t(`stock.columns.${column}`);
    const cell =
      (render: (item: StockItem) => ReactNode) =>
      ({ row }: { row: { original: StockItem } }): ReactNode =>
        render(row.original);
    const levelOf = (item: StockItem, code: string) => item.branches.find((level) => level.code === code);
    const figure = (column: 'reserved' | 'safety'): Column<StockItem> => ({
      id: column,
      meta: { label: label(column), width: '110px', num: true, dropsWithPanel: true },
      cell: cell((item) => quantity(levelOf(item, branch?.code ?? '')?.[column] ?? '0')),
    });
    const columns: Column<StockItem>[] = [
      {
        id: 'sku',
        meta: { label: t('products.columns.sku'), width: '150px', fixed: true },
        cell: cell(({ sku }) => <b>{sku}</b>),
      },
      {
        id: 'name',
        meta: { label: t('products.columns.name'), truncate: true, fixed: true },
        cell: cell(({ name, thumbnailUrl, productId }) => (
          <span className="row g4 min-w-0">
            {thumbnailUrl && <Thumb src={thumbnailUrl} drawing="bag" size="xs" />}
            <a
              href={`?selected=${productId}`}
              data-row-link=""
              tabIndex={-1}
              className="ell"
              onClick={(event) => event.preventDefault()}
            >
              {name}
            </a>
          </span>
        )),
      },
      {
        id: 'unit',
        meta: { label: label('unit'), width: '80px' },
        cell: cell(({ baseUnitName }) => <span className="muted">{baseUnitName}</span>),
      },
    ];
    if (branch) {
      columns.push(
        {
          id: 'onHand',
          meta: { label: label('onHand'), width: '120px', num: true, fixed: true },
          cell: cell((item) => {
            const level = levelOf(item, branch.code);
            if (!level) return '–';
            return mayCount ? (
              <CountCell
                item={item}
                level={level}
                open={counting === item.productId}
                onOpenChange={(open) => setCounting(open ? item.productId : null)}
              />
            ) : (
              quantity(level.onHand)
            );
          }),
        },
        figure('reserved'),
        figure('safety'),
      );
    } else {
      for (const { code, name, active } of branches) {
        if (!active) continue;
        columns.push({
          id: `at-${code}`,
          meta: { label: name, width: '110px', num: true, dropsWithPanel: true },
          cell: cell((item) => {
            const available = levelOf(item, code)?.available;
            return available === undefined ? <span className="muted">–</span> : quantity(available);
          }),
        });
      }
    }
    columns.push({
      id: 'available',
      meta: { label: label('available'), width: '150px', num: true, fixed: true },
      cell: cell(({ available, status }) => <StockStatus state={status}>{quantity(available)}</StockStatus>),
    });
    return columns;
  }, [t, quantity, branches, branch, mayCount, counting, setCounting]);
}

import { useMemo, useReducer, useState, type ReactNode } from 'react';
import { Table2, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useTenant } from '@tradeyard/app-kit';
import { Button, EmptyState, SkeletonRows, useHotkeys } from '@tradeyard/design-system';
import { PageBody, PageHeader } from '../../shared/list/page-frame';
import { useList } from '../../shared/list/use-list';
import { useUrlState } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { averageOf, hasOverride, withStateNames, type GridColumn, type GridRow } from './cell';
import { FormulaBar } from './formula-bar';
import { GridFilters } from './grid-filters';
import { GridKeys } from './grid-keys';
import { LiveSince } from './live-since';
import { PlaceHeader } from './place-header';
import { PriceGrid } from './price-grid';
import { gridQuery, type GridFacets, type PriceTable, type Revision } from './prices.queries';
import { PublishDialog } from './publish-dialog';
import { ReadOn } from './read-on';
import { ReviewDrawer } from './review-drawer';
import { RevisionBar, useDraftTotals } from './revision-bar';
import { beginning, blockOf, gridReducer, type GridAction, type GridState } from './selection';
import { useGridActions } from './use-grid-actions';
import { usePlace } from './use-place';
import { usePriceEdits } from './use-price-edits';

/** The price somebody wants explained. */
export interface PriceAsk {
  productId: string;
  unit: string;
  stateCode: string | null;
  companyId: string | null;
}

export interface PriceSheetProps {
  tables: readonly PriceTable[];
  drafts: readonly Revision[];
  /** Explains a price beside the grid; the app puts it together, features know nothing of each other. */
  explain?: (ask: PriceAsk, close: () => void) => ReactNode;
}

const noDrafts: Revision[] = [];
const noRows: GridRow[] = [];
const noColumns: GridColumn[] = [];

/** The grid with everything around it: what narrows it, what the current cell is, and what is pending. */
export function PriceSheet({ tables, drafts, explain }: PriceSheetProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const { place, search, category, tab } = usePlace();
  const [publishing, setPublishing] = useState(false);
  const [problem, setProblem] = useState('');
  const edits = usePriceEdits(place);
  const totals = useDraftTotals(drafts);
  const pending = totals && totals.changes > 0 ? totals : undefined;

  const list = useList<GridRow, GridFacets>(
    gridQuery({
      place,
      tables: place.of === 'states' ? null : tables.map(({ id }) => id),
      search,
      category,
      changedBy: tab === 'changed' ? drafts.map(({ id }) => id) : null,
    }),
  );
  const { states } = useTenant();
  const columns = useMemo(() => withStateNames(list.facets?.columns ?? noColumns, states), [list.facets, states]);
  const filtered = tab === 'overrides';
  const rows = filtered ? (list.rows ?? noRows).filter((row) => hasOverride(row, columns)) : (list.rows ?? noRows);
  const complete = list.rows !== undefined && list.rows.length >= list.total;
  const total = filtered ? rows.length : tab === 'changed' && drafts.length === 0 ? 0 : list.total;
  const waiting = useDelayed(list.rows === undefined);

  const size = { rows: total, columns: columns.length };
  const [state, dispatch] = useReducer(
    (now: GridState, action: GridAction) => gridReducer(now, action, size),
    beginning,
  );
  const actions = useGridActions({ rows, columns, state, edits });
  const block = blockOf(state);
  const row = rows[state.at.row];
  const column = columns[state.at.column];
  const why = row && column && explain ? () => url.set({ why: `${row.productId}.${column.tableId}` }) : undefined;
  const mayEdit = may('price.edit');
  useHotkeys({
    w: () => why?.(),
    ...(mayEdit && { 'mod+z': edits.undo, 'mod+d': actions.fillDown }),
  });

  const asked = askOf(url.get('why'), rows, columns);
  const none = list.rows !== undefined && total === 0 && (!filtered || complete);
  const clear = (): void => url.set({ search: null, category: null, tab: null });
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('prices.title')} />}
        views={<PlaceHeader tables={tables} />}
        actions={
          <>
            <LiveSince tables={tables} />
            {may('import.run') && (
              <Button asChild>
                <Link to="/imports?kind=prices">
                  <Upload className="i" />
                  {t('prices.import')}
                </Link>
              </Button>
            )}
          </>
        }
      />
      <GridFilters total={list.rows && list.total} changes={pending?.changes ?? 0} edits={mayEdit ? edits : null} />
      <FormulaBar
        row={row}
        column={column}
        columns={columns}
        cells={block.cells}
        average={averageOf(
          rows.slice(block.top, block.bottom + 1),
          columns.slice(block.left, block.right + 1),
          columns,
        )}
        problem={edits.problem}
        onWhy={why}
      />
      <PageBody>
        {list.error ? (
          <LoadFailed error={list.error} title={t('prices.failed')} retrying={list.fetching} onRetry={list.refetch} />
        ) : none ? (
          <EmptyState
            icon={Table2}
            title={t(`prices.empty.${tab}`)}
            text={t(search || category ? 'prices.empty.filteredText' : `prices.empty.${tab}Text`)}
            action={(search || category || tab !== 'all') && <Button onClick={clear}>{t('list.clearFilters')}</Button>}
          />
        ) : list.rows ? (
          <PriceGrid
            label={t('prices.grid')}
            columns={columns}
            rows={rows}
            total={total}
            busy={list.fetching}
            state={state}
            dispatch={dispatch}
            mayEdit={mayEdit}
            refused={edits.refused}
            textOf={actions.textOf}
            onEdit={actions.typed}
            onInherit={actions.inherit}
            onCopy={actions.copy}
            onPaste={actions.paste}
            onEnd={list.more}
          />
        ) : (
          waiting && <SkeletonRows rows={16} columns={['34px', '250px', '56px', '1fr', '1fr', '1fr', '1fr']} />
        )}
        {filtered && !complete && list.rows && <ReadOn more={list.more} busy={list.fetching} />}
      </PageBody>
      {pending && (
        <RevisionBar
          totals={pending}
          problem={problem}
          onReview={() => {
            setProblem('');
            url.set({ review: '1' });
          }}
          onPublish={may('price.publish') ? () => setPublishing(true) : undefined}
        />
      )}
      <GridKeys edits={mayEdit ? edits : null} why={Boolean(explain)} />
      {url.get('review') && (
        <ReviewDrawer
          drafts={pending?.drafts ?? noDrafts}
          mayEdit={mayEdit}
          conflicts={pending?.conflicts ?? 0}
          problem={problem}
          onDecided={() => setProblem('')}
          onPublish={may('price.publish') && pending ? () => setPublishing(true) : undefined}
          onClose={() => url.set({ review: null }, { replace: true })}
        />
      )}
      {publishing && pending && (
        <PublishDialog
          drafts={pending.drafts}
          changes={pending.changes}
          onRefused={setProblem}
          onClose={() => setPublishing(false)}
        />
      )}
      {asked && explain?.(asked, () => url.set({ why: null }, { replace: true }))}
    </>
  );
}

function askOf(why: string, rows: readonly GridRow[], columns: readonly GridColumn[]): PriceAsk | null {
  const [productId = '', tableId] = why.split('.');
  const column = columns.find((each) => each.tableId === tableId);
  if (!productId || !column) return null;
  const { stateCode, companyId } = column;
  return { productId, unit: rows.find((row) => row.productId === productId)?.unit ?? '', stateCode, companyId };
}

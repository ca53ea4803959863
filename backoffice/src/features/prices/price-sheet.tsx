import { useCallback, useMemo, useReducer, useState, type ReactNode } from 'react';
import { Table2, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats, useTenant } from '@tradeyard/app-kit';
import { Button, Drawer, EmptyState, SkeletonRows, useHotkeys, useToast } from '@tradeyard/design-system';
import { ExportMenu } from '../../shared/export-menu';
import { PageBody, PageHeader } from '../../shared/list/page-frame';
import { useUrlState } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { averageOf, withStateNames, type GridColumn, type GridRow } from './cell';
import { CellMenu } from './cell-menu';
import { useCellWords } from './cell-words';
import { ColumnChoice, NO_STATE, statesOf } from './column-choice';
import { DraftChoice } from './draft-choice';
import type { Held } from './edit-queue';
import type { CellEdit } from './edits';
import { FormulaBar } from './formula-bar';
import { AsOfNotice, GridFilters } from './grid-filters';
import { GridKeys } from './grid-keys';
import { gridExport } from './grid-requests';
import { LiveSince } from './live-since';
import { PlaceHeader } from './place-header';
import { PriceGrid } from './price-grid';
import { PriceHistory } from './price-history';
import { PriceList } from './price-list';
import type { PriceTable } from './prices.queries';
import { PublishDialog } from './publish-dialog';
import { RevisionBar, useDraftTotals } from './revision-bar';
import { RowOrder } from './row-order';
import { RowsRefused } from './rows-refused';
import { beginning, blockOf, gridReducer, type GridAction, type GridState, type Place } from './selection';
import { TroubleList } from './trouble-list';
import { useDrafts } from './use-drafts';
import { useGridActions } from './use-grid-actions';
import { useNarrow } from './use-narrow';
import { useOutline, useOutlinedPlace } from './use-outline';
import { usePlace } from './use-place';
import { usePriceEdits } from './use-price-edits';
import { useRows } from './use-rows';

/** The price somebody wants explained. */
export interface PriceAsk {
  productId: string;
  unit: string;
  stateCode: string | null;
  companyId: string | null;
  /** A calendar day; absent: now. */
  at?: string;
}

export interface PriceSheetProps {
  tables: readonly PriceTable[];
  /** Explains a price beside the grid; the app puts it together, features know nothing of each other. */
  explain?: (ask: PriceAsk, close: () => void) => ReactNode;
}

const noColumns: GridColumn[] = [];

/** The grid with everything around it: what narrows it, what the current cell is, and what is pending. */
export function PriceSheet({ tables, explain }: PriceSheetProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const narrow = useNarrow();
  const words = useCellWords();
  const { show } = useToast();
  const { date: day } = useFormats();
  const view = usePlace();
  const { place, search, category, brands, companies, states: wanted, tab, date, by } = view;
  const [publishing, setPublishing] = useState(false);
  const [problem, setProblem] = useState('');
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const mayEdit = may('price.edit') && !date;

  const shownTables = useMemo(
    () =>
      wanted.length === 0
        ? tables
        : tables.filter(({ scope, stateCode }) => scope !== 'state' || wanted.includes(stateCode ?? NO_STATE)),
    [tables, wanted],
  );
  // Companies' tables that stand beside the states are known once the first rows are.
  const [columnIds, setColumnIds] = useState<readonly string[]>([]);
  const tableIds = useMemo(
    () => [...new Set([...shownTables.map(({ id }) => id), ...columnIds])],
    [shownTables, columnIds],
  );
  const drafts = useDrafts(tableIds, !date);
  const draftIds = useMemo(() => drafts.list.map(({ id }) => id), [drafts.list]);
  const question = {
    search,
    category,
    brands,
    companies,
    tab,
    date,
    by,
    tables: place.of === 'states' && wanted.length === 0 ? null : shownTables.map(({ id }) => id),
  };
  const { rows, waiting } = useRows(question, draftIds, drafts.ready);
  const outlined = useOutline(rows);
  const { outline, shown } = outlined;
  const edits = usePriceEdits(rows, drafts);
  const totals = useDraftTotals(drafts.list);
  const pending = totals && totals.changes > 0 ? totals : undefined;

  const { states } = useTenant();
  const { facets } = rows;
  const columns = useMemo(() => withStateNames(facets?.columns ?? noColumns, states), [facets, states]);
  const ids = columns.map(({ tableId }) => tableId);
  if (ids.length > 0 && ids.join() !== columnIds.join()) setColumnIds(ids);
  const total = rows.total ?? 0;
  const loading = useDelayed(rows.total === undefined);

  const size = { rows: outline.rows, columns: columns.length };
  const [state, dispatch] = useReducer(
    (now: GridState, action: GridAction) => gridReducer(now, action, size),
    beginning,
  );
  useOutlinedPlace(outlined, rows, state, (row) => dispatch({ type: 'go', to: { row, column: state.at.column } }));
  const rowAt = (index: number): GridRow | undefined => {
    const read = shown.row(index);
    return read && edits.shown(read);
  };
  const actions = useGridActions({ rows: shown, columns, state, edits });
  const block = blockOf(state);
  const row = rowAt(state.at.row);
  const column = columns[state.at.column];
  const listed = columns.find(({ tableId }) => tableId === url.get('column')) ?? columns[0];
  const edited = narrow ? listed : column;
  const ask = (name: 'why' | 'history', at: Place): void => {
    const [asked, table] = [rowAt(at.row), columns[at.column]];
    if (asked && table) url.set({ [name]: `${asked.productId}.${table.tableId}.${asked.unit}` });
  };
  const onWhy = explain && ((at: Place) => ask('why', at));
  const onSee = useCallback((first: number, last: number) => shown.see(first, last), [shown]);
  useHotkeys({ w: () => onWhy?.(state.at) });
  const onCommand = (command: 'inherit' | 'fillDown' | 'fillRight' | 'undo' | 'redo'): void => {
    if (command === 'undo' || command === 'redo') step(command);
    else actions[command]();
  };
  const goTo = ({ productId, tableId }: Pick<CellEdit, 'productId' | 'tableId'>): boolean => {
    const [at, to] = [rows.indexOf(productId), columns.findIndex((each) => each.tableId === tableId)];
    if (at < 0 || to < 0 || !outline.isShown(at)) return false;
    dispatch({ type: 'go', to: { row: outline.shownAt(at), column: to } });
    return true;
  };
  // As in spreadsheets one sees what is taken back; a selection that shows it stays.
  const step = (way: 'undo' | 'redo'): void => {
    const [first] = edits[way]();
    const at = first ? outline.shownAt(rows.indexOf(first.productId)) : -1;
    const isSelected = block.top <= at && at <= block.bottom;
    const { left, right } = block;
    if (first && !(isSelected && columns.slice(left, right + 1).some(({ tableId }) => tableId === first.tableId)))
      goTo(first);
  };
  const onGo = ({ edit }: Held): void => {
    if (!goTo(edit)) url.set({ search: edit.sku, category: null, brand: null, tab: null });
  };
  const toClipboard = (): void => {
    const text = actions.copy();
    if (text !== null) void Promise.resolve(text).then((all) => navigator.clipboard.writeText(all));
  };
  const fromClipboard = (): void =>
    void navigator.clipboard
      .readText()
      .then(actions.paste)
      .catch(() => show({ message: t('prices.menu.pasteKey') }));

  const live = { path: gridExport(question, draftIds, { pending: false }) };
  const files = [
    { ...live, label: date ? t('prices.export.asOf', { date: day(date) }) : t('prices.export.live') },
    ...(pending
      ? [{ path: gridExport(question, draftIds, { pending: true }), label: t('prices.export.pending') }]
      : []),
  ];
  const why = askOf(url.get('why'), columns, date);
  const history = askOf(url.get('history'), columns, date);
  const none = rows.total === 0;
  const clear = (): void => url.set({ search: null, category: null, brand: null, tab: null });
  const filtered = Boolean(search || category || brands.length);
  return (
    <>
      <PageHeader
        tall
        title={<PageTitle name={t('prices.title')} />}
        views={<PlaceHeader tables={tables} />}
        actions={
          <>
            <LiveSince tables={tables} />
            {edited && !date && <DraftChoice column={edited} drafts={drafts} mayEdit={mayEdit} />}
            {!narrow && total > 0 && <ExportMenu path={files} name="prices" note={t('prices.export.holds')} />}
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
      <GridFilters
        total={waiting ? undefined : rows.total}
        changes={pending?.changes ?? 0}
        edits={mayEdit ? { ...edits, undo: () => step('undo'), redo: () => step('redo') } : null}
        order={<RowOrder onFoldAll={outlined.foldAll} />}
        columns={place.of === 'states' && <ColumnChoice offered={statesOf(tables, states)} />}
      />
      <AsOfNotice />
      {rows.total !== undefined && <RowsRefused rows={rows} />}
      {!narrow && (
        <FormulaBar
          row={row}
          column={column}
          columns={columns}
          cells={block.cells}
          average={averageOf(
            rowsOf(rowAt, block.top, Math.min(block.bottom, block.top + MEASURED)),
            columns.slice(block.left, block.right + 1),
            columns,
          )}
          problem={actions.problem || (rows.error ? t('prices.failed') : troubleOf(row, column))}
          onWhy={onWhy && row && column ? () => onWhy(state.at) : undefined}
        />
      )}
      <PageBody>
        {rows.error && rows.total === undefined ? (
          <LoadFailed
            error={rows.error}
            title={t('prices.failed')}
            retrying={rows.busy}
            onRetry={() => rows.refresh()}
          />
        ) : none ? (
          <EmptyState
            icon={Table2}
            title={t(`prices.empty.${tab}`)}
            text={t(filtered ? 'prices.empty.filteredText' : `prices.empty.${tab}Text`)}
            action={(filtered || tab !== 'all') && <Button onClick={clear}>{t('list.clearFilters')}</Button>}
          />
        ) : rows.total === undefined ? (
          loading && <SkeletonRows rows={16} columns={['34px', '250px', '56px', '1fr', '1fr', '1fr', '1fr']} />
        ) : narrow ? (
          <PriceList
            columns={columns}
            total={total}
            outline={outline}
            onFold={outlined.fold}
            rowAt={rowAt}
            heldOf={edits.heldOf}
            mayEdit={mayEdit}
            textOf={actions.textOf}
            onEdit={actions.typed}
            onInherit={(at, of) => actions.inherit({ top: at, bottom: at, left: of, right: of })}
            onWhy={onWhy && ((at, of) => onWhy({ row: at, column: of }))}
            onHistory={(at, of) => ask('history', { row: at, column: of })}
            onSee={onSee}
          />
        ) : (
          <PriceGrid
            label={t('prices.grid')}
            columns={columns}
            total={total}
            outline={outline}
            onFold={outlined.fold}
            rowAt={rowAt}
            heldOf={edits.heldOf}
            busy={waiting || actions.busy}
            state={state}
            dispatch={dispatch}
            mayEdit={mayEdit}
            textOf={actions.textOf}
            onEdit={actions.typed}
            onCommand={onCommand}
            onFill={actions.fillTo}
            onCopy={actions.copy}
            onPaste={actions.paste}
            onWhy={onWhy}
            onMenu={setMenu}
            onSee={onSee}
          />
        )}
      </PageBody>
      <TroubleList queue={edits.queue} columns={columns} words={words} onGo={onGo} />
      {pending && (
        <RevisionBar
          totals={pending}
          problem={problem}
          onPublish={may('price.publish') ? () => setPublishing(true) : undefined}
        />
      )}
      <GridKeys edits={mayEdit ? edits.queue : null} why={Boolean(explain)} />
      {menu && (
        <CellMenu
          point={menu}
          mayEdit={mayEdit}
          onWhy={onWhy && (() => onWhy(state.at))}
          onHistory={() => ask('history', state.at)}
          onEdit={() => row && column && dispatch({ type: 'type', text: actions.textOf(row, column) })}
          onCopy={toClipboard}
          onPaste={fromClipboard}
          onFillDown={actions.fillDown}
          onFillRight={actions.fillRight}
          onInherit={() => actions.inherit()}
          onClose={() => setMenu(null)}
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
      {why && explain?.(why, () => url.set({ why: null }, { replace: true }))}
      {history && (
        <Drawer
          open
          onOpenChange={(open) => !open && url.set({ history: null }, { replace: true })}
          title={t('prices.menu.history')}
          description={columns.find(({ tableId }) => tableId === history.tableId)?.name}
          closeLabel={t('list.close')}
        >
          <PriceHistory productId={history.productId} tableId={history.tableId} unit={history.unit} />
        </Drawer>
      )}
    </>
  );

  function troubleOf(of: GridRow | undefined, at: GridColumn | undefined): string {
    const held = of && at && edits.heldOf(of.productId).get(at.tableId);
    return held ? words.trouble(held) : '';
  }
}

/** An average over more rows would take longer than the next key. */
const MEASURED = 500;

const rowsOf = (rowAt: (index: number) => GridRow | undefined, top: number, bottom: number): GridRow[] =>
  Array.from({ length: bottom - top + 1 }, (_, index) => rowAt(top + index)).filter((row) => row !== undefined);

function askOf(text: string, columns: readonly GridColumn[], date: string): (PriceAsk & { tableId: string }) | null {
  const [productId = '', tableId, unit = ''] = text.split('.');
  const column = columns.find((each) => each.tableId === tableId);
  if (!productId || !column) return null;
  const { stateCode, companyId } = column;
  return { productId, unit, stateCode, companyId, tableId: column.tableId, ...(date && { at: date }) };
}

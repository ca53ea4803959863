import { useEffect, useRef, type ReactNode } from 'react';
import { getCoreRowModel, useReactTable, type Cell, type VisibilityState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useDelayed } from '@tradeyard/app-kit';
import { Checkbox, classNames, Row, Skeleton, Table, TableScroll, Td, Th } from '@tradeyard/design-system';
import type { Column } from './columns';
import type { List } from './use-list';
import { useRowKeys } from './use-row-keys';

const ROW_HEIGHT = 34;
const TICK_WIDTH = 44;
const GROWING_LEAST = '190px';

export interface Selection {
  ids: ReadonlySet<string>;
  set: (ids: ReadonlySet<string>) => void;
  /** Whether this row may be ticked at all. */
  label: (id: string) => string;
}

export interface DataTableProps<Data> {
  /** Names the table: "Orders". */
  label: string;
  list: Pick<List<Data>, 'rows' | 'total' | 'error' | 'stale' | 'more' | 'refetch' | 'fetching'>;
  columns: Column<Data>[];
  rowId: (row: Data) => string;
  /** Has the keyboard, or is shown in the panel. */
  current: string | null;
  onCurrent: (id: string) => void;
  onPreview?: (id: string) => void;
  onOpen?: (id: string) => void;
  selection?: Selection;
  /** As the server names it; "-name" descends. */
  sort?: string;
  onSort?: (sort: string) => void;
  visible?: VisibilityState;
  panelOpen?: boolean;
  empty: ReactNode;
  failed: string;
}

/**
 * A list of any length: only the rows in sight are in the page, more are read as the end comes near. The head stays,
 * J K X Space Enter work, and the row with the keyboard has the focus in its own link.
 */
export function DataTable<Data>(props: DataTableProps<Data>): ReactNode {
  const { label, list, rowId, current, selection, sort = '', onSort, panelOpen = false, visible = {} } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef<string | null>(null);
  const byKeyboard = useRef(false);
  const rows = list.rows ?? [];
  const ids = rows.map(rowId);
  const waiting = useDelayed(list.rows === undefined && !list.error);

  const shown = Object.fromEntries(
    props.columns.map(({ id = '', meta }) => [id, visible[id] !== false && !(panelOpen && meta?.dropsWithPanel)]),
  );
  const table = useReactTable({
    data: rows,
    columns: props.columns,
    state: { columnVisibility: shown },
    getCoreRowModel: getCoreRowModel(),
    getRowId: rowId,
    manualSorting: true,
  });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current?.closest<HTMLElement>('.tbl-scroll') ?? null,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // The head lies over the first rows.
    scrollPaddingStart: 28,
  });

  const toggle = (id: string): void => {
    if (!selection) return;
    const next = new Set(selection.ids);
    if (!next.delete(id)) next.add(id);
    anchor.current = id;
    selection.set(next);
  };
  const range = (id: string): void => {
    if (!selection) return;
    const [from, to] = [ids.indexOf(anchor.current ?? id), ids.indexOf(id)].sort((a, b) => a - b);
    selection.set(new Set([...selection.ids, ...ids.slice(from, (to ?? 0) + 1)]));
  };
  useRowKeys({
    ids,
    current,
    onCurrent: (id) => {
      byKeyboard.current = true;
      props.onCurrent(id);
    },
    onToggle: selection && toggle,
    onRange: selection && range,
    onPreview: props.onPreview,
    onOpen: props.onOpen,
  });

  const at = current === null ? -1 : ids.indexOf(current);
  useEffect(() => {
    if (at < 0) return;
    virtual.scrollToIndex(at, { align: 'auto' });
    if (!byKeyboard.current) return;
    byKeyboard.current = false;
    // The row may only now come into the page; who began to type meanwhile keeps the keyboard.
    requestAnimationFrame(() => {
      if (document.activeElement?.matches('input:not([type="checkbox"]), textarea')) return;
      box.current
        ?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current ?? '')}"] [data-row-link]`)
        ?.focus({ preventScroll: true });
    });
  }, [at, current, virtual]);

  const items = virtual.getVirtualItems();
  const end = items.at(-1)?.index ?? 0;
  const { more } = list;
  useEffect(() => {
    if (rows.length > 0 && end >= rows.length - 20) more();
  }, [end, rows.length, more]);

  if (list.error) {
    return <LoadFailed error={list.error} title={props.failed} onRetry={list.refetch} retrying={list.fetching} />;
  }
  if (list.rows?.length === 0) return <div className="scroll">{props.empty}</div>;

  const [before, after] = [items[0]?.start ?? 0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)];
  const columns = table.getVisibleLeafColumns();
  const width = columns.length + (selection ? 1 : 0);
  // A column that takes what is left is left enough to be read; below that the list scrolls sideways.
  const narrowest = columns.reduce(
    (sum, { columnDef: { meta } }) => sum + parseInt(meta?.width ?? meta?.least ?? GROWING_LEAST, 10),
    selection ? TICK_WIDTH : 0,
  );
  const allTicked = rows.length > 0 && selection !== undefined && ids.every((id) => selection.ids.has(id));
  const someTicked = selection !== undefined && selection.ids.size > 0;
  const sortBy = (key: string): void => onSort?.(sort === key ? `-${key}` : key);

  return (
    <TableScroll label={label} className="scroll grow">
      <div ref={box} aria-busy={list.rows === undefined || list.stale || undefined}>
        {list.fetching && list.rows !== undefined && <span className="refetch" aria-hidden="true" />}
        <Table
          caption={label}
          fixedRows
          className="grid-rows"
          style={{ minWidth: narrowest }}
          aria-rowcount={list.total + 1}
        >
          <thead>
            <tr>
              {selection && (
                <Th className="tick">
                  <Checkbox
                    checked={allTicked ? true : someTicked ? 'mixed' : false}
                    onChange={(on) => selection.set(on ? new Set(ids) : new Set())}
                    aria-label={t('list.selectAll')}
                  />
                </Th>
              )}
              {columns.map(({ id, columnDef: { meta } }) => (
                <Th
                  key={id}
                  num={meta?.num}
                  style={{ width: meta?.width }}
                  sort={
                    meta?.sort && onSort
                      ? sort === meta.sort
                        ? 'ascending'
                        : sort === `-${meta.sort}`
                          ? 'descending'
                          : 'none'
                      : undefined
                  }
                  onSort={() => meta?.sort && sortBy(meta.sort)}
                >
                  {meta?.bare ? <span className="sr">{meta.label}</span> : meta?.label}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.rows === undefined &&
              waiting &&
              Array.from({ length: 12 }, (_, row) => (
                <tr key={row} aria-hidden="true">
                  {Array.from({ length: width }, (_, column) => (
                    <td key={column}>
                      <Skeleton width={`${45 + ((row * 17 + column * 23) % 45)}%`} height={12} />
                    </td>
                  ))}
                </tr>
              ))}
            {before > 0 && (
              <tr aria-hidden="true">
                <td colSpan={width} style={{ height: before, padding: 0 }} />
              </tr>
            )}
            {items.map(({ index }) => {
              const row = table.getRowModel().rows[index];
              if (!row) return null;
              const ticked = selection?.ids.has(row.id) ?? false;
              return (
                <Row
                  key={row.id}
                  data-row={row.id}
                  aria-rowindex={index + 2}
                  current={row.id === current}
                  selected={ticked}
                  onClick={(event) => {
                    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
                    if (event.shiftKey && selection) range(row.id);
                    else (props.onPreview ?? props.onCurrent)(row.id);
                  }}
                  onDoubleClick={() => props.onOpen?.(row.id)}
                >
                  {selection && (
                    <td className="tick" onClick={(event) => event.shiftKey && range(row.id)}>
                      <Checkbox checked={ticked} onChange={() => toggle(row.id)} aria-label={selection.label(row.id)} />
                    </td>
                  )}
                  {row.getVisibleCells().map((cell) => {
                    const { meta } = cell.column.columnDef;
                    return (
                      <Td key={cell.id} num={meta?.num} className={classNames(meta?.truncate && 'ell')}>
                        {contentOf(cell)}
                      </Td>
                    );
                  })}
                </Row>
              );
            })}
            {after > 0 && (
              <tr aria-hidden="true">
                <td colSpan={width} style={{ height: after, padding: 0 }} />
              </tr>
            )}
          </tbody>
        </Table>
      </div>
    </TableScroll>
  );
}

/** Called, not mounted: columns that are made anew with each state must not throw away what their cells hold. */
function contentOf<Data>(cell: Cell<Data, unknown>): ReactNode {
  const { cell: content } = cell.column.columnDef;
  return typeof content === 'function' ? (content(cell.getContext()) as ReactNode) : content;
}

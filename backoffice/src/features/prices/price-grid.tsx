import { useEffect, useMemo, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { classNames, Skeleton } from '@tradeyard/design-system';
import { keyOf } from './edits';
import type { GridColumn, GridRow } from './cell';
import { GridCellView, type CellEvents } from './grid-cell';
import { afterTab, blockOf, type GridAction, type GridSize, type GridState } from './selection';
import { useNarrow } from './use-narrow';

const ROW = 27;
const HEAD = 32;
const NARROW = 98;
const WIDE = 170;
const FEW = 3;
const NATIONAL = 100;
const PAGE = 20;

export interface PriceGridProps {
  label: string;
  columns: readonly GridColumn[];
  /** The rows read so far. */
  rows: readonly GridRow[];
  total: number;
  busy: boolean;
  state: GridState;
  dispatch: (action: GridAction) => void;
  mayEdit: boolean;
  refused: ReadonlyMap<string, string>;
  /** What to begin with when the cell is edited: its own price. */
  textOf: (row: GridRow, column: GridColumn) => string;
  onEdit: (text: string, row: number, column: number) => void;
  onInherit: () => void;
  onCopy: () => string | null;
  onPaste: (text: string) => void;
  /** More rows are about to come into sight. */
  onEnd: () => void;
}

/**
 * Products against price tables: only the rows and columns in sight are in the page, the product and its national price
 * stay at the left. The grid itself has the keyboard and names the cell that it is in.
 */
export function PriceGrid(props: PriceGridProps): ReactNode {
  const { columns, rows, total, state, dispatch, mayEdit } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  const box = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  const size: GridSize = { rows: total, columns: columns.length };
  const pinned = narrow ? columns.slice(0, 1) : columns.filter(({ scope }) => scope === 'national');
  const place = layoutOf(narrow, pinned.length);
  const free = columns.length - pinned.length;
  const width = free <= FEW && !narrow ? WIDE : NARROW;

  const across = useVirtualizer({
    horizontal: true,
    count: free,
    getScrollElement: () => box.current,
    estimateSize: () => width,
    overscan: 3,
    paddingStart: place.width,
    scrollPaddingStart: place.width,
  });
  const down = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
  });
  // Both remember sizes by place; another set of frozen columns moves everything.
  useEffect(() => across.measure(), [across, place.width, free]);

  const { row: atRow, column: atColumn } = state.at;
  useEffect(() => {
    down.scrollToIndex(atRow, { align: 'auto' });
    if (atColumn >= pinned.length) across.scrollToIndex(atColumn - pinned.length, { align: 'auto' });
  }, [atRow, atColumn, pinned.length, down, across]);

  const items = down.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { onEnd, busy } = props;
  useEffect(() => {
    if (!busy && last >= rows.length - 2 * PAGE && rows.length < total) onEnd();
  }, [busy, last, rows.length, total, onEnd]);

  const shownColumns = useMemo(
    () => [
      ...pinned.map((column, index) => ({ column, index, left: place.national + index * NATIONAL, pinned: true })),
      ...across.getVirtualItems().flatMap(({ index, start }) => {
        const column = columns[index + pinned.length];
        return column ? [{ column, index: index + pinned.length, left: start, pinned: false }] : [];
      }),
    ],
    // The virtualizer answers the same object; what it shows changes with its range.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [columns, pinned.length, place.national, across.range?.startIndex, across.range?.endIndex, free],
  );

  const commit = (rowsOn: number, columnsOn: number): void => {
    if (state.typed !== null) props.onEdit(state.typed, atRow, atColumn);
    dispatch({ type: 'move', rows: rowsOn, columns: columnsOn });
  };
  const begin = (text?: string): void => {
    const row = rows[atRow];
    const column = columns[atColumn];
    if (mayEdit && row && column) dispatch({ type: 'type', text: text ?? props.textOf(row, column) });
  };
  const point = (row: number, column: number, extend: boolean): void => {
    if (state.typed !== null) props.onEdit(state.typed, atRow, atColumn);
    dispatch({ type: 'go', to: { row, column }, extend });
    box.current?.focus({ preventScroll: true });
  };
  // Cells keep one object for good, so that a move draws only the cells it touches.
  const latest = useRef({ begin, point });
  useEffect(() => {
    latest.current = { begin, point };
  });
  const events = useMemo(
    (): CellEvents => ({
      type: (text) => dispatch({ type: 'type', text }),
      point: (row, column, extend) => latest.current.point(row, column, extend),
      begin: () => latest.current.begin(),
    }),
    [dispatch],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey: extend } = event;
    const mod = event.ctrlKey || event.metaKey;
    const editing = state.typed !== null;
    if (key === 'Tab') {
      const out = leaving.current && !editing;
      leaving.current = false;
      if (out) return;
      if (editing) props.onEdit(state.typed ?? '', atRow, atColumn);
      const to = afterTab(state.at, size, extend);
      // At either end the way out is open.
      if (!editing && to.row === atRow && to.column === atColumn) return;
      dispatch({ type: 'go', to });
      box.current?.focus();
      event.preventDefault();
      return;
    }
    if (key === 'Escape') {
      if (editing) dispatch({ type: 'leave' });
      else leaving.current = true;
      box.current?.focus();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    leaving.current = false;
    if (key === 'Enter') {
      if (editing) {
        commit(extend ? -1 : 1, 0);
        box.current?.focus();
      } else begin();
    } else if (editing) return;
    else if (key === 'F2') begin();
    else if ((key === 'Delete' || key === 'Backspace') && mayEdit) props.onInherit();
    else if (key.startsWith('Arrow')) dispatch(arrow(key, mod, extend));
    else if (key === 'PageDown' || key === 'PageUp')
      dispatch({ type: 'move', rows: key === 'PageDown' ? PAGE : -PAGE, columns: 0, extend });
    else if (key === 'Home' || key === 'End') {
      const side = key === 'Home' ? 'first' : 'last';
      dispatch({ type: 'edge', column: side, ...(mod && { row: side }), extend });
    } else if (!mod && !event.altKey && /^[\d.,$(−-]$/.test(key)) begin(key);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (state.typed !== null || !mayEdit) return;
    event.preventDefault();
    props.onPaste(event.clipboardData.getData('text/plain'));
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (state.typed !== null) return;
    const text = props.onCopy();
    if (text === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  };

  const block = blockOf(state);
  const cellId = (row: number, column: number): string => `price-${row}-${column}`;
  const isShown = items.some(({ index }) => index === atRow) && shownColumns.some(({ index }) => index === atColumn);
  return (
    <div
      ref={box}
      className="pg"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 2}
      aria-multiselectable="true"
      aria-busy={busy || undefined}
      aria-readonly={!mayEdit || undefined}
      aria-activedescendant={isShown && state.typed === null ? cellId(atRow, atColumn) : undefined}
      aria-describedby="price-grid-keys"
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <div
        className="pg-all"
        role="presentation"
        style={{ width: place.width + free * width, height: down.getTotalSize() }}
      >
        <div className="pg-head" role="row" aria-rowindex={1} style={{ width: place.width + free * width }}>
          <span className="pg-pin" role="presentation" style={{ width: place.width }}>
            {!narrow && <span className="rn" role="presentation" style={{ width: place.number }} />}
            <span className="l" role="columnheader" aria-colindex={1} style={{ width: place.product }}>
              {t('prices.product')}
            </span>
            {!narrow && (
              <span className="l" role="columnheader" aria-colindex={2} style={{ width: place.unit }}>
                {t('prices.unit')}
              </span>
            )}
            {pinned.map(({ tableId, name }, index) => (
              <span
                key={tableId}
                role="columnheader"
                aria-colindex={index + 3}
                className={index === atColumn ? 'hot' : undefined}
                style={{ width: NATIONAL }}
              >
                {name}
              </span>
            ))}
          </span>
          {shownColumns
            .filter((each) => !each.pinned)
            .map(({ column: { tableId, name }, index, left }) => (
              <span
                key={tableId}
                role="columnheader"
                aria-colindex={index + 3}
                title={name}
                className={index === atColumn ? 'hot abs' : 'abs'}
                style={{ width: width, left }}
              >
                {name}
              </span>
            ))}
        </div>
        {items.map(({ index, start }) => {
          const row = rows[index];
          return (
            <div
              key={index}
              className="pg-row"
              role="row"
              aria-rowindex={index + 2}
              style={{ top: start, width: place.width + free * width }}
            >
              <span className="pg-pin" role="presentation" style={{ width: place.width }}>
                {!narrow && (
                  <span className="rn" aria-hidden="true" style={{ width: place.number }}>
                    {index + 1}
                  </span>
                )}
                <span
                  className="l name"
                  role="rowheader"
                  aria-colindex={1}
                  title={row ? `${row.name} · ${row.sku}` : undefined}
                  style={{ width: place.product }}
                >
                  {row ? <b className="ell">{row.name}</b> : <Skeleton width="70%" height={10} />}
                </span>
                {!narrow && (
                  <span className="l unit" role="gridcell" aria-colindex={2} style={{ width: place.unit }}>
                    {row?.unit}
                  </span>
                )}
                {pinned.map((column, at) => cellAt(column, at, row, index, undefined))}
              </span>
              {shownColumns
                .filter((each) => !each.pinned)
                .map(({ column, index: at, left }) => cellAt(column, at, row, index, left))}
            </div>
          );
        })}
      </div>
    </div>
  );

  function cellAt(column: GridColumn, at: number, row: GridRow | undefined, index: number, left?: number): ReactNode {
    const isAt = index === atRow && at === atColumn;
    return (
      <GridCellView
        key={column.tableId}
        id={cellId(index, at)}
        row={row}
        rowIndex={index}
        column={column}
        columnIndex={at}
        columns={columns}
        width={left === undefined ? NATIONAL : width}
        left={left}
        at={isAt}
        selected={selectedIn(block, index, at)}
        typed={isAt ? state.typed : null}
        refused={row && props.refused.get(keyOf(column.tableId, row.productId))}
        events={events}
      />
    );
  }
}

/** The classes of a selected cell: one of many, and at which sides of the block; empty outside of it. */
function selectedIn(block: ReturnType<typeof blockOf>, row: number, column: number): string {
  const { top, bottom, left, right, cells } = block;
  if (row < top || row > bottom || column < left || column > right) return '';
  return classNames(
    'se',
    cells > 1 && 'selr',
    row === top && 'et',
    row === bottom && 'eb',
    column === left && 'el',
    column === right && 'er',
  );
}

function layoutOf(narrow: boolean, nationals: number) {
  const [number, product, unit] = narrow ? [0, 132, 0] : [34, 250, 56];
  const national = number + product + unit;
  return { number, product, unit, national, width: national + nationals * NATIONAL };
}

function arrow(key: string, mod: boolean, extend: boolean): GridAction {
  const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const right = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (!mod) return { type: 'move', rows: down, columns: right, extend };
  return {
    type: 'edge',
    ...(down && { row: down > 0 ? 'last' : 'first' }),
    ...(right && { column: right > 0 ? 'last' : 'first' }),
    extend,
  };
}

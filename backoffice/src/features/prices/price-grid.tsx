import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Ruler } from 'lucide-react';
import { useMay } from '../../shared/session';
import type { GridColumn, GridRow } from './cell';
import { useCellWords } from './cell-words';
import type { Held } from './edit-queue';
import { commandOf } from './grid-keyboard';
import { beforePrices, HEAD, layoutOf, placeAt, ROW } from './grid-layout';
import { gridClipboard } from './grid-clipboard';
import { GridHead } from './grid-head';
import { cellId, GridRowView, type ShownColumn } from './grid-row';
import { GroupRow } from './group-row';
import type { Outline } from './outline';
import { blockOf, type Block, type GridAction, type GridSize, type GridState, type Place } from './selection';
import { useDecimals } from './use-decimals';
import { useGridPointer } from './use-grid-pointer';
import { useGroupHeads } from './use-group-heads';
import { useWhyBadge } from './use-why-badge';

export interface PriceGridProps {
  label: string;
  columns: readonly GridColumn[];
  /** How many rows there are, shown or folded away. */
  total: number;
  outline: Outline;
  /** Folds a category away, or back. */
  onFold: (slug: string) => void;
  rowAt: (index: number) => GridRow | undefined;
  heldOf: (productId: string) => ReadonlyMap<string, Held>;
  busy: boolean;
  state: GridState;
  dispatch: (action: GridAction) => void;
  mayEdit: boolean;
  /** What to begin with when the cell is edited: its own price. */
  textOf: (row: GridRow, column: GridColumn) => string;
  onEdit: (text: string, row: number, column: number) => void;
  onCommand: (command: 'inherit' | 'fillDown' | 'fillRight' | 'undo' | 'redo') => void;
  onFill: (target: Block) => void;
  onCopy: () => string | Promise<string> | null;
  onPaste: (text: string) => void;
  /** Asks why the price is what it is. */
  onWhy?: (place: Place) => void;
  /** Asks what can be done with the cell, at a point of the window. */
  onMenu: (point: { x: number; y: number }) => void;
  /** These rows are in sight. */
  onSee: (first: number, last: number) => void;
}

const nothingHeld: ReadonlyMap<string, Held> = new Map();

/**
 * Products against price tables: only the rows and columns in sight are in the page, the product, its unit and its
 * national price stay at the left. The grid itself has the keyboard and names the cell that it is in.
 */
export function PriceGrid(props: PriceGridProps): ReactNode {
  const { columns, total, outline, state, dispatch, mayEdit, rowAt, onFold, onSee } = props;
  const words = useCellWords();
  const box = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  const begun = useRef(false);
  const [room, setRoom] = useState(0);
  const seesCosts = useMay()('cost.read');
  const layout = useMemo(() => layoutOf(columns, room, seesCosts), [columns, room, seesCosts]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    // Before the first picture, so that columns do not move.
    setRoom(element.clientWidth);
    const watcher = new ResizeObserver(() => setRoom(element.clientWidth));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  const size: GridSize = { rows: outline.rows, columns: columns.length };
  const why = useWhyBadge(box, layout, outline);
  const free = columns.length - layout.pinned;
  const width = layout.frozen + free * layout.column;

  const across = useVirtualizer({
    horizontal: true,
    count: free,
    getScrollElement: () => box.current,
    estimateSize: () => layout.column,
    overscan: 2,
    paddingStart: layout.frozen,
    scrollPaddingStart: layout.frozen,
  });
  const down = useVirtualizer({
    count: outline.lines,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 10,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
  });
  // It remembers sizes by place; another set of frozen columns moves everything.
  useEffect(() => across.measure(), [across, layout.frozen, layout.column, free]);

  const { from, end } = state;
  const block = useMemo(() => blockOf({ from, end }), [from, end]);
  // The keyboard leads: along the selection's far corner, or within it.
  const focus = state.at.row === state.from.row && state.at.column === state.from.column ? state.end : state.at;
  const all = block.cells > 1 && block.cells === outline.rows * columns.length;
  // What is folded away moves rows to other lines; only another row is gone to.
  const focused = outline.placeOf(focus.row);
  useEffect(() => {
    if (all) return;
    const line = outline.lineOf(focus.row);
    const head = outline.isFirst(focus.row) && (line - 1) * ROW < (box.current?.scrollTop ?? 0);
    down.scrollToIndex(head ? line - 1 : line, { align: 'auto' });
    if (focus.column >= layout.pinned) across.scrollToIndex(focus.column - layout.pinned, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [all, focused, focus.column, layout.pinned, down, across]);

  const items = down.getVirtualItems();
  const lines = items.map(({ index, start }) => ({ ...outline.at(index), line: index, start }));
  const seen = lines.flatMap((line) => ('row' in line ? [line.row] : []));
  const [first, last] = [seen[0] ?? 0, seen.at(-1) ?? -1];
  useEffect(() => onSee(first, last), [first, last, onSee]);
  const decimals = useDecimals(rowAt, first, last);

  const range = across.range;
  const shown = useMemo(
    (): ShownColumn[] => [
      ...columns.slice(0, layout.pinned).map((column, index) => ({ column, index, left: undefined })),
      ...across.getVirtualItems().flatMap(({ index }) => {
        const column = columns[index + layout.pinned];
        const left = layout.frozen + index * layout.column;
        return column ? [{ column, index: index + layout.pinned, left }] : [];
      }),
    ],
    // The virtualizer answers the same object; what it shows changes with its range.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [columns, layout, range?.startIndex, range?.endIndex, free],
  );

  const takeFocus = (): void => box.current?.focus({ preventScroll: true });
  const commit = (): void => {
    if (state.typed !== null) props.onEdit(state.typed, state.at.row, state.at.column);
  };
  const begin = (text?: string): void => {
    const [row, column] = [rowAt(state.at.row), columns[state.at.column]];
    if (!mayEdit || !row || !column) return;
    begun.current = text !== undefined;
    dispatch({ type: 'type', text: text ?? props.textOf(row, column) });
  };
  const pointer = useGridPointer({
    box,
    layout,
    outline,
    block,
    dispatch,
    onPoint: (place, extend) => {
      commit();
      dispatch({ type: 'go', to: place, extend });
      takeFocus();
    },
    onFill: (target) => {
      props.onFill(target);
      dispatch({ type: 'block', block: target });
    },
  });
  const heads = useGroupHeads({
    outline,
    onFold,
    scrollTo: (line) => down.scrollToIndex(line, { align: 'auto' }),
    onRow: (row) => {
      dispatch({ type: 'go', to: { row, column: state.at.column } });
      takeFocus();
    },
    onLeave: takeFocus,
  });
  const { onKey } = heads;
  const latestKey = useRef(onKey);
  useEffect(() => {
    latestKey.current = onKey;
  });
  const onHeadKey = useCallback<typeof onKey>((...given) => latestKey.current(...given), []);
  const onType = useCallback((text: string) => dispatch({ type: 'type', text }), [dispatch]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const editing = state.typed !== null;
    const press = { key: event.key, shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, alt: event.altKey };
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 600) - HEAD) / ROW) - 1);
    const command = commandOf(press, { editing, begun: begun.current, page });
    const wasLeaving = leaving.current;
    if (event.key !== 'Shift') leaving.current = false;
    if (!command) return;
    switch (command.do) {
      case 'dispatch':
        dispatch(command.action);
        break;
      case 'begin':
        begin(command.text);
        break;
      case 'commit': {
        // Escape, then Tab leads out of the grid; so does Tab at either end.
        if (command.key === 'Tab' && !editing && (wasLeaving || isAtEnd(state, size, command.back))) return;
        commit();
        dispatch({ type: 'step', key: command.key, back: command.back });
        takeFocus();
        break;
      }
      case 'commitAndMove':
        commit();
        dispatch(command.action);
        takeFocus();
        break;
      case 'cancel':
        if (editing) dispatch({ type: 'leave' });
        else leaving.current = true;
        takeFocus();
        event.stopPropagation();
        break;
      case 'fold':
        heads.fold(state.at.row);
        break;
      case 'explain':
        props.onWhy?.(state.at);
        break;
      case 'menu': {
        const cell = document.getElementById(cellId(state.at.row, state.at.column))?.getBoundingClientRect();
        if (cell) props.onMenu({ x: cell.left + 8, y: cell.bottom });
        break;
      }
      default:
        if (!mayEdit) return;
        props.onCommand(command.do);
    }
    event.preventDefault();
  };
  const clipboard = gridClipboard({ ...props, editing: state.typed !== null });

  const { filling } = pointer;
  const firstHead = lines.find((line) => 'group' in line && line.start + ROW > (box.current?.scrollTop ?? 0));
  const isShown = first <= state.at.row && state.at.row <= last && shown.some(({ index }) => index === state.at.column);
  return (
    <div
      ref={box}
      className="pg"
      data-decimals={decimals}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + beforePrices(layout)}
      aria-multiselectable="true"
      aria-busy={props.busy || undefined}
      aria-readonly={!mayEdit || undefined}
      aria-activedescendant={isShown && state.typed === null ? cellId(state.at.row, state.at.column) : undefined}
      aria-describedby="price-grid-keys"
      onKeyDown={onKeyDown}
      {...clipboard}
      onPointerDown={pointer.onPointerDown}
      onPointerMove={(event) => {
        pointer.onPointerMove(event);
        if (event.buttons === 0 && event.pointerType === 'mouse') why.moveTo(event);
      }}
      onPointerUp={pointer.onPointerUp}
      onPointerCancel={pointer.onPointerCancel}
      onPointerLeave={why.hide}
      onDoubleClick={(event) => {
        if (!(event.target as Element).closest('.pg-why, input')) begin();
      }}
      onContextMenu={(event) => {
        const element = box.current;
        const cell = (event.target as Element).closest('[role="gridcell"][id]');
        if (!cell || !element || state.typed !== null) return;
        event.preventDefault();
        const { left, top } = element.getBoundingClientRect();
        const place = placeAt(
          { x: event.clientX - left, y: event.clientY - top },
          { left: element.scrollLeft, top: element.scrollTop },
          layout,
          outline,
        );
        if (!cell.classList.contains('se')) dispatch({ type: 'go', to: place });
        props.onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <div className="pg-all" role="presentation" style={{ width, height: down.getTotalSize() }}>
        <GridHead shown={shown} layout={layout} width={width} block={block} />
        {lines.map((line) => {
          if ('group' in line)
            return (
              <GroupRow
                key={line.group.slug}
                group={line.group}
                folded={line.folded}
                top={line.start}
                width={width}
                room={Math.min(room, width)}
                columns={columns.length + beforePrices(layout)}
                first={line === firstHead}
                onFold={onFold}
                onKey={onHeadKey}
              />
            );
          const { row: index, start } = line;
          const row = rowAt(index);
          const place = outline.placeOf(index);
          const isAt = index === state.at.row;
          return (
            <GridRowView
              key={place}
              row={row}
              index={index}
              place={place}
              top={start}
              width={width}
              shown={shown}
              columns={columns}
              layout={layout}
              words={words}
              held={row ? props.heldOf(row.productId) : nothingHeld}
              at={isAt ? state.at.column : null}
              typed={isAt ? state.typed : null}
              onType={onType}
              block={touching(block, index)}
              filling={touching(filling, index)}
              mayEdit={mayEdit}
            />
          );
        })}
        {props.onWhy && (
          // For the mouse alone; the keyboard has Alt Enter and the menu.
          <span
            ref={why.badge}
            className="pg-why"
            hidden
            aria-hidden="true"
            title={words.why}
            onClick={() => {
              const at = why.at();
              if (at) props.onWhy?.(at);
            }}
          >
            <Ruler className="i" />
          </span>
        )}
      </div>
    </div>
  );
}

/** A block for the rows it touches and none for the others, so that few rows are drawn again. */
const touching = (block: Block | null, row: number): Block | null =>
  block && row >= block.top && row <= block.bottom ? block : null;

function isAtEnd({ at, from, end }: GridState, { rows, columns }: GridSize, back: boolean): boolean {
  if (from.row !== end.row || from.column !== end.column) return false;
  return back ? at.row === 0 && at.column === 0 : at.row === rows - 1 && at.column === columns - 1;
}

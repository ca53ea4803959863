import { memo, useEffect, useRef, type ReactNode } from 'react';
import { classNames, Skeleton } from '@tradeyard/design-system';
import { cellOf, lookOf, type CellKind, type GridColumn, type GridRow } from './cell';
import { decimalsOf } from '../../shared/list/aligned';
import type { CellWords } from './cell-words';
import type { Held } from './edit-queue';
import { beforePrices, NATIONAL, sidesIn, type GridLayout } from './grid-layout';
import type { Block } from './selection';

const looks: Record<CellKind, string> = {
  own: 'ov',
  inherited: 'inh',
  pending: 'chg',
  inheritsPending: 'ichg',
  removed: 'rm',
  none: 'inh',
};

/** How many letters stand side by side in a cell this wide; the formula bar tells what does not. */
const roomIn = (width: number): number => Math.floor((width - 13) / 7);
/** How many decimals a figure has; all of a column are lined up by the most that are seen. */
const depths = ['two', 'two', 'two', 'three', 'four'] as const;

export interface ShownColumn {
  column: GridColumn;
  /** Its place among all columns. */
  index: number;
  /** Where it stands; undefined for a frozen one, which stands with the product. */
  left: number | undefined;
}

export interface GridRowProps {
  row: GridRow | undefined;
  /** Its place among the rows that are shown, and among all. */
  index: number;
  place: number;
  top: number;
  width: number;
  shown: readonly ShownColumn[];
  columns: readonly GridColumn[];
  layout: GridLayout;
  words: CellWords;
  held: ReadonlyMap<string, Held>;
  /** The column that has the keyboard, when it is in this row. */
  at: number | null;
  typed: string | null;
  onType: (text: string) => void;
  /** What is selected, and what the fill handle would fill, where they touch this row. */
  block: Block | null;
  filling: Block | null;
  mayEdit: boolean;
}

/** The name of a cell in the page. */
export const cellId = (row: number, column: number): string => `price-${row}-${column}`;

/** One product: its name, unit and cost frozen, a cell per table in sight. Drawn again only when something of it changed. */
export const GridRowView = memo(function GridRowView(props: GridRowProps): ReactNode {
  const { row, place, top, width, shown, layout } = props;
  const [pinned, free] = [
    shown.filter(({ left }) => left === undefined),
    shown.filter(({ left }) => left !== undefined),
  ];
  return (
    <div className="pg-row" role="row" aria-rowindex={place + 2} style={{ top, width }}>
      <span className="pg-pin" role="presentation" style={{ width: layout.frozen }}>
        <span className="rn" aria-hidden="true" style={{ width: layout.number }}>
          {place + 1}
        </span>
        <span
          className="l name"
          role="rowheader"
          aria-colindex={1}
          title={row ? `${row.name} · ${row.sku}` : undefined}
          style={{ width: layout.product }}
        >
          {row ? <b className="ell">{row.name}</b> : <Skeleton width="70%" height={10} />}
        </span>
        <span className="l unit" role="gridcell" aria-colindex={2} style={{ width: layout.unit }}>
          {row?.unitName}
        </span>
        {layout.cost > 0 && (
          <span className="cost" role="gridcell" aria-colindex={3} style={{ width: layout.cost }}>
            {row && <Cost cost={row.cost} words={props.words} />}
          </span>
        )}
        {pinned.map((each) => cellIn(props, each))}
      </span>
      {free.map((each) => cellIn(props, each))}
    </div>
  );
});

function Cost({ cost, words }: { cost: string | null; words: CellWords }): ReactNode {
  if (cost !== null) return words.figure(cost);
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr">{words.noCost}</span>
    </>
  );
}

function cellIn(props: GridRowProps, { column, index: place, left }: ShownColumn): ReactNode {
  const { row, index, columns, layout, words, held, at, typed, block, filling } = props;
  const style = { width: left === undefined ? NATIONAL : layout.column, left };
  if (!row)
    return (
      <span
        key={column.tableId}
        className={left === undefined ? undefined : 'abs'}
        role="gridcell"
        aria-colindex={place + beforePrices(layout) + 1}
        style={style}
      >
        <Skeleton width="50%" height={10} />
      </span>
    );
  const look = lookOf(row, column, columns);
  const { kind } = look;
  const trouble = held.get(column.tableId);
  const reason = trouble ? words.trouble(trouble) : '';
  const selected = sidesIn(block, index, place);
  const corner = props.mayEdit && selected && block && index === block.bottom && place === block.right;
  const editing = at === place && typed !== null;
  return (
    <span
      key={column.tableId}
      id={cellId(index, place)}
      role="gridcell"
      aria-colindex={place + beforePrices(layout) + 1}
      aria-selected={selected !== ''}
      aria-invalid={trouble?.state === 'refused' || trouble?.state === 'conflict' || undefined}
      title={reason || undefined}
      className={classNames(
        looks[kind],
        kind === 'own' && column.scope === 'national' && 'national',
        left !== undefined && 'abs',
        trouble && `held ${trouble.state}`,
        at === place && 'at',
        selected,
        selected && block && (block.top !== block.bottom || block.left !== block.right) && 'selr',
        sidesIn(filling, index, place) && `fill ${sidesIn(filling, index, place)}`,
      )}
      style={style}
    >
      {editing ? (
        <CellInput label={words.priceOf(row.name, column.name)} value={typed} onType={props.onType} />
      ) : (
        <CellFigure
          row={row}
          column={column}
          look={look}
          room={roomIn(style.width)}
          words={words}
          trouble={trouble}
          reason={reason}
        />
      )}
      {corner && !editing && <i className="pg-fill" data-fill="" />}
    </span>
  );
}

function CellFigure({
  row,
  column,
  look: { kind, price, change },
  look,
  room,
  words,
  trouble,
  reason,
}: {
  row: GridRow;
  column: GridColumn;
  look: ReturnType<typeof lookOf>;
  room: number;
  words: CellWords;
  trouble: Held | undefined;
  reason: string;
}): ReactNode {
  const cell = cellOf(row, column.tableId);
  const tiers = cell?.furtherTiers ?? 0;
  // What nobody could read yet stands there as it was written.
  const unread = price === null && kind === 'pending' ? ((trouble?.next ?? trouble?.edit)?.text ?? '') : '';
  const figure = unread || (price === null ? '–' : words.figure(price));
  const light = cell?.light;
  const percent = change === null ? '' : words.percent(change);
  return (
    <>
      {(light === 'below' || light === 'near') && <i className={`lt ${light}`} aria-hidden="true" />}
      {light !== 'below' && light !== 'near' && kind === 'pending' && percent.length + figure.length <= room && (
        <span className="d">{change === null ? !unread && words.fresh : percent}</span>
      )}
      {kind === 'removed' && <span className="d">{words.inherits}</span>}
      {kind !== 'pending' && kind !== 'removed' && tiers > 0 && <span className="more">{words.tierMark(tiers)}</span>}
      <span aria-hidden="true" className={price === null ? undefined : depths[decimalsOf([price])]}>
        {figure}
      </span>
      <span className="sr">
        {unread || words.kind(look)}
        {tiers > 0 && `, ${words.tiers(tiers)}`}
        {light === 'below' && `, ${words.below}`}
        {light === 'near' && `, ${words.near}`}
        {reason && `, ${reason}`}
      </span>
    </>
  );
}

function CellInput({
  label,
  value,
  onType,
}: {
  label: string;
  value: string;
  onType: (text: string) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const begun = useRef(value.length > 1);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    // What was there is replaced by typing; a first key that opened the field stays.
    if (begun.current) input.current?.select();
  }, []);
  return (
    <input
      ref={input}
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      maxLength={60}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

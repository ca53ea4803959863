import { memo, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, Skeleton } from '@tradeyard/design-system';
import { cellOf, lookOf, type CellKind, type GridColumn, type GridRow } from './cell';
import { usePriceFormats } from './use-price-formats';

const looks: Record<CellKind, string> = {
  own: 'ov',
  inherited: 'inh',
  pending: 'chg',
  inheritsPending: 'ichg',
  removed: 'rm',
  none: 'inh',
};

/** How many letters stand side by side in a cell; the formula bar tells what does not. */
const ROOM = 13;

/** What a cell tells the grid; the same object for as long as the grid is there. */
export interface CellEvents {
  type: (text: string) => void;
  point: (row: number, column: number, extend: boolean) => void;
  begin: () => void;
}

export interface GridCellProps {
  id: string;
  row: GridRow | undefined;
  rowIndex: number;
  column: GridColumn;
  /** Its place among `columns`. */
  columnIndex: number;
  columns: readonly GridColumn[];
  width: number;
  left?: number;
  at: boolean;
  /** Classes of a selected cell: that it is one of many, and at which sides of the block it lies; empty outside. */
  selected: string;
  typed: string | null;
  refused?: string;
  events: CellEvents;
}

/** One price: its own, inherited or pending, with a field over it while it is edited. Drawn again only when it changed. */
export const GridCellView = memo(function GridCellView({
  id,
  row,
  rowIndex,
  column,
  columnIndex,
  columns,
  width,
  left,
  at,
  selected,
  typed,
  refused,
  events,
}: GridCellProps): ReactNode {
  const { t } = useTranslation();
  const { figure, percent } = usePriceFormats();
  if (!row) {
    return (
      <span
        className={classNames(left !== undefined && 'abs')}
        role="gridcell"
        aria-colindex={columnIndex + 3}
        style={{ width, left }}
      >
        <Skeleton width="50%" height={10} />
      </span>
    );
  }
  const { kind, price, live, change } = lookOf(row, column, columns);
  const tiers = cellOf(row, column.tableId)?.furtherTiers ?? 0;
  const figureText = price === null ? t('prices.noPrice') : figure(price);
  return (
    <span
      id={id}
      role="gridcell"
      aria-colindex={columnIndex + 3}
      aria-selected={selected !== ''}
      aria-invalid={refused ? true : undefined}
      className={classNames(
        looks[kind],
        kind === 'own' && column.scope === 'national' && 'national',
        left !== undefined && 'abs',
        refused && 'bad',
        at && 'at',
        selected,
      )}
      style={{ width, left }}
      onMouseDown={(event) => {
        if (typed !== null) return;
        event.preventDefault();
        events.point(rowIndex, columnIndex, event.shiftKey);
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1 && typed === null) events.point(rowIndex, columnIndex, true);
      }}
      onDoubleClick={events.begin}
    >
      {typed === null ? (
        <>
          {kind === 'pending' && change !== null && percent(change).length + figureText.length <= ROOM && (
            <span className="d">{percent(change)}</span>
          )}
          {kind === 'pending' && change === null && <span className="d">{t('prices.new')}</span>}
          {kind === 'removed' && <span className="d">{t('prices.inherits')}</span>}
          {kind !== 'pending' && kind !== 'removed' && tiers > 0 && (
            <span className="more">{t('prices.tierMark', { count: tiers })}</span>
          )}
          <span aria-hidden="true">{price === null ? '–' : figureText}</span>
          <span className="sr">
            {t(`prices.kinds.${kind}`, { price: figureText, live: live === null ? t('prices.noPrice') : figure(live) })}
            {tiers > 0 && `, ${t('prices.furtherTiers', { count: tiers })}`}
            {refused && `, ${refused}`}
          </span>
        </>
      ) : (
        <CellInput
          label={t('prices.priceOf', { product: row.name, table: column.name })}
          value={typed}
          onType={events.type}
        />
      )}
    </span>
  );
});

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
      maxLength={30}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

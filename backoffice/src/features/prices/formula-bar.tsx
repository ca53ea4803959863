import type { ReactNode } from 'react';
import { CircleAlert, Ruler, SquareFunction } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Kbd } from '@tradeyard/design-system';
import { MarginLight, useMargin } from '../../shared/margin-light';
import { cellOf, lookOf, marginOf, type GridColumn, type GridRow } from './cell';
import { usePriceFormats } from './use-price-formats';

const WHY_KEY = 'W';

/** What the current cell is, in words, and why something that was typed did not stay. */
export function FormulaBar({
  row,
  column,
  columns,
  cells,
  average,
  problem,
  onWhy,
}: {
  row: GridRow | undefined;
  column: GridColumn | undefined;
  columns: readonly GridColumn[];
  /** How many are selected. */
  cells: number;
  /** Of the pending ones among them, in tenths of a percent. */
  average: number | null;
  problem: string;
  onWhy?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { percent } = usePriceFormats();
  const place = column?.stateCode ?? column?.name ?? '';
  return (
    <div className="fx">
      <span className="nm ell">{cells > 1 ? t('prices.block', { place, count: cells }) : place}</span>
      <span className="only-desk">
        <SquareFunction className="i i-sm" />
      </span>
      <span className="in ell" role="status">
        {problem ? (
          <span className="c-danger row g2">
            <CircleAlert className="i i-sm" />
            {problem}
          </span>
        ) : (
          row && column && <Meaning row={row} column={column} columns={columns} />
        )}
      </span>
      {average !== null && (
        <span className="only-desk">
          <span className="muted">{t('prices.average')}</span> <b>{percent(average)}</b>
        </span>
      )}
      {cells === 1 && row && column && <Margin row={row} column={column} columns={columns} />}
      {onWhy && (
        <span>
          <Button variant="ghost" size="sm" icon={Ruler} onClick={onWhy}>
            {t('prices.why')} <Kbd>{WHY_KEY}</Kbd>
          </Button>
        </span>
      )}
    </div>
  );
}

/** What is left over the cost for who may see costs, else how the price stands to its floor. */
function Margin({
  row,
  column,
  columns,
}: {
  row: GridRow;
  column: GridColumn;
  columns: readonly GridColumn[];
}): ReactNode {
  const { t } = useTranslation();
  const share = useMargin();
  const light = cellOf(row, column.tableId)?.light ?? 'unknown';
  const margin = marginOf(lookOf(row, column, columns).price, row.cost);
  if (margin === null && light === 'unknown') return null;
  return (
    <span className="only-desk">
      {margin === null ? (
        <MarginLight light={light} />
      ) : (
        <>
          <span className="muted">{t('margin.margin')}</span>{' '}
          <MarginLight light={light}>
            <b>{share(String(margin / 1000))}</b>
          </MarginLight>
        </>
      )}
    </span>
  );
}

function Meaning({
  row,
  column,
  columns,
}: {
  row: GridRow;
  column: GridColumn;
  columns: readonly GridColumn[];
}): ReactNode {
  const { t } = useTranslation();
  const { figure, percent } = usePriceFormats();
  const { kind, price, live, change } = lookOf(row, column, columns);
  const cell = cellOf(row, column.tableId);
  const minimum = cell?.pending?.minQuantity ?? cell?.minQuantity;
  const words = t(`prices.means.${kind}`, {
    table: column.name,
    price: price === null ? t('prices.noPrice') : figure(price),
    live: live === null ? t('prices.noPrice') : figure(live),
  });
  return (
    <>
      {words}
      {change !== null && `, ${percent(change)}`}
      {minimum && Number(minimum) !== 1 && `, ${t('prices.fromQuantity', { quantity: minimum, unit: row.unitName })}`}
      {cell && cell.furtherTiers > 0 && `, ${t('prices.furtherTiers', { count: cell.furtherTiers })}`}
      <span className="muted font-normal">
        {' · '}
        {row.sku}
      </span>
    </>
  );
}

import { useMemo, type ReactNode } from 'react';
import { CircleAlert, GitCompareArrows, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Badge } from '@tradeyard/design-system';
import type { Column } from '../../shared/list/columns';
import { useMay } from '../../shared/session';
import { MarginChange } from './margin-change';
import { PriceCell } from './price-cell';
import { lineId, type DiffLine } from './revision-views';
import { useLineWords } from './use-line-words';
import type { Lines } from './use-lines';

/** The columns of a diff; `editing` is the line whose price is being typed over. */
export function useDiffColumns(
  lines: Lines | undefined,
  editing: string | null,
  onEdit: (id: string | null) => void,
  onOpen: (id: string) => void,
): Column<DiffLine>[] {
  const { t } = useTranslation();
  const { unitPrice, change, quantity } = useFormats();
  const { percent, sold } = useLineWords();
  const costs = useMay()('cost.read');
  return useMemo(() => {
    const label = (column: string): string => t(`revisions.diff.${column}`);
    const cell =
      (render: (line: DiffLine) => ReactNode) =>
      ({ row }: { row: { original: DiffLine } }): ReactNode =>
        render(row.original);
    return [
      {
        id: 'product',
        meta: { label: label('product'), truncate: true, fixed: true, sort: 'sku' },
        cell: cell((line) => (
          <button
            type="button"
            data-row-link=""
            tabIndex={-1}
            className="line-link"
            onClick={() => onOpen(lineId(line))}
          >
            <span className="ell">{line.name ?? line.sku}</span>
            <span className="font-normal muted">{line.sku}</span>
          </button>
        )),
      },
      {
        id: 'flags',
        meta: { label: label('flags'), width: '150px', sort: 'outliers' },
        cell: cell((line) => <LineFlags line={line} />),
      },
      {
        id: 'unit',
        meta: { label: label('unit'), width: '84px' },
        cell: cell(({ unit, minQuantity }) => (
          <span className="muted">
            {unit}
            {Number(minQuantity) !== 1 && ` ${quantity(minQuantity)}+`}
          </span>
        )),
      },
      {
        id: 'old',
        meta: { label: label('old'), width: '92px', num: true },
        cell: cell(({ oldPrice }) =>
          oldPrice === null ? <span className="subtle">{t('revisions.diff.none')}</span> : unitPrice(oldPrice),
        ),
      },
      {
        id: 'new',
        meta: { label: label('new'), width: '112px', num: true, fixed: true },
        cell: cell((line) => (
          <PriceCell
            line={line}
            lines={lines}
            editing={editing === lineId(line)}
            onEdit={(on) => onEdit(on ? lineId(line) : null)}
          />
        )),
      },
      {
        id: 'change',
        meta: { label: label('change'), width: '92px', num: true, dropsWithPanel: true },
        cell: cell(({ difference }) => difference !== null && change(difference)),
      },
      {
        id: 'percent',
        meta: { label: label('percent'), width: '84px', num: true, sort: 'percent' },
        cell: cell((line) => line.percent !== null && percent(line.percent)),
      },
      {
        id: 'margin',
        meta: { label: label(costs ? 'margin' : 'light'), width: costs ? '140px' : '110px' },
        cell: cell((line) => <MarginChange line={line} />),
      },
      {
        id: 'sold',
        meta: { label: label('sold'), width: '96px', num: true, dropsWithPanel: true },
        cell: cell((line) => <span className="muted">{sold(line)}</span>),
      },
      {
        id: 'effect',
        meta: { label: label('effect'), width: '116px', num: true, sort: 'impact' },
        cell: cell(
          ({ revenueEffect }) => revenueEffect !== null && Number(revenueEffect) !== 0 && change(revenueEffect),
        ),
      },
    ];
  }, [t, unitPrice, change, quantity, percent, sold, costs, lines, editing, onEdit, onOpen]);
}

/** What should be looked at twice; a conflict comes before everything. */
export function LineFlags({ line }: { line: DiffLine }): ReactNode {
  const { t } = useTranslation();
  if (line.conflict)
    return (
      <Badge meaning="warning" icon={GitCompareArrows}>
        {t('revisions.flags.conflict')}
      </Badge>
    );
  const [first] = line.flags;
  if (!first) return null;
  const grave = first === 'below_floor' || first === 'zero' || first === 'decimal_slip';
  return (
    <span className="row g2">
      <Badge meaning={grave ? 'danger' : 'warning'} icon={grave ? CircleAlert : TriangleAlert}>
        {t(`revisions.flags.${first}`)}
      </Badge>
      {line.flags.length > 1 && (
        <span
          className="small muted"
          title={line.flags
            .slice(1)
            .map((flag) => t(`revisions.flags.${flag}`))
            .join(', ')}
        >
          +{line.flags.length - 1}
        </span>
      )}
    </span>
  );
}

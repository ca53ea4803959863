import { useMemo, type ReactNode } from 'react';
import { CircleAlert, GitCompareArrows, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Badge } from '@tradeyard/design-system';
import { Aligned } from '../../shared/list/aligned';
import type { Column } from '../../shared/list/columns';
import { useMay } from '../../shared/session';
import { MarginChange } from './margin-change';
import { PriceCell } from './price-cell';
import { lineId, type DiffLine } from './revision-views';
import { useLineWords } from './use-line-words';
import type { Lines } from './use-lines';

/** The columns of a diff; `editing` is the line whose price is being typed over, `decimals` what its prices need. */
export function useDiffColumns(
  lines: Lines | undefined,
  editing: string | null,
  onEdit: (id: string | null) => void,
  onOpen: (id: string) => void,
  narrow: boolean,
  decimals: number,
): Column<DiffLine>[] {
  const { t } = useTranslation();
  const { unitPrice, change, quantity } = useFormats();
  const { moved, sold } = useLineWords();
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
        meta: {
          label: label('product'),
          truncate: true,
          fixed: true,
          sort: 'sku',
          least: narrow ? '150px' : undefined,
        },
        cell: cell((line) => (
          <button
            type="button"
            data-row-link=""
            tabIndex={-1}
            className="line-link"
            onClick={() => onOpen(lineId(line))}
          >
            {narrow && <FlagMark line={line} />}
            <span className="ell">{line.name ?? line.sku}</span>
            {!narrow && <span className="font-normal muted">{line.sku}</span>}
          </button>
        )),
      },
      {
        id: 'flags',
        meta: { label: label('flags'), width: '130px', sort: 'outliers' },
        cell: cell((line) => <LineFlags line={line} />),
      },
      {
        id: 'unit',
        meta: { label: label('unit'), width: '98px' },
        cell: cell(({ unitName, minQuantity }) => (
          <span className="muted">
            {unitName}
            {Number(minQuantity) !== 1 && ` ${quantity(minQuantity)}+`}
          </span>
        )),
      },
      {
        id: 'old',
        meta: { label: label('old'), width: '106px', num: true },
        cell: cell(({ oldPrice }) =>
          oldPrice === null ? (
            <span className="subtle">{t('revisions.diff.none')}</span>
          ) : (
            <Aligned figure={unitPrice(oldPrice)} decimals={decimals} />
          ),
        ),
      },
      {
        id: 'new',
        meta: { label: label('new'), width: '114px', num: true, fixed: true },
        cell: cell((line) => (
          <PriceCell
            line={line}
            lines={lines}
            decimals={decimals}
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
        meta: { label: label('percent'), width: narrow ? '64px' : '72px', num: true, sort: 'percent' },
        cell: cell(moved),
      },
      {
        id: 'margin',
        meta: { label: label(costs ? 'margin' : 'light'), width: costs ? '144px' : '110px' },
        cell: cell((line) => <MarginChange line={line} />),
      },
      {
        id: 'sold',
        meta: { label: label('sold'), width: '96px', num: true, dropsWithPanel: true },
        cell: cell((line) => <span className="muted">{sold(line)}</span>),
      },
      {
        id: 'effect',
        meta: { label: label('effect'), width: '112px', num: true, sort: 'impact', dropsWithPanel: true },
        cell: cell(
          ({ revenueEffect }) => revenueEffect !== null && Number(revenueEffect) !== 0 && change(revenueEffect),
        ),
      },
    ];
  }, [t, unitPrice, change, quantity, moved, sold, costs, lines, editing, onEdit, onOpen, narrow, decimals]);
}

type Flag = DiffLine['flags'][number];

const gravity: readonly Flag[] = ['below_floor', 'zero', 'decimal_slip', 'over_percent'];
/** What is graver comes first. */
export const byGravity = (flags: readonly Flag[]): Flag[] => gravity.filter((flag) => flags.includes(flag));
const lookOf = (flag: Flag) =>
  flag === 'over_percent'
    ? ({ meaning: 'warning', icon: TriangleAlert } as const)
    : ({ meaning: 'danger', icon: CircleAlert } as const);

/** The same as a mark alone, where there is no room for words; the line's panel says them. */
function FlagMark({ line }: { line: DiffLine }): ReactNode {
  const { t } = useTranslation();
  const [first] = byGravity(line.flags);
  if (!first && !line.conflict) return null;
  const { meaning, icon: Icon } =
    first && !line.conflict ? lookOf(first) : ({ meaning: 'warning', icon: GitCompareArrows } as const);
  return (
    <>
      <Icon className={`i i-sm c-${meaning}`} aria-hidden="true" />
      <span className="sr">{t(`revisions.flags.${line.conflict || !first ? 'conflict' : first}`)}, </span>
    </>
  );
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
  const flags = byGravity(line.flags);
  const [first, ...others] = flags;
  if (!first) return null;
  const look = lookOf(first);
  return (
    <span className="row g2">
      <Badge {...look}>{t(`revisions.flags.${first}`)}</Badge>
      {others.length > 0 && (
        <span className="small muted">
          <span aria-hidden="true">+{others.length}</span>
          <span className="sr">{others.map((flag) => t(`revisions.flags.${flag}`)).join(', ')}</span>
        </span>
      )}
    </span>
  );
}

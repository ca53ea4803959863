import { useMemo, useState, type ReactNode } from 'react';
import { X } from 'lucide-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, classNames, EmptyState, IconButton, Rung, Skeleton, TextInput } from '@tradeyard/design-system';
import { badgeOf } from '../../shared/explain/explained-price';
import { useBadgeWords } from '../../shared/explain/use-badge-words';
import { readAmount } from '../../shared/form/read-amount';
import { Aligned, decimalsOf } from '../../shared/list/aligned';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { useChangePercent } from '../../shared/use-change-percent';
import type { BasketLine } from './basket';
import type { SimulatedLine, Simulation } from './simulator.queries';

const LEVEL = { national: 1, state: 2, company: 3 } as const;

interface ResultRow {
  index: number;
  line: SimulatedLine;
}

/** The basket line by line, today beside then, and what it comes to. */
export function Outcome({
  answer,
  stale,
  fetching,
  compares,
  editable,
  lines,
  onLines,
  onExplain,
  retry,
}: {
  answer: Simulation | undefined;
  stale: boolean;
  fetching: boolean;
  /** Whether anything makes "then" another than today. */
  compares: boolean;
  /** The quantities may be written; those of an order or a list are what they are. */
  editable: boolean;
  lines: readonly BasketLine[];
  onLines: (lines: readonly BasketLine[]) => void;
  onExplain: (index: number) => void;
  retry: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [current, setCurrent] = useState<string | null>(null);
  const rows = useMemo(() => answer?.lines.map((line, index): ResultRow => ({ index, line })), [answer]);
  const decimals = useMemo(
    () => decimalsOf((rows ?? []).flatMap(({ line }) => [line.today.unitPrice, line.then.unitPrice])),
    [rows],
  );
  const columns = useColumns({ decimals, editable, lines, onLines, onExplain });
  const problem = answer?.tradeCodeProblem;
  return (
    <>
      <Totals totals={answer?.totals} stale={stale} />
      {!compares && <p className="simulator-note muted">{t('simulator.nothingChosen')}</p>}
      {problem && (
        <Alert meaning="warning" className="m-3" title={t('simulator.codeDoesNotCount')}>
          {i18next.exists(`refusals.${problem.code}`) && t(`refusals.${problem.code}`)}
        </Alert>
      )}
      <DataTable<ResultRow>
        label={t('simulator.outcome')}
        list={{
          rows,
          total: rows?.length ?? 0,
          error: null,
          stale,
          more: () => undefined,
          refetch: retry,
          fetching,
        }}
        columns={columns}
        rowId={({ index }) => String(index)}
        current={current}
        onCurrent={setCurrent}
        onOpen={(id) => onExplain(Number(id))}
        failed={t('simulator.failed')}
        empty={<EmptyState title={t('simulator.begin')} text={t('simulator.beginText')} />}
      />
    </>
  );
}

function Totals({ totals, stale }: { totals: Simulation['totals'] | undefined; stale: boolean }): ReactNode {
  const { t } = useTranslation();
  const { money, change } = useFormats();
  const percent = useChangePercent();
  return (
    <dl className={classNames('simulator-totals', stale && 'is-pending')} aria-live="polite">
      <div>
        <dt>{t('simulator.today')}</dt>
        <dd>{totals ? money(totals.today) : <Unknown />}</dd>
      </div>
      <div>
        <dt>{t('simulator.then')}</dt>
        <dd>{totals ? money(totals.then) : <Unknown />}</dd>
      </div>
      <div>
        <dt>{t('simulator.difference')}</dt>
        <dd>
          {totals ? change(totals.difference) : <Unknown />}
          {totals?.percent != null && <span className="muted"> {percent(totals.percent)}</span>}
        </dd>
      </div>
      {totals !== undefined && totals.incomplete > 0 && (
        <p className="small c-warning">{t('simulator.incomplete', { count: totals.incomplete })}</p>
      )}
    </dl>
  );
}

/** Holds the place of a total that is still being asked for. */
function Unknown(): ReactNode {
  return <Skeleton width={72} height={14} />;
}

function useColumns({
  decimals,
  editable,
  lines,
  onLines,
  onExplain,
}: {
  /** What the prices need. */
  decimals: number;
  editable: boolean;
  lines: readonly BasketLine[];
  onLines: (lines: readonly BasketLine[]) => void;
  onExplain: (index: number) => void;
}): Column<ResultRow>[] {
  const { t } = useTranslation();
  const { money, change, quantity } = useFormats();
  const refusal = useRefusal();
  const percent = useChangePercent();
  return useMemo(
    (): Column<ResultRow>[] => [
      {
        id: 'product',
        meta: {
          label: t('simulator.columns.product'),
          truncate: true,
          fixed: true,
          least: decimals > 2 ? '186px' : '220px',
        },
        cell: ({
          row: {
            original: { line },
          },
        }) =>
          line.error ? (
            <b className="c-danger">{line.sku ?? line.productId}</b>
          ) : (
            <span className="named">
              <b className="ell">{line.name}</b> <span className="muted">{line.sku}</span>
            </span>
          ),
      },
      {
        id: 'quantity',
        meta: { label: t('simulator.columns.quantity'), width: editable ? '146px' : '108px', num: true },
        cell: ({
          row: {
            original: { index, line },
          },
        }) => (
          <span className="row g4 justify-end">
            {editable ? (
              <QuantityCell
                key={line.quantity}
                name={line.name ?? line.sku ?? ''}
                value={line.quantity}
                onSet={(next) => onLines(lines.map((each, at) => (at === index ? { ...each, quantity: next } : each)))}
              />
            ) : (
              quantity(line.quantity)
            )}
            <span className="muted simulator-unit">{line.unitName ?? line.unit}</span>
          </span>
        ),
      },
      ...(['today', 'then'] as const).map((side): Column<ResultRow> => ({
        id: side,
        meta: { label: t(`simulator.columns.${side}`), width: decimals > 2 ? '124px' : '104px', num: true },
        cell: ({
          row: {
            original: { index, line },
          },
        }) =>
          !line.error ? (
            <SidePrice line={line} side={side} decimals={decimals} onExplain={() => onExplain(index)} />
          ) : (
            // Where a price would stand, and on over the cells that stay empty.
            side === 'today' && (
              <span className="simulator-refusal c-danger">
                {refusal(new ApiError(422, line.error.code, line.error.message, line.error.details))}
              </span>
            )
          ),
      })),
      ...(['today', 'then'] as const).map((side): Column<ResultRow> => ({
        id: `${side}Total`,
        meta: { label: t(`simulator.columns.${side}Total`), width: '98px', num: true },
        cell: ({ row: { original } }) => {
          const total = original.line[side].lineTotal;
          if (original.line.error) return null;
          return total === null ? <span className="subtle">–</span> : money(total);
        },
      })),
      {
        id: 'difference',
        meta: { label: t('simulator.difference'), width: '132px', num: true },
        cell: ({
          row: {
            original: { line },
          },
        }) =>
          line.difference !== null && (
            <>
              <b>{change(line.difference)}</b>{' '}
              {line.percent !== null && <span className="muted">{percent(line.percent)}</span>}
            </>
          ),
      },
      ...(editable
        ? [
            {
              id: 'remove',
              meta: { label: t('simulator.columns.remove'), width: '40px', bare: true },
              cell: ({
                row: {
                  original: { index, line },
                },
              }) => (
                <IconButton
                  size="sm"
                  icon={X}
                  label={t('simulator.remove', { name: line.name ?? line.sku ?? '' })}
                  onClick={() => onLines(lines.filter((_, at) => at !== index))}
                />
              ),
            } satisfies Column<ResultRow>,
          ]
        : []),
    ],
    [t, money, change, quantity, refusal, percent, decimals, editable, lines, onLines, onExplain],
  );
}

function SidePrice({
  line,
  side,
  decimals,
  onExplain,
}: {
  line: SimulatedLine;
  side: 'today' | 'then';
  decimals: number;
  onExplain: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const { badge } = useBadgeWords();
  const { unitPrice: amount, source, trace } = line[side];
  if (amount === null || !source || !trace) {
    return (
      <button type="button" className="link" onClick={onExplain}>
        {t('explain.onRequest')}
      </button>
    );
  }
  const shown = unitPrice(amount);
  return (
    <button
      type="button"
      className="simulator-price"
      aria-label={t('simulator.explain', {
        side: t(`simulator.${side}`),
        name: line.name,
        price: shown,
        source: badge(badgeOf(trace)),
      })}
      onClick={onExplain}
    >
      <Rung level={LEVEL[source]} />
      <b>
        <Aligned figure={shown} decimals={decimals} />
      </b>
    </button>
  );
}

function QuantityCell({
  name,
  value,
  onSet,
}: {
  name: string;
  value: string;
  onSet: (quantity: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const [text, setText] = useState(value.replace('.', decimalSeparator));
  const read = readAmount(text, decimalSeparator);
  const valid = read !== null && Number(read) > 0;
  const settle = (): void => {
    if (valid && read !== value) onSet(read);
  };
  return (
    <TextInput
      size="sm"
      numeric
      aria-label={t('simulator.quantityOf', { name })}
      aria-invalid={!valid || undefined}
      value={text}
      maxLength={16}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  );
}

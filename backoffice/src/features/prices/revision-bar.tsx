import type { ReactNode } from 'react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Diff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { Alert, Button, Menu, MenuItem, Stages } from '@tradeyard/design-system';
import { pricingSettingsQuery } from '../../shared/pricing-settings.queries';
import { impactQuery, revisionPath, totalsQuery, type DiffTotals, type Revision } from './prices.queries';
import { usePriceFormats } from './use-price-formats';

export interface DraftTotals {
  /** Which of the drafts change anything. */
  drafts: Revision[];
  changes: number;
  conflicts: number;
  belowFloor: number;
  /** In percent, of the changes that have one; null when none has. */
  average: string | null;
  largest: string | null;
}

/** What several drafts come to together. */
export function sumOf(totals: readonly DiffTotals[]): Omit<DraftTotals, 'drafts'> {
  const measured = totals.filter(({ averagePercent }) => averagePercent !== null);
  const count = ({ raised, lowered, unchanged }: DiffTotals): number => raised + lowered + unchanged;
  const counted = measured.reduce((sum, each) => sum + count(each), 0);
  const weighed = measured.reduce((sum, each) => sum + Number(each.averagePercent) * count(each), 0);
  const extremes = totals.flatMap(({ largestRise, largestFall }) =>
    [largestRise, largestFall].filter((each) => each !== null),
  );
  const largest = extremes.reduce<string | null>(
    (most, each) => (most === null || Math.abs(Number(each)) > Math.abs(Number(most)) ? each : most),
    null,
  );
  return {
    changes: totals.reduce((sum, { changes }) => sum + changes, 0),
    conflicts: totals.reduce((sum, { conflicts }) => sum + conflicts, 0),
    belowFloor: totals.reduce((sum, { belowFloor }) => sum + belowFloor, 0),
    average: counted > 0 ? String(weighed / counted) : null,
    largest,
  };
}

/** The totals of drafts; undefined until all are known. */
export function useDraftTotals(drafts: readonly Revision[]): DraftTotals | undefined {
  return useQueries({
    queries: drafts.map((draft) => totalsQuery(draft)),
    combine: (results) => {
      const known = results.flatMap(({ data }) => data ?? []);
      if (known.length < results.length) return undefined;
      return { ...sumOf(known), drafts: drafts.filter((_, index) => known[index]?.changes) };
    },
  });
}

/** What is pending and how far it goes; each table's part is looked at, handed in and scheduled on its own page. */
export function RevisionBar({
  totals,
  problem,
  onPublish,
}: {
  totals: DraftTotals;
  problem: string;
  /** Absent: this person may not publish. */
  onPublish?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { percentText } = usePriceFormats();
  // Where two persons must agree a draft is handed in, on its own page.
  const twoPersons = useQuery(pricingSettingsQuery).data?.twoPersonApproval;
  const { drafts, changes, conflicts, belowFloor, average, largest } = totals;
  return (
    <section className="rev" aria-label={t('prices.revision')}>
      {problem && <Alert meaning="danger" title={problem} assertive className="full" />}
      <Stages
        label={t('prices.stages.label')}
        items={[
          { id: 'draft', label: t('prices.stages.draft'), state: 'now', stateLabel: t('prices.stages.now') },
          ...(twoPersons
            ? [
                {
                  id: 'review',
                  label: t('prices.stages.review'),
                  state: 'todo' as const,
                  stateLabel: t('prices.stages.todo'),
                },
              ]
            : []),
          { id: 'live', label: t('prices.stages.live'), state: 'todo', stateLabel: t('prices.stages.todo') },
        ]}
      />
      <div className="k">
        <div>
          <small>{t('prices.changes')}</small>
          <b>{t('prices.changeCount', { count: changes })}</b>
        </div>
        <div>
          <small>{t('prices.tables')}</small>
          <b>{drafts.length}</b>
        </div>
        {average !== null && largest !== null && (
          <div>
            <small>{t('prices.averageLargest')}</small>
            <b>
              {percentText(average)}, {percentText(largest)}
            </b>
          </div>
        )}
        {drafts.length === 1 && drafts.map((draft) => <Touches key={draft.id} draft={draft} />)}
        {belowFloor > 0 && (
          <div>
            <small>{t('prices.underFloor')}</small>
            <b className="c-danger">{t('prices.changeCount', { count: belowFloor })}</b>
          </div>
        )}
        {conflicts > 0 && (
          <div>
            <small>{t('prices.conflicts')}</small>
            <b className="c-danger">{t('prices.conflictCount', { count: conflicts })}</b>
          </div>
        )}
      </div>
      <div className="row g4">
        <Review drafts={drafts} changes={changes} />
        {onPublish && twoPersons === false && (
          <Button
            variant="primary"
            onClick={onPublish}
            disabledReason={conflicts > 0 ? t('prices.publishConflicts') : undefined}
          >
            {t('prices.publish')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Whom one draft touches; of several nobody knows how many are the same. */
function Touches({ draft }: { draft: Revision }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(impactQuery(draft));
  return (
    data && (
      <div>
        <small>{t('prices.touches')}</small>
        <b>
          {t('prices.companyCount', { count: data.companies })}, {t('prices.cartCount', { count: data.openCarts })}
        </b>
      </div>
    )
  );
}

/** The way to the pages of the drafts; of several, one is chosen. */
function Review({ drafts, changes }: { drafts: readonly Revision[]; changes: number }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [only, ...others] = drafts;
  const words = t('prices.review', { count: changes });
  if (only && others.length === 0)
    return (
      <Button asChild>
        <Link to={revisionPath(only)}>
          <Diff className="i" />
          {words}
        </Link>
      </Button>
    );
  return (
    <Menu align="end" trigger={<Button icon={Diff}>{words}</Button>}>
      {drafts.map((draft) => (
        <MenuItem
          key={draft.id}
          detail={t('prices.changeCount', { count: draft.changeCount })}
          onSelect={() => void navigate(revisionPath(draft))}
        >
          {t('prices.revisionOf', { number: draft.number, table: draft.tableName })}
        </MenuItem>
      ))}
    </Menu>
  );
}

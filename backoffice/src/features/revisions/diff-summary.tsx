import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Skeleton, Stages, type Stage } from '@tradeyard/design-system';
import type { DiffTotals, Revision } from './revision-views';
import { impactQuery } from './revisions.queries';
import { useLineWords } from './use-line-words';

/** Where a revision is, how far its prices go, and whom they touch. */
export function DiffSummary({ revision, totals }: { revision: Revision; totals: DiffTotals | undefined }): ReactNode {
  const { t } = useTranslation();
  const { quantity, summary } = useFormats();
  const { percent } = useLineWords();
  const impact = useQuery(impactQuery(revision)).data;
  const stages = useStages(revision);
  const count = (figure: number): string => quantity(String(figure));
  const figure = (id: string, value: ReactNode, bad = false): ReactNode => (
    <div key={id}>
      <dt>{t(`revisions.totals.${id}`)}</dt>
      <dd className={bad ? 'c-danger' : undefined}>{value ?? <Skeleton width={48} height={12} />}</dd>
    </div>
  );
  const signed = (amount: string): string =>
    `${/^-?0*(\.0*)?$/.test(amount) || amount.startsWith('-') ? '' : '+'}${summary(amount)}`;
  return (
    <section className="revision-summary" aria-label={t('revisions.summary')} aria-busy={!totals || undefined}>
      <Stages label={t('revisions.stages.label')} items={stages} />
      <dl>
        {figure('changes', totals && count(totals.changes))}
        {figure(
          'upDown',
          totals && (
            <>
              ↑ {count(totals.raised)} ↓ {count(totals.lowered)}
            </>
          ),
        )}
        {figure('average', totals && (totals.averagePercent === null ? '–' : percent(totals.averagePercent)))}
        {figure('outliers', totals && count(totals.outliers), (totals?.outliers ?? 0) > 0)}
        {figure('belowFloor', totals && count(totals.belowFloor), (totals?.belowFloor ?? 0) > 0)}
        {figure('companies', impact && count(impact.companies))}
        {figure('openCarts', impact && count(impact.openCarts))}
        {figure('effect', totals && signed(totals.revenueEffect))}
      </dl>
    </section>
  );
}

/** Draft, approved, scheduled, live; or where it ended. */
function useStages({ status, submittedAt, decidedAt }: Revision): Stage[] {
  const { t } = useTranslation();
  const stage = (id: string, state: Stage['state']): Stage => ({
    id,
    label: t(`revisions.stages.${id}`),
    state,
    stateLabel: t(`revisions.stages.states.${state}`),
  });
  if (status === 'rejected' || status === 'withdrawn')
    return [stage('draft', 'done'), ...(submittedAt ? [stage('submitted', 'done')] : []), stage(status, 'bad')];
  const order = ['draft', 'submitted', 'approved', 'scheduled', 'live'] as const;
  const at = order.indexOf(status === 'superseded' ? 'live' : status);
  const skipped = { draft: false, submitted: !submittedAt, approved: !decidedAt, scheduled: false, live: false };
  return order
    .filter((id, index) => index >= at || !skipped[id])
    .filter((id) => id !== 'scheduled' || status === 'scheduled')
    .map((id) => {
      const index = order.indexOf(id);
      return stage(
        id,
        index < at || status === 'live' || status === 'superseded' ? 'done' : index === at ? 'now' : 'todo',
      );
    });
}

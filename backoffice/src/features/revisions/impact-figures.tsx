import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { DescriptionList, Skeleton } from '@tradeyard/design-system';
import { impactQuery } from './revisions.queries';
import type { RevisionPlace } from './revision-views';

/** Whom a revision touches and what it would have brought over the last ninety days. */
export function ImpactFigures({ revision }: { revision: RevisionPlace }): ReactNode {
  const { t } = useTranslation();
  const { quantity, summary, change } = useFormats();
  const refusal = useRefusal();
  const impact = useQuery(impactQuery(revision));
  const { data } = impact;
  if (impact.isError && !data)
    return (
      <p className="small">
        <span className="c-danger">{refusal(impact.error)}</span>{' '}
        <button type="button" className="link" onClick={() => void impact.refetch()}>
          {t('failed.retry')}
        </button>
      </p>
    );
  const figure = (value: string | undefined): ReactNode => value ?? <Skeleton width={64} height={12} />;
  return (
    <div aria-busy={!data || undefined}>
      <DescriptionList
        items={[
          { name: t('revisions.impact.products'), value: figure(data && quantity(String(data.products))) },
          { name: t('revisions.impact.companies'), value: figure(data && quantity(String(data.companies))) },
          { name: t('revisions.impact.openCarts'), value: figure(data && quantity(String(data.openCarts))) },
          { name: t('revisions.impact.revenue90'), value: figure(data && summary(data.revenue90)) },
          { name: t('revisions.impact.revenueEffect'), value: figure(data && change(data.revenueEffect)) },
        ]}
      />
    </div>
  );
}

import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Tags } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { LoadFailed, useDelayed, useRefusal } from '@tradeyard/app-kit';
import { Alert, EmptyState, SkeletonRows } from '@tradeyard/design-system';
import type { Ask } from './ask';
import { askedProductQuery, explanationQuery } from './explain.queries';
import { explainedOf } from './explained-price';
import { PriceExplained } from './price-explained';

/** The price that is asked for, where it comes from, what it was preferred to and how the figure was made. */
export function ExplainAnswer({ ask, level = 3 }: { ask: Ask; level?: 2 | 3 }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const answer = useQuery(explanationQuery(ask));
  const { data: product } = useQuery(askedProductQuery(ask.product));
  const waiting = useDelayed(answer.isPending && ask.product !== '');
  const line = answer.data?.lines[0];
  if (!ask.product) return <EmptyState icon={Tags} title={t('explain.begin')} text={t('explain.beginText')} />;
  if (answer.isError) {
    return (
      <LoadFailed
        error={answer.error}
        title={t('explain.failed')}
        retrying={answer.isFetching}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  if (!line) return waiting && <SkeletonRows rows={6} columns={['110px', '1fr', '80px']} />;
  if (line.error) {
    const { code, message, details } = line.error;
    return (
      <div className="p-4">
        <Alert meaning="danger" title={refusal(new ApiError(422, code, message, details))} />
      </div>
    );
  }
  const asked = { company: Boolean(answer.data?.company), state: Boolean(answer.data?.stateCode) };
  const unitName = product?.units.find(({ code }) => code === line.unit)?.name;
  return (
    <div aria-busy={answer.isPlaceholderData || undefined}>
      <PriceExplained price={{ ...explainedOf(line, asked), unitName }} level={level} />
    </div>
  );
}

import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, useDelayed, useFormats } from '@tradeyard/app-kit';
import { EmptyState, Panel, SkeletonRows } from '@tradeyard/design-system';
import { waitingOrdersQuery } from './dashboard.queries';

/** The orders that wait longest for a yes or no. */
export function WaitingOrders(): ReactNode {
  const { t } = useTranslation();
  const { money, dateTime } = useFormats();
  const { data, error, isFetching, refetch } = useQuery(waitingOrdersQuery);
  const waiting = useDelayed(!data && !error);
  return (
    <Panel
      title={t('dashboard.longest')}
      flush
      actions={
        <Link className="link small" to="/orders?view=toConfirm&sort=placedAt">
          {t('dashboard.all')}
        </Link>
      }
    >
      {error && (
        <LoadFailed error={error} title={t('dashboard.failed')} retrying={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && (
        <div className="dash-waiting">{waiting && <SkeletonRows rows={6} columns={['1fr', '70px']} />}</div>
      )}
      {data?.length === 0 && (
        <EmptyState level={3} icon={CheckCheck} title={t('dashboard.nothing')} text={t('dashboard.nothingText')} />
      )}
      <ul className="dash-list">
        {data?.map(({ id, number, company, placedAt, total }) => (
          <li key={id}>
            <Link to={`/orders?view=toConfirm&sort=placedAt&selected=${id}`}>
              <span className="min-w-0">
                <b>{number}</b> <span className="muted">{company.name}</span>
                <span className="small muted block">{dateTime(placedAt)}</span>
              </span>
              <b className="num">{money(total)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

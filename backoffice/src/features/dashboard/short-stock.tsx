import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, useDelayed, useFormats } from '@tradeyard/app-kit';
import { EmptyState, Panel, SkeletonRows, StockStatus } from '@tradeyard/design-system';
import { shortStockQuery } from './dashboard.queries';

/** What runs out next. */
export function ShortStock(): ReactNode {
  const { t } = useTranslation();
  const { amount } = useFormats();
  const { data, error, isFetching, refetch } = useQuery(shortStockQuery);
  const waiting = useDelayed(!data && !error);
  return (
    <Panel
      title={t('dashboard.low')}
      flush
      actions={
        <Link className="link small" to="/stock?status=low">
          {t('dashboard.all')}
        </Link>
      }
    >
      {error && (
        <LoadFailed error={error} title={t('dashboard.failed')} retrying={isFetching} onRetry={() => void refetch()} />
      )}
      {waiting && <SkeletonRows rows={5} columns={['1fr', '70px']} />}
      {data?.length === 0 && (
        <EmptyState level={3} icon={CheckCheck} title={t('dashboard.stocked')} text={t('dashboard.stockedText')} />
      )}
      <ul className="dash-list">
        {data?.map(({ productId, sku, name, available, baseUnitName, status }) => (
          <li key={productId}>
            <Link to={`/stock?status=low&search=${encodeURIComponent(sku)}`}>
              <span className="min-w-0">
                <b className="block ell">{name}</b>
                <span className="small muted">{sku}</span>
              </span>
              <StockStatus state={status}>{amount(available, baseUnitName)}</StockStatus>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats } from '@tradeyard/app-kit';
import { Panel, Segmented, Skeleton, SkeletonRows, Table, TableScroll, Td, Th } from '@tradeyard/design-system';
import { PageHeader, PageSheets } from '../../shared/list/page-frame';
import { openWorkQuery, type OpenWork } from '../../shared/open-work.queries';
import { useMay } from '../../shared/session';
import { ShortStock } from './short-stock';
import { WaitingOrders } from './waiting-orders';
import './dashboard.css';

const RevenueChart = lazy(() => import('./revenue-chart'));

/** The morning's look: what waits for somebody first, then how the weeks went. */
export default function DashboardPage(): ReactNode {
  const { t } = useTranslation();
  const { time } = useFormats();
  const may = useMay();
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery(openWorkQuery);
  const waiting = useDelayed(!data && !error);
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('dashboard.title')} />}
        actions={
          dataUpdatedAt > 0 && (
            <span className="small muted">
              {t('list.updated', { time: time(new Date(dataUpdatedAt).toISOString()) })}
            </span>
          )
        }
      />
      <PageSheets>
        {error ? (
          <LoadFailed
            error={error}
            title={t('dashboard.failed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
          />
        ) : (
          <div className="dash">
            <div className="dash-main">
              {data ? <Today work={data} /> : waiting && <SkeletonRows rows={3} columns={['1fr', '80px']} />}
              {data ? <Weeks weeks={data.revenueByWeek} /> : waiting && <Skeleton height={280} />}
            </div>
            <div className="dash-side">
              <WaitingOrders />
              {may('stock.read') && <ShortStock />}
            </div>
          </div>
        )}
      </PageSheets>
    </>
  );
}

/** What is to be done, as sentences that lead to the lists they count. */
function Today({ work }: { work: OpenWork }): ReactNode {
  const { t } = useTranslation();
  const { money } = useFormats();
  const may = useMay();
  const task = (name: 'toConfirm' | 'toShip' | 'outOfStock', to: string): ReactNode => (
    <li>
      <Link to={to} className="todo">
        <b className="fig">{work[name]}</b>
        <span>{t(`dashboard.${name}`, { count: work[name] })}</span>
        <span className="link small">{t(`dashboard.open.${name}`)}</span>
      </Link>
    </li>
  );
  return (
    <Panel title={t('dashboard.today')} flush>
      <p className="dash-today">
        {t('dashboard.placedToday', { count: work.today.orders, revenue: money(work.today.revenue) })}
      </p>
      <ul>
        {task('toConfirm', '/orders?view=toConfirm')}
        {task('toShip', '/orders?view=toShip')}
        {may('stock.read') && task('outOfStock', '/stock?status=out')}
      </ul>
    </Panel>
  );
}

function Weeks({ weeks }: { weeks: OpenWork['revenueByWeek'] }): ReactNode {
  const { t } = useTranslation();
  const { money, date } = useFormats();
  const [look, setLook] = useState('chart');
  const caption = t('dashboard.revenue');
  return (
    <Panel
      title={caption}
      flush={look === 'table'}
      actions={
        <Segmented
          aria-label={t('dashboard.look')}
          value={look}
          onChange={setLook}
          items={[
            { value: 'chart', label: t('dashboard.chart') },
            { value: 'table', label: t('dashboard.table') },
          ]}
        />
      }
    >
      {look === 'chart' ? (
        <Suspense fallback={<Skeleton height={260} />}>
          <RevenueChart weeks={weeks} />
        </Suspense>
      ) : (
        <TableScroll label={caption}>
          <Table caption={caption} fixedRows>
            <thead>
              <tr>
                <Th>{t('dashboard.week')}</Th>
                <Th num>{t('dashboard.orders')}</Th>
                <Th num>{t('dashboard.total')}</Th>
              </tr>
            </thead>
            <tbody>
              {[...weeks].reverse().map(({ weekStart, orders, total }) => (
                <tr key={weekStart}>
                  <Td>{t('dashboard.weekOf', { date: date(weekStart) })}</Td>
                  <Td num>{orders}</Td>
                  <Td num>
                    <b>{money(total)}</b>
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      )}
    </Panel>
  );
}

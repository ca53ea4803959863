import { useMemo, useState, type ReactNode } from 'react';
import { FileSignature } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { Badge, Button, EmptyState } from '@tradeyard/design-system';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys, Views } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useList } from '../../shared/list/use-list';
import { useUrlState, withChange } from '../../shared/list/use-url-state';
import { DaysLeft, usePeriod } from '../../shared/period';
import { contractListQuery, type Contract } from './contracts.queries';

/** What was agreed with companies and how long it holds; what ends soon first. */
export default function ContractsPage(): ReactNode {
  const { t } = useTranslation();
  const url = useUrlState();
  const navigate = useNavigate();
  const [current, setCurrent] = useState<string | null>(null);
  const expiring = url.get('view') !== 'all';
  const search = url.get('search');
  const list = useList<Contract>(contractListQuery({ search, expiring }));
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('contracts.all')} />}
        views={
          <Views
            label={t('list.views')}
            items={(['', 'all'] as const).map((view) => ({
              to: `/prices/contracts?${withChange(url.params, { view }).toString()}`,
              label: t(`contracts.views.${view || 'expiring'}`),
              current: (view === 'all') !== expiring,
            }))}
          />
        }
      />
      <FilterBar
        label={t('list.filters')}
        end={list.rows && <span className="muted">{t('contracts.count', { count: list.total })}</span>}
      >
        <SearchBox
          label={t('contracts.search')}
          value={search}
          onSearch={(text) => url.set({ search: text }, { replace: true })}
        />
      </FilterBar>
      <PageBody>
        <DataTable
          label={t('contracts.all')}
          list={list}
          columns={columns}
          rowId={({ id }) => id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(id) => {
            const contract = list.rows?.find((each) => each.id === id);
            if (contract) void navigate(`/companies/${contract.companyId}`);
          }}
          failed={t('contracts.failed')}
          empty={
            <EmptyState
              icon={FileSignature}
              title={t(search ? 'contracts.noMatch' : expiring ? 'contracts.noneExpiring' : 'contracts.none')}
              text={t(
                search ? 'contracts.noMatchText' : expiring ? 'contracts.noneExpiringText' : 'contracts.noneText',
              )}
              action={
                search ? (
                  <Button onClick={() => url.set({ search: null })}>{t('list.clearFilters')}</Button>
                ) : (
                  expiring && (
                    <Button asChild>
                      <Link to="/prices/contracts?view=all">{t('contracts.showAll')}</Link>
                    </Button>
                  )
                )
              }
            />
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Enter'], text: t('list.open') },
          { keys: ['/'], text: t('list.search') },
        ]}
      />
    </>
  );
}

function useColumns(): Column<Contract>[] {
  const { t } = useTranslation();
  const { date } = useFormats();
  const period = usePeriod();
  return useMemo(
    (): Column<Contract>[] => [
      {
        id: 'company',
        meta: { label: t('contracts.company'), width: '260px', truncate: true, fixed: true },
        cell: ({ row: { original } }) => (
          <Link to={`/companies/${original.companyId}`} data-row-link="">
            {original.companyName}
          </Link>
        ),
      },
      {
        id: 'name',
        meta: { label: t('contracts.contract'), truncate: true, fixed: true },
        cell: ({ row: { original } }) => (
          <Link className="link" to={`/prices?table=${original.id}`}>
            {original.name}
          </Link>
        ),
      },
      {
        id: 'period',
        meta: { label: t('contracts.period'), width: '270px' },
        cell: ({ row: { original } }) => period(original),
      },
      {
        id: 'left',
        meta: { label: t('contracts.left'), width: '140px' },
        cell: ({ row: { original } }) => <DaysLeft {...original} />,
      },
      {
        id: 'live',
        meta: { label: t('contracts.live'), width: '190px' },
        cell: ({
          row: {
            original: { lastLive },
          },
        }) =>
          lastLive ? (
            <span className="muted">
              {t('contracts.liveSince', { number: lastLive.number, date: date(lastLive.at) })}
            </span>
          ) : (
            <span className="subtle">{t('contracts.neverLive')}</span>
          ),
      },
      {
        id: 'drafts',
        meta: { label: t('contracts.openDrafts'), width: '110px' },
        cell: ({ row: { original } }) =>
          original.openRevisions > 0 && (
            <Badge meaning="mark">{t('contracts.drafts', { count: original.openRevisions })}</Badge>
          ),
      },
    ],
    [t, date, period],
  );
}

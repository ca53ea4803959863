import { useMemo, useState, type ReactNode } from 'react';
import { ExternalLink, Plus, Store } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { PageTitle, useFormats, useTenant } from '@tradeyard/app-kit';
import { Button, EmptyState, Kbd, useHotkeys } from '@tradeyard/design-system';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys, Views } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { useList } from '../../shared/list/use-list';
import { useSelected, useUrlState, withChange } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { companyListQuery, type Company, type CompanyFilter } from './companies.queries';
import { CompanyFacts } from './company-facts';
import { CompanyLinks } from './company-page';
import { CompanyStatus } from './company-status';
import { useTerms } from './payment-terms';
import { RegisterDialog } from './register-dialog';
import './companies.css';

const statuses = ['', 'active', 'blocked'] as const;
const sorts = ['name', '-name', 'newest'] as const;
const NEW_KEY = 'N';

/** The trade customers: found by name or tax id, looked at beside the list, opened as a page of their own. */
export default function CompaniesPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const navigate = useNavigate();
  const selected = useSelected();
  const [registering, setRegistering] = useState(false);
  const filter: CompanyFilter = {
    search: url.get('search'),
    status: statuses.find((status) => status === url.get('status')) ?? '',
    sort: sorts.find((sort) => sort === url.get('sort')) ?? 'name',
  };
  const list = useList<Company>(companyListQuery(filter));
  const columns = useColumns();
  const mayEdit = may('company.edit');
  const open = (id: string): void => void navigate(`/companies/${id}`);
  const at = list.rows?.findIndex(({ id }) => id === selected.id) ?? -1;
  const company = list.rows?.[at];
  const go = (to: number) => {
    const next = list.rows?.[to];
    return next && (() => selected.open(next.id));
  };
  useHotkeys({ n: () => setRegistering(true) }, { enabled: mayEdit && !registering });

  return (
    <>
      <PageHeader
        title={<PageTitle name={t('companies.title')} />}
        views={
          <Views
            label={t('list.views')}
            items={statuses.map((status) => ({
              to: `/companies?${withChange(url.params, { status, selected: null }).toString()}`,
              label: t(`companies.views.${status || 'all'}`),
              current: status === filter.status,
            }))}
          />
        }
        actions={
          mayEdit && (
            <Button variant="primary" icon={Plus} onClick={() => setRegistering(true)}>
              {t('companies.new')} <Kbd>{NEW_KEY}</Kbd>
            </Button>
          )
        }
      />
      <FilterBar
        label={t('list.filters')}
        end={list.rows && <span className="muted">{t('companies.count', { count: list.total })}</span>}
      >
        <SearchBox
          label={t('companies.search')}
          value={filter.search}
          onSearch={(search) => url.set({ search }, { replace: true })}
        />
      </FilterBar>
      <PageBody
        panel={
          company && (
            <SidePanel
              key={company.id}
              label={company.name}
              title={
                <>
                  <h2 className="role-subhead ell">{company.name}</h2>
                  <CompanyStatus status={company.status} />
                </>
              }
              onClose={selected.close}
              onPrevious={go(at - 1)}
              onNext={go(at + 1)}
              footer={
                <Button variant="primary" asChild>
                  <Link to={`/companies/${company.id}`}>
                    <ExternalLink className="i" />
                    {t('list.open')}
                  </Link>
                </Button>
              }
            >
              <PanelPart title={t('companies.facts')}>
                <CompanyFacts company={company} />
              </PanelPart>
              <PanelPart title={t('companies.more')}>
                <div className="col g4 items-start">
                  <CompanyLinks id={company.id} />
                </div>
              </PanelPart>
            </SidePanel>
          )
        }
      >
        <DataTable
          label={t('companies.title')}
          list={list}
          columns={columns}
          rowId={({ id }) => id}
          current={selected.id}
          onCurrent={selected.open}
          onPreview={selected.open}
          onOpen={open}
          sort={filter.sort === 'newest' ? '' : filter.sort}
          onSort={(sort) => url.set({ sort: sort === 'name' ? null : sort }, { replace: true })}
          panelOpen={Boolean(company)}
          failed={t('companies.failed')}
          empty={
            <EmptyState
              icon={Store}
              title={t(filter.search || filter.status ? 'companies.noMatch' : 'companies.empty')}
              text={t(filter.search || filter.status ? 'companies.noMatchText' : 'companies.emptyText')}
              action={
                (filter.search || filter.status) && (
                  <Button onClick={() => url.set({ search: null, status: null })}>{t('list.clearFilters')}</Button>
                )
              }
            />
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Space'], text: t('list.preview') },
          { keys: ['Enter'], text: t('list.open') },
          { keys: ['/'], text: t('list.search') },
          ...(mayEdit ? [{ keys: [NEW_KEY], text: t('companies.new') }] : []),
        ]}
      />
      {registering && <RegisterDialog onMade={open} onClose={() => setRegistering(false)} />}
    </>
  );
}

function useColumns(): Column<Company>[] {
  const { t } = useTranslation();
  const { money, date } = useFormats();
  const { states } = useTenant();
  const terms = useTerms();
  return useMemo(
    (): Column<Company>[] => [
      {
        id: 'name',
        meta: { label: t('people.name'), sort: 'name', truncate: true, fixed: true },
        cell: ({ row: { original } }) => (
          <Link to={`/companies/${original.id}`} data-row-link="">
            {original.name}
          </Link>
        ),
      },
      {
        id: 'taxId',
        meta: { label: t('companies.taxId'), width: '170px', dropsWithPanel: true },
        cell: ({ row: { original } }) => <span className="muted">{original.taxId}</span>,
      },
      {
        id: 'state',
        meta: { label: t('companies.state'), width: '140px', truncate: true },
        cell: ({ row: { original } }) =>
          states.find(({ code }) => code === original.stateCode)?.name ?? original.stateCode,
      },
      {
        id: 'terms',
        meta: { label: t('companies.paymentTerms'), width: '130px', dropsWithPanel: true },
        cell: ({ row: { original } }) => terms(original.paymentTerms),
      },
      {
        id: 'limit',
        meta: { label: t('companies.creditLimit'), width: '130px', num: true },
        cell: ({ row: { original } }) => money(original.creditLimit),
      },
      {
        id: 'since',
        meta: { label: t('companies.since'), width: '130px', dropsWithPanel: true },
        cell: ({ row: { original } }) => <span className="muted">{date(original.createdAt)}</span>,
      },
      {
        id: 'status',
        meta: { label: t('people.statusName'), width: '110px' },
        cell: ({ row: { original } }) => <CompanyStatus status={original.status} />,
      },
    ],
    [t, money, date, states, terms],
  );
}

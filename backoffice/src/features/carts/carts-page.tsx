import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ShoppingCart } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { Button, Combobox, EmptyState } from '@tradeyard/design-system';
import { companiesQuery, companyNameQuery } from '../../shared/companies.queries';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { useList } from '../../shared/list/use-list';
import { useUrlState } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { cartsQuery, type CartSummary } from './carts.queries';

/** What buyers are about to order: their open carts, the one touched last first. */
export default function CartsPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const navigate = useNavigate();
  const company = url.get('company');
  const [search, setSearch] = useState('');
  const [current, setCurrent] = useState<string | null>(null);
  const companies = useQuery({ ...companiesQuery(search), enabled: may('company.read') });
  const { data: name } = useQuery({ ...companyNameQuery(company), enabled: company !== '' && may('company.read') });
  const list = useList<CartSummary>(cartsQuery(company));
  const columns = useColumns();
  return (
    <>
      <PageHeader title={<PageTitle name={t('carts.title')} />} />
      <FilterBar
        label={t('list.filters')}
        end={list.rows && <span className="muted">{t('carts.count', { count: list.total })}</span>}
      >
        {may('company.read') && (
          <Combobox
            size="sm"
            className="w-64"
            aria-label={t('carts.company')}
            items={(companies.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
            value={company || null}
            valueLabel={name}
            onSearch={setSearch}
            loading={companies.isFetching}
            placeholder={t('carts.everyCompany')}
            onChange={(id) => url.set({ company: id })}
            labels={{
              list: t('carts.company'),
              empty: t('carts.noCompany'),
              clear: t('carts.everyCompany'),
              loading: t('explain.looking'),
              results: (count) => t('explain.found', { count }),
            }}
          />
        )}
      </FilterBar>
      <PageBody>
        <DataTable
          label={t('carts.title')}
          list={list}
          columns={columns}
          rowId={({ id }) => id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(id) => void navigate(`/carts/${id}`)}
          failed={t('carts.failed')}
          empty={
            <EmptyState
              icon={ShoppingCart}
              title={t('carts.empty')}
              text={t('carts.emptyText')}
              action={company && <Button onClick={() => url.set({ company: null })}>{t('list.clearFilters')}</Button>}
            />
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Enter'], text: t('list.open') },
        ]}
      />
    </>
  );
}

function useColumns(): Column<CartSummary>[] {
  const { t } = useTranslation();
  const { money, quantity, dateTime } = useFormats();
  return useMemo(
    (): Column<CartSummary>[] => [
      {
        id: 'company',
        meta: { label: t('carts.company'), truncate: true, fixed: true },
        cell: ({ row: { original } }) => (
          <Link to={`/carts/${original.id}`} data-row-link="">
            {original.company.name}
          </Link>
        ),
      },
      {
        id: 'buyer',
        meta: { label: t('carts.buyer'), width: '220px', truncate: true },
        cell: ({ row: { original } }) => original.buyer.name,
      },
      {
        id: 'code',
        meta: { label: t('carts.code'), width: '140px' },
        cell: ({ row: { original } }) => <span className="muted">{original.tradeCode}</span>,
      },
      {
        id: 'lines',
        meta: { label: t('carts.lines'), width: '90px', num: true },
        cell: ({ row: { original } }) => quantity(String(original.lines)),
      },
      {
        id: 'total',
        meta: { label: t('carts.total'), width: '150px', num: true },
        cell: ({ row: { original } }) => <b>{money(original.total)}</b>,
      },
      {
        id: 'updated',
        meta: { label: t('carts.touched'), width: '180px' },
        cell: ({ row: { original } }) => <span className="muted">{dateTime(original.updatedAt)}</span>,
      },
    ],
    [t, money, quantity, dateTime],
  );
}

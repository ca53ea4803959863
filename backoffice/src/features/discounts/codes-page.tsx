import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Plus, Tag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { Button, EmptyState, Kbd, useHotkeys } from '@tradeyard/design-system';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useSelected, useUrlState } from '../../shared/list/use-url-state';
import { usePeriod } from '../../shared/period';
import { useMay } from '../../shared/session';
import { CodeDialog } from './code-dialog';
import { CodePanel } from './code-panel';
import { CodeState } from './code-state';
import { DiscountViews } from './discount-views';
import { codesQuery, type TradeCode } from './discounts.queries';
import './discounts.css';

const NEW_KEY = 'N';

/** Codes buyers enter for a discount: what they take off, how long, how often, and who used them. */
export default function CodesPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const selected = useSelected();
  const [edited, setEdited] = useState<TradeCode | 'new' | null>(null);
  const { data, error, isFetching, refetch } = useQuery(codesQuery);
  const columns = useColumns();
  const mayEdit = may('price.publish');
  const search = url.get('search').toLocaleLowerCase();
  const rows = data?.filter(({ code, name }) => `${code} ${name}`.toLocaleLowerCase().includes(search));
  const at = rows?.findIndex(({ id }) => id === selected.id) ?? -1;
  const shown = rows?.[at];
  const go = (to: number) => {
    const next = rows?.[to];
    return next && (() => selected.open(next.id));
  };
  useHotkeys({ n: () => setEdited('new') }, { enabled: mayEdit && edited === null });
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('discounts.title')} />}
        views={<DiscountViews current="codes" />}
        actions={
          mayEdit && (
            <Button variant="primary" icon={Plus} onClick={() => setEdited('new')}>
              {t('discounts.newCode')} <Kbd>{NEW_KEY}</Kbd>
            </Button>
          )
        }
      />
      <FilterBar
        label={t('list.filters')}
        end={rows && <span className="muted">{t('discounts.codeCount', { count: rows.length })}</span>}
      >
        <SearchBox
          label={t('discounts.findCode')}
          value={url.get('search')}
          onSearch={(text) => url.set({ search: text }, { replace: true })}
        />
      </FilterBar>
      <PageBody
        panel={
          shown && (
            <CodePanel
              key={shown.id}
              code={shown}
              onEdit={mayEdit ? () => setEdited(shown) : undefined}
              onClose={selected.close}
              onPrevious={go(at - 1)}
              onNext={go(at + 1)}
            />
          )
        }
      >
        <DataTable<TradeCode>
          label={t('discounts.views.codes')}
          list={{
            rows,
            total: rows?.length ?? 0,
            error: data ? null : error,
            stale: false,
            more: () => undefined,
            refetch: () => void refetch(),
            fetching: isFetching,
          }}
          columns={columns}
          rowId={({ id }) => id}
          current={selected.id}
          onCurrent={selected.open}
          onPreview={selected.open}
          onOpen={selected.open}
          panelOpen={shown !== undefined}
          failed={t('discounts.codesFailed')}
          empty={
            <EmptyState
              icon={Tag}
              title={t(search ? 'discounts.noMatch' : 'discounts.noCodes')}
              text={t(search ? 'discounts.noMatchText' : 'discounts.noCodesText')}
            />
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Space'], text: t('list.preview') },
          { keys: ['/'], text: t('list.search') },
          ...(mayEdit ? [{ keys: [NEW_KEY], text: t('discounts.newCode') }] : []),
        ]}
      />
      {edited && <CodeDialog code={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function useColumns(): Column<TradeCode>[] {
  const { t } = useTranslation();
  const { money, quantity } = useFormats();
  const period = usePeriod();
  return useMemo(
    (): Column<TradeCode>[] => [
      {
        id: 'code',
        meta: { label: t('discounts.code'), width: '190px', fixed: true },
        cell: ({ row: { original } }) => <b>{original.code}</b>,
      },
      {
        id: 'name',
        meta: { label: t('discounts.name'), truncate: true, fixed: true },
        cell: ({ row: { original } }) => original.name,
      },
      {
        id: 'percent',
        meta: { label: t('discounts.percent'), width: '100px', num: true },
        cell: ({ row: { original } }) => t('discounts.off', { percent: quantity(original.percent) }),
      },
      {
        id: 'period',
        meta: { label: t('discounts.period'), width: '250px', dropsWithPanel: true },
        cell: ({ row: { original } }) => <span className="muted">{period(original)}</span>,
      },
      {
        id: 'minimum',
        meta: { label: t('discounts.minimum'), width: '130px', num: true, dropsWithPanel: true },
        cell: ({ row: { original } }) =>
          original.minimumOrder === null ? (
            <span className="subtle">{t('list.none')}</span>
          ) : (
            money(original.minimumOrder)
          ),
      },
      {
        id: 'uses',
        meta: { label: t('discounts.uses'), width: '110px', num: true },
        cell: ({ row: { original } }) =>
          original.maxUses === null
            ? quantity(String(original.uses))
            : t('discounts.usesOf', {
                uses: quantity(String(original.uses)),
                most: quantity(String(original.maxUses)),
              }),
      },
      {
        id: 'state',
        meta: { label: t('discounts.state'), width: '120px' },
        cell: ({ row: { original } }) => <CodeState code={original} />,
      },
    ],
    [t, money, quantity, period],
  );
}

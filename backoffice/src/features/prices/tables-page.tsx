import { useMemo, useState, type ReactNode } from 'react';
import { Plus, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { PageTitle, useFormats, useTenant } from '@tradeyard/app-kit';
import { Badge, Button, EmptyState, Kbd, Rung, Segmented, useHotkeys } from '@tradeyard/design-system';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useList } from '../../shared/list/use-list';
import { useSelected, useUrlState } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { NewTableDialog } from './new-table-dialog';
import { PlaceHeader } from './place-header';
import { tableListQuery, type PriceTable, pricesOf } from './prices.queries';
import { TablePanel } from './table-panel';
import './prices.css';

const NEW_KEY = 'N';
const scopes = ['national', 'state', 'company'] as const;
const levels = { national: 1, state: 2, company: 3 } as const;
const noTables: PriceTable[] = [];

/** Every price table, whose it is and since when it says what it says; its history beside it. */
export default function TablesPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const navigate = useNavigate();
  const selected = useSelected();
  const [creating, setCreating] = useState(false);
  const scope = scopes.find((each) => each === url.get('scope'));
  const search = url.get('search');
  const list = useList<PriceTable>(tableListQuery({ scope, search }));
  const columns = useColumns();
  const mayEdit = may('price.edit');
  useHotkeys({ n: () => setCreating(true) }, { enabled: mayEdit && !creating });
  const at = list.rows?.findIndex(({ id }) => id === selected.id) ?? -1;
  const go = (to: number) => {
    const next = list.rows?.[to];
    return next && (() => selected.open(next.id));
  };
  const filtered = Boolean(scope ?? search);
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('prices.title')} />}
        views={<PlaceHeader tables={noTables} list />}
        actions={
          mayEdit && (
            <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
              {t('prices.newTable')} <Kbd>{NEW_KEY}</Kbd>
            </Button>
          )
        }
      />
      <FilterBar
        label={t('list.filters')}
        end={list.rows && <span className="muted">{t('prices.tableCount', { count: list.total })}</span>}
      >
        <SearchBox
          label={t('prices.findTable')}
          value={search}
          onSearch={(text) => url.set({ search: text }, { replace: true })}
        />
        <Segmented
          aria-label={t('prices.scope')}
          value={scope ?? ''}
          onChange={(next) => url.set({ scope: next })}
          items={[
            { value: '', label: t('prices.scopes.all') },
            ...scopes.map((each) => ({ value: each, label: t(`prices.scopes.${each}`) })),
          ]}
        />
      </FilterBar>
      <PageBody
        panel={
          selected.id && (
            <TablePanel
              key={selected.id}
              id={selected.id}
              onClose={selected.close}
              onPrevious={go(at - 1)}
              onNext={go(at + 1)}
            />
          )
        }
      >
        <DataTable
          label={t('prices.views.tables')}
          list={list}
          columns={columns}
          rowId={({ id }) => id}
          current={selected.id}
          onCurrent={selected.open}
          onPreview={selected.open}
          onOpen={(id) => {
            const table = list.rows?.find((each) => each.id === id);
            if (table) void navigate(pricesOf(table));
          }}
          panelOpen={Boolean(selected.id)}
          failed={t('prices.failed')}
          empty={
            <EmptyState
              icon={Table2}
              title={t(filtered ? 'prices.noMatch' : 'prices.noTables')}
              text={t(filtered ? 'prices.empty.filteredText' : 'prices.newTableText')}
              action={
                filtered && (
                  <Button onClick={() => url.set({ scope: null, search: null })}>{t('list.clearFilters')}</Button>
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
          ...(mayEdit ? [{ keys: [NEW_KEY], text: t('prices.newTable') }] : []),
        ]}
      />
      {creating && <NewTableDialog onMade={({ id }) => selected.open(id)} onClose={() => setCreating(false)} />}
    </>
  );
}

function useColumns(): Column<PriceTable>[] {
  const { t } = useTranslation();
  const { date, quantity } = useFormats();
  const { states } = useTenant();
  return useMemo(
    (): Column<PriceTable>[] => [
      {
        id: 'name',
        meta: { label: t('prices.tableName'), truncate: true, fixed: true },
        cell: ({ row: { original } }) => (
          <Link to={pricesOf(original)} data-row-link="">
            {original.name}
          </Link>
        ),
      },
      {
        id: 'scope',
        meta: { label: t('prices.scope'), width: '240px', truncate: true },
        cell: ({ row: { original } }) => (
          <span className="row g2">
            <Rung level={levels[original.scope]} />
            <span className="ell">
              {original.companyName ??
                states.find(({ code }) => code === original.stateCode)?.name ??
                t('prices.scopes.national')}
            </span>
          </span>
        ),
      },
      {
        id: 'live',
        meta: { label: t('prices.liveSince'), width: '190px', dropsWithPanel: true },
        cell: ({ row: { original } }) =>
          original.lastLive ? (
            <span className="muted">
              {t('prices.revisionSince', { number: original.lastLive.number, date: date(original.lastLive.at) })}
            </span>
          ) : (
            <span className="subtle">{t('prices.neverLive')}</span>
          ),
      },
      {
        id: 'priority',
        meta: { label: t('prices.priority'), width: '90px', num: true, dropsWithPanel: true },
        cell: ({ row: { original } }) => quantity(String(original.priority)),
      },
      {
        id: 'open',
        meta: { label: t('prices.openDrafts'), width: '120px' },
        cell: ({ row: { original } }) =>
          original.openRevisions > 0 && (
            <Badge meaning="mark">{t('prices.openCount', { count: original.openRevisions })}</Badge>
          ),
      },
    ],
    [t, date, quantity, states],
  );
}

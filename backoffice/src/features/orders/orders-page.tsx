import { useState, type ReactNode } from 'react';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { PageTitle, useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, ConfirmDialog, EmptyState, useHotkeys, useToast } from '@tradeyard/design-system';
import { BulkBar } from '../../shared/list/bulk-bar';
import { useColumnChoice } from '../../shared/list/columns';
import { ColumnsMenu } from '../../shared/list/columns-menu';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys, Views } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useList } from '../../shared/list/use-list';
import { useSelected, useUrlState } from '../../shared/list/use-url-state';
import { useOpenWork } from '../../shared/open-work.queries';
import { useMay } from '../../shared/session';
import { sumOf } from '../../shared/sum';
import { useOrderColumns } from './order-columns';
import { OrderPanel } from './order-panel';
import type { OrderSummary } from './order-views';
import { ordersQuery, useConfirmMany, type BulkOutcome } from './order.queries';
import { QueueFilters } from './queue-filters';
import { filtersOf, linkTo, queueNames, queues, readQueue, type QueueName } from './queue-url';

/** The queue: what is to be done with which order, narrowed by views and filters, one order beside it. */
export default function OrdersPage(): ReactNode {
  const { t } = useTranslation();
  const { money, time } = useFormats();
  const navigate = useNavigate();
  const may = useMay();
  const url = useUrlState();
  const view = readQueue(url.params);
  const list = useList(ordersQuery(view));
  const columns = useOrderColumns();
  const [visible, setVisible] = useColumnChoice('orders');
  const work = useOpenWork();
  const panel = useSelected();
  const [cursor, setCursor] = useState<string | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [confirming, setConfirming] = useState<OrderSummary[]>([]);
  const [refused, setRefused] = useState<BulkOutcome['refused']>([]);

  const rows = list.rows ?? [];
  const current = panel.id ?? cursor;
  const at = rows.findIndex(({ id }) => id === panel.id);
  const selected = rows.filter(({ id }) => ticked.has(id));
  const toConfirm = selected.filter(({ status }) => status === 'placed');
  const statusCount = (status: string): number => list.facets?.status.find(({ value }) => value === status)?.count ?? 0;
  const counts: Partial<Record<QueueName, number>> = {
    toConfirm: work?.toConfirm,
    toShip: work?.toShip,
    ...(list.facets &&
      !('fulfilment' in queues[view.view]) && { open: statusCount('placed') + statusCount('confirmed') }),
  };
  const name = (order: string): string => rows.find(({ id }) => id === order)?.number ?? '';
  const ask = (orders: OrderSummary[]): void => setConfirming(orders.filter(({ status }) => status === 'placed'));
  const goTo = (id: string): void => {
    setCursor(id);
    if (panel.id) panel.open(id);
  };
  useHotkeys(
    { c: () => ask(rows.filter(({ id }) => id === current)) },
    { enabled: may('order.confirm') && !ticked.size },
  );

  return (
    <>
      <PageHeader
        title={<PageTitle name={t('orders.title')} />}
        views={
          <Views
            label={t('list.views')}
            items={queueNames.map((each) => ({
              to: linkTo(view, each),
              label: t(`orders.views.${each}`),
              count: counts[each],
              current: each === view.view,
            }))}
          />
        }
      />
      <FilterBar
        label={t('list.filters')}
        end={
          <>
            {list.rows && <span className="muted">{t('orders.count', { count: list.total })}</span>}
            <ColumnsMenu columns={columns} visible={visible} onChange={setVisible} />
          </>
        }
      >
        <SearchBox
          label={t('orders.search')}
          value={view.search}
          onSearch={(search) => url.set({ search }, { replace: true })}
        />
        <QueueFilters view={view} url={url} />
      </FilterBar>
      <PageBody
        panel={
          panel.id && (
            <OrderPanel
              key={panel.id}
              id={panel.id}
              onClose={() => {
                setCursor(panel.id);
                panel.close();
              }}
              onPrevious={at > 0 ? () => goTo(rows[at - 1]?.id ?? '') : undefined}
              onNext={at >= 0 && at < rows.length - 1 ? () => goTo(rows[at + 1]?.id ?? '') : undefined}
            />
          )
        }
      >
        {refused.length > 0 && <Refused refused={refused} onClose={() => setRefused([])} />}
        <DataTable
          label={t('orders.title')}
          list={list}
          columns={columns}
          rowId={({ id }) => id}
          current={current}
          onCurrent={goTo}
          onPreview={(id) => (panel.id === id ? panel.close() : panel.open(id))}
          onOpen={(id) => void navigate(`/orders/${id}`)}
          selection={
            may('order.confirm')
              ? { ids: ticked, set: setTicked, label: (id) => t('list.select', { name: name(id) }) }
              : undefined
          }
          sort={view.sort}
          onSort={(sort) => url.set({ sort })}
          visible={visible}
          panelOpen={panel.id !== null}
          failed={t('orders.failed')}
          empty={
            <NoOrders
              filtered={view.search !== '' || filtersOf(view) > 0}
              onClear={() =>
                void navigate(linkTo({ ...view, search: '', company: '', payment: '', from: '', to: '' }, view.view))
              }
            />
          }
        />
        <BulkBar
          count={selected.length}
          sum={money(sumOf(selected.map(({ total }) => total)))}
          onClear={() => setTicked(new Set())}
          actions={
            toConfirm.length > 0
              ? [{ label: t('orders.steps.confirm'), shortcut: 'C', onSelect: () => ask(selected) }]
              : []
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          ...(may('order.confirm') ? [{ keys: ['X'], text: t('list.pick') }] : []),
          { keys: ['Space'], text: t('list.preview') },
          { keys: ['Enter'], text: t('list.open') },
          ...(may('order.confirm') ? [{ keys: ['C'], text: t('orders.steps.confirm') }] : []),
          { keys: ['F'], text: t('orders.filters.add') },
          { keys: ['/'], text: t('list.search') },
        ]}
        end={list.updatedAt > 0 && t('list.updated', { time: time(new Date(list.updatedAt).toISOString()) })}
      />
      <ConfirmMany
        orders={confirming}
        onClose={() => setConfirming([])}
        onDone={(outcome) => {
          setConfirming([]);
          setTicked(new Set());
          setRefused(outcome.refused);
        }}
      />
    </>
  );
}

function ConfirmMany({
  orders,
  onClose,
  onDone,
}: {
  orders: OrderSummary[];
  onClose: () => void;
  onDone: (outcome: BulkOutcome) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { money } = useFormats();
  const toast = useToast();
  const confirmMany = useConfirmMany();
  const count = orders.length;
  return (
    <ConfirmDialog
      open={count > 0}
      onOpenChange={(open) => !open && onClose()}
      title={count === 1 ? t('orders.confirmOne', { number: orders[0]?.number }) : t('orders.confirmMany', { count })}
      effect={t('orders.confirmEffect', { count, total: money(sumOf(orders.map(({ total }) => total))) })}
      confirmLabel={t('orders.confirmVerb', { count })}
      cancelLabel={t('orders.notYet')}
      busy={confirmMany.isPending}
      onConfirm={() =>
        confirmMany.mutate(orders, {
          onSuccess: (outcome) => {
            if (outcome.confirmed.length > 0) {
              toast.show({ message: t('orders.confirmed', { count: outcome.confirmed.length }) });
            }
            onDone(outcome);
          },
        })
      }
    />
  );
}

function Refused({ refused, onClose }: { refused: BulkOutcome['refused']; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  return (
    <Alert
      meaning="danger"
      assertive
      className="m-2"
      title={t('orders.notConfirmed', { count: refused.length })}
      action={
        <button type="button" className="link small" onClick={onClose}>
          {t('list.close')}
        </button>
      }
    >
      <ul>
        {refused.map(({ order, error }) => (
          <li key={order.id}>
            <b>{order.number}</b> {refusal(error)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function NoOrders({ filtered, onClear }: { filtered: boolean; onClear: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={Inbox}
      title={filtered ? t('orders.noMatch') : t('orders.none')}
      text={filtered ? t('orders.noMatchText') : t('orders.noneText')}
      action={filtered && <Button onClick={onClear}>{t('list.clearFilters')}</Button>}
    />
  );
}

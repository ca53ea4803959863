import type { FormEvent, ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats } from '@tradeyard/app-kit';
import {
  Button,
  EmptyState,
  Field,
  Pagination,
  SkeletonRows,
  Table,
  TableScroll,
  Td,
  TextInput,
  Th,
  ViewTabs,
} from '@tradeyard/design-system';
import type { OrderSummary } from '../../shared/views';
import './orders.css';
import { ordersQuery } from './orders.queries';
import { ORDERS_PAGE, orderViews, readOrders, writeOrders, type OrdersFilter } from './orders-url';
import { StandingBadge } from './standing-badge';

/** The company's orders; the filters live in the address. */
export function OrdersPage(): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const filter = readOrders(params);
  const list = useQuery(ordersQuery(filter));
  const skeleton = useDelayed(list.isPending);
  const go = (change: Partial<OrdersFilter>): void => void navigate(writeOrders({ ...filter, page: 1, ...change }));
  const narrowed = filter.status !== '' || filter.search !== '' || filter.from !== '' || filter.to !== '';
  const total = list.data?.page.total;
  return (
    <div className="page">
      <div className="pgh pgh--plain">
        <PageTitle name={t('shell.orders')} />
        {total !== undefined && (
          <span className="sub" role="status">
            {t('orders.count', { count: total, shown: quantity(String(total)) })}
          </span>
        )}
      </div>
      <ViewTabs
        label={t('orders.views')}
        onNavigate={(href) => void navigate(href)}
        items={orderViews.map((status) => ({
          href: writeOrders({ ...filter, status, page: 1 }),
          label: status ? t(`orders.standing.${status}`) : t('orders.all'),
          current: filter.status === status,
        }))}
      />
      <OrderFilters key={writeOrders(filter)} filter={filter} onChange={go} />
      {list.isError && !list.data ? (
        <div className="panel">
          <LoadFailed
            error={list.error}
            title={t('orders.failed')}
            retrying={list.isFetching}
            onRetry={() => void list.refetch()}
          />
        </div>
      ) : list.isPending ? (
        skeleton && (
          <div className="panel" aria-busy="true">
            <SkeletonRows rows={8} columns={['16%', '14%', '1fr', '12%', '12%']} />
          </div>
        )
      ) : list.data.orders.length === 0 ? (
        <div className="panel">
          <EmptyState
            drawing="block"
            title={narrowed ? t('orders.noneFound') : t('orders.none')}
            text={narrowed ? t('orders.noneFoundText') : t('orders.noneText')}
            action={
              narrowed ? (
                <Button variant="primary" onClick={() => void navigate('/orders')}>
                  {t('catalogue.clearFilters')}
                </Button>
              ) : (
                <Button variant="primary" asChild>
                  <Link to="/">{t('cart.browse')}</Link>
                </Button>
              )
            }
          />
        </div>
      ) : (
        <>
          <TableScroll label={t('shell.orders')} framed className={list.isPlaceholderData ? 'is-loading' : undefined}>
            <Table caption={t('shell.orders')} className="orders-tbl">
              <thead>
                <tr>
                  <Th>{t('orders.number')}</Th>
                  <Th>{t('orders.placed')}</Th>
                  <Th>{t('order.deliverTo')}</Th>
                  <Th>{t('orders.po')}</Th>
                  <Th>{t('orders.state')}</Th>
                  <Th>{t('orders.payment')}</Th>
                  <Th num>{t('checkout.total')}</Th>
                </tr>
              </thead>
              <tbody>
                {list.data.orders.map((order) => (
                  <OrderRow key={order.id} order={order} />
                ))}
              </tbody>
            </Table>
          </TableScroll>
          <div className="row between wrap pages-row">
            <span className="small muted">
              {t('catalogue.range', {
                from: quantity(String((filter.page - 1) * ORDERS_PAGE + 1)),
                to: quantity(String((filter.page - 1) * ORDERS_PAGE + list.data.orders.length)),
                total: quantity(String(list.data.page.total)),
              })}
            </span>
            <Pagination
              page={filter.page}
              pageCount={Math.ceil(list.data.page.total / ORDERS_PAGE)}
              href={(page) => writeOrders({ ...filter, page })}
              onNavigate={(page) => go({ page })}
              labels={{
                nav: t('pages.nav'),
                previous: t('pages.previous'),
                next: t('pages.next'),
                page: (page) => t('pages.page', { page }),
              }}
            />
          </div>
        </>
      )}
    </div>
  );
}

function OrderRow({ order }: { order: OrderSummary }): ReactNode {
  const { t } = useTranslation();
  const { money, date } = useFormats();
  return (
    <tr>
      <Td>
        <Link className="link strong" to={`/orders/${order.id}`}>
          {order.number}
        </Link>
        <div className="small muted">{t('shell.lines', { count: order.lineCount })}</div>
      </Td>
      <Td className="nowrap">
        {date(order.placedAt)}
        <div className="small muted">{order.buyer.name}</div>
      </Td>
      <Td>{order.deliverTo}</Td>
      <Td>{order.poNumber ?? <span className="muted">–</span>}</Td>
      <Td>
        <StandingBadge order={order} />
      </Td>
      <Td className="muted">{t(`orders.paymentStatus.${order.paymentStatus}`)}</Td>
      <Td num className="strong">
        {money(order.total)}
      </Td>
    </tr>
  );
}

function OrderFilters({
  filter,
  onChange,
}: {
  filter: OrdersFilter;
  onChange: (change: Partial<OrdersFilter>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    onChange({ search: text('search'), from: text('from'), to: text('to') });
  };
  return (
    <form className="orders-filter" onSubmit={submit} role="search" aria-label={t('orders.find')}>
      <Field label={t('orders.search')} className="grow">
        <TextInput icon={Search} type="search" name="search" defaultValue={filter.search} maxLength={100} />
      </Field>
      <Field label={t('orders.from')}>
        <TextInput type="date" name="from" defaultValue={filter.from} />
      </Field>
      <Field label={t('orders.to')}>
        <TextInput type="date" name="to" defaultValue={filter.to} />
      </Field>
      <Button type="submit">{t('orders.find')}</Button>
    </form>
  );
}

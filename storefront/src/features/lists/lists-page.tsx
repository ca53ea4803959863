import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Receipt, ShoppingCart } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats } from '@tradeyard/app-kit';
import { EmptyState, SkeletonRows, Table, TableScroll, Td, Th } from '@tradeyard/design-system';
import { useCart } from '../../shared/cart/cart.queries';
import { SaveAsList } from '../../shared/lists/save-as-list';
import { useMay } from '../../shared/session';
import type { ListSummary } from '../../shared/views';
import './lists.css';
import { listsQuery } from './lists.queries';

/** The lists the company keeps. */
export function ListsPage(): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const lists = useQuery(listsQuery);
  const skeleton = useDelayed(lists.isPending);
  const count = lists.data?.length ?? 0;
  return (
    <div className="page">
      <div className="pgh pgh--plain">
        <PageTitle name={t('lists.title')} />
        {count > 0 && (
          <span className="sub" role="status">
            {t('lists.count', { count, shown: quantity(String(count)) })}
          </span>
        )}
        <span className="grow" />
        {count > 0 && <SaveAsList beginning={{ lines: [] }} label={t('lists.new')} />}
      </div>
      {lists.isError && !lists.data ? (
        <div className="panel">
          <LoadFailed
            error={lists.error}
            title={t('lists.failed')}
            retrying={lists.isFetching}
            onRetry={() => void lists.refetch()}
          />
        </div>
      ) : lists.isPending ? (
        skeleton && (
          <div className="panel" aria-busy="true">
            <SkeletonRows rows={5} columns={['1fr', '12%', '24%']} />
          </div>
        )
      ) : count === 0 ? (
        <NoLists />
      ) : (
        <TableScroll label={t('lists.title')} framed>
          <Table caption={t('lists.title')} className="lists-tbl">
            <thead>
              <tr>
                <Th>{t('lists.list')}</Th>
                <Th num>{t('lists.lines')}</Th>
                <Th>{t('lists.changed')}</Th>
              </tr>
            </thead>
            <tbody>
              {lists.data.map((list) => (
                <ListRow key={list.id} list={list} />
              ))}
            </tbody>
          </Table>
        </TableScroll>
      )}
    </div>
  );
}

function ListRow({ list: { id, name, lineCount, updatedAt, updatedBy } }: { list: ListSummary }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  return (
    <tr>
      <Td>
        <Link className="link strong" to={`/lists/${id}`}>
          {name}
        </Link>
      </Td>
      <Td num>{t('shell.lines', { count: lineCount })}</Td>
      <Td>
        {date(updatedAt)} <span className="muted">{updatedBy.name}</span>
      </Td>
    </tr>
  );
}

function NoLists(): ReactNode {
  const { t } = useTranslation();
  const mayView = useMay('order.view');
  const filled = (useCart().data?.lines.length ?? 0) > 0;
  return (
    <div className="panel">
      <EmptyState
        drawing="block"
        title={t('lists.none')}
        text={t('lists.noneText')}
        action={
          filled ? (
            <SaveAsList beginning={{ from: 'cart' }} variant="primary" label={t('lists.saveCart')} />
          ) : (
            <SaveAsList beginning={{ lines: [] }} variant="primary" label={t('lists.new')} />
          )
        }
      >
        <div className="list-ways">
          <Link to={filled ? '/cart' : '/'}>
            <ShoppingCart className="i" />
            <span className="grow">
              <b>{filled ? t('cart.title') : t('cart.browse')}</b> <span className="muted">{t('lists.fromCart')}</span>
            </span>
          </Link>
          {mayView && (
            <Link to="/orders">
              <Receipt className="i" />
              <span className="grow">
                <b>{t('shell.orders')}</b> <span className="muted">{t('lists.fromOrder')}</span>
              </span>
            </Link>
          )}
        </div>
      </EmptyState>
    </div>
  );
}

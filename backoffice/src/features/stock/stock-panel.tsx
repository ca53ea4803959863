import type { ReactNode } from 'react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, useDelayed, useFormats } from '@tradeyard/app-kit';
import { Button, SkeletonRows, Table, Td, Th } from '@tradeyard/design-system';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { useList } from '../../shared/list/use-list';
import { useMay } from '../../shared/session';
import { CountCell } from './count-cell';
import { movementsQuery, type StockItem } from './stock.queries';

/** One product's stock at every branch, and how it came to be. */
export function StockPanel({
  item,
  onClose,
  onPrevious,
  onNext,
}: {
  item: StockItem;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const may = useMay();
  return (
    <SidePanel
      label={t('stock.of', { name: item.name })}
      title={<h2 className="role-subhead">{item.name}</h2>}
      detail={
        <span className="muted">
          {item.sku}
          {may('product.read') && (
            <>
              {' · '}
              <Link className="link" to={`/products/${item.productId}`}>
                {t('stock.product')}
              </Link>
            </>
          )}
        </span>
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      <PanelPart title={t('stock.byBranch')} aside={item.baseUnitName}>
        <Table caption={t('stock.byBranch')} plain className="stock-branches">
          <thead>
            <tr>
              <Th>{t('stock.branch')}</Th>
              <Th num>{t('stock.columns.onHand')}</Th>
              <Th num>{t('stock.columns.reserved')}</Th>
              <Th num>{t('stock.columns.available')}</Th>
            </tr>
          </thead>
          <tbody>
            {item.branches.map((level) => (
              <tr key={level.code}>
                <Td>{level.name}</Td>
                <Td num>{may('stock.edit') ? <CountCell item={item} level={level} /> : quantity(level.onHand)}</Td>
                <Td num>{quantity(level.reserved)}</Td>
                <Td num>
                  <b>{quantity(level.available)}</b>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </PanelPart>
      <PanelPart title={t('stock.movements')}>
        <Movements productId={item.productId} unit={item.baseUnitName} />
      </PanelPart>
    </SidePanel>
  );
}

function Movements({ productId, unit }: { productId: string; unit: string }): ReactNode {
  const { t } = useTranslation();
  const { dateTime, quantity } = useFormats();
  const list = useList(movementsQuery(productId));
  const waiting = useDelayed(!list.rows && !list.error);
  if (list.error) {
    return <LoadFailed error={list.error} title={t('stock.movementsFailed')} onRetry={list.refetch} />;
  }
  if (!list.rows) return waiting && <SkeletonRows rows={5} columns={['1fr', '60px']} />;
  if (list.rows.length === 0) return <p className="muted">{t('stock.noMovements')}</p>;
  const name = (kind: string): string => (i18next.exists(`stock.kinds.${kind}`) ? t(`stock.kinds.${kind}`) : kind);
  const signed = (amount: string): string =>
    amount.startsWith('-') ? `−${quantity(amount.slice(1))}` : `+${quantity(amount)}`;
  return (
    <>
      <ol className="movements">
        {list.rows.map(
          ({ id, at, kind, branchName, quantity: amount, onHandAfter, reservedAfter, reason, actorName }) => (
            <li key={id}>
              <span className="min-w-0">
                <b>{name(kind)}</b> <span className="muted">{branchName}</span>
                <span className="small muted block">
                  {[dateTime(at), actorName, reason].filter(Boolean).join(', ')}
                </span>
              </span>
              <span className="num">
                <b>
                  {signed(amount)} {unit}
                </b>
                <span className="small muted block">
                  {t('stock.after', { onHand: quantity(onHandAfter), reserved: quantity(reservedAfter) })}
                </span>
              </span>
            </li>
          ),
        )}
      </ol>
      {list.rows.length < list.total && (
        <Button variant="ghost" size="sm" busy={list.fetching} onClick={list.more}>
          {t('stock.moreMovements')}
        </Button>
      )}
    </>
  );
}

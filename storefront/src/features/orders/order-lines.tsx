import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { unitWord, useFormats } from '@tradeyard/app-kit';
import { classNames, Panel, Table, Td, Th } from '@tradeyard/design-system';
import { SourceBadge } from '../../shared/source-badge';
import type { Order, OrderLine, PriceBadge } from '../../shared/views';
import { lessThan, progressOf } from './order-view';

/** What was ordered, how far each line got, and what it came to. */
export function OrderLines({ order }: { order: Order }): ReactNode {
  const { t } = useTranslation();
  const { money } = useFormats();
  // What was called off is neither on its way nor held.
  const ended = order.status === 'cancelled' || order.status === 'rejected';
  return (
    <Panel
      title={t('shell.lines', { count: order.lines.length })}
      flush
      className="overflow-hidden"
      actions={
        !ended && (
          <span className="small row g6 legend">
            <span className="row g3">
              <i className="key done" /> {t('order.keyDelivered')}
            </span>
            <span className="row g3">
              <i className="key way" /> {t('order.keyOnTheWay')}
            </span>
            {order.lines.some(({ backordered }) => backordered) && (
              <span className="row g3">
                <i className="key back" /> {t('order.keyBackordered')}
              </span>
            )}
          </span>
        )
      }
    >
      <Table caption={t('cart.lines')} plain className="order-lines">
        <thead>
          <tr>
            <Th>{t('catalogue.product')}</Th>
            <Th num>{t('order.ordered')}</Th>
            <Th>{t('order.progress')}</Th>
            <Th num>{t('cart.price')}</Th>
            <Th num>{t('checkout.total')}</Th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <Line key={line.lineNo} line={line} ended={ended} />
          ))}
        </tbody>
      </Table>
      <dl className="order-sum">
        <dt className="muted">{t('order.subtotal')}</dt>
        <dd>{money(order.subtotal)}</dd>
        {Number(order.freight) !== 0 && (
          <>
            <dt className="muted">{t('checkout.freight')}</dt>
            <dd>{money(order.freight)}</dd>
          </>
        )}
        <dt className="muted">{t('checkout.tax')}</dt>
        <dd>{money(order.tax)}</dd>
        <dt className="strong">{t('checkout.total')}</dt>
        <dd className="fig">{money(order.total)}</dd>
      </dl>
    </Panel>
  );
}

function Line({ line, ended }: { line: OrderLine; ended: boolean }): ReactNode {
  const { money, shortPrice, quantity } = useFormats();
  return (
    <tr>
      <Td>
        <Link className="nm" to={`/products/${line.productId}`}>
          {line.name}
        </Link>
        <div className="small muted">{line.sku}</div>
        {line.note && <div className="small">{line.note}</div>}
      </Td>
      <Td num>
        <b>{quantity(line.quantity)}</b> <span className="muted">{unitWord(line.quantity, line.unitName)}</span>
      </Td>
      <Td>{!ended && <LineProgress line={line} />}</Td>
      <Td num>
        {shortPrice(line.unitPrice)}
        <br />
        <SourceBadge source={line.source} badge={line.badge as PriceBadge | null} look="inline" price={line} />
      </Td>
      <Td num className="strong">
        {money(line.lineTotal)}
      </Td>
    </tr>
  );
}

function LineProgress({ line }: { line: OrderLine }): ReactNode {
  const { t } = useTranslation();
  const { quantity, date } = useFormats();
  const { delivered, onTheWay, backordered } = progressOf(line);
  const words = [
    delivered > 0 && t('order.nDelivered', { amount: quantity(line.delivered) }),
    onTheWay > 0 && t('order.nOnTheWay', { amount: quantity(lessThan(line.shipped, line.delivered)) }),
    backordered > 0 &&
      (line.expectedDate
        ? t('order.nBackorderedDue', { amount: quantity(line.open), date: date(line.expectedDate) })
        : t('order.nBackordered', { amount: quantity(line.open) })),
    line.branch &&
      Number(line.open) > 0 &&
      t('order.nReserved', { amount: quantity(line.open), branch: line.branch.name }),
  ].filter(Boolean);
  return (
    <div className="progress">
      <span className="bar2" aria-hidden="true">
        <i className="done" style={{ width: `${delivered * 100}%` }} />
        <i className="way" style={{ width: `${onTheWay * 100}%` }} />
        <i className="back" style={{ width: `${backordered * 100}%` }} />
      </span>
      <span className={classNames('small', backordered > 0 ? 'c-warning' : onTheWay > 0 && 'c-brand')}>
        {words.join(', ')}
      </span>
    </div>
  );
}

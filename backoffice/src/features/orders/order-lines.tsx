import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { unitWord, useFormats } from '@tradeyard/app-kit';
import { Panel, Price, PriceSource, Table, TableScroll, Td, Th } from '@tradeyard/design-system';
import { useBadgeWords } from '../../shared/explain/use-badge-words';
import { useMay } from '../../shared/session';
import type { Order, OrderLine } from './order-views';

/** What was agreed, line by line, with how much of it left and arrived; a price's source explains itself. */
export function OrderLines({ order, onExplain }: { order: Order; onExplain: (lineNo: number) => void }): ReactNode {
  const { t } = useTranslation();
  const { money, quantity } = useFormats();
  const may = useMay();
  const caption = t('orders.lines', { count: order.lines.length });
  return (
    <Panel title={caption} flush>
      <TableScroll label={caption}>
        <Table caption={caption} className="order-lines">
          <thead>
            <tr>
              <Th>{t('orders.line.product')}</Th>
              <Th>{t('orders.line.branch')}</Th>
              <Th num>{t('orders.line.quantity')}</Th>
              <Th num>{t('orders.line.price')}</Th>
              <Th num>{t('orders.line.shipped')}</Th>
              <Th num>{t('orders.line.delivered')}</Th>
              <Th num>{t('orders.line.total')}</Th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.lineNo}>
                <Td>
                  {may('product.read') ? (
                    <Link className="link strong" to={`/products/${line.productId}`}>
                      {line.name}
                    </Link>
                  ) : (
                    <b>{line.name}</b>
                  )}
                  <div className="small muted">{line.sku}</div>
                  {line.note && <div className="small">{line.note}</div>}
                </Td>
                <Td>
                  <Where line={line} />
                </Td>
                <Td num>
                  {quantity(line.quantity)} <span className="muted">{unitWord(line.quantity, line.unitName)}</span>
                </Td>
                <Td num>
                  <LinePrice line={line} onExplain={() => onExplain(line.lineNo)} />
                </Td>
                <Td num>{quantity(line.shipped)}</Td>
                <Td num>{quantity(line.delivered)}</Td>
                <Td num>
                  <b>{money(line.lineTotal)}</b>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      <dl className="order-sums docket">
        <dt>{t('orders.sums.subtotal')}</dt>
        <dd>{money(order.subtotal)}</dd>
        <dt>{t('orders.sums.tax')}</dt>
        <dd>{money(order.tax)}</dd>
        <dt>{t('orders.sums.freight')}</dt>
        <dd>{money(order.freight)}</dd>
        <dt className="total">{t('orders.sums.total')}</dt>
        <dd className="total">{money(order.total)}</dd>
        <dt>{t('orders.sums.paid')}</dt>
        <dd>{money(order.paid)}</dd>
        <dt className="total">{t('orders.sums.balance')}</dt>
        <dd className="total">{money(order.balance)}</dd>
      </dl>
    </Panel>
  );
}

function LinePrice({ line, onExplain }: { line: OrderLine; onExplain: () => void }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const { sentence } = useBadgeWords();
  // Orders of before prices had badges say it in the words of then.
  const source = line.badge ? sentence(line.badge) : line.sourceLabel;
  const amount = unitPrice(line.unitPrice);
  const differs = line.listPrice !== null && unitPrice(line.listPrice) !== amount;
  return (
    <Price
      size="body"
      amount={amount}
      unit={line.unitName}
      name={t('orders.line.per', { amount, unit: line.unitName })}
      list={differs && line.listPrice ? unitPrice(line.listPrice) : undefined}
      listLabel={t('orders.line.list')}
    >
      <PriceSource
        source={line.source}
        look="inline"
        label={source}
        name={t('orders.line.explain', { source })}
        onExplain={onExplain}
      />
    </Price>
  );
}

function Where({ line }: { line: OrderLine }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  if (line.branch) return line.branch.name;
  return (
    <span className="c-warning strong">
      {line.expectedDate ? t('orders.line.waitsUntil', { date: date(line.expectedDate) }) : t('orders.line.waits')}
    </span>
  );
}

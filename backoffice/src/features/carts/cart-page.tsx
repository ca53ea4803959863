import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { ShoppingCart } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { LoadFailed, PageTitle, unitWord, useDelayed, useFormats } from '@tradeyard/app-kit';
import {
  Alert,
  Button,
  EmptyState,
  Panel,
  Price,
  PriceSource,
  SkeletonRows,
  Table,
  TableScroll,
  Td,
  Th,
  type PriceSourceName,
} from '@tradeyard/design-system';
import { ExplainPrice } from '../../shared/explain/explain-price';
import type { Trace } from '../../shared/explain/explained-price';
import { PriceExplained } from '../../shared/explain/price-explained';
import { useBadgeWords } from '../../shared/explain/use-badge-words';
import { BackLink, PageHeader, PageSheets } from '../../shared/list/page-frame';
import { useMay } from '../../shared/session';
import { staffCartQuery, type StaffCart, type StaffCartLine } from './carts.queries';
import './carts.css';

/** One buyer's open cart as the buyer sees it, with the whole explanation of every price. */
export default function CartPage(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data: cart, error, isFetching, refetch } = useQuery(staffCartQuery(id));
  const waiting = useDelayed(!cart && !error);
  const [why, setWhy] = useState<string | null>(null);
  const explained = cart?.lines.find((line) => line.id === why);
  return (
    <>
      <PageHeader
        title={
          <>
            <BackLink to="/carts" label={t('carts.back')} />
            <PageTitle name={cart ? t('carts.of', { name: cart.buyer.name }) : t('carts.one')} />
          </>
        }
        actions={cart && <Simulate cart={cart} />}
      />
      <PageSheets>
        {error && !cart && (
          <LoadFailed
            error={error}
            title={t('carts.oneFailed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
            action={
              <Button asChild>
                <Link to="/carts">{t('carts.all')}</Link>
              </Button>
            }
          />
        )}
        {waiting && <SkeletonRows rows={6} columns={['1fr', '80px', '120px', '100px']} />}
        {cart && (
          <div className="cart-sheet">
            <Head cart={cart} />
            {cart.lines.length === 0 ? (
              <EmptyState icon={ShoppingCart} title={t('carts.noLines')} text={t('carts.noLinesText')} />
            ) : (
              <Lines cart={cart} onExplain={setWhy} />
            )}
          </div>
        )}
      </PageSheets>
      {cart && explained && <Why cart={cart} line={explained} onClose={() => setWhy(null)} />}
    </>
  );
}

function Head({ cart }: { cart: StaffCart }): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const may = useMay();
  const problem = cart.tradeCodeProblem;
  return (
    <>
      <p className="muted">
        {may('company.read') ? (
          <Link className="link strong" to={`/companies/${cart.company.id}`}>
            {cart.company.name}
          </Link>
        ) : (
          <b>{cart.company.name}</b>
        )}
        {' · '}
        {t('carts.touchedAt', { when: dateTime(cart.updatedAt) })}
        {cart.tradeCode && ` · ${t('carts.withCode', { code: cart.tradeCode })}`}
      </p>
      {problem && (
        <Alert meaning="warning" title={t('simulator.codeDoesNotCount')}>
          {i18next.exists(`refusals.${problem.code}`) && t(`refusals.${problem.code}`)}
        </Alert>
      )}
    </>
  );
}

function Lines({ cart, onExplain }: { cart: StaffCart; onExplain: (lineId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { money, quantity } = useFormats();
  const may = useMay();
  const caption = t('carts.lineCount', { count: cart.lines.length });
  return (
    <Panel title={caption} flush>
      <TableScroll label={caption}>
        <Table caption={caption} className="cart-lines">
          <thead>
            <tr>
              <Th>{t('carts.product')}</Th>
              <Th num>{t('carts.quantity')}</Th>
              <Th num>{t('carts.price')}</Th>
              <Th num>{t('carts.total')}</Th>
            </tr>
          </thead>
          <tbody>
            {cart.lines.map((line) => (
              <tr key={line.id}>
                <Td>
                  {may('product.read') ? (
                    <Link className="link strong" to={`/products/${line.productId}`}>
                      {line.name ?? line.sku}
                    </Link>
                  ) : (
                    <b>{line.name ?? line.sku}</b>
                  )}
                  <div className="small muted">{line.sku}</div>
                </Td>
                <Td num>
                  {quantity(line.quantity)} <span className="muted">{unitWord(line.quantity, line.unitName)}</span>
                </Td>
                <Td num>
                  <LinePrice line={line} onExplain={() => onExplain(line.id)} />
                </Td>
                <Td num>
                  <b>{line.lineTotal ? money(line.lineTotal) : '–'}</b>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      <dl className="cart-sums">
        <dt>{t('carts.subtotal')}</dt>
        <dd>{money(cart.subtotal)}</dd>
        {Number(cart.tradeCodeDiscount) > 0 && (
          <>
            <dt>{t('carts.codeTakes')}</dt>
            <dd>{money(cart.tradeCodeDiscount)}</dd>
          </>
        )}
        <dt>{t('carts.tax')}</dt>
        <dd>{money(cart.tax)}</dd>
        <dt className="strong">{t('carts.total')}</dt>
        <dd className="strong">{money(cart.total)}</dd>
      </dl>
    </Panel>
  );
}

function LinePrice({ line, onExplain }: { line: StaffCartLine; onExplain: () => void }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const { badge } = useBadgeWords();
  if (line.unitPrice === null || !line.badge || !line.source) {
    return (
      <button type="button" className="link" onClick={onExplain}>
        {t('explain.onRequest')}
      </button>
    );
  }
  const amount = unitPrice(line.unitPrice);
  const label = badge(line.badge);
  return (
    <Price
      size="body"
      amount={amount}
      unit={line.unitName}
      name={t('orders.line.per', { amount, unit: line.unitName })}
      list={line.listPrice && line.listPrice !== line.unitPrice ? unitPrice(line.listPrice) : undefined}
      listLabel={t('orders.line.list')}
    >
      <PriceSource
        source={line.source as PriceSourceName}
        look="inline"
        label={label}
        name={t('orders.line.explain', { source: label })}
        onExplain={onExplain}
      />
    </Price>
  );
}

function Why({ cart, line, onClose }: { cart: StaffCart; line: StaffCartLine; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const trace = line.trace as Trace | null;
  return (
    <ExplainPrice
      open
      ask={{
        productId: line.productId,
        unit: line.unit,
        quantity: line.quantity,
        companyId: cart.company.id,
        stateCode: cart.stateCode,
        tradeCode: cart.tradeCode,
      }}
      name={
        <>
          <b className="text-text">{line.name}</b> {line.sku}
        </>
      }
      stored={[
        {
          id: 'cart',
          label: t('carts.inCart'),
          note: t('carts.inCartNote'),
          content: (
            <PriceExplained
              price={{
                ...line,
                source: line.source as PriceSourceName | null,
                trace,
                asked: { company: true, state: true },
              }}
            />
          ),
        },
      ]}
      onClose={onClose}
    />
  );
}

function Simulate({ cart }: { cart: StaffCart }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('price.read') || cart.lines.length === 0 || cart.lines.length > 40) return null;
  const said = new URLSearchParams([
    ['company', cart.company.id],
    ['state', cart.stateCode],
    ...(cart.tradeCode ? [['code', cart.tradeCode]] : []),
    ...cart.lines.map(({ productId, quantity, unit }) => ['line', [productId, quantity, unit].join('~')]),
  ]);
  return (
    <Button asChild>
      <Link to={`/prices/simulator?${said.toString()}`}>{t('carts.simulate')}</Link>
    </Button>
  );
}

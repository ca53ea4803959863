import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useFormats } from '@tradeyard/app-kit';
import { Panel, Price, PriceSource, SkeletonRows } from '@tradeyard/design-system';
import { nothingAsked } from '../../shared/explain/ask';
import { explanationQuery } from '../../shared/explain/explain.queries';
import { ExplainPrice } from '../../shared/explain/explain-price';
import { badgeOf } from '../../shared/explain/explained-price';
import { PriceHistory } from '../../shared/explain/price-history';
import { useBadgeWords } from '../../shared/explain/use-badge-words';
import type { Product } from './products.queries';

/** What a product costs anybody, with the way to its explanation, and every price it had. */
export function ProductPrices({ product }: { product: Product }): ReactNode {
  const { t } = useTranslation();
  const [why, setWhy] = useState(false);
  return (
    <Panel title={t('products.prices')}>
      <div className="col g6">
        <ListPrice product={product} onExplain={() => setWhy(true)} />
        <PriceHistory productId={product.id} />
      </div>
      <ExplainPrice open={why} ask={{ productId: product.id }} onClose={() => setWhy(false)} />
    </Panel>
  );
}

function ListPrice({ product, onExplain }: { product: Product; onExplain: () => void }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const { badge } = useBadgeWords();
  const { data, error, isFetching, refetch } = useQuery(explanationQuery({ ...nothingAsked, product: product.id }));
  const line = data?.lines[0];
  if (error) {
    return (
      <LoadFailed error={error} title={t('explain.failed')} retrying={isFetching} onRetry={() => void refetch()} />
    );
  }
  if (!line) return <SkeletonRows rows={1} columns={['90px', '1fr']} />;
  if (line.unitPrice === null || !line.trace || !line.source) {
    return (
      <button type="button" className="link self-start" onClick={onExplain}>
        {t('explain.onRequest')}
      </button>
    );
  }
  const unit = product.units.find(({ code }) => code === line.unit)?.name ?? line.unit ?? '';
  const amount = unitPrice(line.unitPrice);
  const label = badge(badgeOf(line.trace));
  return (
    <Price align="start" amount={amount} unit={unit} name={t('orders.line.per', { amount, unit })}>
      <PriceSource
        source={line.source}
        label={label}
        name={t('orders.line.explain', { source: label })}
        onExplain={onExplain}
      />
    </Price>
  );
}

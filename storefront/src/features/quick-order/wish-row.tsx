import { useState, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check, CircleHelp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Button, classNames, Combobox, IconButton } from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { usePriceState, useQuote } from '../../shared/quotes';
import { SourceBadge } from '../../shared/source-badge';
import { UnitQuantity } from '../../shared/unit-quantity';
import type { Product } from '../../shared/views';
import type { Wish } from './wishes';

const MARK = { ready: Check, check: CircleHelp, missing: X, not_offered: X, refused: X };
const LOOK = { ready: 'ok', check: 'ask', missing: 'no', not_offered: 'no', refused: 'no' };

/** What somebody wrote over what we read, with quantity, price and a way to put it right. */
export function WishRow({
  wish,
  index,
  onChange,
  onChoose,
  onRemove,
}: {
  wish: Wish;
  index: number;
  onChange: (to: Partial<Wish>) => void;
  onChoose: (product: Product) => void;
  onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { money, shortPrice, quantity } = useFormats();
  const refusal = useRefusal();
  const { product, state, why } = wish;
  const offered = product !== null && product.price !== null;
  const { price, stale } = useQuote(
    { productId: product?.id ?? '', unit: wish.unitCode, quantity: wish.quantity },
    offered,
  );
  const Mark = MARK[state];
  const values = Object.fromEntries(
    Object.entries(why?.values ?? {}).map(([name, text]) => [name, /^\d+(\.\d+)?$/.test(text) ? quantity(text) : text]),
  );
  return (
    <div className={classNames('wish', LOOK[state])} role="row" aria-rowindex={index + 2}>
      <span role="cell" className="st">
        <Mark className="i" />
        <span className="sr">{t(`quick.states.${state}`)}</span>
      </span>
      <div role="cell">
        <div className="small muted">“{wish.text}”</div>
        <div className="nm">{product?.name ?? t('quick.noProduct')}</div>
        {product && <div className="small muted">{product.sku}</div>}
        {state === 'not_offered' && <div className="small c-danger">{t('price.onRequest')}</div>}
        {why && <div className="small why">{t(why.key, values)}</div>}
        {state === 'refused' && <div className="small c-danger">{refusal(wish.refusal)}</div>}
      </div>
      <div role="cell" className="q">
        {state === 'missing' ? (
          <Find onChoose={onChoose} />
        ) : (
          offered && (
            <UnitQuantity
              product={product.name}
              units={product.units}
              unit={wish.unitCode}
              value={wish.quantity}
              onChange={(next) => onChange({ quantity: next, state: 'ready', why: null })}
              onUnitChange={(unitCode) =>
                onChange({
                  unitCode,
                  quantity: product.units.find(({ code }) => code === unitCode)?.minimum ?? wish.quantity,
                  state: 'ready',
                  why: null,
                })
              }
              className="w-full"
            />
          )
        )}
        {state === 'check' && (
          <Button size="sm" className="accept" onClick={() => onChange({ state: 'ready', why: null })}>
            {t('quick.accept')}
          </Button>
        )}
      </div>
      <div role="cell" className={classNames('num p', stale && 'is-pending')}>
        {price && (
          <>
            <b>{shortPrice(price.unitPrice)}</b>
            <br />
            <SourceBadge
              badge={price.badge}
              look="inline"
              price={{
                ...price,
                unitName: product?.units.find(({ code }) => code === wish.unitCode)?.name ?? wish.unitCode,
              }}
            />
          </>
        )}
      </div>
      <div role="cell" className={classNames('num tot', stale && 'is-pending')}>
        {price && <b>{money(price.lineTotal)}</b>}
        {product && (
          <>
            <br />
            <span className="small muted">{t(`stock.state.${product.availability.status}`)}</span>
          </>
        )}
      </div>
      <span role="cell">
        <IconButton label={t('quick.remove', { text: wish.text })} icon={X} size="sm" onClick={onRemove} />
      </span>
    </div>
  );
}

function Find({ onChoose }: { onChoose: (product: Product) => void }): ReactNode {
  const { t } = useTranslation();
  const stateCode = usePriceState();
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['products', 'find', stateCode, search],
    queryFn: () =>
      api.data(
        api.http.GET('/api/v1/catalog/products', {
          params: { query: { search, pageSize: 8, stateCode: stateCode || undefined } },
        }),
      ),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  });
  const products = search.length > 1 ? (found.data ?? []) : [];
  return (
    <Combobox
      aria-label={t('quick.find')}
      placeholder={t('quick.find')}
      value={null}
      items={products.map(({ id, name, sku }) => ({ value: id, label: name, detail: sku }))}
      onSearch={setSearch}
      onChange={(id) => {
        const product = products.find((each) => each.id === id);
        if (product) onChoose(product);
      }}
      loading={found.isFetching}
      labels={{
        list: t('catalogue.products'),
        empty: search.length > 1 ? t('quick.noProduct') : t('quick.type'),
        loading: t('quick.searching'),
        results: (count) => t('catalogue.count', { count, shown: String(count) }),
      }}
    />
  );
}

import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, Skeleton, useHotkeys } from '@tradeyard/design-system';
import { useMay } from '../../shared/session';
import type { Product } from '../../shared/views';
import { ProductRow } from './product-row';

/** The dense list. J and K move the current row; its keys are the row's own. */
export function ProductList({
  products,
  busy,
}: {
  products: readonly Product[];
  /** Other rows are on their way. */
  busy: boolean;
}): ReactNode {
  const mayAdd = useMay('cart.edit');
  const [{ at, byKey }, setCurrent] = useState({ at: 0, byKey: false });
  const [shown, setShown] = useState(products);
  if (shown !== products) {
    setShown(products);
    setCurrent({ at: 0, byKey: false });
  }
  const move = (by: number): void =>
    setCurrent(({ at: from, byKey: moved }) => ({
      at: moved ? Math.max(0, Math.min(products.length - 1, from + by)) : from,
      byKey: true,
    }));
  const choose = useCallback(
    (index: number) => setCurrent((was) => (was.at === index ? was : { at: index, byKey: false })),
    [],
  );
  useHotkeys({ j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) });
  return (
    <ListFrame count={products.length} mayAdd={mayAdd} busy={busy}>
      {products.map((product, index) => (
        <ProductRow
          key={product.id}
          product={product}
          index={index}
          current={index === at}
          focused={byKey && index === at}
          mayAdd={mayAdd}
          onCurrent={choose}
        />
      ))}
    </ListFrame>
  );
}

function ListFrame({
  count,
  mayAdd,
  busy,
  children,
}: {
  count: number;
  mayAdd: boolean;
  busy: boolean;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div
      className={classNames('plist', !mayAdd && 'plist--read', busy && 'is-loading')}
      role="grid"
      aria-label={t('catalogue.products')}
      aria-rowcount={count + 1}
      aria-busy={busy}
    >
      <div className="ph-row" role="row" aria-rowindex={1}>
        <span role="columnheader">
          <span className="sr">{t('catalogue.picture')}</span>
        </span>
        <span role="columnheader">{t('catalogue.product')}</span>
        <span role="columnheader">{t('catalogue.stock')}</span>
        <span role="columnheader" className="num">
          {t('catalogue.yourPrice')}
        </span>
        {mayAdd && (
          <>
            <span role="columnheader">{t('catalogue.quantity')}</span>
            <span role="columnheader" className="num">
              {t('catalogue.lineTotal')}
            </span>
          </>
        )}
      </div>
      {children}
    </div>
  );
}

/** The list's grid with bars in the place of products. */
export function ProductListSkeleton(): ReactNode {
  const mayAdd = useMay('cart.edit');
  return (
    <ListFrame count={0} mayAdd={mayAdd} busy={false}>
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className="prow" aria-hidden="true">
          <Skeleton width={44} height={44} />
          <div>
            <Skeleton width={`${45 + ((row * 17) % 35)}%`} height={14} />
            <Skeleton width={`${25 + ((row * 11) % 20)}%`} className="mt-2" />
          </div>
          <Skeleton width="70%" height={14} className="only-desk" />
          <Skeleton width="60%" height={18} className="ml-auto only-desk" />
          {mayAdd && (
            <>
              <Skeleton height={40} className="only-desk" />
              <Skeleton height={40} className="only-desk" />
            </>
          )}
        </div>
      ))}
    </ListFrame>
  );
}

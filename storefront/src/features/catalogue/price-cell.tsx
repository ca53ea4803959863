import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import { classNames, Price } from '@tradeyard/design-system';
import { useBuyer } from '../../shared/session';
import { SourceBadge } from '../../shared/source-badge';
import type { Product } from '../../shared/views';
import type { Wish } from './use-wish';

/** The unit price at the wished quantity, the list price when it is another, and where the price comes from. */
export function PriceCell({ product, wish }: { product: Product; wish: Wish }): ReactNode {
  const { t } = useTranslation();
  const { shortPrice } = useFormats();
  const buyer = useBuyer();
  const { pathname, search } = useLocation();
  if (!product.price) {
    return buyer ? (
      <>
        <div className="on-request">{t('price.onRequest')}</div>
        <div className="small muted">{t('price.askSales')}</div>
      </>
    ) : (
      <Link className="link small" to={`/login?next=${encodeURIComponent(pathname + search)}`}>
        {t('price.signIn')}
      </Link>
    );
  }
  const price = wish.price ?? product.price;
  const unit = product.units.find(({ code }) => code === price.unit)?.name ?? price.unit;
  const list = price.listPrice;
  const shown = shortPrice(price.unitPrice);
  return (
    <Price
      className={classNames(wish.stale && 'is-pending')}
      amount={shown}
      unit={unit}
      name={t('price.per', { price: shown, unit })}
      list={list !== null && Number(list) !== Number(price.unitPrice) ? shortPrice(list) : undefined}
      listLabel={t('price.name.national')}
    >
      <SourceBadge badge={price.badge} price={{ ...price, unitName: unit }} />
    </Price>
  );
}

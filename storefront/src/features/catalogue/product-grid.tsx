import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { classNames, Thumb } from '@tradeyard/design-system';
import { useMay } from '../../shared/session';
import { UnitQuantity } from '../../shared/unit-quantity';
import type { Product } from '../../shared/views';
import { AddCell, useAdd } from './add-cell';
import { PriceCell } from './price-cell';
import { StockCell } from './stock-cell';
import { useWish } from './use-wish';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The same products as cards, for whoever knows them by sight. */
export function ProductGrid({ products, busy }: { products: readonly Product[]; busy: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className={classNames('pgrid', busy && 'is-loading')} aria-label={t('catalogue.products')} aria-busy={busy}>
      {products.map((product) => (
        <Card key={product.id} product={product} />
      ))}
    </ul>
  );
}

function Card({ product }: { product: Product }): ReactNode {
  const wish = useWish(product);
  const { add, error } = useAdd(product, wish);
  const mayAdd = useMay('cart.edit') && product.price !== null;
  const [open, setOpen] = useState(false);
  return (
    <li className="pcard panel">
      <Link to={`/products/${product.slug}`} tabIndex={-1} aria-hidden="true" className="shot">
        <Thumb src={product.imageUrl} drawing={product.drawing ?? 'block'} size="fill" />
      </Link>
      <div className="col g2">
        <Link className="nm" to={`/products/${product.slug}`}>
          {product.name}
        </Link>
        <span className="small muted">{product.sku}</span>
      </div>
      <div className="stk-cell">
        <StockCell product={product} open={open} onOpenChange={setOpen} />
      </div>
      <div className="prc-cell prc-cell--start">
        <PriceCell product={product} wish={wish} />
      </div>
      {mayAdd && (
        <div className="col g4">
          <UnitQuantity
            product={product.name}
            units={product.units}
            unit={wish.unit?.code ?? product.baseUnit}
            value={wish.quantity}
            onChange={wish.setQuantity}
            onUnitChange={wish.setUnit}
            onDraft={wish.setQuantity}
            className="w-full"
          />
          <AddCell product={product} wish={wish} add={add} error={error} solid={false} />
        </div>
      )}
    </li>
  );
}

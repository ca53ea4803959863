import { memo, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import { classNames, Thumb, useHotkeys } from '@tradeyard/design-system';
import { PriceTiers } from '../../shared/tier-popover';
import { UnitQuantity } from '../../shared/unit-quantity';
import { packOf, packsIn } from '../../shared/units';
import type { Product } from '../../shared/views';
import { AddCell, useAdd } from './add-cell';
import { PriceCell } from './price-cell';
import { StockCell } from './stock-cell';
import { useWish, type Wish } from './use-wish';

export interface ProductRowProps {
  product: Product;
  index: number;
  current: boolean;
  /** The keyboard came here: the row takes the focus. */
  focused: boolean;
  mayAdd: boolean;
  onCurrent: (index: number) => void;
}

/** One product, one decision: quantity, unit, stock, price and Add stand in the row. */
export const ProductRow = memo(function ProductRow({
  product,
  index,
  current,
  focused,
  mayAdd,
  onCurrent,
}: ProductRowProps): ReactNode {
  const row = useRef<HTMLDivElement>(null);
  const wish = useWish(product);
  const { add, error } = useAdd(product, wish);
  const [open, setOpen] = useState<'tiers' | 'stock' | null>(null);
  const buyable = mayAdd && product.price !== null;

  useEffect(() => {
    if (focused) row.current?.focus();
  }, [focused]);
  useHotkeys(
    {
      '+': () => wish.move(1n),
      '=': () => wish.move(1n),
      '-': () => wish.move(-1n),
      u: wish.nextUnit,
      t: () => setOpen('tiers'),
      s: () => setOpen('stock'),
    },
    { enabled: current },
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== row.current || !buyable) return;
    event.preventDefault();
    add();
  };

  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={index + 2}
      tabIndex={current ? 0 : -1}
      className={classNames('prow', current && 'cur')}
      onKeyDown={onKeyDown}
      onFocus={() => onCurrent(index)}
      onPointerDown={() => onCurrent(index)}
    >
      <div role="gridcell" className="pic">
        <Link to={`/products/${product.slug}`} tabIndex={-1} aria-hidden="true">
          <Thumb src={product.thumbnailUrl ?? product.imageUrl} drawing={product.drawing ?? 'block'} />
        </Link>
      </div>
      <div className="main" role="gridcell">
        <Link className="nm" to={`/products/${product.slug}`}>
          {product.name}
        </Link>
        <Meta product={product} />
      </div>
      <div className="stk-cell" role="gridcell">
        <StockCell product={product} open={open === 'stock'} onOpenChange={(is) => setOpen(is ? 'stock' : null)} />
      </div>
      <div className="prc-cell" role="gridcell">
        <PriceCell product={product} wish={wish} />
      </div>
      {mayAdd && (
        <>
          <div className="qcell" role="gridcell">
            {buyable && (
              <>
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
                <div className="hint">
                  <PackHint product={product} wish={wish} />
                  {wish.unit && wish.price && (
                    <PriceTiers
                      price={wish.price}
                      quantity={wish.quantity}
                      step={wish.unit.step}
                      unitName={wish.unit.name}
                      open={open === 'tiers'}
                      onOpenChange={(is) => setOpen(is ? 'tiers' : null)}
                      onSet={(quantity) => {
                        wish.setQuantity(quantity);
                        setOpen(null);
                      }}
                    />
                  )}
                </div>
              </>
            )}
          </div>
          <div className="act" role="gridcell">
            {buyable && <AddCell product={product} wish={wish} add={add} error={error} solid={current} />}
          </div>
        </>
      )}
    </div>
  );
});

function Meta({ product }: { product: Product }): ReactNode {
  const facts = Object.values(product.attributes).slice(0, 2);
  return (
    <div className="meta">
      <span className="sku">{product.sku}</span>
      {product.brand && <span>{product.brand}</span>}
      {facts.map((fact) => (
        <span key={fact} className="only-desk">
          {fact}
        </span>
      ))}
    </div>
  );
}

/** "= 1 pallet of 56", "steps of 0.5, min 1", "pallet = 56", whichever says more. */
function PackHint({ product, wish }: { product: Product; wish: Wish }): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  if (!wish.unit) return null;
  const pack = packOf(product.units, wish.unit.code);
  const packs = pack && packsIn(wish.quantity, pack.content);
  if (pack && packs) {
    return <span>{t('catalogue.packs', { packs, name: pack.name, content: quantity(String(pack.content)) })}</span>;
  }
  const { step, minimum } = wish.unit;
  if (Number(step) !== 1 || Number(minimum) !== 1) {
    return <span>{t('catalogue.steps', { step: quantity(step), minimum: quantity(minimum) })}</span>;
  }
  if (pack) return <span>{t('catalogue.packIs', { name: pack.name, content: quantity(String(pack.content)) })}</span>;
  return <span />;
}

import { useEffect, useState, type ReactNode } from 'react';
import { Check, ShoppingCart } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, classNames, Price, TierRuler } from '@tradeyard/design-system';
import { useAddLine, useCart } from '../../shared/cart/cart.queries';
import { inCart } from '../../shared/cart/cart-view';
import { useQuote } from '../../shared/quotes';
import { useBuyer, useMay } from '../../shared/session';
import { SourceBadge, useReason } from '../../shared/source-badge';
import { PriceTiers } from '../../shared/tier-popover';
import { against, lastOf, tierAt, tierRanges } from '../../shared/tiers';
import { UnitQuantity } from '../../shared/unit-quantity';
import { baseUnitName, firstUnit } from '../../shared/units';
import type { ProductDetail, QuotedPrice, SellingUnit } from '../../shared/views';

/** The buying column: price, unit, tiers, quantity, total and Add. */
export function BuyPanel({ product }: { product: ProductDetail }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const buyer = useBuyer();
  const mayAdd = useMay('cart.edit');
  const refusal = useRefusal();
  const reason = useReason();
  const addLine = useAddLine();
  const held = inCart(useCart().data, product.id);
  const [code, setCode] = useState(() => firstUnit(product.units, product.price?.unit)?.code ?? product.baseUnit);
  const unit = product.units.find((each) => each.code === code) ?? product.units[0];
  const [quantity, setQuantity] = useState(unit?.minimum ?? '1');
  const { price: quoted, stale } = useQuote({ productId: product.id, unit: code, quantity }, product.price !== null);
  useEffect(() => addLine.reset(), [quantity, code]); // eslint-disable-line react-hooks/exhaustive-deps

  if (!product.price || !unit) return <NotOffered />;
  const chooseUnit = (next: string): void => {
    setCode(next);
    setQuantity(product.units.find((each) => each.code === next)?.minimum ?? '1');
  };
  const price = quoted ?? product.price;
  const list = price.listPrice;
  const less = against(list, price.unitPrice);
  const shown = formats.shortPrice(price.unitPrice);
  const total = quoted ? formats.money(quoted.lineTotal) : '';
  const wished = formats.amount(quantity, unit.name);
  const add = (): void => addLine.mutate({ product, unit: code, quantity });
  const stepper = (
    <UnitQuantity
      product={product.name}
      units={product.units}
      unit={code}
      value={quantity}
      onChange={setQuantity}
      onUnitChange={chooseUnit}
      onDraft={setQuantity}
      className="grow"
    />
  );
  return (
    <aside className="buy" aria-label={t('product.buy')}>
      <div className="panel">
        <div className="bg col g6">
          <div className={classNames(stale && 'is-pending')}>
            <div className="row between items-start">
              <span className="big">
                <Price
                  align="start"
                  amount={shown}
                  unit={unit.name}
                  name={t('price.per', { price: shown, unit: unit.name })}
                />
              </span>
              <SourceBadge badge={price.badge} price={{ ...price, unitName: unit.name }} />
            </div>
            {list !== null && less !== null && (
              <div className="mt-1">
                <s className="subtle">
                  <span className="sr">{t('price.name.national')} </span>
                  {formats.shortPrice(list)}
                </s>{' '}
                <span className={classNames('strong', less < 0 && 'c-success')}>{formats.percent(less)}</span>
              </div>
            )}
            <div className="small muted mt-2">{reason(price.badge)}</div>
          </div>
          {product.units.length > 1 && (
            <Units product={product} units={product.units} chosen={code} onChoose={chooseUnit} />
          )}
          {quoted && <Tiers price={quoted} unit={unit} quantity={quantity} onSet={setQuantity} />}
          {mayAdd && (
            <>
              <div className="row g4 qrow">
                {stepper}
                <span className="num">
                  <span className="small muted">{t('catalogue.lineTotal')}</span>
                  <b className={classNames('total', stale && 'is-pending')}>{total}</b>
                </span>
              </div>
              <Button variant="primary" size="lg" icon={ShoppingCart} block className="buyrow" onClick={add}>
                {t('product.add', { amount: wished })}
              </Button>
            </>
          )}
          {addLine.error && <Alert meaning="danger" assertive title={refusal(addLine.error)} />}
          {held.length > 0 && (
            <div className="small row g3 c-success">
              <Check className="i i-sm" />
              <span>
                {t('product.inCart', {
                  amount: held.map((line) => formats.amount(line.quantity, line.unitName)).join(' + '),
                })}{' '}
                <Link className="link" to="/cart">
                  {t('product.toCart')}
                </Link>
              </span>
            </div>
          )}
          {!mayAdd && !buyer && <SignInHint />}
        </div>
      </div>
      {mayAdd && (
        <div className="addbar only-phone">
          {stepper}
          <Button variant="primary" onClick={add}>
            <span>{t('catalogue.add')}</span>
            <small className={classNames(stale && 'is-pending')}>{total}</small>
          </Button>
        </div>
      )}
    </aside>
  );
}

function Units({
  product,
  units,
  chosen,
  onChoose,
}: {
  product: ProductDetail;
  units: readonly SellingUnit[];
  chosen: string;
  onChoose: (code: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { quantity, amount } = useFormats();
  const base = baseUnitName(units, product.baseUnit);
  return (
    <fieldset className="units">
      <legend className="sr">{t('product.buyBy')}</legend>
      {units.map((unit) => (
        <label key={unit.code} className={classNames(unit.code === chosen && 'on')}>
          <input
            type="radio"
            className="sr"
            name="unit"
            value={unit.code}
            checked={unit.code === chosen}
            onChange={() => onChoose(unit.code)}
          />
          <b>{unit.name}</b>
          <small>
            {unit.code === product.baseUnit
              ? Number(unit.step) === 1
                ? t('product.single')
                : t('product.steps', { step: quantity(unit.step) })
              : amount(unit.factor, base)}
          </small>
        </label>
      ))}
    </fieldset>
  );
}

function Tiers({
  price,
  unit,
  quantity,
  onSet,
}: {
  price: QuotedPrice;
  unit: SellingUnit;
  quantity: string;
  onSet: (quantity: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  if (price.unit !== unit.code || price.tiers.length < 2) return null;
  const ranges = tierRanges(price.tiers);
  const at = ranges[tierAt(ranges, quantity)];
  const next = price.nextTier;
  return (
    <div className="tiers-box">
      <div className="row between">
        <span className="lbl">{t('tiers.title')}</span>
        <PriceTiers price={price} quantity={quantity} step={unit.step} unitName={unit.name} onSet={onSet} />
      </div>
      <TierRuler
        quantity={quantity}
        label={t('tiers.ruler', {
          quantity: formats.quantity(quantity),
          price: at ? formats.shortPrice(at.unitPrice) : '–',
          next: next
            ? t('tiers.next', {
                minimum: formats.quantity(next.minimum),
                price: formats.shortPrice(next.unitPrice),
              })
            : t('tiers.best'),
        })}
        stops={ranges.map((range) => {
          const last = lastOf(range, unit.step);
          const from = formats.quantity(range.minimum);
          return {
            minimum: range.minimum,
            label: (
              <span className={classNames('stop', range === at && 'on')}>
                {last === null ? `${from}+` : `${from}–${formats.quantity(last)}`}
                <b>{formats.shortPrice(range.unitPrice)}</b>
              </span>
            ),
          };
        })}
      />
    </div>
  );
}

function NotOffered(): ReactNode {
  const { t } = useTranslation();
  const buyer = useBuyer();
  return (
    <aside className="buy" aria-label={t('product.buy')}>
      <div className="panel">
        <div className="bg col g4">
          {buyer ? (
            <>
              <h2>{t('price.onRequest')}</h2>
              <p className="muted">{t('price.onRequestText')}</p>
            </>
          ) : (
            <SignInHint />
          )}
        </div>
      </div>
    </aside>
  );
}

function SignInHint(): ReactNode {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <>
      <p>{t('price.signInText')}</p>
      <Button variant="primary" asChild block>
        <Link to={`/login?next=${encodeURIComponent(pathname + search)}`}>{t('login.signIn')}</Link>
      </Button>
    </>
  );
}

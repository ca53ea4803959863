import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { Button, classNames } from '@tradeyard/design-system';
import { useAddLine, useCart } from '../../shared/cart/cart.queries';
import { inCart } from '../../shared/cart/cart-view';
import { useFormats } from '../../shared/use-formats';
import { useRefusal } from '../../shared/use-refusal';
import type { Product } from '../../shared/views';
import type { Wish } from './use-wish';

/** Puts a wish into the cart at once; when the server refuses, says why right here and offers what is left. */
export function useAdd(product: Product, wish: Wish): { add: () => void; error: Error | null } {
  const mutation = useAddLine();
  const { unit, quantity } = wish;
  return {
    add: () => unit && product.price && mutation.mutate({ product, unit: unit.code, quantity }),
    error: mutation.error,
  };
}

/** The button with the line's total, what the cart already holds, and the refusal of the last try. */
export function AddCell({
  product,
  wish,
  add,
  error,
  solid,
}: {
  product: Product;
  wish: Wish;
  add: () => void;
  error: Error | null;
  solid: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { money, quantity } = useFormats();
  const refusal = useRefusal();
  const cart = useCart().data;
  const held = inCart(cart, product.id).map((line) => `${quantity(line.quantity)} ${line.unitName}`);
  const total = wish.price?.lineTotal;
  const left = error instanceof ApiError && typeof error.facts.available === 'string' ? error.facts.available : null;
  const amount = `${quantity(wish.quantity)} ${wish.unit?.name ?? ''}`;
  return (
    <>
      <Button
        variant={solid ? 'primary' : 'secondary'}
        className={classNames('add', !solid && 'btn--quiet')}
        onClick={add}
      >
        <span>
          {t('catalogue.add')}
          <span className="amount" aria-hidden="true">
            {' '}
            {amount}
          </span>
          <span className="sr"> {t('catalogue.amountOf', { amount, product: product.name })}</span>
        </span>
        {total && <span className={classNames('t', wish.stale && 'is-pending')}>{money(total)}</span>}
      </Button>
      {error ? (
        <div className="refused" role="alert">
          <span>{refusal(error)}</span>
          {left && Number(left) > 0 && (
            <Button size="sm" onClick={() => wish.setQuantity(left)}>
              {t('cart.take', { amount: quantity(left) })}
            </Button>
          )}
        </div>
      ) : (
        held.length > 0 && (
          <div className="incart">
            <Check className="i" />
            {t('catalogue.inCart', { amount: held.join(' + ') })}
          </div>
        )
      )}
    </>
  );
}

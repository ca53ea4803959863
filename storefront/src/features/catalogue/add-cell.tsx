import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Button, classNames } from '@tradeyard/design-system';
import { useAddLine, useCart, useChangeLine } from '../../shared/cart/cart.queries';
import { inCart } from '../../shared/cart/cart-view';
import { LineProblem } from '../../shared/cart/line-problem';
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
  const formats = useFormats();
  const refusal = useRefusal();
  const cart = useCart().data;
  const change = useChangeLine();
  const lines = inCart(cart, product.id);
  const held = lines.map((line) => formats.amount(line.quantity, line.unitName));
  const short = lines.flatMap((line) =>
    (cart?.problems ?? [])
      .filter(({ code, lineId }) => lineId === line.id && code === 'stock_short')
      .map((problem) => ({ line, problem })),
  );
  const total = wish.price?.lineTotal;
  const amount = formats.amount(wish.quantity, wish.unit?.name ?? '');
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
        {total && <span className={classNames('t', wish.stale && 'is-pending')}>{formats.money(total)}</span>}
      </Button>
      {error && (
        <div className="refused" role="alert">
          {refusal(error)}
        </div>
      )}
      {short.map(({ line, problem }) => (
        <div key={line.id} className="refused" role="status">
          <LineProblem
            line={line}
            problem={problem}
            onTake={(amountLeft) => change.mutate({ id: line.id, quantity: amountLeft })}
          />
        </div>
      ))}
      {!error && short.length === 0 && held.length > 0 && (
        <div className="incart">
          <Check className="i" />
          {t('catalogue.inCart', { amount: held.join(' + ') })}
        </div>
      )}
    </>
  );
}

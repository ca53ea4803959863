import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ListChecks, ListPlus, Receipt, Trash2, Zap } from 'lucide-react';
import { LoadFailed, PageTitle, useDelayed, useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, EmptyState, Skeleton, useToast } from '@tradeyard/design-system';
import { useAcceptPrices, useAddLines, useCart, useEmptyCart } from '../../shared/cart/cart.queries';
import { SaveAsList } from '../../shared/lists/save-as-list';
import { useMay } from '../../shared/session';
import type { Cart, CartLine } from '../../shared/views';
import { WindowRows } from '../../shared/window-rows';
import { CartLineRow, useRemoveWithUndo } from './cart-line';
import './cart.css';

/** Cart and checkout on one page; `checkout` is what stands at the right of the lines. */
export function CartPage({ checkout }: { checkout: (cart: Cart) => ReactNode }): ReactNode {
  const { t } = useTranslation();
  const cart = useCart();
  const skeleton = useDelayed(cart.isPending);
  const mayOrder = useMay('order.place');
  const count = cart.data?.lines.length ?? 0;
  return (
    <div className="page">
      <div className="pgh pgh--plain">
        <PageTitle name={t('cart.title')} />
        {cart.data && count > 0 && <span className="sub">{t('shell.lines', { count })}</span>}
      </div>
      {cart.data ? (
        count === 0 ? (
          <EmptyCart />
        ) : (
          <div className="cart-pg">
            <div className="min-w-0">
              <CartProblems cart={cart.data} />
              <PriceChanges cart={cart.data} />
              <Lines cart={cart.data} />
            </div>
            {mayOrder && checkout(cart.data)}
          </div>
        )
      ) : cart.isError ? (
        <div className="panel">
          <LoadFailed
            error={cart.error}
            title={t('cart.failed')}
            retrying={cart.isFetching}
            onRetry={() => void cart.refetch()}
          />
        </div>
      ) : (
        skeleton && <CartSkeleton />
      )}
    </div>
  );
}

function Lines({ cart }: { cart: Cart }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="panel lines" role="table" aria-label={t('cart.lines')} aria-rowcount={cart.lines.length + 1}>
        <div className="ln h" role="row">
          <span role="columnheader">
            <span className="sr">{t('catalogue.picture')}</span>
          </span>
          <span role="columnheader">{t('catalogue.product')}</span>
          <span role="columnheader" className="num">
            {t('cart.price')}
          </span>
          <span role="columnheader">{t('catalogue.quantity')}</span>
          <span role="columnheader" className="num">
            {t('catalogue.lineTotal')}
          </span>
          <span role="columnheader">
            <span className="sr">{t('cart.remove')}</span>
          </span>
        </div>
        <WindowRows items={cart.lines} keyOf={({ id }) => id} height={72}>
          {(line, index) => (
            <CartLineRow
              key={line.id}
              index={index}
              line={line}
              problems={cart.problems.filter(({ lineId, code }) => lineId === line.id && code !== 'price_changed')}
            />
          )}
        </WindowRows>
      </div>
      <div className="row between wrap mt-3">
        <span className="row wrap">
          <Button variant="ghost" asChild>
            <Link to="/quick-order">
              <ListPlus className="i" />
              {t('cart.addList')}
            </Link>
          </Button>
          <SaveAsList beginning={{ from: 'cart' }} variant="ghost" />
        </span>
        <EmptyButton lines={cart.lines} />
      </div>
    </>
  );
}

function EmptyButton({ lines }: { lines: readonly CartLine[] }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const refusal = useRefusal();
  const empty = useEmptyCart();
  const putBack = useAddLines();
  const onClick = (): void => {
    const gone = lines.map(({ productId, unit, quantity, note }) => ({ productId, unit, quantity, note }));
    empty.mutate(undefined, {
      onError: (error) => toast.show({ message: refusal(error) }),
    });
    toast.show({
      message: t('cart.emptied', { count: gone.length }),
      icon: Trash2,
      undo: { label: t('cart.undo'), onUndo: () => putBack.mutate(gone) },
    });
  };
  return (
    <Button variant="ghost" onClick={onClick}>
      {t('cart.empty')}
    </Button>
  );
}

/** Old and new price of what changed since it was put in; ordering waits until the buyer has said yes or no. */
function PriceChanges({ cart }: { cart: Cart }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const accept = useAcceptPrices();
  const refusal = useRefusal();
  const remove = useRemoveWithUndo();
  const changed = cart.lines.filter((line) => line.priceChangedFrom && line.unitPrice);
  const [only] = changed;
  if (!only) return null;
  return (
    <Alert
      meaning="mark"
      className="notice"
      title={t('cart.changed', { count: changed.length })}
      action={
        <span className="row g4">
          {changed.length === 1 && (
            <Button size="sm" onClick={() => remove(only)}>
              {t('cart.remove')}
            </Button>
          )}
          <Button size="sm" busy={accept.isPending} onClick={() => accept.mutate()}>
            {changed.length === 1 ? t('cart.accept') : t('cart.acceptAll')}
          </Button>
        </span>
      }
    >
      <ul>
        {changed.slice(0, 5).map((line) => (
          <li key={line.id}>
            {line.name}: {unitPrice(line.priceChangedFrom ?? '0')} → <b>{unitPrice(line.unitPrice ?? '0')}</b>{' '}
            {t('cart.perUnit', { unit: line.unitName })}
          </li>
        ))}
        {changed.length > 5 && <li>{t('cart.andMore', { count: changed.length - 5 })}</li>}
      </ul>
      {accept.error && <span className="c-danger">{refusal(accept.error)}</span>}
    </Alert>
  );
}

/** What stands in the way of the whole cart. */
function CartProblems({ cart }: { cart: Cart }): ReactNode {
  const { t } = useTranslation();
  return cart.problems
    .filter(({ lineId }) => !lineId)
    .map(({ code }) => <Alert key={code} meaning="danger" className="notice" title={t(`cart.problems.${code}`)} />);
}

function EmptyCart(): ReactNode {
  const { t } = useTranslation();
  const mayView = useMay('order.view');
  return (
    <div className="panel">
      <EmptyState
        drawing="bag"
        title={t('cart.none')}
        text={t('cart.noneText')}
        action={
          <Button variant="primary" asChild>
            <Link to="/">{t('cart.browse')}</Link>
          </Button>
        }
      >
        <div className="ways">
          <Link to="/quick-order">
            <Zap className="i" />
            <span className="grow">
              <b>{t('shell.quickOrder')}</b> <span className="muted">{t('cart.paste')}</span>
            </span>
          </Link>
          <Link to="/lists">
            <ListChecks className="i" />
            <span className="grow">
              <b>{t('shell.lists')}</b> <span className="muted">{t('cart.fromList')}</span>
            </span>
          </Link>
          {mayView && (
            <Link to="/orders">
              <Receipt className="i" />
              <span className="grow">
                <b>{t('shell.orders')}</b> <span className="muted">{t('cart.again')}</span>
              </span>
            </Link>
          )}
        </div>
      </EmptyState>
    </div>
  );
}

function CartSkeleton(): ReactNode {
  return (
    <div className="cart-pg" aria-busy="true">
      <div className="panel lines">
        {[0, 1, 2, 3].map((row) => (
          <div className="ln" key={row} aria-hidden="true">
            <Skeleton width={44} height={44} />
            <Skeleton width="70%" height={14} />
            <Skeleton height={14} />
            <Skeleton height={40} />
            <Skeleton height={14} />
          </div>
        ))}
      </div>
      <Skeleton height={480} />
    </div>
  );
}

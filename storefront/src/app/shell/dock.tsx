import type { ReactNode } from 'react';
import { Receipt, Search, ShoppingCart, User, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import { classNames } from '@tradeyard/design-system';
import { useCart, useCartPending } from '../../shared/cart/cart.queries';
import { useBuyer, useMay } from '../../shared/session';

/** The bottom bar of a phone: four places and the cart. */
export function Dock(): ReactNode {
  const { t } = useTranslation();
  const { summary } = useFormats();
  const buyer = useBuyer();
  const mayView = useMay('order.view');
  const mayFill = useMay('cart.edit');
  const cart = useCart().data;
  const pending = useCartPending();
  if (!buyer) return null;
  const count = cart?.lines.length ?? 0;
  return (
    <nav className="dock no-print" aria-label={t('shell.places')}>
      <NavLink to="/" end>
        <Search className="i" />
        <span>{t('shell.browse')}</span>
      </NavLink>
      {mayFill && (
        <NavLink to="/quick-order">
          <Zap className="i" />
          <span>{t('shell.quickOrder')}</span>
        </NavLink>
      )}
      {mayView && (
        <NavLink to="/orders">
          <Receipt className="i" />
          <span>{t('shell.orders')}</span>
        </NavLink>
      )}
      <NavLink to="/account">
        <User className="i" />
        <span>{t('shell.account')}</span>
      </NavLink>
      {mayFill && (
        <Link className="cartbtn" to="/cart">
          <ShoppingCart className="i" />
          <span>
            <b>{t('shell.lines', { count })}</b>
            <span className={classNames(pending && 'is-pending')}>{cart ? summary(cart.subtotal) : ''}</span>
          </span>
        </Link>
      )}
    </nav>
  );
}

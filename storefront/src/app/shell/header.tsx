import { lazy, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ListChecks, Menu as MenuIcon, Receipt, Search, ShoppingCart, X, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation, useNavigate } from 'react-router-dom';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { Avatar, classNames, Kbd, Logo, useHotkeys } from '@tradeyard/design-system';
import { useCart, useCartPending } from '../../shared/cart/cart.queries';
import { useBuyer, useMay } from '../../shared/session';
import { LateMenu } from './late-menu';

const AccountMenu = lazy(() => import('./account-menu'));

/** The chrome band: brand, search, the ways, who is here, and the cart. */
export function Header(): ReactNode {
  const { t } = useTranslation();
  const tenant = useTenant();
  const buyer = useBuyer();
  const mayView = useMay('order.view');
  const mayFill = useMay('cart.edit');
  const [searching, setSearching] = useState(false);
  return (
    <div className={classNames('hd on-chrome', searching && 'searching')}>
      <Link to="/" className="home" aria-label={t('shell.home', { name: tenant.name })}>
        <Logo name={tenant.name} src={tenant.logoUrl} />
      </Link>
      <Link to="/" className="cat only-desk">
        <MenuIcon className="i" />
        <span className="t">{t('shell.allProducts')}</span>
      </Link>
      <SearchBox searching={searching} onDone={() => setSearching(false)} />
      <nav className="only-desk" aria-label={t('shell.main')}>
        {mayFill && (
          <NavLink to="/quick-order">
            <Zap className="i" />
            <span className="t">{t('shell.quickOrder')}</span>
          </NavLink>
        )}
        {mayFill && (
          <NavLink to="/lists">
            <ListChecks className="i" />
            <span className="t">{t('shell.lists')}</span>
          </NavLink>
        )}
        {mayView && (
          <NavLink to="/orders">
            <Receipt className="i" />
            <span className="t">{t('shell.orders')}</span>
          </NavLink>
        )}
      </nav>
      {buyer ? <Who name={buyer.name} /> : <SignInLink />}
      {mayFill && <CartLink />}
      <button type="button" className="hb hb-search" aria-label={t('shell.search')} onClick={() => setSearching(true)}>
        <Search className="i" />
      </button>
    </div>
  );
}

function SignInLink(): ReactNode {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <Link className="sign-in" to={`/login?next=${encodeURIComponent(pathname + search)}`}>
      {t('login.signIn')}
    </Link>
  );
}

function Who({ name }: { name: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="only-desk">
      <LateMenu
        menu={AccountMenu}
        button={
          <button type="button" className="who">
            <Avatar name={name} />
            <span className="sr">{t('shell.you')}</span>
          </button>
        }
      />
    </span>
  );
}

function CartLink(): ReactNode {
  const { t } = useTranslation();
  const { money } = useFormats();
  const cart = useCart().data;
  const pending = useCartPending();
  const count = cart?.lines.length ?? 0;
  const total = cart ? money(cart.subtotal) : '';
  return (
    <Link to="/cart" className="cart only-desk" data-empty={count === 0 || undefined}>
      <ShoppingCart className="i" />
      <span className="sr">{t('cart.title')}</span>
      <span className="n">
        {count}
        <span className="sr"> {t('shell.linesOnly', { count })}</span>
      </span>
      <span className={classNames(pending && 'is-pending')}>{total}</span>
    </Link>
  );
}

/** Leads to the catalogue with what was typed; it shows what the page searches for. */
function SearchBox({ searching, onDone }: { searching: boolean; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const shown = pathname === '/' ? (new URLSearchParams(search).get('search') ?? '') : '';
  useHotkeys({
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = input.current?.value.trim() ?? '';
    input.current?.blur();
    onDone();
    void navigate(text ? `/?search=${encodeURIComponent(text)}` : '/');
  };
  return (
    <form className="find" role="search" onSubmit={submit}>
      <Search className="i" />
      <input
        key={`${shown}${searching ? ' open' : ''}`}
        ref={input}
        type="search"
        name="search"
        aria-label={t('shell.search')}
        placeholder={t('shell.searchHint')}
        defaultValue={shown}
        autoComplete="off"
        enterKeyHint="search"
        autoFocus={searching}
        maxLength={120}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      {searching ? (
        <button
          type="button"
          className="btn btn--ghost btn--icon btn--sm"
          aria-label={t('shell.close')}
          onClick={onDone}
        >
          <X className="i" />
        </button>
      ) : (
        <Kbd>/</Kbd>
      )}
    </form>
  );
}

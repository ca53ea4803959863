import { lazy, Suspense, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { useTenant } from '@tradeyard/app-kit';
import { Kbd, Logo } from '@tradeyard/design-system';
import { useMay } from '../../shared/session';
import { useOpenCounts } from '../../shared/open-work.queries';
import { screens } from '../screens';
import { NarrowTip } from './narrow-tip';

const UserMenu = lazy(() => import('./user-menu'));
const groups = ['work', 'catalogue', 'prices', 'company'] as const;

/** Where one can go, how much waits there, and who is here. */
export function SideBar({ onPalette, onShortcuts }: { onPalette: () => void; onShortcuts: () => void }): ReactNode {
  const { t } = useTranslation();
  const tenant = useTenant();
  const may = useMay();
  const counts = useOpenCounts();
  const here = placeOf(useLocation().pathname);
  return (
    <header className="side">
      <div className="top">
        <Logo name={tenant.name} src={tenant.logoUrl} />
      </div>
      <NarrowTip text={t('shell.palette')}>
        <button type="button" className="cmd" onClick={onPalette}>
          <Search className="i" />
          <span className="t">{t('shell.palette')}</span>
          <Kbd>{t('shell.paletteKey')}</Kbd>
        </button>
      </NarrowTip>
      <nav aria-label={t('shell.main')}>
        {groups.map((group) => {
          const links = screens.filter(({ nav, permission }) => nav?.group === group && may(permission));
          if (links.length === 0) return null;
          return (
            <div key={group} role={group === 'work' ? undefined : 'group'} aria-label={t(`shell.groups.${group}`)}>
              {group !== 'work' && (
                <div className="heading" aria-hidden="true">
                  {t(`shell.groups.${group}`)}
                </div>
              )}
              {links.map(({ path, nav, load }) => {
                if (!nav) return null;
                const count = nav.count && counts[nav.count];
                return (
                  <NarrowTip key={path} text={t(nav.labelKey)}>
                    <Link
                      to={`/${path}`}
                      aria-current={path === here ? 'page' : undefined}
                      onPointerEnter={() => void load().catch(() => undefined)}
                    >
                      <nav.icon className="i" />
                      <span className="t">{t(nav.labelKey)}</span>
                      {count ? <span className="n">{count}</span> : null}
                    </Link>
                  </NarrowTip>
                );
              })}
            </div>
          );
        })}
      </nav>
      <Suspense fallback={<div className="me" />}>
        <UserMenu onShortcuts={onShortcuts} />
      </Suspense>
    </header>
  );
}

/** The entry of the side bar a screen belongs to: the longest that its address begins with. */
function placeOf(pathname: string): string | undefined {
  const below = (path: string): boolean => pathname === `/${path}` || pathname.startsWith(`/${path}/`);
  return screens
    .filter(({ nav, path }) => nav && below(path))
    .map(({ path }) => path)
    .sort((a, b) => b.length - a.length)[0];
}

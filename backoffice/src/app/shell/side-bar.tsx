import { lazy, Suspense, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router-dom';
import { useTenant } from '@tradeyard/app-kit';
import { Kbd, Logo } from '@tradeyard/design-system';
import { useMay } from '../../shared/session';
import { useOpenWork } from '../../shared/open-work.queries';
import { screens } from '../screens';
import { NarrowTip } from './narrow-tip';

const UserMenu = lazy(() => import('./user-menu'));
const groups = ['work', 'catalogue', 'company'] as const;

/** Where one can go, how much waits there, and who is here. */
export function SideBar({ onPalette, onShortcuts }: { onPalette: () => void; onShortcuts: () => void }): ReactNode {
  const { t } = useTranslation();
  const tenant = useTenant();
  const may = useMay();
  const counts = useOpenWork();
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
              {links.map(({ path, nav }) => {
                if (!nav) return null;
                const count = nav.count && counts?.[nav.count];
                return (
                  <NarrowTip key={path} text={t(nav.labelKey)}>
                    <NavLink to={`/${path}`}>
                      <nav.icon className="i" />
                      <span className="t">{t(nav.labelKey)}</span>
                      {count ? <span className="n">{count}</span> : null}
                    </NavLink>
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

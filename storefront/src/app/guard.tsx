import type { ReactNode } from 'react';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { PageTitle } from '@tradeyard/app-kit';
import { EmptyState } from '@tradeyard/design-system';
import { useSession, type BuyerPermission } from '../shared/session';

/** Lets through whoever may see the screens below; sends a stranger to the login, which leads back here. */
export function Guard({
  permission,
  visitors = false,
}: {
  permission?: BuyerPermission;
  visitors?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { status, user } = useSession();
  const { pathname, search } = useLocation();
  if (status === 'visitor' && !visitors) {
    const wanted = pathname + search;
    return <Navigate to={wanted === '/' ? '/login' : `/login?next=${encodeURIComponent(wanted)}`} replace />;
  }
  if (user && permission && !user.permissions.includes(permission)) {
    return (
      <div className="page">
        <div className="pgh pgh--plain">
          <PageTitle name={t('guard.title')} />
        </div>
        <div className="panel">
          <EmptyState
            icon={Lock}
            title={t('guard.ask')}
            text={t('guard.text', {
              roles: user.roles.map((role) => t(`account.roles.${role}`, { defaultValue: role })).join(', '),
              company: user.company?.name,
            })}
          />
        </div>
      </div>
    );
  }
  return <Outlet />;
}

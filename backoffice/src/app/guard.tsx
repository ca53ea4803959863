import type { ReactNode } from 'react';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { PageTitle } from '@tradeyard/app-kit';
import { EmptyState } from '@tradeyard/design-system';
import { PageBody, PageHeader } from '../shared/list/page-frame';
import { useSession, type StaffPermission } from '../shared/session';

/** Sends a stranger to the login, which leads back here. */
export function SignedIn(): ReactNode {
  const { user } = useSession();
  const { pathname, search } = useLocation();
  if (user) return <Outlet />;
  const wanted = pathname + search;
  return <Navigate to={wanted === '/' ? '/login' : `/login?next=${encodeURIComponent(wanted)}`} replace />;
}

/** Shows the screen to whoever may see it, to others why not. */
export function May({ permission, children }: { permission: StaffPermission; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { user } = useSession();
  if (!user || user.permissions.includes(permission)) return children;
  return (
    <>
      <PageHeader title={<PageTitle name={t('guard.title')} />} />
      <PageBody>
        <EmptyState
          icon={Lock}
          title={t('guard.what')}
          text={t('guard.text', {
            roles: user.roles.map((code) => t(`shell.roles.${code}`, { defaultValue: code })).join(', '),
          })}
        />
      </PageBody>
    </>
  );
}

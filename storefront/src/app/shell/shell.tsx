import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useIsMutating } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router-dom';
import { LoadFailed, useOnline } from '@tradeyard/app-kit';
import { Alert, SkipLink, useHotkeys } from '@tradeyard/design-system';
import { ShortcutsContext } from '../../shared/shortcuts';
import { PageErrors } from '../page-errors';
import { ContextBar } from './context-bar';
import { Dock } from './dock';
import { Header } from './header';

const ShortcutsDialog = lazy(() => import('./shortcuts-dialog'));

/** The frame around every screen but the sign-in. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const online = useOnline();
  const waiting = useIsMutating({ predicate: ({ state }) => state.isPaused });
  const [help, setHelp] = useState(false);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
  useHotkeys({
    '?': () => setHelp(true),
    'g p': () => void navigate('/'),
    'g o': () => void navigate('/orders'),
    'g l': () => void navigate('/lists'),
    'g q': () => void navigate('/quick-order'),
    'g c': () => void navigate('/cart'),
  });
  return (
    <ShortcutsContext value={() => setHelp(true)}>
      <div className="with-dock">
        <SkipLink>{t('shell.skip')}</SkipLink>
        <header>
          <Header />
          <ContextBar />
          {!online && (
            <Alert
              meaning="warning"
              icon={WifiOff}
              className="offline"
              title={waiting > 0 ? t('offline.waiting', { count: waiting }) : t('offline.title')}
            >
              {t('offline.text')}
            </Alert>
          )}
        </header>
        <main id="main">
          {/* The boundary outlives the pages: the one that is left stays until the next one is here. */}
          <Suspense fallback={null}>
            <PageErrors
              key={pathname}
              fallback={(error, again) => (
                <div className="page py-10">
                  <div className="panel">
                    <LoadFailed error={error} title={t('failed.page')} onRetry={again} />
                  </div>
                </div>
              )}
            >
              <Outlet />
            </PageErrors>
          </Suspense>
        </main>
        <Dock />
      </div>
      {help && (
        <Suspense fallback={null}>
          <ShortcutsDialog open onOpenChange={setHelp} />
        </Suspense>
      )}
    </ShortcutsContext>
  );
}

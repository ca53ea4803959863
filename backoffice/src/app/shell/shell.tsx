import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useIsMutating } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router-dom';
import { LoadFailed, useOnline } from '@tradeyard/app-kit';
import { Alert, SkipLink, useHotkeys } from '@tradeyard/design-system';
import { useMay } from '../../shared/session';
import { PageErrors } from '../page-errors';
import { screens } from '../screens';
import { SideBar } from './side-bar';

const Palette = lazy(() => import('./palette'));
const ShortcutsDialog = lazy(() => import('./shortcuts-dialog'));

/** The frame around every screen but the sign-in. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const online = useOnline();
  const waiting = useIsMutating({ predicate: ({ state }) => state.isPaused });
  const may = useMay();
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  // Once fetched the palette answers Ctrl K itself.
  const [paletteUsed, setPaletteUsed] = useState(false);
  const showPalette = (): void => {
    setPaletteUsed(true);
    setOpen('palette');
  };
  const jumps = screens
    .filter(({ nav, permission }) => nav?.key && may(permission))
    .map(({ nav, path }) => [`g ${nav?.key ?? ''}`, () => void navigate(`/${path}`)] as const);
  useHotkeys({
    ...(!paletteUsed && { 'mod+k': showPalette }),
    '?': () => setOpen('shortcuts'),
    ...Object.fromEntries(jumps),
  });
  return (
    <div className="app">
      <SkipLink>{t('shell.skip')}</SkipLink>
      <SideBar onPalette={showPalette} onShortcuts={() => setOpen('shortcuts')} />
      <main id="main" className="main">
        {!online && (
          <Alert
            meaning="warning"
            icon={WifiOff}
            className="rounded-none border-x-0 border-t-0"
            title={waiting > 0 ? t('offline.waiting', { count: waiting }) : t('offline.title')}
          >
            {t('offline.text')}
          </Alert>
        )}
        {/* The boundary outlives the pages: the one that is left stays until the next one is here. */}
        <Suspense fallback={null}>
          <PageErrors
            key={pathname}
            fallback={(error, again) => <LoadFailed error={error} title={t('failed.page')} onRetry={again} />}
          >
            <Outlet />
          </PageErrors>
        </Suspense>
      </main>
      <Suspense fallback={null}>
        {paletteUsed && (
          <Palette open={open === 'palette'} onOpenChange={(on) => (on ? showPalette() : setOpen(null))} />
        )}
        {open === 'shortcuts' && <ShortcutsDialog onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}

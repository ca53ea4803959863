import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router-dom';
import { ToastProvider } from '@tradeyard/design-system';
import { useSession } from '../shared/session';
import { May, SignedIn } from './guard';
import { NotFound } from './not-found';
import { screens } from './screens';
import { SessionEnded } from './session-ended';
import { Shell } from './shell/shell';

const LoginPage = lazy(() => import('../features/login/login-page'));
const ForgotPage = lazy(() => import('../features/login/forgot-page'));
const WelcomePage = lazy(() => import('../features/login/welcome-page'));
const pages = screens.map((screen) => ({ ...screen, Page: lazy(screen.load) }));

/** Every address of the backoffice and who may go there. */
export function AppRoutes(): ReactNode {
  const { t } = useTranslation();
  return (
    <ToastProvider label={t('shell.messages')}>
      <Suspense fallback={null}>
        <Routes>
          <Route path="login" element={<LoginPage />} />
          <Route path="forgot" element={<ForgotPage />} />
          <Route path="welcome" element={<WelcomePage />} />
          <Route element={<SignedIn />}>
            <Route element={<Shell />}>
              <Route index element={<Home />} />
              {pages.map(({ path, permission, Page }) => (
                <Route
                  key={path}
                  path={path}
                  element={
                    <May permission={permission}>
                      <Page />
                    </May>
                  }
                />
              ))}
              <Route path="*" element={<NotFound />} />
            </Route>
          </Route>
        </Routes>
      </Suspense>
      <SessionEnded />
    </ToastProvider>
  );
}

/** The first screen of the side bar this person may see. */
function Home(): ReactNode {
  const { user } = useSession();
  const first = screens.find(({ nav, permission }) => nav && user?.permissions.includes(permission));
  return first ? <Navigate to={`/${first.path}`} replace /> : <NotFound />;
}

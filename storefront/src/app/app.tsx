import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router-dom';
import { applyBrand } from '@tradeyard/design-system';
import { api, queryClient } from '../shared/api';
import { languageOf, startLanguage } from '../shared/i18n';
import { tenantQuery } from '../shared/tenant';
import { AppRoutes } from './app-routes';
import { BootFailed } from './boot-failed';

/** Whose store this is, in which words, and who was still signed in: nothing is drawn before. */
async function start(): Promise<void> {
  const [tenant] = await Promise.all([queryClient.fetchQuery(tenantQuery), api.session.restore()]);
  applyBrand({ brandColor: tenant.brandColor });
  await startLanguage(languageOf(tenant.locale));
}

let starting: Promise<void> | null = null;

/** The storefront. */
export function App(): ReactNode {
  const [state, setState] = useState<'starting' | 'started' | 'failed'>('starting');
  const tryStart = useCallback(() => {
    starting ??= start();
    starting.then(
      () => setState('started'),
      () => {
        starting = null;
        setState('failed');
      },
    );
  }, []);
  useEffect(tryStart, [tryStart]);
  const again = (): void => {
    setState('starting');
    tryStart();
  };
  return (
    <QueryClientProvider client={queryClient}>
      {state === 'started' && (
        <BrowserRouter>
          <AppRoutes />
        </BrowserRouter>
      )}
      {state === 'failed' && <BootFailed onRetry={again} />}
    </QueryClientProvider>
  );
}

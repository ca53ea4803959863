import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router-dom';
import { languageOf, startLanguage, type Tenant, TenantProvider } from '@tradeyard/app-kit';
import { applyBrand } from '@tradeyard/design-system';
import { api, queryClient } from '../shared/api';
import { tenantQuery } from '../shared/tenant';
import { words } from '../shared/words';
import { AppRoutes } from './app-routes';
import { BootFailed } from './boot-failed';

/** Whose store this is, in which words, and who was still signed in: nothing is drawn before. */
async function start(): Promise<Tenant> {
  const speaking = queryClient.fetchQuery(tenantQuery).then(async (tenant) => {
    applyBrand({ brandColor: tenant.brandColor });
    const ready = startLanguage(words, languageOf(tenant.locale));
    // Where most begin: behind the words, ahead of the router, which says so when it does not come.
    if (window.location.pathname === '/') void import('./routes/catalogue-route').catch(() => undefined);
    await ready;
    return tenant;
  });
  const [tenant] = await Promise.all([speaking, api.session.restore()]);
  return tenant;
}

let starting: Promise<Tenant> | null = null;

/** The storefront. */
export function App(): ReactNode {
  const [state, setState] = useState<Tenant | 'starting' | 'failed'>('starting');
  const tryStart = useCallback(() => {
    starting ??= start();
    starting.then(setState, () => {
      starting = null;
      setState('failed');
    });
  }, []);
  useEffect(tryStart, [tryStart]);
  const again = (): void => {
    setState('starting');
    tryStart();
  };
  return (
    <QueryClientProvider client={queryClient}>
      {typeof state === 'object' && (
        <TenantProvider value={state}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </TenantProvider>
      )}
      {state === 'failed' && <BootFailed onRetry={again} />}
    </QueryClientProvider>
  );
}

import { useQuery, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { BrowserRouter, matchPath } from 'react-router-dom';
import { languageOf, startLanguage, TenantProvider, type Tenant } from '@tradeyard/app-kit';
import { applyBrand } from '@tradeyard/design-system';
import { api, queryClient } from '../shared/api';
import { words } from '../shared/words';
import { AppRoutes } from './app-routes';
import { BootFailed } from './boot-failed';
import { screens } from './screens';
import { tenantQuery } from './tenant.queries';

/** Whose store this is, in which words, and who was still signed in: nothing is drawn before. */
async function start(): Promise<Tenant> {
  const { pathname } = window.location;
  const screen = screens.find(({ path }) => matchPath(`/backoffice/${path}`, pathname));
  const speaking = queryClient.fetchQuery(tenantQuery).then(async (tenant) => {
    applyBrand({ brandColor: tenant.brandColor });
    const ready = startLanguage(words, languageOf(tenant.locale));
    // Behind the words, ahead of the router, which says so when it does not come.
    void screen?.load().catch(() => undefined);
    await ready;
    return tenant;
  });
  const [tenant] = await Promise.all([speaking, api.session.restore()]);
  return tenant;
}

/** The backoffice. */
export function App(): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <Started />
    </QueryClientProvider>
  );
}

function Started(): ReactNode {
  // Whatever else is asked anew, the app starts once.
  const boot = useQuery({ queryKey: ['boot'], queryFn: start, staleTime: 'static', gcTime: Infinity });
  if (boot.isError) return <BootFailed retrying={boot.isFetching} onRetry={() => void boot.refetch()} />;
  if (!boot.data) return null;
  return (
    <TenantProvider value={boot.data}>
      <BrowserRouter basename="/backoffice">
        <AppRoutes />
      </BrowserRouter>
    </TenantProvider>
  );
}

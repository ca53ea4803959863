import { useQuery, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { languageOf, startLanguage, TenantProvider, type Tenant } from '@tradeyard/app-kit';
import { applyBrand } from '@tradeyard/design-system';
import { api, queryClient } from '../shared/api';
import { words } from '../shared/words';
import { AppRoutes } from './app-routes';
import { BootFailed } from './boot-failed';
import { tenantQuery } from './tenant.queries';

/** Whose store this is, in which words, and who was still signed in: nothing is drawn before. */
async function start(): Promise<Tenant> {
  const [tenant] = await Promise.all([queryClient.fetchQuery(tenantQuery), api.session.restore()]);
  applyBrand({ brandColor: tenant.brandColor });
  await startLanguage(words, languageOf(tenant.locale));
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

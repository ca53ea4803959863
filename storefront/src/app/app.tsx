import { useQuery, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { applyBrand } from '@tradeyard/design-system';
import { api, queryClient } from '../shared/api';
import { languageOf, startLanguage } from '../shared/i18n';
import { tenantQuery } from '../shared/tenant';
import { BootFailed } from './boot-failed';
import { AppRoutes } from './app-routes';

/** Whose store this is, in which words, and who was still signed in: nothing is drawn before. */
async function start(): Promise<true> {
  const [tenant] = await Promise.all([queryClient.fetchQuery(tenantQuery), api.session.restore()]);
  applyBrand({ brandColor: tenant.brandColor });
  await startLanguage(languageOf(tenant.locale));
  return true;
}

/** The storefront. */
export function App(): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <Started />
    </QueryClientProvider>
  );
}

function Started(): ReactNode {
  const boot = useQuery({ queryKey: ['boot'], queryFn: start, staleTime: Infinity, gcTime: Infinity });
  if (boot.isError) return <BootFailed retrying={boot.isFetching} onRetry={() => void boot.refetch()} />;
  if (!boot.data) return null;
  return (
    <BrowserRouter>
      <AppRoutes />
    </BrowserRouter>
  );
}

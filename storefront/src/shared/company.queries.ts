import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { useCart } from './cart/cart.queries';
import { useMay } from './session';
import type { Company, JobSite } from './views';

/** The buyer's own company. */
export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: (): Promise<Company> => api.data(api.http.GET('/api/v1/company')),
  staleTime: 300_000,
});

/** The company's job sites that are in use, by name. */
export const jobSitesQuery = queryOptions({
  queryKey: ['company', 'job-sites'],
  queryFn: (): Promise<JobSite[]> => api.data(api.http.GET('/api/v1/company/job-sites')),
  staleTime: 300_000,
});

/** The company, for whoever may see it. */
export function useCompany(): UseQueryResult<Company> {
  return useQuery({ ...companyQuery, enabled: useMay('company.view') });
}

/** The job sites, for whoever may see them. */
export function useJobSites(): UseQueryResult<JobSite[]> {
  return useQuery({ ...jobSitesQuery, enabled: useMay('company.view') });
}

/** Where the cart goes: its job site, or null for the company's own place. */
export function usePlace(): JobSite | null {
  const cart = useCart().data;
  const sites = useJobSites().data;
  return sites?.find(({ id }) => id === cart?.jobSiteId) ?? null;
}

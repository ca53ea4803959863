import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';
import { withOne, type Person } from '../../shared/people/people.queries';

export type Company = components['schemas']['CompanyView'];
export type JobSite = components['schemas']['JobSiteView'];
export type NewCompany = components['schemas']['NewCompany'];
type CompanyPatch = components['schemas']['CompanyPatch'];
type NewPerson = components['schemas']['NewPerson'];
type PersonPatch = components['schemas']['PersonPatch'];
type NewJobSite = components['schemas']['NewJobSite'];
type JobSitePatch = components['schemas']['JobSitePatch'];

export interface CompanyFilter {
  search: string;
  status: '' | 'active' | 'blocked';
  sort: 'name' | '-name' | 'newest';
}

const FULL_PAGE = 200;

/** Companies, page by page. */
export const companyListQuery = ({ search, status, sort }: CompanyFilter) =>
  listQuery<Company>(['companies', 'list', search, status, sort], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/companies', {
        params: { query: { ...(search && { search }), ...(status && { status }), sort, page, pageSize: 50 } },
      }),
    ),
  );

/** One company. */
export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'one', id],
    queryFn: (): Promise<Company> =>
      api.data(api.http.GET('/api/v1/backoffice/companies/{id}', { params: { path: { id } } })),
  });

/** A company's buyers; read whole. */
export const buyersQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['companies', 'buyers', companyId],
    queryFn: (): Promise<Person[]> =>
      api.data(
        api.http.GET('/api/v1/backoffice/companies/{companyId}/buyers', {
          params: { path: { companyId }, query: { page: 1, pageSize: FULL_PAGE } },
        }),
      ),
  });

/** A company's delivery places. */
export const jobSitesQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['companies', 'job-sites', companyId],
    queryFn: (): Promise<JobSite[]> =>
      api.data(api.http.GET('/api/v1/backoffice/companies/{companyId}/job-sites', { params: { path: { companyId } } })),
  });

/** The standings a company can have. */
export const tiersQuery = queryOptions({
  queryKey: ['buyer-tiers'],
  queryFn: () => api.data(api.http.GET('/api/v1/backoffice/buyer-tiers')),
});

/** Changes to companies; each answer is put into what is shown. */
export function useCompanyChanges() {
  const client = useQueryClient();
  const keep = (company: Company): void => {
    client.setQueryData(companyQuery(company.id).queryKey, company);
    void client.invalidateQueries({ queryKey: ['companies', 'list'] });
    void client.invalidateQueries({ queryKey: ['companies', 'name', company.id] });
  };
  const register = useMutation({
    mutationFn: (body: NewCompany) => api.data(api.http.POST('/api/v1/backoffice/companies', { body })),
    onSuccess: keep,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: CompanyPatch & { id: string }) =>
      api.data(api.http.PATCH('/api/v1/backoffice/companies/{id}', { params: { path: { id } }, body })),
    onSuccess: keep,
  });
  return { register, change };
}

/** Changes to one company's buyers and job sites. */
export function useCompanyPeople(companyId: string) {
  const client = useQueryClient();
  const keepBuyer = (buyer: Person): void =>
    void client.setQueryData(buyersQuery(companyId).queryKey, (buyers) => withOne(buyers, buyer));
  const keepSite = (site: JobSite): void =>
    void client.setQueryData(jobSitesQuery(companyId).queryKey, (sites) => withOne(sites, site));
  const addBuyer = useMutation({
    mutationFn: (body: NewPerson) =>
      api.data(
        api.http.POST('/api/v1/backoffice/companies/{companyId}/buyers', { params: { path: { companyId } }, body }),
      ),
    onSuccess: keepBuyer,
  });
  const changeBuyer = useMutation({
    mutationFn: ({ id: buyerId, ...body }: PersonPatch & { id: string }) =>
      api.data(
        api.http.PATCH('/api/v1/backoffice/companies/{companyId}/buyers/{buyerId}', {
          params: { path: { companyId, buyerId } },
          body,
        }),
      ),
    onSuccess: keepBuyer,
  });
  const openSite = useMutation({
    mutationFn: (body: NewJobSite) =>
      api.data(
        api.http.POST('/api/v1/backoffice/companies/{companyId}/job-sites', { params: { path: { companyId } }, body }),
      ),
    onSuccess: keepSite,
  });
  const changeSite = useMutation({
    mutationFn: ({ id: siteId, ...body }: JobSitePatch & { id: string }) =>
      api.data(
        api.http.PATCH('/api/v1/backoffice/companies/{companyId}/job-sites/{siteId}', {
          params: { path: { companyId, siteId } },
          body,
        }),
      ),
    onSuccess: keepSite,
  });
  const archiveSite = useMutation({
    mutationFn: (siteId: string) =>
      api.data(
        api.http.DELETE('/api/v1/backoffice/companies/{companyId}/job-sites/{siteId}', {
          params: { path: { companyId, siteId } },
        }),
      ),
    onSuccess: (_done, siteId) =>
      client.setQueryData(jobSitesQuery(companyId).queryKey, (sites) => sites?.filter(({ id }) => id !== siteId)),
  });
  return { addBuyer, changeBuyer, openSite, changeSite, archiveSite };
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './api';

/** A few companies by part of their name, for choosing one. */
export const companiesQuery = (search: string) =>
  queryOptions({
    queryKey: ['companies', 'choice', search],
    queryFn: async (): Promise<{ id: string; name: string }[]> =>
      api.data(
        api.http.GET('/api/v1/backoffice/companies', {
          params: { query: { ...(search && { search }), page: 1, pageSize: 12 } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** What a company is called. */
export const companyNameQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'name', id],
    queryFn: async (): Promise<string> =>
      (await api.data(api.http.GET('/api/v1/backoffice/companies/{id}', { params: { path: { id } } }))).name,
    staleTime: 300_000,
  });

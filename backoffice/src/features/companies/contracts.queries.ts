import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';

type Schemas = components['schemas'];
export type Contract = Schemas['PriceTableView'];

const FULL_PAGE = 200;

/** The price tables agreed with a company. */
export const contractsOfQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['prices', 'contracts', 'of', companyId],
    queryFn: (): Promise<Contract[]> =>
      api.data(
        api.http.GET('/api/v1/backoffice/price-tables', {
          params: { query: { companyId, page: 1, pageSize: FULL_PAGE } },
        }),
      ),
  });

/** Contracts of all companies; those that end soon when asked for. */
export const contractListQuery = ({ search, expiring }: { search: string; expiring: boolean }) =>
  listQuery<Contract>(['prices', 'contracts', search, expiring], (page) =>
    api.answer(
      api.http.GET('/api/v1/backoffice/price-tables', {
        params: {
          query: {
            scope: 'company',
            ...(search && { search }),
            ...(expiring && { expiring }),
            page,
            pageSize: 50,
          },
        },
      }),
    ),
  );

/** What can be done with contracts; prices everywhere follow. */
export function useContractChanges() {
  const client = useQueryClient();
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey: ['prices'] });
  const create = useMutation({
    mutationFn: (body: Schemas['NewPriceTable']) =>
      api.data(api.http.POST('/api/v1/backoffice/price-tables', { body })),
    onSuccess,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: Schemas['PriceTablePatch'] & { id: string }) =>
      api.data(api.http.PATCH('/api/v1/backoffice/price-tables/{id}', { params: { path: { id } }, body })),
    onSettled: onSuccess,
  });
  const copy = useMutation({
    mutationFn: ({ id, ...body }: Schemas['CopyTableBody'] & { id: string }) =>
      api.data(api.http.POST('/api/v1/backoffice/price-tables/{id}/copy', { params: { path: { id } }, body })),
    onSuccess,
  });
  return { create, change, copy };
}

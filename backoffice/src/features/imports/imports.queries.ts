import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { newIdempotencyKey, type components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';
import type { StaffPermission } from '../../shared/session';

export type Import = Omit<components['schemas']['ImportView'], 'status'> & { status: ImportStatus };
export type ImportSummary = Omit<components['schemas']['ImportSummaryView'], 'status'> & { status: ImportStatus };
export type ImportStatus = 'queued' | 'running' | 'done' | 'failed';

export interface Kind {
  name: 'categories' | 'products' | 'stock' | 'prices' | 'costs' | 'companies';
  /** What may be imported needs the right to change it by hand. */
  permission: StaffPermission;
  required: readonly string[];
  optional: readonly string[];
}

/** What can be imported, in the order a new store needs it. */
export const kinds: readonly Kind[] = [
  { name: 'categories', permission: 'product.edit', required: ['code', 'name'], optional: ['parent_code'] },
  {
    name: 'products',
    permission: 'product.edit',
    required: ['sku', 'name', 'category_code', 'base_unit'],
    optional: ['description', 'brand', 'status', 'gtin', 'attributes', 'units'],
  },
  { name: 'stock', permission: 'stock.edit', required: ['sku', 'branch', 'on_hand'], optional: ['safety'] },
  {
    name: 'prices',
    permission: 'price.edit',
    required: ['scope', 'sku', 'unit_price'],
    optional: ['unit', 'state', 'company_tax_id', 'min_quantity', 'currency', 'valid_from', 'valid_to', 'table'],
  },
  {
    name: 'costs',
    permission: 'cost.edit',
    required: ['sku', 'cost'],
    optional: ['currency', 'valid_from', 'valid_to'],
  },
  {
    name: 'companies',
    permission: 'company.edit',
    required: ['name', 'tax_id', 'state'],
    optional: ['tier', 'email', 'credit_limit', 'payment_terms'],
  },
];

const under = (status: ImportStatus): boolean => status === 'queued' || status === 'running';

/** Every file that came in, the newest first. */
export const importsQuery = listQuery<ImportSummary>(['imports'], async (page) => {
  const call = api.http.GET('/api/v1/backoffice/imports', { params: { query: { page, pageSize: 50 } } });
  const { data, meta } = await api.answer(call);
  return { data: data as ImportSummary[], meta };
});

/** One import; asked again while it is under way. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: async () =>
      (await api.data(api.http.GET('/api/v1/backoffice/imports/{id}', { params: { path: { id } } }))) as Import,
    refetchInterval: ({ state: { data } }) => (data && under(data.status) ? 700 : false),
  });

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// A dry run is applied with the very file it checked, as long as this page is open.
const files = new Map<string, File>();

/** The file an import was made of, if it was chosen in this page. */
export const fileOf = (id: string): File | undefined => files.get(id);

export interface FileRequest {
  kind: Kind['name'];
  file: File;
  dryRun: boolean;
  /** Prices only: live at once, or left as a draft. */
  publish: boolean;
}

/** Sends a file; the answer is the import's id. */
export function useSendFile(): UseMutationResult<string, Error, FileRequest> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, file, dryRun, publish }: FileRequest) => {
      const { id } = await api.data(
        api.http.POST('/api/v1/backoffice/imports/{kind}', {
          params: {
            path: { kind },
            query: { dryRun, publish },
            header: { 'idempotency-key': newIdempotencyKey() },
          },
          headers: { 'content-type': /\.xlsx$/i.test(file.name) ? WORKBOOK : 'text/csv' },
          body: file as never,
          bodySerializer: (body: unknown) => body as File,
        }),
      );
      files.set(id, file);
      return id;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}

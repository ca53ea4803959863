import { ApiError } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import type { DiffFilter } from './revisions.queries';
import type { RevisionPlace } from './revision-views';

/** Fetches a diff as a file and hands it to the browser under the name the server gave it. */
export async function downloadDiff(
  { tableId, id }: RevisionPlace,
  { only, search, sort }: DiffFilter,
  format: 'csv' | 'xlsx',
): Promise<void> {
  const { data, error, response } = await api.http.GET(
    '/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/diff/export',
    {
      params: {
        path: { id: tableId, revisionId: id },
        query: { format, ...(only && { only }), ...(search && { search }), sort },
      },
      parseAs: 'blob',
    },
  );
  if (!response.ok || !data) throw ApiError.of(response, error);
  const named = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(data as unknown as Blob);
  link.download = named ?? `diff.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

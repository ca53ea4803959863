import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import type { Revision } from './prices.queries';

export type RefusedChange = components['schemas']['RefusedChangeView'];
type Change = components['schemas']['ChangeBody'];

const MOST = 5_000;

/** Writes changes into a draft; answers which were refused, by their place in the list. */
export async function putChanges(
  { tableId, id: revisionId }: Pick<Revision, 'tableId' | 'id'>,
  changes: readonly Change[],
): Promise<RefusedChange[]> {
  const refused: RefusedChange[] = [];
  for (let from = 0; from < changes.length; from += MOST) {
    const answer = await api.data(
      api.http.PUT('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/changes', {
        params: { path: { id: tableId, revisionId } },
        body: { changes: changes.slice(from, from + MOST) },
      }),
    );
    refused.push(...answer.refused.map((each) => ({ ...each, index: each.index + from })));
  }
  return refused;
}

/** Takes one change out of a draft. */
export const dropChange = (
  { tableId, id: revisionId }: Pick<Revision, 'tableId' | 'id'>,
  { productId, unit, minQuantity }: Pick<Change & { productId: string }, 'productId' | 'unit' | 'minQuantity'>,
): Promise<unknown> =>
  api.data(
    api.http.DELETE('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/changes', {
      params: { path: { id: tableId, revisionId }, query: { productId, unit, minQuantity } },
    }),
  );

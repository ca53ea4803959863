import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { revisionQuery, pricesChanged } from './revisions.queries';
import { keyOf, type PriceKey, type Revision, type RevisionPlace } from './revision-views';

type Schemas = components['schemas'];

const at = ({ tableId, id }: RevisionPlace) => ({ params: { path: { id: tableId, revisionId: id } } });

/** Asks for a step of a revision's life; `version` is what was looked at. */
export const revisionSteps = {
  submit: (revision: RevisionPlace, body: Schemas['SubmitBody']): Promise<Revision> =>
    api.data(
      api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/submit', { ...at(revision), body }),
    ),
  approve: (revision: RevisionPlace, body: Schemas['StepBody']): Promise<Revision> =>
    api.data(
      api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/approve', { ...at(revision), body }),
    ),
  reject: (revision: RevisionPlace, body: Schemas['StepBody']): Promise<Revision> =>
    api.data(
      api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/reject', { ...at(revision), body }),
    ),
  withdraw: (revision: RevisionPlace, body: Schemas['StepBody']): Promise<Revision> =>
    api.data(
      api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/withdraw', { ...at(revision), body }),
    ),
  publish: async (revision: RevisionPlace, body: Schemas['PublishBody']): Promise<Revision> =>
    (
      await api.data(
        api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/publish', { ...at(revision), body }),
      )
    ).revision,
  comment: (revision: RevisionPlace, text: string) =>
    api.data(
      api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/comments', {
        ...at(revision),
        body: { text },
      }),
    ),
  rename: ({ version, ...revision }: RevisionPlace & { version: number }, name: string | null): Promise<Revision> =>
    api.data(
      api.http.PATCH('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}', {
        ...at(revision),
        body: { version, name },
      }),
    ),
  rollBack: (
    { tableId, id }: RevisionPlace,
    { lines, draft }: { lines?: readonly PriceKey[]; draft: boolean },
  ): Promise<Revision> =>
    api.data(
      api.http.POST('/api/v1/backoffice/price-tables/{id}/rollback', {
        params: { path: { id: tableId } },
        body: { revisionId: id, draft, ...(lines && { lines: lines.map(keyOf) }) },
      }),
    ),
  begin: (tableId: string, name: string): Promise<Revision> =>
    api.data(
      api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions', {
        params: { path: { id: tableId } },
        body: name ? { name } : {},
      }),
    ),
};

/** Runs one step, shows what it made of the revision, and asks anew for what hangs on it, refused or not. */
export function useStep<Given>(step: (given: Given) => Promise<Revision>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (revision) => {
      client.setQueryData(revisionQuery(revision).queryKey, revision);
      void pricesChanged(client);
    },
    // What stands in the way, a conflict above all, is shown where it can be decided.
    onError: () => void pricesChanged(client),
  });
}

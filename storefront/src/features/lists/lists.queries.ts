import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, queryClient } from '../../shared/api';
import type { LineWish } from '../../shared/cart/cart.queries';
import { withChanged, without } from '../../shared/cart/cart-view';
import { keptFresh } from '../../shared/kept-fresh';
import type { ListSummary, SavedList } from '../../shared/views';

/** As many lists as a company may have. */
const ALL = 200;

/** Every list of the company, the one changed last first. */
export const listsQuery = queryOptions({
  queryKey: ['lists', 'all'],
  queryFn: (): Promise<ListSummary[]> =>
    api.data(api.http.GET('/api/v1/lists', { params: { query: { page: 1, pageSize: ALL } } })),
  staleTime: 5_000,
});

/** One list, priced anew at each look. */
export const listQuery = (id: string) =>
  queryOptions({
    queryKey: ['lists', 'one', id],
    queryFn: (): Promise<SavedList> => api.data(api.http.GET('/api/v1/lists/{id}', { params: { path: { id } } })),
    ...keptFresh,
  });

/** Shows the wish at once; gives back what to restore when it is refused. */
async function foresee(id: string, change: (list: SavedList) => SavedList): Promise<{ before: SavedList | undefined }> {
  const { queryKey } = listQuery(id);
  await queryClient.cancelQueries({ queryKey });
  const before = queryClient.getQueryData(queryKey);
  if (before) queryClient.setQueryData(queryKey, change(before));
  return { before };
}

/** Changes of one list go one after the other; the last answer is the newest. */
const inTurn = (id: string) => ({
  mutationKey: ['lists', 'one', id],
  scope: { id: `list ${id}` },
  onSuccess: (list: SavedList) => {
    const { queryKey } = listQuery(id);
    const last = queryClient.isMutating({ mutationKey: queryKey }) === 1;
    // The changes that wait are made to the version this one left behind.
    queryClient.setQueryData(queryKey, (held) => (last ? list : held && { ...held, version: list.version }));
    void queryClient.invalidateQueries({ queryKey: ['lists', 'all'] });
  },
  onError: (_error: Error, _wish: unknown, context?: { before: SavedList | undefined }) => {
    const { queryKey } = listQuery(id);
    if (context?.before) queryClient.setQueryData(queryKey, context.before);
    void queryClient.invalidateQueries({ queryKey });
  },
});

/** The version as it is known when a change is sent, after those before it were answered. */
const versionOf = (id: string): number | undefined => queryClient.getQueryData(listQuery(id).queryKey)?.version;

/** Gives the list another name, unless somebody else changed it since it was read. */
export const renameList = (id: string) =>
  mutationOptions({
    ...inTurn(id),
    mutationFn: (name: string): Promise<SavedList> =>
      api.data(
        api.http.PATCH('/api/v1/lists/{id}', { params: { path: { id } }, body: { name, version: versionOf(id) } }),
      ),
    onMutate: (name) => foresee(id, (list) => ({ ...list, name })),
  });

/** Adds goods to the list; they show when the server has answered. */
export const addListLine = (id: string) =>
  mutationOptions({
    ...inTurn(id),
    mutationFn: (line: Partial<LineWish> & { sku?: string; quantity: string }): Promise<SavedList> =>
      api.data(
        api.http.POST('/api/v1/lists/{id}/lines', {
          params: { path: { id } },
          body: { ...line, note: line.note ?? undefined },
        }),
      ),
    onMutate: () => foresee(id, (list) => list),
  });

/** Changes quantity or unit of a line. */
export const changeListLine = (id: string) =>
  mutationOptions({
    ...inTurn(id),
    mutationFn: ({ lineId, ...wish }: { lineId: string; quantity?: string; unit?: string }): Promise<SavedList> =>
      api.data(api.http.PATCH('/api/v1/lists/{id}/lines/{lineId}', { params: { path: { id, lineId } }, body: wish })),
    onMutate: ({ lineId, ...wish }) => foresee(id, (list) => withChanged(list, lineId, wish)),
  });

/** Takes a line out. */
export const removeListLine = (id: string) =>
  mutationOptions({
    ...inTurn(id),
    mutationFn: (lineId: string): Promise<SavedList> =>
      api.data(api.http.DELETE('/api/v1/lists/{id}/lines/{lineId}', { params: { path: { id, lineId } } })),
    onMutate: (lineId) => foresee(id, (list) => without(list, lineId)),
  });

/** Deletes the list as it was seen; what somebody else has put in meanwhile is not lost. */
export const deleteList = (id: string) =>
  mutationOptions({
    scope: inTurn(id).scope,
    mutationFn: (): Promise<unknown> =>
      api.data(api.http.DELETE('/api/v1/lists/{id}', { params: { path: { id }, query: { version: versionOf(id) } } })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['lists', 'all'] }),
    onError: () => void queryClient.invalidateQueries({ queryKey: listQuery(id).queryKey }),
  });

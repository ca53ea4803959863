import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api } from '../../shared/api';
import type { Branch, Category } from '../../shared/catalogue.queries';

export interface CategoryBody {
  code: string;
  name: string;
  slug?: string;
  parentId: string | null;
  drawing: string | null;
  position: number;
}

export interface BranchBody {
  code: string;
  name: string;
  stateCode: string;
  serves: string[];
  position: number;
  active: boolean;
}

/** An answer without data, which the API's description leaves out of the envelope. */
const done = (call: Promise<{ error?: unknown; response: Response }>): Promise<null> =>
  api.data(call as Promise<{ data?: { data: null; meta: object }; error?: unknown; response: Response }>);

/** Writes a category: a new one without an id. */
export function useSaveCategory(): UseMutationResult<
  Category,
  Error,
  { id?: string; version?: number; body: CategoryBody }
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }): Promise<Category> =>
      id
        ? api.data(
            api.http.PATCH('/api/v1/backoffice/categories/{id}', {
              params: { path: { id } },
              body: { ...body, version },
            }),
          )
        : api.data(api.http.POST('/api/v1/backoffice/categories', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['categories'] }),
  });
}

/** Takes an empty category away. */
export function useDeleteCategory(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      done(api.http.DELETE('/api/v1/backoffice/categories/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['categories'] }),
  });
}

/** Writes a branch: a new one without an id. */
export function useSaveBranch(): UseMutationResult<Branch, Error, { id?: string; version?: number; body: BranchBody }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }): Promise<Branch> =>
      id
        ? api.data(
            api.http.PATCH('/api/v1/backoffice/branches/{id}', {
              params: { path: { id } },
              body: { ...body, version },
            }),
          )
        : api.data(api.http.POST('/api/v1/backoffice/branches', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['branches'] }),
  });
}

/** Takes a branch away that never held stock. */
export function useDeleteBranch(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(api.http.DELETE('/api/v1/backoffice/branches/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['branches'] }),
  });
}

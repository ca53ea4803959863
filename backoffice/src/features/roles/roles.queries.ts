import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { rolesQuery, withOne, type Role } from '../../shared/people/people.queries';

export type Permission = components['schemas']['PermissionView'];
type NewRole = components['schemas']['NewRole'];
type RolePatch = components['schemas']['RolePatch'];

/** Everything a person may be allowed to do. */
export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: (): Promise<Permission[]> => api.data(api.http.GET('/api/v1/backoffice/permissions')),
  staleTime: Infinity,
});

/** Changes to roles; each answer is put into the list that is shown. */
export function useRoleChanges() {
  const client = useQueryClient();
  const keep = (role: Role): void => void client.setQueryData(rolesQuery.queryKey, (roles) => withOne(roles, role));
  const create = useMutation({
    mutationFn: (body: NewRole) => api.data(api.http.POST('/api/v1/backoffice/roles', { body })),
    onSuccess: keep,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: RolePatch & { id: string }) =>
      api.data(api.http.PATCH('/api/v1/backoffice/roles/{id}', { params: { path: { id } }, body })),
    onSuccess: keep,
  });
  const remove = useMutation({
    mutationFn: (id: string) =>
      api.data(api.http.DELETE('/api/v1/backoffice/roles/{id}', { params: { path: { id } } })),
    onSuccess: (_done, id) =>
      client.setQueryData(rolesQuery.queryKey, (roles) => roles?.filter((role) => role.id !== id)),
  });
  return { create, change, remove };
}

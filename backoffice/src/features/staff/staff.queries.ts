import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { rolesQuery, staffQuery, withOne, type Person } from '../../shared/people/people.queries';

type NewPerson = components['schemas']['NewPerson'];
type PersonPatch = components['schemas']['PersonPatch'];

/** Changes to the store's own people; each answer is put into the list that is shown. */
export function useStaffChanges() {
  const client = useQueryClient();
  const keep = (person: Person): void => {
    client.setQueryData(staffQuery.queryKey, (people) => withOne(people, person));
    // How many hold a role may have changed.
    void client.invalidateQueries({ queryKey: rolesQuery.queryKey });
  };
  const add = useMutation({
    mutationFn: (body: NewPerson) => api.data(api.http.POST('/api/v1/backoffice/staff', { body })),
    onSuccess: keep,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: PersonPatch & { id: string }) =>
      api.data(api.http.PATCH('/api/v1/backoffice/staff/{id}', { params: { path: { id } }, body })),
    onSuccess: keep,
  });
  return { add, change };
}

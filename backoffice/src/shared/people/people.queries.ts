import { queryOptions } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../api';

export type Person = components['schemas']['PersonView'];
export type Role = components['schemas']['RoleView'];
export type Side = Role['side'];

const FULL_PAGE = 200;

/** All of the store's own people; there are few, so they are read whole. */
export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async (): Promise<Person[]> => {
    const people: Person[] = [];
    for (let page = 1; ; page += 1) {
      const call = api.http.GET('/api/v1/backoffice/staff', { params: { query: { page, pageSize: FULL_PAGE } } });
      const { data, meta } = await api.answer(call);
      people.push(...data);
      if (data.length === 0 || people.length >= (meta.page?.total ?? 0)) return people;
    }
  },
});

const usualOrder = [
  ...['owner', 'sales_manager', 'sales_rep', 'fulfilment', 'read_only'],
  ...['company_admin', 'purchaser', 'approver', 'viewer'],
];
const placeOf = ({ builtIn, code }: Role): number => (builtIn ? usualOrder.indexOf(code) : usualOrder.length);

/** Every role of both sides: those a store starts with by what they may do, then its own. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async (): Promise<Role[]> => {
    const roles = await api.data(api.http.GET('/api/v1/backoffice/roles', { params: { query: {} } }));
    return roles.sort((a, b) => placeOf(a) - placeOf(b));
  },
});

/** A list with one member put in its place, or at its end when it is new. */
export function withOne<Item extends { id: string }>(list: readonly Item[] | undefined, item: Item): Item[] {
  const others = list ?? [];
  const known = others.some(({ id }) => id === item.id);
  return known ? others.map((each) => (each.id === item.id ? item : each)) : [...others, item];
}

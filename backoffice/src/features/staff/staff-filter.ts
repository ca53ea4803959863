import type { Person } from '../../shared/people/people.queries';

export interface StaffFilter {
  search: string;
  status: string;
  /** Its id. */
  role: string;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whether somebody has every word that is searched for in name or address, and the status and role that are asked. */
export function matches(person: Person, { search, status, role }: StaffFilter): boolean {
  const text = plain(`${person.name} ${person.email}`);
  return (
    plain(search)
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (!status || person.status === status) &&
    (!role || person.roleIds.includes(role))
  );
}

import type { Role } from '../../shared/people/people.queries';

/** What was decided and not yet saved: per role id, per permission, whether it shall be granted. */
export type RoleEdits = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

export interface RoleChanges {
  role: Role;
  granted: string[];
  withdrawn: string[];
}

/** What gives rights back once they are lost: the owner's role always keeps these. */
const ownersRights: ReadonlySet<string> = new Set(['role.read', 'role.edit', 'staff.read', 'staff.edit']);

/** Whether a right can never be taken from a role. */
export const isFixed = (role: Role, permission: string): boolean =>
  role.builtIn && role.code === 'owner' && ownersRights.has(permission);

/** Whether the role would have the permission once all edits are saved. */
export const isGranted = (role: Role, permission: string, edits: RoleEdits): boolean =>
  edits[role.id]?.[permission] ?? role.permissions.includes(permission);

/** The edits with one cell the other way; an edit that comes back to what is saved is none. */
export function toggled(edits: RoleEdits, role: Role, permission: string): RoleEdits {
  if (isFixed(role, permission)) return edits;
  const { [permission]: _before, ...others } = edits[role.id] ?? {};
  const next = !isGranted(role, permission, edits);
  const same = next === role.permissions.includes(permission);
  return withRole(edits, role.id, same ? others : { ...others, [permission]: next });
}

/** The edits without those of one role. */
export const discarded = (edits: RoleEdits, roleId: string): RoleEdits => withRole(edits, roleId, {});

function withRole(edits: RoleEdits, roleId: string, own: Readonly<Record<string, boolean>>): RoleEdits {
  const { [roleId]: _before, ...others } = edits;
  return Object.keys(own).length > 0 ? { ...others, [roleId]: own } : others;
}

/** What saving would change, role by role; what somebody else already did is left out. */
export function changesOf(edits: RoleEdits, roles: readonly Role[]): RoleChanges[] {
  return roles.flatMap((role) => {
    const own = Object.entries(edits[role.id] ?? {});
    const granted = own.filter(([code, on]) => on && !role.permissions.includes(code)).map(([code]) => code);
    const withdrawn = own.filter(([code, on]) => !on && role.permissions.includes(code)).map(([code]) => code);
    return granted.length + withdrawn.length > 0 ? [{ role, granted, withdrawn }] : [];
  });
}

/** The permissions a role has after its changes. */
export const permissionsAfter = ({ role, granted, withdrawn }: RoleChanges): string[] => [
  ...role.permissions.filter((code) => !withdrawn.includes(code)),
  ...granted,
];

/** How the saved role differs from the one the edits were begun on, but for what the edits want themselves. */
export function doneByOthers(before: Role, now: Role): { granted: string[]; withdrawn: string[] } {
  return {
    granted: now.permissions.filter((code) => !before.permissions.includes(code)),
    withdrawn: before.permissions.filter((code) => !now.permissions.includes(code)),
  };
}

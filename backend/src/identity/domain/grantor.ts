import type { Actor } from '../../shared/actor.js';
import type { Permission, Side } from '../../shared/permissions.js';

/** Whoever changes what others may do. */
export interface Grantor extends Pick<Actor, 'id' | 'kind' | 'permissions'> {
  readonly isOwner: boolean;
}

export interface BeyondOwnRights {
  readonly code: 'role.beyond_own_rights';
  readonly permissions: readonly Permission[];
}

/**
 * Of the given permissions those that the grantor may not hand out: what they do not hold themselves. An owner may hand
 * out anything, and staff anything of the buyers' side, where they hold nothing of their own.
 */
export function beyondRightsOf(by: Grantor, side: Side, permissions: Iterable<Permission>): Permission[] {
  if (by.isOwner || (by.kind === 'staff' && side === 'buyer')) return [];
  return [...new Set(permissions)].filter((permission) => !by.permissions.has(permission)).sort();
}

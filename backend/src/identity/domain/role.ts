import { newId } from '../../shared/ids.js';
import { type Permission, permissions as vocabulary, type Side } from '../../shared/permissions.js';
import { err, ok, type Result } from '../../shared/result.js';
import { defaultRoles, ownerCode, ownersCore } from './default-roles.js';
import { type BeyondOwnRights, beyondRightsOf, type Grantor } from './grantor.js';

export type RoleError =
  | BeyondOwnRights
  | { readonly code: 'role.unknown_permission'; readonly permissions: readonly string[] }
  | { readonly code: 'role.last_owner' }
  | { readonly code: 'role.built_in' }
  | { readonly code: 'role.in_use'; readonly count: number }
  | { readonly code: 'role.name_taken'; readonly name: string };

interface RoleState {
  readonly id: string;
  readonly side: Side;
  readonly code: string;
  readonly name: string;
  readonly builtIn: boolean;
  readonly permissions: ReadonlySet<Permission>;
  /** 0 until it was saved. */
  readonly version: number;
}

/** A named set of permissions of one side; nobody can put into it what they may not do themselves. */
export class Role implements RoleState {
  private constructor(
    readonly id: string,
    readonly side: Side,
    readonly code: string,
    readonly name: string,
    readonly builtIn: boolean,
    readonly permissions: ReadonlySet<Permission>,
    readonly version: number,
  ) {}

  static restore(state: RoleState): Role {
    const { id, side, code, name, builtIn, permissions, version } = state;
    return new Role(id, side, code, name, builtIn, permissions, version);
  }

  /** A role of the tenant's own making; `others` are the roles it already has. */
  static create(
    { side, name, permissions }: { side: Side; name: string; permissions: readonly string[] },
    others: readonly Role[],
    by: Grantor,
  ): Result<Role, RoleError> {
    const draft = new Role(newId(), side, codeFor(name, others), '', false, new Set(), 0);
    return draft.change({ name, permissions }, others, by);
  }

  /** Gives the role another name or other permissions; `others` may include this role as it was. */
  change(
    { name = this.name, permissions }: { name?: string; permissions?: readonly string[] },
    others: readonly Role[],
    by: Grantor,
  ): Result<Role, RoleError> {
    const taken = others.some(
      (role) => role.id !== this.id && role.side === this.side && role.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken) return err({ code: 'role.name_taken', name });

    const wanted = permissions ?? [...this.permissions];
    const unknown = wanted.filter((permission) => !isOf(this.side, permission));
    if (unknown.length > 0) return err({ code: 'role.unknown_permission', permissions: unknown });

    const next = new Set(wanted as Permission[]);
    if (this.isOwners && ownersCore.some((permission) => !next.has(permission)))
      return err({ code: 'role.last_owner' });

    const granted = [...next].filter((permission) => !this.permissions.has(permission));
    const beyond = beyondRightsOf(by, this.side, granted);
    if (beyond.length > 0) return err({ code: 'role.beyond_own_rights', permissions: beyond });
    return ok(new Role(this.id, this.side, this.code, name, this.builtIn, next, this.version));
  }

  /** Whether the role may go; one of the roles a tenant starts with, or one that somebody holds, may not. */
  delete(holders: number): Result<Role, RoleError> {
    if (this.builtIn) return err({ code: 'role.built_in' });
    if (holders > 0) return err({ code: 'role.in_use', count: holders });
    return ok(this);
  }

  /** Whether this is the role that a tenant must never be without a holder of. */
  get isOwners(): boolean {
    return this.builtIn && this.code === ownerCode;
  }
}

const isOf = (side: Side, permission: string): boolean =>
  Object.hasOwn(vocabulary, permission) && vocabulary[permission as Permission] === side;

/** A code from the name, like `night_shift`, that no other role has and no default role ever had. */
function codeFor(name: string, others: readonly Role[]): string {
  const plain = name.normalize('NFD').replace(/[^\p{L}\p{N} _-]/gu, '');
  const base =
    plain
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('_') ?? 'role';
  const taken = new Set([...others, ...defaultRoles].map(({ code }) => code));
  for (let suffix = 1; ; suffix += 1) {
    const code = suffix === 1 ? base : `${base}_${suffix}`;
    if (!taken.has(code)) return code;
  }
}

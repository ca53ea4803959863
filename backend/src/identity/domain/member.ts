import { newId } from '../../shared/ids.js';
import type { Side } from '../../shared/permissions.js';
import { err, ok, type Result } from '../../shared/result.js';
import { type BeyondOwnRights, beyondRightsOf, type Grantor } from './grantor.js';
import type { Role } from './role.js';

export type MemberStatus = 'invited' | 'active' | 'disabled';

export type MemberError =
  | BeyondOwnRights
  | { readonly code: 'role.unknown'; readonly roles: readonly string[] }
  | { readonly code: 'role.last_owner' };

interface MemberState {
  readonly id: string;
  readonly kind: Side;
  readonly companyId: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
  readonly status: MemberStatus;
  readonly hasPassword: boolean;
  readonly roles: readonly Role[];
}

/** What may be changed about a person; roles are named by id or code. */
export interface MemberChange {
  readonly name?: string;
  readonly email?: string;
  readonly locale?: string | null;
  readonly roles?: readonly string[];
  readonly status?: 'active' | 'disabled';
}

/** A person who can sign in: of the distributor's staff, or a company's buyer. */
export class Member implements MemberState {
  private constructor(
    readonly id: string,
    readonly kind: Side,
    readonly companyId: string | null,
    readonly name: string,
    readonly email: string,
    readonly locale: string | null,
    readonly status: MemberStatus,
    readonly hasPassword: boolean,
    readonly roles: readonly Role[],
  ) {}

  static restore(state: MemberState): Member {
    const { id, kind, companyId, name, email, locale, status, hasPassword, roles } = state;
    return new Member(id, kind, companyId, name, email, locale, status, hasPassword, roles);
  }

  /** A new person, `active` with a password and `invited` without; their roles are within the grantor's rights. */
  static join(
    person: Pick<MemberState, 'name' | 'email' | 'locale' | 'hasPassword'> & {
      companyId: string | null;
      roles: readonly string[];
    },
    known: readonly Role[],
    by: Grantor,
  ): Result<Member, MemberError> {
    const kind = person.companyId === null ? 'staff' : 'buyer';
    const status = person.hasPassword ? 'active' : 'invited';
    const { companyId, name, locale, hasPassword } = person;
    const blank = new Member(newId(), kind, companyId, name, emailOf(person.email), locale, status, hasPassword, []);
    return blank.withRoles(person.roles, known, by);
  }

  /**
   * The same person after a change. Nobody changes a person who may do more than they, and the last owner stays one:
   * `otherOwners` counts the active owners besides this person. One who never chose a password is invited, not active.
   */
  change(change: MemberChange, known: readonly Role[], by: Grantor, otherOwners: number): Result<Member, MemberError> {
    const rights = this.roles.flatMap((role) => [...role.permissions]);
    const beyond = by.id === this.id ? [] : beyondRightsOf(by, this.kind, rights);
    if (beyond.length > 0) return err({ code: 'role.beyond_own_rights', permissions: beyond });

    const roles = change.roles ? this.withRoles(change.roles, known, by) : ok(this);
    if (!roles.ok) return roles;
    const next = new Member(
      this.id,
      this.kind,
      this.companyId,
      change.name ?? this.name,
      change.email === undefined ? this.email : emailOf(change.email),
      change.locale === undefined ? this.locale : change.locale,
      change.status === 'active' && !this.hasPassword ? 'invited' : (change.status ?? this.status),
      this.hasPassword,
      roles.value.roles,
    );
    if (this.isActiveOwner && !next.isActiveOwner && otherOwners === 0) return err({ code: 'role.last_owner' });
    return ok(next);
  }

  get isActiveOwner(): boolean {
    return this.status === 'active' && this.roles.some((role) => role.isOwners);
  }

  /** Whether what `next` may do differs, so that tokens issued to this one must not count any more. */
  mayDoOtherThan(next: Member): boolean {
    const rolesOf = (member: Member) =>
      member.roles
        .map(({ id }) => id)
        .sort()
        .join();
    return this.status !== next.status || rolesOf(this) !== rolesOf(next);
  }

  private withRoles(wanted: readonly string[], known: readonly Role[], by: Grantor): Result<Member, MemberError> {
    const ofSide = known.filter((role) => role.side === this.kind);
    const found = wanted.map((name) => ofSide.find((role) => role.id === name || role.code === name));
    const unknown = wanted.filter((_, index) => !found[index]);
    if (unknown.length > 0) return err({ code: 'role.unknown', roles: unknown });

    const roles = ofSide.filter((role) => found.includes(role));
    const added = roles.filter((role) => !this.roles.some(({ id }) => id === role.id));
    const beyond = beyondRightsOf(
      by,
      this.kind,
      added.flatMap((role) => [...role.permissions]),
    );
    if (beyond.length > 0) return err({ code: 'role.beyond_own_rights', permissions: beyond });
    const { id, kind, companyId, name, email, locale, status, hasPassword } = this;
    return ok(new Member(id, kind, companyId, name, email, locale, status, hasPassword, roles));
  }
}

/** E-mail addresses are compared as one writes them in any case. */
export const emailOf = (text: string): string => text.trim().toLowerCase();

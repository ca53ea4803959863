import type { Actor } from '../../shared/actor.js';
import type { Permission, Side } from '../../shared/permissions.js';
import type { Address, Company, CompanyStatus } from '../domain/company.js';
import type { JobSite } from '../domain/job-site.js';
import type { Member, MemberStatus } from '../domain/member.js';
import type { PresentedToken } from '../domain/refresh.js';
import type { Role } from '../domain/role.js';
import type { Allowance } from '../domain/throttle.js';

export type { Address };

/** A tenant as requests need it before anybody signed in. */
export interface TenantAddress {
  readonly id: string;
  readonly slug: string;
  readonly isDefault: boolean;
}

/** Finds tenants across the wall that keeps them apart, by what a request says about itself. */
export abstract class TenantDirectory {
  /** By slug, else by a domain of its own, else the default tenant. */
  abstract find(slug: string | null, domain: string | null): Promise<TenantAddress | null>;
}

/** What an access token says; signed by us, good for 15 minutes. */
export interface Claims {
  readonly sub: string;
  readonly tenantId: string;
  readonly kind: Actor['kind'];
  readonly name: string;
  readonly companyId?: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** Counts changes to what the member may do; a token of an earlier count is refused. */
  readonly epoch: number;
}

/** Makes access tokens. */
export abstract class AccessTokens {
  abstract issue(claims: Claims): Promise<{ accessToken: string; expiresIn: number }>;
}

/** How often a member's rights changed; answers may be up to 30 seconds old. */
export abstract class Epochs {
  /** Null when there is no such member any more, or they were disabled. */
  abstract of(memberId: string): Promise<number | null>;
  abstract forget(memberIds: readonly string[]): void;
}

/** A tenant as its own requests may know it; `taxRates` are decimal fractions by state. */
export interface TenantProfile {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly brandColor: string | null;
  readonly publicPrices: boolean;
  readonly twoPersonApproval: boolean;
  readonly taxRates: Readonly<Record<string, string>>;
  /** Where the tenant's logo is served, relative to its storefront. */
  readonly logoUrl: string | null;
  /** Where its storefront is reached, without a slash at the end. */
  readonly url: string;
}

export interface CompanyProfile {
  readonly id: string;
  readonly name: string;
  readonly taxId: string;
  readonly stateCode: string;
  readonly status: 'active' | 'blocked';
  readonly tierId: string | null;
  readonly salesRepId: string | null;
  readonly email: string | null;
  readonly creditLimit: string;
  readonly paymentTerms: string;
  readonly address: Address | null;
}

export interface JobSiteProfile extends Address {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly accessNotes: string | null;
  readonly poPattern: string | null;
}

export interface MemberProfile {
  readonly id: string;
  readonly kind: 'staff' | 'buyer';
  readonly companyId: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
}

/** Reads what others may know of the current tenant, its companies and its people. */
export abstract class Profiles {
  abstract tenant(): Promise<TenantProfile>;
  abstract companies(ids: readonly string[]): Promise<CompanyProfile[]>;
  abstract companyIdsByTaxId(taxIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract jobSites(companyId: string): Promise<JobSiteProfile[]>;
  /** Where job sites lie, archived ones too. */
  abstract jobSiteStates(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract members(ids: readonly string[]): Promise<MemberProfile[]>;
  /** Active members of staff who may do something, by name. */
  abstract staffWho(permission: Permission): Promise<MemberProfile[]>;
  /** Whether changes of prices take two persons from now on; this process knows at once. */
  abstract requireTwoPersons(required: boolean): Promise<void>;
}

/** Somebody who may try to sign in, with everything a sign-in needs to know. */
export interface Account {
  readonly id: string;
  readonly kind: Side;
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
  readonly status: MemberStatus;
  readonly passwordHash: string | null;
  readonly epoch: number;
  readonly company: { readonly id: string; readonly name: string; readonly stateCode: string } | null;
  /** `active` for staff. */
  readonly companyStatus: CompanyStatus;
  /** Codes, in order. */
  readonly roles: readonly string[];
  /** What all roles together permit on the account's side, in order. */
  readonly permissions: readonly Permission[];
}

/** Finds people by what they sign in with. */
export abstract class Accounts {
  abstract byEmail(email: string): Promise<Account | null>;
  abstract byId(id: string): Promise<Account | null>;
  /** Lets the person in with this password from now on, active if they were invited. */
  abstract setPassword(id: string, hash: string): Promise<void>;
}

/** Keeps passwords so that nobody can read them back. */
export abstract class Passwords {
  abstract hash(password: string): Promise<string>;
  /** Takes the same time when there is no hash, and then says no. */
  abstract verify(hash: string | null, password: string): Promise<boolean>;
}

/** Random words that prove who holds them; only their hashes are kept. */
export abstract class Secrets {
  abstract make(): string;
  abstract hash(secret: string): string;
}

/** Who is signed in where; refresh tokens are known by hash only. */
export abstract class Sessions {
  abstract open(session: { id: string; memberId: string; at: Date; expiresAt: Date; tokenHash: string }): Promise<void>;
  /** Holds the session until the transaction ends, so that two presentations of one token are judged in turn. */
  abstract present(tokenHash: string): Promise<PresentedToken | null>;
  abstract exchange(tokenHash: string, next: { sessionId: string; tokenHash: string }, at: Date): Promise<void>;
  abstract end(sessionId: string, reason: 'signed_out' | 'token_reused' | 'refused', at: Date): Promise<void>;
  abstract endAllOf(
    memberIds: readonly string[],
    reason: 'disabled' | 'password_changed' | 'blocked',
    at: Date,
  ): Promise<void>;
}

/** Counts tries in windows of time, exactly even when many come at once. */
export abstract class Attempts {
  /** Uses up one try; answers the seconds to wait when there was none left, else null. */
  abstract take(key: string, allowance: Allowance, at: Date): Promise<number | null>;
  /** Gives one try back. */
  abstract giveBack(key: string): Promise<void>;
  /** Forgets all tries of a key. */
  abstract reset(key: string): Promise<void>;
}

export type InvitationPurpose = 'invitation' | 'password_reset';

/** Links sent by mail that let their reader choose a password once. */
export abstract class Invitations {
  /** Replaces every link the person was sent before. */
  abstract issue(invitation: {
    memberId: string;
    tokenHash: string;
    purpose: InvitationPurpose;
    expiresAt: Date;
  }): Promise<void>;
  /** Whom the link is for, when it is still good; holds it until the transaction ends. */
  abstract find(tokenHash: string, at: Date): Promise<{ memberId: string; purpose: InvitationPurpose } | null>;
  abstract accept(tokenHash: string, at: Date): Promise<void>;
}

/** Roles and who holds them; `save` throws StaleWrite when the role changed since it was read. */
export abstract class Roles {
  /** Until the transaction ends nobody else changes a role, or who holds one, in this tenant. */
  abstract hold(): Promise<void>;
  abstract all(): Promise<Role[]>;
  abstract holdersOf(roleId: string): Promise<string[]>;
  abstract isOwner(memberId: string): Promise<boolean>;
  abstract save(role: Role): Promise<void>;
  abstract delete(role: Role): Promise<void>;
}

/** The people of a tenant. */
export abstract class Members {
  /** Of the given company's buyers, or of staff where that is null. */
  abstract find(id: string, companyId: string | null): Promise<Member | null>;
  abstract idsOfCompany(companyId: string): Promise<string[]>;
  abstract isActiveStaff(id: string): Promise<boolean>;
  abstract hasEmail(email: string, besides: string): Promise<boolean>;
  abstract otherActiveOwners(besides: string): Promise<number>;
  abstract add(member: Member, passwordHash: string | null): Promise<void>;
  abstract save(member: Member): Promise<void>;
  /** Makes tokens of these people count no more; `Epochs.forget` afterwards makes that so here at once. */
  abstract raiseEpochs(ids: readonly string[]): Promise<void>;
}

/** The companies of a tenant; `save` throws StaleWrite when the company changed since it was read. */
export abstract class Companies {
  /** Holds the company until the transaction ends. */
  abstract find(id: string): Promise<Company | null>;
  /** False when a company with this tax id came first. */
  abstract add(company: Company): Promise<boolean>;
  /** The company as it is kept now, or null when another one has this tax id. */
  abstract save(company: Company): Promise<Company | null>;
}

/** The delivery places that companies use; those archived are not found. */
export abstract class JobSites {
  abstract find(id: string, companyId: string): Promise<JobSite | null>;
  abstract add(site: JobSite): Promise<void>;
  abstract save(site: JobSite): Promise<void>;
  abstract archive(site: JobSite, at: Date): Promise<void>;
}

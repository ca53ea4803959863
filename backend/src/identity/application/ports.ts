import type { Actor } from '../../shared/actor.js';

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

export interface Address {
  readonly line1: string;
  readonly line2?: string | null;
  readonly city: string;
  readonly stateCode: string;
  readonly postalCode: string;
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
  abstract members(ids: readonly string[]): Promise<MemberProfile[]>;
}

import { Injectable } from '@nestjs/common';
import type { Permission } from '../../shared/permissions.js';
import { taxId } from '../domain/tax-id.js';
import { type CompanyProfile, type JobSiteProfile, type MemberProfile, Profiles, type TenantProfile } from './ports.js';

const taxIdAsKept = (text: string, currency: string): string => {
  const valid = taxId(text, currency);
  return valid.ok ? valid.value : text;
};

/** What other contexts may ask identity; about many companies or people always in one call. */
@Injectable()
export class Directory {
  constructor(private readonly profiles: Profiles) {}

  /** The current tenant; up to 30 seconds old. */
  tenant(): Promise<TenantProfile> {
    return this.profiles.tenant();
  }

  async company(id: string): Promise<CompanyProfile | null> {
    return (await this.profiles.companies([id]))[0] ?? null;
  }

  async companiesById(ids: readonly string[]): Promise<ReadonlyMap<string, CompanyProfile>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.profiles.companies([...new Set(ids)])).map((company) => [company.id, company]));
  }

  /** By each tax id as it was asked for, in any valid way of writing it. */
  async companyIdsByTaxId(taxIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { currency } = await this.profiles.tenant();
    const kept = new Map(taxIds.map((asked) => [asked, taxIdAsKept(asked, currency)]));
    const ids = await this.profiles.companyIdsByTaxId([...new Set(kept.values())]);
    return new Map([...kept].flatMap(([asked, known]) => (ids.has(known) ? [[asked, ids.get(known) ?? '']] : [])));
  }

  /** A company's job sites that are in use, by name. */
  jobSites(companyId: string): Promise<JobSiteProfile[]> {
    return this.profiles.jobSites(companyId);
  }

  /** The state of each job site, those no longer in use included. */
  async jobSiteStates(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return ids.length === 0 ? new Map() : this.profiles.jobSiteStates([...new Set(ids)]);
  }

  async membersById(ids: readonly string[]): Promise<ReadonlyMap<string, MemberProfile>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.profiles.members([...new Set(ids)])).map((member) => [member.id, member]));
  }

  /** Active members of staff whose roles permit something, by name. */
  staffWho(permission: Permission): Promise<MemberProfile[]> {
    return this.profiles.staffWho(permission);
  }

  /** The tenant's one setting that another context asks to change: whether prices take two persons. */
  requireTwoPersons(required: boolean): Promise<void> {
    return this.profiles.requireTwoPersons(required);
  }
}

import { Injectable } from '@nestjs/common';
import { type CompanyProfile, type JobSiteProfile, type MemberProfile, Profiles, type TenantProfile } from './ports.js';

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

  companyIdsByTaxId(taxIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.profiles.companyIdsByTaxId(taxIds);
  }

  /** A company's job sites that are in use, by name. */
  jobSites(companyId: string): Promise<JobSiteProfile[]> {
    return this.profiles.jobSites(companyId);
  }

  async membersById(ids: readonly string[]): Promise<ReadonlyMap<string, MemberProfile>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.profiles.members([...new Set(ids)])).map((member) => [member.id, member]));
  }
}

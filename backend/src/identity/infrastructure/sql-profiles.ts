import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { settings } from '../../shared/infrastructure/settings.js';
import type { Permission } from '../../shared/permissions.js';
import { currentContext } from '../../shared/request-context.js';
import {
  type CompanyProfile,
  type JobSiteProfile,
  type MemberProfile,
  Profiles,
  type TenantProfile,
} from '../application/ports.js';

const tenantKeptForMs = 30_000;

type TenantRow = Omit<TenantProfile, 'logoUrl' | 'url'> & {
  logoKey: string | null;
  domain: string | null;
  isDefault: boolean;
};

/**
 * Where a tenant's storefront is. `{host}` in the platform's address becomes its own domain, else `<slug>.<platform domain>`; without
 * `{host}` the default tenant is at the address itself and others at `<slug>.` of it.
 */
export function storefrontUrl(
  platform: string,
  { slug, domain, isDefault }: { slug: string; domain: string | null; isDefault: boolean },
): string {
  const host = domain ?? `${slug}.${settings().PLATFORM_DOMAIN}`;
  const base = platform.replace(/\/+$/, '');
  if (base.includes('{host}')) return base.replace('{host}', host);
  return isDefault ? base : base.replace('://', `://${slug}.`);
}

/** One prepared statement per question; the tenant's own profile is remembered for 30 seconds. */
@Injectable()
export class SqlProfiles extends Profiles {
  private readonly tenants = new Map<string, { until: number; profile: TenantProfile }>();

  constructor(private readonly database: Database) {
    super();
  }

  async tenant(): Promise<TenantProfile> {
    const tenantId = currentContext()?.tenantId;
    if (!tenantId) throw new Error('there is no tenant here');
    const kept = this.tenants.get(tenantId);
    if (kept && kept.until > Date.now()) return kept.profile;
    const [row] = await this.database.sql<TenantRow>`
      select id, slug, name, currency, locale, time_zone as "timeZone", brand_color as "brandColor",
             public_prices as "publicPrices", two_person_approval as "twoPersonApproval", tax_rates as "taxRates",
             logo_key as "logoKey", domain, is_default as "isDefault"
      from identity.tenant`;
    if (!row) throw new Error(`there is no tenant ${tenantId}`);
    const { logoKey, domain, isDefault, ...rest } = row;
    const url = storefrontUrl(settings().PUBLIC_URL, { slug: row.slug, domain, isDefault });
    const profile = { ...rest, logoUrl: logoKey ? `/media/${logoKey}` : null, url };
    this.tenants.set(tenantId, { until: Date.now() + tenantKeptForMs, profile });
    return profile;
  }

  companies(ids: readonly string[]): Promise<CompanyProfile[]> {
    return this.database.sql<CompanyProfile>`
      select id, name, tax_id as "taxId", state_code as "stateCode", status, tier_id as "tierId",
             sales_rep_id as "salesRepId", email, credit_limit as "creditLimit", payment_terms as "paymentTerms", address
      from identity.company where id = any(${ids}::uuid[])`;
  }

  async companyIdsByTaxId(taxIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.sql<{ id: string; tax_id: string }>`
      select id, tax_id from identity.company where tax_id = any(${taxIds}::text[])`;
    return new Map(rows.map((row) => [row.tax_id, row.id]));
  }

  async jobSiteStates(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.sql<{ id: string; state: string }>`
      select id, state_code as state from identity.job_site where id = any(${ids}::uuid[])`;
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  async requireTwoPersons(required: boolean): Promise<void> {
    await this.database.sql`update identity.tenant set two_person_approval = ${required}`;
    this.tenants.delete(currentContext()?.tenantId ?? '');
  }

  jobSites(companyId: string): Promise<JobSiteProfile[]> {
    return this.database.sql<JobSiteProfile>`
      select id, company_id as "companyId", name, line1, line2, city, state_code as "stateCode",
             postal_code as "postalCode", contact_name as "contactName", contact_phone as "contactPhone",
             access_notes as "accessNotes", po_pattern as "poPattern"
      from identity.job_site where company_id = ${companyId} and archived_at is null order by name, id`;
  }

  members(ids: readonly string[]): Promise<MemberProfile[]> {
    return this.database.sql<MemberProfile>`
      select id, kind, company_id as "companyId", name, email, locale
      from identity.member where id = any(${ids}::uuid[])`;
  }

  staffWho(permission: Permission): Promise<MemberProfile[]> {
    return this.database.sql<MemberProfile>`
      select m.id, m.kind, m.company_id as "companyId", m.name, m.email, m.locale
      from identity.member m
      where m.kind = 'staff' and m.status = 'active'
        and exists (select from identity.member_role mr join identity.role r on r.id = mr.role_id
                    where mr.member_id = m.id and r.permissions @> array[${permission}::text])
      order by m.name, m.id`;
  }
}

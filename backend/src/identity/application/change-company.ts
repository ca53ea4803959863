import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { TierCodes } from '../../shared/tier-codes.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { Company, CompanyError, CompanyFacts } from '../domain/company.js';
import { Companies, Epochs, Members, Profiles, Sessions } from './ports.js';

export type ChangeCompanyError = CompanyError | { readonly code: 'company.not_found' };

/** Changes what is known of a company; blocking it signs its buyers out. */
@Injectable()
export class ChangeCompany {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly companies: Companies,
    private readonly members: Members,
    private readonly sessions: Sessions,
    private readonly epochs: Epochs,
    private readonly profiles: Profiles,
    private readonly tiers: TierCodes,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** `version` is the one the change was made on; without it, whichever is current. */
  async execute(
    id: string,
    change: Partial<CompanyFacts>,
    version?: number,
  ): Promise<Result<Company, ChangeCompanyError>> {
    const { currency } = await this.profiles.tenant();
    let signedOut: string[] = [];
    const result = await this.unitOfWork.run<Company, ChangeCompanyError>(async () => {
      const before = await this.companies.find(id);
      if (!before) return err({ code: 'company.not_found' });
      if (version !== undefined && version !== before.version) throw new StaleWrite('company', before.version);
      const after = before.change(change, currency);
      if (!after.ok) return after;

      const { facts } = after.value;
      const changed = after.value.changedSince(before);
      if (changed.includes('salesRepId') && facts.salesRepId && !(await this.members.isActiveStaff(facts.salesRepId))) {
        return err({ code: 'company.sales_rep_unknown', salesRepId: facts.salesRepId });
      }
      if (changed.includes('tierId') && facts.tierId && !(await this.tiers.exists(facts.tierId))) {
        return err({ code: 'company.tier_unknown', tierId: facts.tierId });
      }
      const saved = await this.companies.save(after.value);
      if (!saved) return err({ code: 'company.tax_id_taken', taxId: facts.taxId });
      if (changed.includes('status')) signedOut = await this.statusChanged(after.value);
      await this.audit.record({
        action: 'company.changed',
        entity: 'company',
        entityId: id,
        facts: Object.fromEntries(changed.map((key) => [key, { from: before.facts[key], to: facts[key] }])),
      });
      return ok(saved);
    });
    if (result.ok) this.epochs.forget(signedOut);
    return result;
  }

  private async statusChanged({ id, facts }: Company): Promise<string[]> {
    const buyers = await this.members.idsOfCompany(id);
    await this.members.raiseEpochs(buyers);
    if (facts.status === 'blocked') await this.sessions.endAllOf(buyers, 'blocked', this.clock.now());
    return buyers;
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import { TierCodes } from '../../shared/tier-codes.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { Company, type CompanyError, type CompanyFacts } from '../domain/company.js';
import { Companies, Members, Profiles } from './ports.js';

export type NewCompany = Partial<CompanyFacts> & Pick<CompanyFacts, 'name' | 'taxId' | 'stateCode'>;

/** Adds a company, unless its tax id is known already. */
@Injectable()
export class RegisterCompany {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly companies: Companies,
    private readonly members: Members,
    private readonly profiles: Profiles,
    private readonly tiers: TierCodes,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async execute(wanted: NewCompany): Promise<Result<Company, CompanyError>> {
    const { currency } = await this.profiles.tenant();
    return this.unitOfWork.run(async () => {
      const company = Company.register(wanted, currency, this.clock.now());
      if (!company.ok) return company;
      const { id, facts } = company.value;
      const { salesRepId, tierId } = facts;
      if (salesRepId && !(await this.members.isActiveStaff(salesRepId))) {
        return err({ code: 'company.sales_rep_unknown', salesRepId });
      }
      if (tierId && !(await this.tiers.exists(tierId))) return err({ code: 'company.tier_unknown', tierId });
      if (!(await this.companies.add(company.value))) return err({ code: 'company.tax_id_taken', taxId: facts.taxId });
      await this.audit.record({ action: 'company.registered', entity: 'company', entityId: id, facts });
      return ok(Company.restore({ ...company.value, version: 1 }));
    });
  }
}

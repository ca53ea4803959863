import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { Address } from '../domain/company.js';
import { JobSite, type JobSiteError, type JobSiteFacts } from '../domain/job-site.js';
import { Companies, JobSites, Profiles } from './ports.js';

export type OpenJobSiteError = JobSiteError | { readonly code: 'company.not_found' };

/** Gives a company another place to have goods delivered to. */
@Injectable()
export class OpenJobSite {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly companies: Companies,
    private readonly jobSites: JobSites,
    private readonly profiles: Profiles,
    private readonly audit: AuditLog,
  ) {}

  async execute(
    companyId: string,
    wanted: Partial<JobSiteFacts> & Address & { name: string },
  ): Promise<Result<JobSite, OpenJobSiteError>> {
    const { currency } = await this.profiles.tenant();
    return this.unitOfWork.run<JobSite, OpenJobSiteError>(async () => {
      if (!(await this.companies.find(companyId))) return err({ code: 'company.not_found' });
      const site = JobSite.open(companyId, wanted, currency);
      if (!site.ok) return site;
      await this.jobSites.add(site.value);
      const { id, facts } = site.value;
      await this.audit.record({
        action: 'job_site.opened',
        entity: 'job_site',
        entityId: id,
        facts: { companyId, name: facts.name },
      });
      return ok(site.value);
    });
  }
}

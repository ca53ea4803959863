import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { JobSite, JobSiteError, JobSiteFacts } from '../domain/job-site.js';
import { JobSites, Profiles } from './ports.js';

export type ChangeJobSiteError = JobSiteError | { readonly code: 'job_site.not_found' };

/** Changes a job site of one company, or archives it: orders that went there still know it. */
@Injectable()
export class ChangeJobSite {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobSites: JobSites,
    private readonly profiles: Profiles,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async execute(
    companyId: string,
    id: string,
    change: Partial<JobSiteFacts>,
  ): Promise<Result<JobSite, ChangeJobSiteError>> {
    const { currency } = await this.profiles.tenant();
    return this.unitOfWork.run<JobSite, ChangeJobSiteError>(async () => {
      const before = await this.jobSites.find(id, companyId);
      if (!before) return err({ code: 'job_site.not_found' });
      const after = before.change(change, currency);
      if (!after.ok) return after;
      await this.jobSites.save(after.value);
      await this.record('job_site.changed', after.value);
      return after;
    });
  }

  async archive(companyId: string, id: string): Promise<Result<JobSite, ChangeJobSiteError>> {
    return this.unitOfWork.run<JobSite, ChangeJobSiteError>(async () => {
      const site = await this.jobSites.find(id, companyId);
      if (!site) return err({ code: 'job_site.not_found' });
      await this.jobSites.archive(site, this.clock.now());
      await this.record('job_site.archived', site);
      return ok(site);
    });
  }

  private record(action: string, { id, companyId, facts }: JobSite): Promise<void> {
    return this.audit.record({ action, entity: 'job_site', entityId: id, facts: { companyId, name: facts.name } });
  }
}

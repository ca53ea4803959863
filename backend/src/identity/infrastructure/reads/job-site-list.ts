import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import type { JobSiteFacts } from '../../domain/job-site.js';

export interface JobSiteSummary extends JobSiteFacts {
  readonly id: string;
  readonly companyId: string;
}

/** Reads a company's job sites that are in use, by name. */
@Injectable()
export class JobSiteList {
  constructor(private readonly database: Database) {}

  of(companyId: string): Promise<JobSiteSummary[]> {
    return this.database.sql<JobSiteSummary & Record<string, unknown>>`
      select id, company_id as "companyId", name, line1, line2, city, state_code as "stateCode",
             postal_code as "postalCode", contact_name as "contactName", contact_phone as "contactPhone",
             access_notes as "accessNotes", po_pattern as "poPattern", budget
      from identity.job_site where company_id = ${companyId} and archived_at is null order by name, id`;
  }
}

import { IsOptional } from 'class-validator';
import { Decimal, Text, WhenGiven } from '../../shared/http/fields.js';
import type { JobSite } from '../domain/job-site.js';
import type { JobSiteSummary } from '../infrastructure/reads/job-site-list.js';
import { AddressBody } from './company.dto.js';

/** What may be said of a job site besides where it is. */
export class JobSiteDetails {
  @IsOptional()
  @Text(0, 200)
  line2?: string | null;

  @IsOptional()
  @Text(0, 120)
  contactName?: string | null;

  @IsOptional()
  @Text(0, 40)
  contactPhone?: string | null;

  @IsOptional()
  @Text(0, 1000)
  accessNotes?: string | null;

  @IsOptional()
  @Text(0, 60)
  poPattern?: string | null;

  @IsOptional()
  @Decimal(2)
  budget?: string | null;
}

/** A place to have goods delivered to. */
export class NewJobSite extends JobSiteDetails implements AddressBody {
  @Text(1, 120)
  name!: string;

  @Text(1, 200)
  line1!: string;

  @Text(1, 100)
  city!: string;

  @Text(2, 2)
  stateCode!: string;

  @Text(3, 12)
  postalCode!: string;
}

/** What to change about a job site. */
export class JobSitePatch extends JobSiteDetails {
  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @WhenGiven()
  @Text(1, 200)
  line1?: string;

  @WhenGiven()
  @Text(1, 100)
  city?: string;

  @WhenGiven()
  @Text(2, 2)
  stateCode?: string;

  @WhenGiven()
  @Text(3, 12)
  postalCode?: string;
}

/** A company's delivery place. */
export class JobSiteView {
  id!: string;
  companyId!: string;
  name!: string;
  line1!: string;
  line2!: string | null;
  city!: string;
  stateCode!: string;
  postalCode!: string;
  contactName!: string | null;
  contactPhone!: string | null;
  accessNotes!: string | null;
  poPattern!: string | null;
  budget!: string | null;
}

export const toJobSiteView = (site: JobSiteSummary): JobSiteView => ({ ...site });

export const asJobSiteView = ({ id, companyId, facts }: JobSite): JobSiteView => ({ id, companyId, ...facts });

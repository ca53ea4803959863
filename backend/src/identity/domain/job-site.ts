import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import { type Address, inCents, unknownState, type UnknownState } from './company.js';

/** What is known of a delivery place; `budget` is decimal text in the tenant's currency. */
export interface JobSiteFacts extends Address {
  readonly name: string;
  readonly line2: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly accessNotes: string | null;
  readonly poPattern: string | null;
  readonly budget: string | null;
}

export type JobSiteError = UnknownState;

/** A company's delivery place, in a state the tenant sells to. */
export class JobSite {
  private constructor(
    readonly id: string,
    readonly companyId: string,
    readonly facts: JobSiteFacts,
  ) {}

  static restore(state: { id: string; companyId: string; facts: JobSiteFacts }): JobSite {
    return new JobSite(state.id, state.companyId, state.facts);
  }

  static open(
    companyId: string,
    facts: Partial<JobSiteFacts> & Address & { name: string },
    currency: string,
  ): Result<JobSite, JobSiteError> {
    const { name, line1, city, stateCode, postalCode } = facts;
    const blank = {
      line2: null,
      contactName: null,
      contactPhone: null,
      accessNotes: null,
      poPattern: null,
      budget: null,
    };
    const site = new JobSite(newId(), companyId, { ...blank, name, line1, city, stateCode, postalCode });
    return site.change(facts, currency);
  }

  change(change: Partial<JobSiteFacts>, currency: string): Result<JobSite, JobSiteError> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const facts: JobSiteFacts = { ...this.facts, ...given };
    const unknown = unknownState([facts.stateCode], currency);
    if (unknown) return err(unknown);
    const budget = facts.budget === null ? null : inCents(facts.budget);
    return ok(new JobSite(this.id, this.companyId, { ...facts, budget }));
  }
}

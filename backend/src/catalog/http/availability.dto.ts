import type { Availability, AvailabilityStatus } from '../domain/availability.js';

/** What a branch can hand out, in base units. */
export class BranchAvailabilityView {
  code!: string;
  name!: string;
  available!: string;
}

/** What can be promised today, in base units. */
export class AvailabilityView {
  status!: AvailabilityStatus;
  available!: string;
  branches!: BranchAvailabilityView[];
}

export const toAvailabilityView = ({ status, available, branches }: Availability): AvailabilityView => ({
  status,
  available: available.toString(),
  branches: branches.map((branch) => ({ ...branch, available: branch.available.toString() })),
});

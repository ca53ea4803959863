/** What somebody may say about a branch; it serves its own state besides those named. */
export interface BranchFacts {
  readonly code: string;
  readonly name: string;
  readonly stateCode: string;
  readonly serves: readonly string[];
  readonly position: number;
  readonly active: boolean;
}

/** A place that holds stock and can hand it out. */
export interface Branch extends BranchFacts {
  readonly id: string;
  readonly version: number;
}

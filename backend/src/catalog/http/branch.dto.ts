import { ArrayMaxSize, IsArray, IsBoolean, IsInt, Matches, Max, Min } from 'class-validator';
import { StateCode, Text, WhenGiven } from '../../shared/http/fields.js';

/** A branch as staff see it; it is asked first for deliveries to the states it serves. */
export class BranchView {
  id!: string;
  code!: string;
  name!: string;
  stateCode!: string;
  serves!: string[];
  position!: number;
  active!: boolean;
  version!: number;
}

/** What may be said of a branch besides what it must have. */
export class BranchDetails {
  @WhenGiven()
  @IsArray()
  @ArrayMaxSize(60)
  @Matches(/^[A-Z]{2}$/, { each: true, message: 'serves must be states like TX' })
  serves?: string[];

  @WhenGiven()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;

  @WhenGiven()
  @IsBoolean()
  active?: boolean;
}

/** A branch that is new here; without `serves` it serves its own state. */
export class NewBranch extends BranchDetails {
  @Text(1, 20)
  code!: string;

  @Text(1, 120)
  name!: string;

  @StateCode()
  stateCode!: string;
}

/** What to change; `version` is the one the change was made on, without it the current one is changed. */
export class BranchPatch extends BranchDetails {
  @WhenGiven()
  @Text(1, 20)
  code?: string;

  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @WhenGiven()
  @StateCode()
  stateCode?: string;

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

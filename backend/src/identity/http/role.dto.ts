import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, MaxLength, Min } from 'class-validator';
import { Text, WhenGiven } from '../../shared/http/fields.js';
import type { Side } from '../../shared/permissions.js';

/** Which side's roles are wanted. */
export class RoleQuery {
  @WhenGiven()
  @IsIn(['staff', 'buyer'])
  side?: Side;
}

/** A role of the tenant's own. */
export class NewRole {
  @Text(1, 60)
  name!: string;

  @IsIn(['staff', 'buyer'])
  side!: Side;

  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  permissions!: string[];
}

/** What to change; `version` is the one the change was made on, without it the current one is changed. */
export class RolePatch {
  @WhenGiven()
  @Text(1, 60)
  name?: string;

  @WhenGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  permissions?: string[];

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

/** A role with how many people hold it. */
export class RoleView {
  id!: string;
  name!: string;
  side!: 'staff' | 'buyer';
  permissions!: string[];
  builtIn!: boolean;
  /** Never changes, however the role is called. */
  code!: string;
  version!: number;
  memberCount!: number;
}

/** A role that can be given to somebody. */
export class RoleChoiceView {
  id!: string;
  code!: string;
  name!: string;
}

/** One thing people may be allowed to do; permissions of a group concern the same things. */
export class PermissionView {
  code!: string;
  side!: 'staff' | 'buyer';
  group!: string;
}

import { IsISO8601 } from 'class-validator';
import { Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';

/** Which entries are wanted: `actor` is an id or a part of a name; a date without a time means that whole day. */
export class AuditQuery extends PageQuery {
  @WhenGiven()
  @Text(1, 60)
  entity?: string;

  @WhenGiven()
  @Text(1, 60)
  entityId?: string;

  @WhenGiven()
  @Text(1, 120)
  actor?: string;

  @WhenGiven()
  @IsISO8601({ strict: true })
  from?: string;

  @WhenGiven()
  @IsISO8601({ strict: true })
  to?: string;
}

/** Who did it; the name is the one they had then. */
export class AuditActorView {
  id!: string;
  name!: string;
}

/** Something somebody did. */
export class AuditEntryView {
  id!: string;
  at!: string;
  /** Null when the system did it by itself. */
  actor!: AuditActorView | null;
  action!: string;
  entity!: string;
  entityId!: string;
  facts!: object | null;
}

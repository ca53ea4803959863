import { Text } from '../../shared/http/fields.js';
import type { RevisionNewsKind } from '../domain/revision.js';
import type { RevisionEventRow } from '../infrastructure/reads/revision-story.js';
import { SomeoneView } from './revision.dto.js';

/** What somebody says about a revision. */
export class CommentBody {
  @Text(1, 2000)
  text!: string;
}

/** One chapter of a revision's story. */
export class RevisionEventView {
  id!: string;
  kind!: RevisionNewsKind;
  by!: SomeoneView | null;
  at!: string;
  note!: string | null;
}

export const toRevisionEvent = (row: RevisionEventRow): RevisionEventView => ({ ...row, at: row.at.toISOString() });

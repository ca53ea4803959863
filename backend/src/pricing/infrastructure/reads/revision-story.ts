import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import type { RevisionNewsKind } from '../../domain/revision.js';

export interface RevisionEventRow {
  readonly id: string;
  readonly kind: RevisionNewsKind;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: Date;
  readonly note: string | null;
}

/** What became of a revision and what was said about it. */
@Injectable()
export class RevisionStory {
  constructor(private readonly database: Database) {}

  /** Oldest first. */
  of(revisionId: string): Promise<RevisionEventRow[]> {
    return this.database.sql<RevisionEventRow>`
      select id, kind, case when by_id is not null then json_build_object('id', by_id, 'name', by_name) end as by, at, note
      from pricing.revision_event where revision_id = ${revisionId} order by id`;
  }
}

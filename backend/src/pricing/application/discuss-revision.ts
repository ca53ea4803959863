import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { RevisionError } from '../domain/revision.js';
import { type Editor, Revisions } from './revision-ports.js';

export type DiscussRevisionError = RevisionError | { readonly code: 'revision.not_found' };

/** What people say about a revision and call it; neither changes a price, so no approval is taken back. */
@Injectable()
export class DiscussRevision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** At any time of its life, and afterwards. */
  comment(
    tableId: string,
    revisionId: string,
    text: string,
    { id, name }: Editor,
  ): Promise<Result<void, DiscussRevisionError>> {
    return this.unitOfWork.run<void, DiscussRevisionError>(async () => {
      const revision = await this.revisions.find(tableId, revisionId);
      if (!revision) return err({ code: 'revision.not_found' });
      await this.revisions.tell(revision.telling('commented', { id, name }, text));
      return ok(undefined);
    });
  }

  rename(
    tableId: string,
    revisionId: string,
    name: string | null,
    version?: number,
  ): Promise<Result<void, DiscussRevisionError>> {
    return this.unitOfWork.run<void, DiscussRevisionError>(async () => {
      const before = await this.revisions.find(tableId, revisionId);
      if (!before) return err({ code: 'revision.not_found' });
      if (version !== undefined && version !== before.state.version) {
        throw new StaleWrite('revision', before.state.version);
      }
      const renamed = before.renamed(name, this.clock.now());
      if (!renamed.ok) return renamed;
      await this.revisions.save(renamed.value);
      await this.audit.record({
        action: 'revision.renamed',
        entity: 'revision',
        entityId: revisionId,
        facts: { tableId, number: before.state.number, from: before.state.name, to: name },
      });
      return ok(undefined);
    });
  }
}
